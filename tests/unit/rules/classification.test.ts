/** Classification, provisions and ratios: thresholds with one below and one above, reasons, versions (CLS-01, 02, 04, 05). */
import { describe, expect, test } from 'vitest';
import { refusalOf, result, warningsOf } from './support/ask';

const five = (daysOverdue: number, flags: readonly string[] = [], reportingDate = '2026-10-31') =>
  result('classification/five-level', { daysOverdue, guarantee: '保证', reportingDate, flags });

describe('CLS-02 classification/five-level', () => {
  test.each([
    [0, '正常'],
    [1, '关注'],
    [90, '关注'],
    [91, '次级'],
    [270, '次级'],
    [271, '可疑'],
    [360, '可疑'],
    [361, '损失'],
  ])('%i days → %s', (days, level) => {
    expect(five(days).class).toBe(level);
  });
  test.each([
    ['misused', '关注'],
    ['renewed-to-repay', '关注'],
    ['other-debt-npl', '关注'],
    ['impaired', '次级'],
    ['evading', '可疑'],
    ['bankruptcy-liquidation', '损失'],
  ])('%s alone → at least %s', (flag, level) => {
    expect(five(0, [flag]).class).toBe(level);
    expect(five(361, [flag]).class).toBe('损失');
  });
  test('every ground is a reason with its article', () => {
    expect(five(91, ['misused']).reasons).toEqual([
      { class: '次级', article: '商业银行金融资产风险分类办法（2023年第1号令） 第十一条第一项' },
      { class: '关注', article: '商业银行金融资产风险分类办法（2023年第1号令） 第十条第二项' },
    ]);
  });
  test('evasion before the rules of 2023: worse only when overdue', () => {
    expect(five(0, ['evading'], '2023-06-30').class).toBe('关注');
    expect(five(1, ['evading'], '2023-06-30').class).toBe('次级');
  });
  test('old stock in the transition is told', () => {
    const facts = { daysOverdue: 1, guarantee: '信用', reportingDate: '2025-12-31' };
    expect(warningsOf('classification/five-level', facts)).toEqual(['old-stock-in-transition']);
    expect(warningsOf('classification/five-level', { ...facts, reportingDate: '2026-01-01' })).toEqual([]);
  });
  test('no five levels before 2002, no unknown words', () => {
    const facts = { daysOverdue: 1, guarantee: '信用', reportingDate: '2001-12-31' };
    expect(refusalOf('classification/five-level', facts)?.code).toBe('rule-not-in-force');
    expect(refusalOf('classification/five-level', { ...facts, guarantee: '口头' })?.code).toBe('fact-invalid');
  });
});

describe('CLS-01 classification/four-level', () => {
  const form = (asOf: string, flags: readonly string[] = []) =>
    result('classification/four-level', { dueDate: '2025-03-31', asOf, flags }).form;
  test.each([
    ['2025-03-31', '正常'],
    ['2025-04-01', '逾期'],
    ['2026-03-30', '逾期'],
    ['2026-03-31', '呆滞'],
  ])('due 2025-03-31, on %s → %s', (asOf, word) => {
    expect(form(asOf)).toBe(word);
  });
  test.each([
    ['dissolved', '呆滞'],
    ['ceased-operation', '呆滞'],
    ['bankrupt-settled', '呆账'],
    ['dead-settled', '呆账'],
    ['disaster', '呆账'],
    ['collateral-insufficient', '呆账'],
    ['convicted-insufficient', '呆账'],
    ['state-approved', '呆账'],
  ])('%s → %s even before it is due', (flag, word) => {
    expect(form('2025-01-01', [flag])).toBe(word);
  });
  test('a judgment without result is 呆账 only a year after the due date', () => {
    expect(form('2026-03-30', ['court-enforced-unrecovered'])).toBe('逾期');
    expect(form('2026-03-31', ['court-enforced-unrecovered'])).toBe('呆账');
  });
});

describe('CLS-04 provision/specific', () => {
  const provision = (change: object) =>
    result('provision/specific', { class: '次级', balance: '1000.00', date: '2010-12-31', ...change });
  test.each([
    [{}, '0.25', '250.00'],
    [{ floatPercent: 20 }, '0.3', '300.00'],
    [{ floatPercent: -20 }, '0.2', '200.00'],
    [{ class: '关注' }, '0.02', '20.00'],
    [{ class: '可疑', floatPercent: '10' }, '0.55', '550.00'],
    [{ date: '2012-06-30' }, '0.25', '250.00'],
    [{ date: '2012-07-01' }, '0.3', '300.00'],
    [{ date: '2026-10-31', class: '正常' }, '0.015', '15.00'],
    [{ date: '2026-10-31', class: '损失', balance: '0.01' }, '1', '0.01'],
  ])('%j → %s, %s', (change, rate, amount) => {
    expect(provision(change)).toEqual({ rate, amount });
  });
  test.each([
    [{ floatPercent: 21 }],
    [{ floatPercent: -21 }],
    [{ class: '损失', floatPercent: 1 }],
    [{ date: '2012-07-01', floatPercent: 1 }],
  ])('%j is refused', (change) => {
    const facts = { class: '次级', balance: '1000.00', date: '2010-12-31', ...change };
    expect(refusalOf('provision/specific', facts)?.code).toBe('float-not-allowed');
  });
});

describe('CLS-05 ratios', () => {
  const migration = { class: '关注', opening: '1000.00', movedDown: '100.00', decrease: '200.00' };
  test('ratio/migration', () => {
    expect(result('ratio/migration', migration)).toEqual({ ratio: '0.1250' });
    expect(result('ratio/migration', { ...migration, movedDown: '0.00', decrease: '1000.00' })).toEqual({
      ratio: 'n/a',
    });
    expect(result('ratio/migration', { ...migration, opening: '0', movedDown: '0', decrease: '0' }).ratio).toBe('n/a');
    expect(refusalOf('ratio/migration', { ...migration, decrease: '1000.01' })?.code).toBe('migration-impossible');
    expect(refusalOf('ratio/migration', { ...migration, class: '损失' })?.code).toBe('class-without-migration');
  });
  test('ratio/coverage', () => {
    const balances = { 正常: '800.00', 关注: '100.00', 次级: '50.00', 可疑: '30.00', 损失: '20.00' };
    expect(result('ratio/coverage', { balances, reserve: '150.00' })).toEqual({
      coverage: '1.5000',
      nplRatio: '0.1000',
      provisionRatio: '0.1500',
    });
    expect(result('ratio/coverage', { balances: { 正常: '1.00' }, reserve: '1.00' }).coverage).toBe('n/a');
    expect(refusalOf('ratio/coverage', { balances: { 不良: '1.00' }, reserve: '1.00' })?.code).toBe('fact-invalid');
  });
});
