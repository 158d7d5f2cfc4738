/** What the screen of the rules computes itself: the tree and its search (RUL-01), typed facts, the formula behind a fee (RUL-02). */

import type { RuleCell, RuleFact, RuleSource, RuleSummary } from '@shared/contract/rules.contract';
import { evaluators } from '@shared/domain/rules/evaluators';
import { factInputs } from '@shared/domain/rules/factInput';
import { describe, expect, it } from 'vitest';
import { pastedRows, readFacts, type TypedRow } from '../../../../renderer/features/rules/facts';
import { flatNodes, type Grouping, rulesIn, ruleTree } from '../../../../renderer/features/rules/ruleTree';
import { tariffFormula } from '../../../../renderer/features/rules/tariffFormula';
import { versionOf } from '../../../../renderer/features/rules/versionOf';

const rule = (id: string, title: string, part: Partial<RuleSummary> = {}): RuleSummary => ({
  id,
  title,
  kind: 'value',
  layer: 'national',
  version: { from: '2007-04-01', document: '法', article: '第一条', status: 'verified', layer: 'national' },
  words: `法第一条 ${title}的规定。`,
  draft: null,
  ...part,
});

const RULES = [
  rule('court-fee/acceptance', '财产案件受理费'),
  rule('court-fee/refund', '受理费的退还', { version: null }),
  rule('branch/litigation/days', '审查期限', { layer: 'branch' }),
  rule('guarantee/nature', '保证期间的性质', {
    version: { from: '2021-01-01', document: '法', article: '第二条', status: 'unconfirmed', layer: 'national' },
  }),
];
const SOURCES: RuleSource[] = [
  {
    document: '诉讼费用交纳办法',
    title: '诉讼费用',
    layer: 'national',
    articles: [
      { article: '第一条', gist: '目的。', rules: [], none: '没有参数。' },
      { article: '第十三条', gist: '按件收费。', rules: ['court-fee/acceptance'], none: null },
      { article: '第二十条', gist: '预交和退还。', rules: ['court-fee/acceptance', 'court-fee/refund'], none: null },
    ],
  },
];
const words = { topic: (topic: string) => topic, status: (status: string) => status, branch: '本行' };
const tree = (grouping: Grouping, search = '') => ruleTree({ rules: RULES, sources: SOURCES, grouping, search, words });
const labels = (grouping: Grouping, search = '') => flatNodes(tree(grouping, search)).map(({ label }) => label);

describe('RUL-01 the tree', () => {
  it('shows every article, with its rule or the reason why it has none, and what the branch made first', () => {
    expect(labels('source')).toEqual([
      '本行',
      '审查期限',
      '诉讼费用交纳办法',
      '第一条 目的。',
      '第十三条 财产案件受理费',
      '第二十条 预交和退还。',
      '财产案件受理费',
      '受理费的退还',
    ]);
    expect(flatNodes(tree('source')).find(({ none }) => none)?.rule).toBeNull();
  });

  it('groups by topic, a branch version with its rule, and by status, the unsure ones first', () => {
    expect(tree('topic').map(({ key }) => key)).toEqual(['court-fee', 'guarantee', 'litigation']);
    expect(tree('status').map(({ key }) => key)).toEqual(['unconfirmed', 'verified', 'not-in-force']);
  });

  it('searches from two characters on, in titles, articles, ids and gists', () => {
    expect(rulesIn(tree('topic', '受'))).toBe(4);
    expect(labels('topic', '受理').toSorted()).toEqual(['court-fee', '受理费的退还', '财产案件受理费']);
    expect(rulesIn(tree('topic', 'COURT-fee'))).toBe(2);
    expect(labels('source', '退还')).toEqual([
      '诉讼费用交纳办法',
      '第二十条 预交和退还。',
      '财产案件受理费',
      '受理费的退还',
    ]);
    expect(rulesIn(tree('source', '费用交纳'))).toBe(2);
    expect(tree('source', '没有这样的')).toEqual([]);
  });
});

