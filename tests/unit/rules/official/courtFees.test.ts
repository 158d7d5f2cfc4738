/**
 * Fees against the fast formulas that courts post beside the tariff (诉讼费用交纳办法 13, 14: "amount × rate + constant"), and
 * figures that were quoted from real cases. The constants come from the posted tables, not from our rows.
 */
import { describe, expect, test } from 'vitest';
import { result } from '../support/ask';

const acceptedOn = '2024-05-10';

/** [yuan, expected, source] */
const ACCEPTANCE: readonly (readonly [number, string, string])[] = [
  [10_000, '50.00', '13(1)1'],
  [50_000, '1050.00', '×2.5%−200'],
  [100_000, '2300.00', '×2.5%−200'],
  [200_000, '4300.00', '×2%+300'],
  [500_000, '8800.00', '×1.5%+1,300'],
  [860_000, '12400.00', '×1%+3,800; a widely copied 12,900 is wrong'],
  [1_000_000, '13800.00', '×1%+3,800'],
  [2_000_000, '22800.00', '×0.9%+4,800'],
  [5_000_000, '46800.00', '×0.8%+6,800'],
  [10_000_000, '81800.00', '×0.7%+11,800'],
  [20_000_000, '141800.00', '×0.6%+21,800'],
  [50_000_000, '291800.00', '×0.5%+41,800'],
];

const ENFORCEMENT: readonly (readonly [number, string, string])[] = [
  [10_000, '50.00', '14(1)'],
  [100_000, '1400.00', '×1.5%−100'],
  [500_000, '7400.00', '×1.5%−100'],
  [5_000_000, '52400.00', '×1%+2,400'],
  [10_000_000, '77400.00', '×0.5%+27,400'],
  [20_000_000, '87400.00', '×0.1%+67,400'],
];

const PRESERVATION: readonly (readonly [number, string, string])[] = [
  [1_000, '30.00', '14(2)'],
  [100_000, '1020.00', '×1%+20; without the base of 30 it would be 990'],
  [500_000, '3020.00', '×0.5%+520'],
  [896_000, '5000.00', 'cap reached'],
  [895_998, '4999.99', 'just below the cap'],
];

describe('LIT-16 fees as courts post them', () => {
  test.each(ACCEPTANCE)('court-fee/acceptance %i', (yuan, amount) => {
    expect(result('court-fee/acceptance', { claimAmount: `${yuan}.00`, acceptedOn })).toEqual({ amount });
  });
  test.each(ENFORCEMENT)('court-fee/enforcement %i', (yuan, amount) => {
    expect(result('court-fee/enforcement', { amount: `${yuan}.00`, acceptedOn })).toEqual({ amount });
  });
  test.each(PRESERVATION)('court-fee/preservation %i', (yuan, amount) => {
    expect(result('court-fee/preservation', { amount: `${yuan}.00`, acceptedOn })).toEqual({ amount });
  });
});
