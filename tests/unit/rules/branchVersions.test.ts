/** RUL-03: a version of the branch is checked like a pack, every fault at its cell, and may tighten but never loosen. */
import { type ApprovedVersion, checkDraft, withBranchVersions } from '@shared/domain/rules/branchVersions';
import { draftFrom } from '@shared/domain/rules/draftPack';
import { findEvaluator } from '@shared/domain/rules/evaluators';
import {
  asChangeable,
  type ChangeableRule,
  changeOf,
  draftShape,
  type VersionDraft,
} from '@shared/domain/rules/versionDraft';
import { present } from '@shared/kernel/assert';
import { whole } from '@shared/kernel/exact';
import { evaluate } from '@shared/rules/evaluation';
import { Inquiry } from '@shared/rules/inquiry';
import { RuleBook } from '@shared/rules/ruleBook';
import { describe, expect, test } from 'vitest';
import { RuleShelf } from '../../../electron/rules/ruleShelf';

const { book } = new RuleShelf().current;
const DAY = '2026-11-22';
const PAPER = { document: '奉支发〔2026〕12号', article: '第二条', gist: '本行自定。' };

const changeable = (id: string): ChangeableRule => present(asChangeable(present(book.find(id), id)), id);
const draftOf = (id: string, part: Partial<VersionDraft> = {}): VersionDraft => ({
  ...draftFrom(changeable(id), DAY),
  ...PAPER,
  from: '2027-01-01',
  ...part,
});
const faultsOf = (id: string, part: Partial<VersionDraft>) =>
  checkDraft(book.rules, changeable(id), draftOf(id, part), DAY).faults;
const approved = (ruleId: string, draft: VersionDraft): ApprovedVersion => ({ ruleId, draft, savedOn: DAY });

const FILING = 'litigation/filing-level';
const REVIEW = 'litigation/committee-review-days';

describe('RUL-03 what the branch may change', () => {
  test.each([
    [REVIEW, 'tighten'],
    [FILING, 'replace'],
    ['limitation/action', 'tighten'],
    ['court-fee/acceptance', null],
    ['seizure/expiry', null],
    ['calendar/rest-days', 'year'],
    ['reward/contract', 'replace'],
    ['identifier/case-types', null],
  ])('%s: %s', (id, how) => expect(changeOf(present(book.find(id), id))).toBe(how));

  test('every changeable rule begins with a draft that is sound but for its source, and keeps its results', () => {
    const unsound = book.rules.flatMap((rule) => {
      const own = asChangeable(rule);
      if (!own || own.kind === 'calendar') return [];
      const draft = { ...draftFrom(own, DAY), ...PAPER };
      return checkDraft(book.rules, own, draft, DAY).faults.map((fault) => ({ id: rule.id, ...fault }));
    });
    expect(unsound).toEqual([]);
  });
});

