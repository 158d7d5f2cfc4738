/** Layers: national law, adopted regulation, own version; each may only tighten (RUL-01, architecture §3). */
import { checkRule } from '@shared/rules/checkRule';
import { Inquiry } from '@shared/rules/inquiry';
import { RuleBook } from '@shared/rules/ruleBook';
import type { Layer, Rule } from '@shared/rules/ruleTypes';
import { describe, expect, test } from 'vitest';

function rule(layer: Layer, id: string, days: number, from: string, more: object = {}): Rule {
  const head = { document: layer, article: '第一条', gist: '说明。', status: 'verified', checkedOn: '2026-11-22' };
  const versions = [{ from, ...head, values: { days } }];
  const text = JSON.stringify({ id, title: 't', kind: 'value', selectedBy: 'act', versions, ...more });
  const checked = checkRule(`${layer}.json`, layer, text);
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
  return checked.rule;
}

const national = rule('national', 'x/days', 15, '2000-01-01', { tighter: { days: 'less' } });
const regulation = (days: number, from = '2010-01-01') =>
  rule('regulation', 'x/days-b1', days, from, { tightens: 'x/days' });
const branch = (days: number) => rule('branch', 'x/days-own', days, '2020-01-01', { tightens: 'x/days' });

describe('layers', () => {
  const { book, faults } = RuleBook.of([national, regulation(10), branch(12)]);

  test.each([
    ['2009-12-31', 15, 1],
    ['2010-01-01', 10, 2],
    ['2020-01-01', 10, 3],
  ])('on %s the strictest of the layers in force holds: %i days', (date, days, layers) => {
    const inquiry = new Inquiry(book);
    const values = inquiry.values('x/days', date);
    expect(faults).toEqual([]);
    expect(values.number('days')).toBe(days);
    expect(values.layers.length).toBe(layers);
    expect(inquiry.trace.length).toBe(layers);
  });

  test.each([
    ['looser than the law', [national, regulation(16)], 'loosens'],
    ['a base that does not exist', [regulation(10)], 'rule-unknown'],
    ['the same layer', [national, rule('national', 'x/other', 9, '2010-01-01', { tightens: 'x/days' })], 'loosens'],
    ['the same id twice', [national, national], 'id-duplicate'],
  ])('%s is a load error', (_, rules, code) => {
    expect(RuleBook.of(rules).faults.map((fault) => fault.code)).toEqual([code]);
  });

  test('a value that the law does not open cannot be changed at all', () => {
    const closed = rule('national', 'x/days', 15, '2000-01-01');
    expect(RuleBook.of([closed, regulation(10)]).faults.map((fault) => fault.code)).toEqual(['loosens']);
  });

  test('before the first version the rule refuses', () => {
    expect(() => new Inquiry(book).values('x/days', '1999-12-31')).toThrow('rule-not-in-force');
  });
});
