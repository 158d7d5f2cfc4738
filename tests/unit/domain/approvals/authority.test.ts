/** ORG-04: levels from tables and values, and limits found at the bounds of the table. */
import { excessOf, pathOf } from '@shared/domain/approvals/authority';
import { heldFor, LEVELS, levelOfWord, ownLevels, roleOf } from '@shared/domain/approvals/levels';
import { ROLES } from '@shared/domain/users/roles';
import { checkRule } from '@shared/rules/checkRule';
import { Inquiry } from '@shared/rules/inquiry';
import { RuleBook } from '@shared/rules/ruleBook';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const DAY = '2026-11-22';
const HEAD = {
  from: '2020-01-01',
  document: '办法',
  article: '第三条',
  gist: '限额。',
  status: 'verified',
  checkedOn: DAY,
};
const WORDS = ['deputy-head', 'committee', 'branch-head'];

function bookOf(...packs: object[]): RuleBook {
  const rules = packs.map((pack) => {
    const checked = checkRule('test', 'regulation', JSON.stringify(pack));
    if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
    return checked.rule;
  });
  return RuleBook.of(rules).book;
}

const table = (rows: object[]) => ({
  id: 'authority/test',
  title: '权限',
  kind: 'table',
  selectedBy: 'act',
  inputs: { lossAmount: 'money', lossPercent: 'number', method: ['cash', 'write-off'] },
  outputs: { level1: WORDS, level2: [...WORDS, 'none'], level3: [...WORDS, 'none'] },
  versions: [{ ...HEAD, rows }],
});
const SMALL = { lossAmount: '<=500000.00', lossPercent: '<=30' };
const BOOK = bookOf(
  table([
    // By entries: an object that has a `then` is mistaken for a promise.
    Object.fromEntries([
      ['when', { ...SMALL, method: ['cash'] }],
      ['then', { level1: 'deputy-head' }],
    ]),
    Object.fromEntries([
      ['when', { ...SMALL, method: ['write-off'] }],
      ['then', { level1: 'deputy-head', level2: 'branch-head' }],
    ]),
    Object.fromEntries([
      ['when', { lossAmount: '<=500000.00', lossPercent: '>30' }],
      ['then', { level1: 'branch-head', level2: 'none' }],
    ]),
    Object.fromEntries([
      ['when', { lossAmount: '>500000.00' }],
      ['then', { level1: 'deputy-head', level2: 'committee', level3: 'branch-head' }],
    ]),
  ]),
  {
    id: 'team/test-leave',
    title: '请假',
    kind: 'value',
    selectedBy: 'event',
    versions: [{ ...HEAD, values: { approver: 'deputy-head', reportBackTo: 'head' } }],
  },
);
const AUTHORITY = { rule: 'authority/test' };
const facts = (lossAmount: number, lossPercent: number, method = 'cash') => ({ lossAmount, lossPercent, method });
const path = (given: ReturnType<typeof facts>) => pathOf(new Inquiry(BOOK), AUTHORITY, given, DAY);

describe('ORG-04 the path', () => {
  test.each([
    [50_000_000, 30, 'cash', ['deputy-head']],
    [50_000_000, 30, 'write-off', ['deputy-head', 'branch-head']],
    [50_000_000, 31, 'cash', ['branch-head']],
    [50_000_001, 0, 'cash', ['deputy-head', 'committee', 'branch-head']],
  ])('%i fen, %i %%, %s: %j', (amount, percent, method, levels) => {
    expect(path(facts(amount, percent, method))).toEqual(levels);
  });

  test('from a value rule by name; the trace says which', () => {
    const inquiry = new Inquiry(BOOK);
    const authority = { rule: 'team/test-leave', columns: ['approver'] };
    expect(pathOf(inquiry, authority, {}, DAY)).toEqual(['deputy-head']);
    expect(pathOf(inquiry, { ...authority, columns: ['reportBackTo'] }, {}, DAY)).toEqual(['branch-head']);
    expect(pathOf(inquiry, { ...authority, columns: ['nobody'] }, {}, DAY)).toEqual([]);
    expect(inquiry.trace[0]).toMatchObject({ rule: 'team/test-leave', article: '办法 第三条' });
  });

  test('a word that is no level is a mistake of the pack', () => {
    expect(() => levelOfWord('president')).toThrow(/names a level/);
    expect(['none', '', 'branch', 'asset-preservation'].map(levelOfWord)).toEqual([
      null,
      null,
      'branch-head',
      'asset-preservation-head',
    ]);
    const wrong = checkRule(
      'test',
      'regulation',
      JSON.stringify(
        table([
          Object.fromEntries([
            ['when', {}],
            ['then', { level1: 'clerk' }],
          ]),
        ]),
      ),
    );
    expect(wrong.ok ? [] : wrong.faults.map(({ code }) => code)).toEqual(['field-invalid']);
  });
});

describe('ORG-04 beyond the limit', () => {
  const excess = (given: ReturnType<typeof facts>, level = 'deputy-head' as const) =>
    excessOf(BOOK, AUTHORITY, given, level, DAY);

  test('nothing inside, every measure outside with limit and excess', () => {
    expect(excess(facts(50_000_000, 30))).toEqual([]);
    expect(excess(facts(50_000_001, 30))).toEqual([{ fact: 'lossAmount', limit: '500000.00', excess: '0.01' }]);
    expect(excess(facts(60_000_000, 45))).toEqual([
      { fact: 'lossAmount', limit: '500000.00', excess: '100000.00' },
      { fact: 'lossPercent', limit: '30', excess: '15' },
    ]);
  });

  test('a level that never answers for the kind has no limit to exceed', () => {
    expect(excess(facts(60_000_000, 45, 'write-off'))).toEqual([]);
    expect(excessOf(BOOK, AUTHORITY, facts(1, 1), 'counsel', DAY)).toEqual([]);
    expect(excessOf(BOOK, { rule: 'team/test-leave', columns: ['approver'] }, {}, 'branch-head', DAY)).toEqual([]);
  });

  test('property: whoever answers exceeds nothing, and whoever exceeds does not answer', () => {
    const any = fc.record({
      amount: fc.integer({ min: 0, max: 100_000_000 }),
      percent: fc.integer({ min: 0, max: 100 }),
    });
    fc.assert(
      fc.property(any, ({ amount, percent }) => {
        const given = facts(amount, percent);
        const answers = path(given).at(-1) === 'deputy-head';
        expect(excess(given).length === 0).toBe(answers);
      }),
    );
  });
});

describe('levels and roles', () => {
  test('every level is a role of ORG-02', () => {
    expect(LEVELS.map(roleOf).filter((role) => !ROLES.includes(role))).toEqual([]);
  });

  test('own authority goes before a handed one; a director answers for his own unit', () => {
    const own = ownLevels(['clerk', 'sub-branch-director', 'deputy-head'], 2);
    const handed = { level: 'deputy-head' as const, unitId: 3, from: { userId: 7, display: '王' } };
    expect(own.map(({ level }) => level)).toEqual(['sub-branch-director', 'deputy-head']);
    expect(heldFor([handed, ...own], 'deputy-head', 9)?.from).toBeNull();
    expect(heldFor([handed], 'deputy-head', 9)?.from?.userId).toBe(7);
    expect(heldFor(own, 'sub-branch-director', 2)).not.toBeNull();
    expect(heldFor(own, 'sub-branch-director', 3)).toBeNull();
  });
});
