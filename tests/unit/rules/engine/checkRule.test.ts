/** What a rule file must say: every fault with its code and line (RUL-05). */
import { checkRule } from '@shared/rules/checkRule';
import { describe, expect, test } from 'vitest';

const HEAD = {
  from: '2020-01-01',
  document: '某办法',
  article: '第一条',
  gist: '说明。',
  status: 'verified',
  checkedOn: '2026-11-22',
};
const version = (change: object = {}) => ({ ...HEAD, values: { days: 7 }, ...change });
const value = (change: object = {}) => ({
  id: 'a/b',
  title: '标题',
  kind: 'value',
  selectedBy: 'act',
  versions: [version()],
  ...change,
});
const table = (rows: readonly object[], change: object = {}) =>
  value({ kind: 'table', inputs: { days: 'number', mode: ['a', 'b'] }, versions: [{ ...HEAD, rows }], ...change });
const tiers = (rows: readonly object[]) => value({ kind: 'tiers', input: 'amount', versions: [{ ...HEAD, rows }] });

const check = (rule: object) => checkRule('x.json', 'national', JSON.stringify(rule, null, 1));
const codes = (rule: object) => {
  const checked = check(rule);
  return checked.ok ? [] : checked.faults.map((fault) => fault.code);
};

describe('a rule file', () => {
  test('that is right compiles', () => {
    expect(codes(value())).toEqual([]);
    expect(codes(tiers([{ upTo: '10.00', flat: '1.00' }, { rate: '0.1' }]))).toEqual([]);
  });

  test.each([
    ['no id', { id: undefined }, ['field-missing']],
    ['an id with capitals', { id: 'A/b' }, ['field-invalid']],
    ['an unknown field', { comment: 'x' }, ['field-unknown']],
    ['an unknown selecting date', { selectedBy: 'whenever' }, ['field-invalid']],
    ['no version', { versions: [] }, ['field-invalid']],
    ['an unknown status', { versions: [version({ status: 'sure' })] }, ['status-unknown']],
    ['no article', { versions: [version({ article: undefined })] }, ['article-missing']],
    ['no document', { versions: [version({ document: undefined })] }, ['article-missing']],
    ['an impossible date', { versions: [version({ from: '2023-02-29' })] }, ['date-invalid']],
    ['an end before the start', { versions: [version({ ends: '2019-12-31' })] }, ['date-invalid']],
    ['starts out of order', { versions: [version(), version({ from: '2019-01-01' })] }, ['versions-overlap']],
    ['the same start twice', { versions: [version(), version()] }, ['versions-overlap']],
    [
      'an end with a successor',
      { versions: [version({ ends: '2020-12-31' }), version({ from: '2022-01-01' })] },
      ['versions-gap'],
    ],
    ['a direction that is none', { tighter: { days: 'shorter' } }, ['field-invalid']],
  ])('with %s is refused', (_, change, expected) => {
    expect(codes(value(change))).toEqual(expected);
  });

  test('an unknown kind is refused', () => {
    expect(codes({ ...value(), kind: 'formula' })[0]).toBe('kind-unknown');
  });

  test('the fault names file and line', () => {
    const text =
      '{\n "id": "a/b",\n "title": "t",\n "kind": "value",\n "selectedBy": "act",\n "versions": [\n  {\n   "from": "heute"';
    const rest =
      ',\n   "document": "d", "article": "a", "gist": "g。", "status": "verified",\n   "checkedOn": "2026-11-22", "values": {}\n  }\n ]\n}';
    expect(checkRule('national/x.json', 'national', text + rest)).toEqual({
      ok: false,
      faults: [{ file: 'national/x.json', line: 8, code: 'date-invalid', detail: 'from: a date YYYY-MM-DD expected' }],
    });
  });
});

describe('rows of tiers', () => {
  test.each([
    ['bounds that fall', [{ upTo: '20', rate: '0.1' }, { upTo: '10', rate: '0.1' }, { rate: '0.1' }], 'rows-overlap'],
    ['an open row in the middle', [{ rate: '0.1' }, { rate: '0.2' }], 'rows-overlap'],
    ['no open row at the end', [{ upTo: '10', rate: '0.1' }], 'rows-gap'],
    ['a row without a price', [{ upTo: '10' }, { rate: '0.1' }], 'field-missing'],
  ])('%s', (_, rows, code) => {
    expect(codes(tiers(rows))).toEqual([code]);
  });
});

describe('rows of tables', () => {
  const row = (when: object, gives: object = { x: 1 }) =>
    Object.fromEntries([
      ['when', when],
      ['then', gives],
    ]);
  test.each([
    ['complete', [row({ days: '<=90' }), row({ days: '>90' })], []],
    ['a day that nobody covers', [row({ days: '<90' }), row({ days: '>90' })], ['rows-gap']],
    ['a day that two cover', [row({ days: '<=90' }), row({ days: '>=90' })], ['rows-overlap']],
    ['a word that nobody covers', [row({ mode: 'a' })], ['rows-gap']],
    ['all words', [row({ mode: ['a', 'b'] })], []],
    ['an input that does not exist', [row({ age: '>1' })], ['input-unknown']],
    ['a word that does not exist', [row({ mode: 'c' })], ['field-invalid']],
    ['a bound that is no number', [row({ days: '>viele' })], ['field-invalid']],
  ])('%s', (_, rows, expected) => {
    expect(codes(table(rows))).toEqual(expected);
  });

  test('"first" may overlap but has no gap either', () => {
    const rows = [row({ days: '<=90' }), row({})];
    expect(codes(table(rows, { hit: 'first' }))).toEqual([]);
    expect(codes(table(rows.slice(0, 1), { hit: 'first' }))).toEqual(['rows-gap']);
  });
});

describe('calendars and checklists', () => {
  const calendar = (change: object) =>
    value({ kind: 'calendar', versions: [{ ...HEAD, off: ['10-01..10-07'], work: ['10-10'], ...change }] });
  test.each([
    [{}, []],
    [{ from: '2020-02-01' }, ['date-invalid']],
    [{ off: ['02-30'] }, ['date-invalid']],
    [{ work: ['10-07'] }, ['rows-overlap']],
  ])('%j', (change, expected) => {
    expect(codes(calendar(change))).toEqual(expected);
  });
  test('an item twice', () => {
    const items = [
      { id: 'a', text: 'x' },
      { id: 'a', text: 'y' },
    ];
    expect(codes(value({ kind: 'checklist', versions: [{ ...HEAD, items }] }))).toEqual(['id-duplicate']);
  });
});