describe('RUL-03 tariffs, checklists and calendars', () => {
  const rows = (...gives: readonly Readonly<Record<string, string>>[]) =>
    gives.map((each) => ({ when: {}, gives: each }));
  const withOwn = (id: string, part: Partial<VersionDraft>) => {
    const { rules, faults } = withBranchVersions(book.rules, [approved(id, draftOf(id, part))]);
    expect(faults).toEqual([]);
    return new Inquiry(RuleBook.of(rules).book);
  };

  test('a tariff of the branch: shares of the task, with the most that is paid', () => {
    const { rows: bands } = draftOf('reward/contract');
    expect(bands.map(({ gives }) => gives)).toEqual([
      { upTo: '0.5', flat: '', rate: '0.1' },
      { upTo: '1', flat: '', rate: '0.2' },
      { upTo: '', flat: '', rate: '0.4' },
    ]);
    const own = withOwn('reward/contract', {
      rows: rows({ upTo: '1', rate: '0.05' }, { rate: '0.3' }),
      values: { cap: '150.00' },
    });
    const ask = (day: string, yuan: number) =>
      own.tiers('reward/contract', day, whole(yuan * 100), { recovered: String(yuan) }, whole(100_000)).amount;
    expect(ask('2027-01-01', 1000)).toEqual(whole(5_000));
    expect(ask('2027-01-01', 2000)).toEqual(whole(15_000));
    expect(ask('2026-12-31', 1000)).toEqual(whole(15_000));
  });

  test.each([
    [
      'a gap',
      rows({ upTo: '1', rate: '0.1' }, { upTo: '2', rate: '0.2' }),
      { code: 'rows-gap', row: 1, field: 'gives.upTo' },
    ],
    [
      'an overlap',
      rows({ upTo: '1', rate: '0.1' }, { upTo: '1', rate: '0.2' }, { rate: '0' }),
      { code: 'rows-overlap', row: 1, field: 'gives.upTo' },
    ],
    ['a band that gives nothing', rows({ upTo: '1', rate: '0.1' }, { upTo: '' }), { code: 'field-missing', row: 1 }],
    ['no rate', rows({ upTo: '1', rate: '十' }, { rate: '0' }), { code: 'field-invalid', row: 0, field: 'gives.rate' }],
    ['no band at all', [], { code: 'field-missing', row: null, field: null }],
  ])('a tariff with %s is told at its cell', (_, bands, fault) =>
    expect(faultsOf('reward/contract', { rows: bands })).toContainEqual(expect.objectContaining(fault)),
  );

  test('a checklist of the branch: an item without a code gets one, and takes the place of the list', () => {
    const start = draftOf('litigation/opinion-contents');
    const own = withOwn('litigation/opinion-contents', {
      rows: [...start.rows, ...rows({ text: '附贷款五级分类认定表', article: '第三条' })],
    });
    const before = start.rows.map(({ gives }) => gives.id);
    expect([...own.items('litigation/opinion-contents', '2027-01-01')]).toEqual([
      ...before,
      `own-${before.length + 1}`,
    ]);
    expect([...own.items('litigation/opinion-contents', '2026-12-31')]).toEqual(before);
    expect(faultsOf('litigation/opinion-contents', { rows: rows({ text: ' ' }) })).toMatchObject([
      { code: 'field-missing', row: 0, field: 'gives.text' },
    ]);
  });

  test('CAL-08 the holidays of a year that the program does not know; the year after it is unknown again', () => {
    const calendar = 'calendar/rest-days';
    const start = draftFrom(changeable(calendar), DAY);
    expect([start.from, start.rows]).toEqual(['2027-01-01', []]);
    const days = rows({ dates: '01-01..01-03', dayKind: 'off' }, { dates: '01-09', dayKind: 'work' });
    const own = withOwn(calendar, { rows: days });
    expect(own.isRestDay('2027-01-01')).toBe(true);
    expect([own.isRestDay('2027-01-09'), own.isRestDay('2027-01-10'), own.provisional]).toEqual([false, true, false]);
    expect([own.isRestDay('2028-01-01'), own.provisional]).toEqual([true, true]);
    const without = new Inquiry(book);
    expect([without.isRestDay('2027-01-01'), without.provisional]).toEqual([false, true]);
  });

  test.each([
    ['a year that ships with the program', { from: '2026-01-01' }, { code: 'versions-overlap', field: 'from' }],
    ['another day than 1 January', { from: '2027-02-01' }, { code: 'date-invalid', field: 'from' }],
    [
      'a day that does not exist',
      { rows: rows({ dates: '01-01', dayKind: 'off' }, { dates: '02-30', dayKind: 'off' }) },
      { code: 'date-invalid', row: 1, field: 'gives.dates' },
    ],
    [
      'a day in words',
      { rows: rows({ dates: '春节', dayKind: 'off' }) },
      { code: 'field-invalid', row: 0, field: 'gives.dates' },
    ],
    [
      'a day that is both',
      { rows: rows({ dates: '01-01..01-03', dayKind: 'off' }, { dates: '01-02', dayKind: 'work' }) },
      { code: 'rows-overlap' },
    ],
    [
      'neither rest nor work',
      { rows: rows({ dates: '01-01', dayKind: '' }) },
      { code: 'field-missing', row: 0, field: 'gives.dayKind' },
    ],
    ['no day', { rows: [] }, { code: 'field-missing', row: null, field: null }],
  ])('a calendar with %s is told at its place', (_, part, fault) => {
    const own = { rows: rows({ dates: '01-01', dayKind: 'off' }), ...part };
    expect(faultsOf('calendar/rest-days', own)).toContainEqual(expect.objectContaining(fault));
  });
});

