/** Classes, provisions and ratios at the figures that the texts print; each row says its source and how sure it is (V, S). */
import { describe, expect, test } from 'vitest';
import { result } from '../support/ask';

describe('CLS-02 classification/five-level by days overdue', () => {
  test.each([
    [1, '关注', '2023年第1号令 10(1): principal, interest or income overdue', 'V'],
    [90, '关注', '2023年第1号令 11(1): up to ninety days', 'V'],
    [91, '次级', '2023年第1号令 11(1): more than ninety days', 'V'],
    [270, '次级', '2023年第1号令 12(1): up to 270 days', 'V'],
    [271, '可疑', '2023年第1号令 12(1): more than 270 days', 'V'],
    [360, '可疑', '2023年第1号令 13(1): up to 360 days', 'V'],
    [361, '损失', '2023年第1号令 13(1): more than 360 days', 'V'],
  ])('%i days: %s — %s (%s)', (daysOverdue, level) => {
    const facts = { daysOverdue, guarantee: '信用', reportingDate: '2026-10-31' };
    expect(result('classification/five-level', facts)).toMatchObject({ class: level });
  });
});

describe('CLS-06 provision/specific', () => {
  const balance = '1000000.00';
  test.each([
    ['正常', '2026-10-31', '15000.00', '财金〔2012〕20号 standard coefficients: 1.5 %', 'V'],
    ['关注', '2026-10-31', '30000.00', '财金〔2012〕20号: 3 %', 'V'],
    ['次级', '2026-10-31', '300000.00', '财金〔2012〕20号: 30 %', 'V'],
    ['可疑', '2026-10-31', '600000.00', '财金〔2012〕20号: 60 %', 'V'],
    ['损失', '2026-10-31', '1000000.00', '财金〔2012〕20号: 100 %', 'V'],
    ['关注', '2005-06-30', '20000.00', '银发〔2002〕98号: 2 %', 'S'],
    ['次级', '2005-06-30', '250000.00', '银发〔2002〕98号: 25 %', 'S'],
    ['可疑', '2005-06-30', '500000.00', '银发〔2002〕98号: 50 %', 'S'],
    ['损失', '2005-06-30', '1000000.00', '银发〔2002〕98号: 100 %', 'S'],
  ])('%s on %s: %s — %s (%s)', (level, date, amount) => {
    expect(result('provision/specific', { class: level, balance, date })).toMatchObject({ amount });
  });
});

describe('CLS-07 ratios of 银监发〔2005〕89号', () => {
  test('次级类贷款迁徙率 = moved down ÷ (opening − decrease) (V)', () => {
    const facts = { class: '次级', opening: '1000000.00', movedDown: '300000.00', decrease: '250000.00' };
    expect(Number(result('ratio/migration', facts).ratio)).toBeCloseTo(0.4, 6);
  });
  test('不良贷款率 = (次级 + 可疑 + 损失) ÷ all loans; coverage = reserve ÷ non-performing (V)', () => {
    const balances = { 正常: '900000.00', 关注: '50000.00', 次级: '30000.00', 可疑: '15000.00', 损失: '5000.00' };
    const got = result('ratio/coverage', { balances, reserve: '75000.00' });
    expect([Number(got.nplRatio), Number(got.coverage), Number(got.provisionRatio)]).toEqual([0.05, 1.5, 0.075]);
  });
});