describe('RUL-02 the bench', () => {
  const cell = (name: string, kind: RuleCell['kind'], words: string[] = []): RuleCell => ({
    name,
    kind,
    words,
    expected: '',
    optional: false,
  });
  const fact = (name: string, kind: RuleFact['kind'], more: Partial<RuleFact> = {}): RuleFact => ({
    ...cell(name, 'text'),
    kind,
    shape: null,
    columns: [],
    ...more,
  });
  const PAYMENT = [cell('on', 'date'), cell('principal', 'money'), cell('kind', 'choice', ['cash', 'debt-in-kind'])];

  it('sends what was typed, and nothing for what was not', () => {
    const asked = [
      fact('a', 'money'),
      fact('b', 'boolean'),
      fact('d', 'date'),
      fact('e', 'number'),
      fact('f', 'choices'),
    ];
    const typed = { a: 52_300_000, b: 'false', d: null, e: ' 3 ', f: [] };
    expect(readFacts(asked, typed)).toEqual({ a: '523000.00', b: false, e: '3' });
    expect(readFacts(asked, { f: ['x', 'y'] })).toEqual({ f: ['x', 'y'] });
  });

  it('sends rows as records, as values, or as the one record; empty lines count for nothing', () => {
    const rows: TypedRow[] = [
      { on: '2026-01-02', principal: 100_00 },
      {},
      { on: null, principal: null },
      { principal: 5 },
    ];
    const records = fact('p', 'table', { shape: 'records', columns: PAYMENT });
    expect(readFacts([records], { p: rows })).toEqual({
      p: [{ on: '2026-01-02', principal: '100.00' }, { principal: '0.05' }],
    });
    expect(readFacts([records], {})).toEqual({ p: [] });
    const days = fact('p', 'table', { shape: 'values', columns: [cell('on', 'date')] });
    expect(readFacts([days], { p: [{ on: '2026-01-02' }, { on: null }] })).toEqual({ p: ['2026-01-02'] });
    const one = fact('p', 'table', { shape: 'record', columns: PAYMENT });
    expect(readFacts([one], { p: [{ principal: 1_00 }] })).toEqual({ p: { principal: '1.00' } });
    expect(readFacts([one], {})).toEqual({});
  });

  it('takes rows from Excel: in order or by their headings, in the words of the screen', () => {
    const words = {
      fact: (name: string) => ({ on: '日期', principal: '本金' })[name] ?? name,
      value: (word: string) => (word === 'cash' ? '现金' : word),
    };
    const inOrder = '2026/1/2\t1,000.50\t现金\r\n2026年2月3日\t￥20\tdebt-in-kind\r\n';
    const read = [
      { on: '2026-01-02', principal: 1000_50, kind: 'cash' },
      { on: '2026-02-03', principal: 20_00, kind: 'debt-in-kind' },
    ];
    expect(pastedRows(PAYMENT, inOrder, words)).toEqual({ rows: read, unread: 0 });
    const byHeading = '户名\t本金\t日期\n张三\t1000.50\t2026-01-02\n李四\t20\t昨天\n';
    expect(pastedRows(PAYMENT, byHeading, words)).toEqual({
      rows: [{ principal: 1000_50, on: '2026-01-02' }, { principal: 20_00 }],
      unread: 1,
    });
  });

  it('every question has an input of its kind: no list is typed as text', () => {
    const inputs = evaluators.flatMap(({ facts }) => factInputs(facts));
    const listed = inputs.filter(({ expected }) => /^(list of|\{)/.test(expected));
    expect(listed.length).toBeGreaterThan(4);
    expect(listed.filter(({ kind }) => kind !== 'table' && kind !== 'choices')).toEqual([]);
    const events = inputs.find(({ name }) => name === 'events');
    expect(events?.columns.map(({ name, kind }) => [name, kind])).toEqual([
      ['kind', 'choice'],
      ['on', 'date'],
      ['against', 'text'],
      ['evidence', 'text'],
      ['content', 'choice'],
      ['level', 'choice'],
    ]);
  });

  const body = {
    kind: 'tiers' as const,
    rows: [
      { label: '0-10000', upTo: '10000', flat: '50.00', rate: '0' },
      { label: '10000-', upTo: null, flat: '0.00', rate: '0.025' },
    ],
  };
  const trace = (amount: string) => [
    { rule: 'court-fee/acceptance', version: '2007-04-01', article: '第十三条', inputs: { claimAmount: amount } },
  ];

  it.each([
    ['10000.00', '50.00', '50.00 = 50.00'],
    ['10000.01', '50.00', '50.00 + 0.01 × 0.025 = 50.00'],
    ['20000.00', '300.00', '50.00 + 10000 × 0.025 = 300.00'],
  ])('shows the sum behind a fee on %s', (amount, result, formula) =>
    expect(tariffFormula(body, trace(amount), result)).toBe(formula),
  );

  it('shows no formula that does not give the figure', () => {
    expect(tariffFormula(body, trace('20000.00'), '150.00')).toBeNull();
    expect(tariffFormula({ kind: 'value', values: {} }, trace('20000.00'), '300.00')).toBeNull();
  });
});

describe('RUL-01 the version of a day', () => {
  const versions = [
    { from: '2007-04-01', until: '2020-12-31' },
    { from: '2021-01-01', until: null },
  ];
  it.each([
    ['2007-03-31', undefined],
    ['2020-12-31', '2007-04-01'],
    ['2021-01-01', '2021-01-01'],
  ])('%s → %s', (day, from) => expect(versionOf(versions, day)?.from).toBe(from));
});