describe('RUL-05 faults at the cell', () => {
  test('the head: what is missing, and a day that does not exist', () => {
    const faults = faultsOf(FILING, { document: '', gist: ' ' });
    expect(faults.map(({ code, field }) => [code, field])).toEqual([
      ['field-missing', 'document'],
      ['field-missing', 'gist'],
    ]);
    expect(faultsOf(FILING, { from: '2027-02-30' })).toMatchObject([
      { code: 'date-invalid', field: 'from', row: null },
    ]);
  });

  test('a condition that cannot be read, and a word that the column does not have', () => {
    const rows = draftOf('litigation/responsible-person').rows.map((row, index) =>
      index === 1 ? { ...row, when: { ...row.when, claimAmount: '>十万' } } : row,
    );
    expect(faultsOf('litigation/responsible-person', { rows })).toMatchObject([
      { code: 'field-invalid', row: 1, field: 'when.claimAmount' },
    ]);
    const odd = draftOf(FILING).rows.map((row, index) => (index === 2 ? { ...row, gives: { level: 'moon' } } : row));
    expect(faultsOf(FILING, { rows: odd })).toEqual([
      { code: 'field-invalid', detail: 'word', row: 2, field: 'gives.level' },
    ]);
  });

  test('a gap and an overlap are of the whole table', () => {
    const { rows } = draftOf(FILING);
    expect(faultsOf(FILING, { rows: rows.slice(1) })).toMatchObject([{ code: 'rows-gap', row: null, field: null }]);
    const twice = [...rows, present(rows[0], 'a row')];
    expect(faultsOf(FILING, { rows: twice })).toMatchObject([{ code: 'rows-overlap', row: null, field: null }]);
  });

  test('a value on the edge: equal and stricter pass, looser is refused at its cell', () => {
    const most = Number(draftOf(REVIEW).values.days);
    for (const days of [most, most - 1]) expect(faultsOf(REVIEW, { values: { days: String(days) } })).toEqual([]);
    expect(faultsOf(REVIEW, { values: { days: String(most + 1) } })).toMatchObject([
      { code: 'loosens', field: 'days' },
    ]);
    expect(faultsOf(REVIEW, { values: { days: '三' } })).toMatchObject([{ code: 'field-invalid', field: 'days' }]);
    expect(faultsOf(REVIEW, { values: { days: '' } })).toMatchObject([{ code: 'field-missing', field: null }]);
  });

  test('only the values that a rule opens can be tightened', () => {
    const columns = draftShape(changeable('procedure/pre-suit-preservation')).values;
    expect(columns.map(({ name, tighter }) => [name, tighter])).toEqual([['sueWithinDays', 'less']]);
  });
});

describe('RUL-03 in force', () => {
  const rows = draftOf(FILING).rows.map((row) =>
    row.when.unitLevel === 'branch' ? { ...row, gives: { level: 'county' } } : row,
  );
  const asked = { courtLevel: 'basic', institutionIsDefendant: false, unitLevel: 'branch' };
  const level = (at: RuleBook, asOf: string) => {
    const answer = evaluate(at, present(findEvaluator(FILING), FILING), asked, asOf);
    return answer.kind === 'granted' ? [answer.value.result.level, answer.value.trace[0]?.article] : answer;
  };

  test('a table answers from its first day on, and with the article of the branch', () => {
    const { rules, own, faults } = withBranchVersions(book.rules, [approved(FILING, draftOf(FILING, { rows }))]);
    expect(faults).toEqual([]);
    expect([...own]).toEqual([`${FILING} 2027-01-01`]);
    const whole = RuleBook.of(rules);
    expect(whole.faults).toEqual([]);
    expect(level(whole.book, '2026-12-31')).toEqual(['none', 'B4 不良贷款诉讼管理办法 第二十一条']);
    expect(level(whole.book, '2027-01-01')).toEqual(['county', '奉支发〔2026〕12号 第二条']);
  });

  test('a tighter value stands beside the law; both are traced, the stricter one holds', () => {
    const draft = draftOf('procedure/pre-suit-preservation', { values: { sueWithinDays: '20' } });
    const { rules } = withBranchVersions(book.rules, [approved('procedure/pre-suit-preservation', draft)]);
    const whole = RuleBook.of(rules);
    expect(whole.faults).toEqual([]);
    const days = (on: string) => {
      const inquiry = new Inquiry(whole.book);
      const value = inquiry.values('procedure/pre-suit-preservation', on).number('sueWithinDays');
      return [value, inquiry.trace.map(({ rule }) => rule)];
    };
    expect(days('2026-12-31')).toEqual([30, ['procedure/pre-suit-preservation']]);
    const both = ['procedure/pre-suit-preservation', 'branch/procedure/pre-suit-preservation'];
    expect(days('2027-01-01')).toEqual([20, both]);
  });

  test('a later version of the same day takes the place of the first; one that fits no more stands back with its fault', () => {
    const first = approved(REVIEW, draftOf(REVIEW, { values: { days: '2' } }));
    const second = approved(REVIEW, draftOf(REVIEW, { values: { days: '1' } }));
    const both = withBranchVersions(book.rules, [first, second]);
    const made = present(
      both.rules.find(({ id }) => id === `branch/${REVIEW}`),
      'the own rule',
    );
    expect(made.versions.map(({ from }) => from)).toEqual(['2027-01-01']);
    const loose = approved(REVIEW, draftOf(REVIEW, { values: { days: '99' } }));
    const { rules, own, faults } = withBranchVersions(book.rules, [loose]);
    expect([rules.length, own.size]).toEqual([book.rules.length, 0]);
    expect(faults).toMatchObject([{ file: `branch/${REVIEW}`, code: 'loosens' }]);
  });
});
