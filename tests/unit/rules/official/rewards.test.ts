/** Rewards at the percentages that the regulation prints (B2 不良贷款管理办法 第三十条); every row is verified in its text (V). */
import { describe, expect, test } from 'vitest';
import { result } from '../support/ask';

const base = { recovered: '10000.00', collector: 'staff', cost: '0.00' };

describe('RWD-01 reward/recovery', () => {
  test.each([
    ['1996-12-31', '呆滞', 'ordinary', '1500.00', '(一)1: formed by the end of 1996, 15 %'],
    ['1996-12-31', '呆账', 'ordinary', '2000.00', '(一)1: formed by the end of 1996, 20 %'],
    ['1997-01-01', '呆滞', 'ordinary', '1000.00', '(一)2: 1997 to the end of 1999, 10 %'],
    ['1999-12-31', '呆账', 'ordinary', '1500.00', '(一)2: 1997 to the end of 1999, 15 %'],
    ['1999-12-31', '呆滞', 'bill-swapped', '2000.00', '(一)3: swapped for bills, 20 %'],
    ['1999-12-31', '呆账', 'bill-swapped', '2500.00', '(一)3: swapped for bills, 25 %'],
    ['1999-12-31', '呆账', 'written-off', '3000.00', '(一)4: written off, 30 %'],
  ])('%s %s %s: %s — 第三十条%s', (formedOn, form, status, amount) => {
    expect(result('reward/recovery', { ...base, formedOn, form, status })).toMatchObject({ amount });
  });

  test('第三十条(五): an outsider is rewarded on what is left after costs', () => {
    const facts = { ...base, collector: 'outsider', cost: '2000.00', formedOn: '1996-12-31', form: '呆滞' };
    expect(result('reward/recovery', { ...facts, status: 'ordinary' })).toMatchObject({ amount: '1200.00' });
  });
});
