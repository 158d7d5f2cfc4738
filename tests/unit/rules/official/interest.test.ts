/**
 * Interest by the formulas as the texts print them: computed here from the formula in whole numbers, not by our code. Each row
 * says its source and how sure it is (V read in the text, S secondary).
 */
import { inOrder } from '@shared/domain/repayment/allocation';
import { describe, expect, test } from 'vitest';
import { result } from '../support/ask';

/** `fen × n / d`, half up, as yuan. */
function yuan(fen: bigint, n: bigint, d: bigint): string {
  const rounded = (2n * fen * n + d) / (2n * d);
  return `${rounded / 100n}.${String(rounded % 100n).padStart(2, '0')}`;
}

describe('REC-13 contract and penalty interest', () => {
  test.each([
    [
      '100000.00',
      '0.06',
      30,
      360,
      yuan(10_000_000n, 6n * 30n, 36_000n),
      '银发〔2005〕129号: day rate = year rate ÷ 360',
      'V',
    ],
    ['250000.00', '0.0725', 91, 360, yuan(25_000_000n, 725n * 91n, 3_600_000n), '银发〔2005〕129号: day by day', 'V'],
    ['100000.00', '0.06', 365, 365, '6000.00', '银发〔2005〕129号: a whole year bears the year rate', 'V'],
  ])('%s at %s for %i days (÷%i) is %s — %s (%s)', (principal, annualRate, days, basis, amount) => {
    expect(result('interest/simple', { principal, annualRate, days, basis })).toEqual({ amount });
  });

  test.each([
    [30, yuan(10_000_000n, 6n * 90n * 130n, 3_600_000n), '银发〔2003〕251号 3: overdue, at least 30 % more', 'V'],
    [50, yuan(10_000_000n, 6n * 90n * 150n, 3_600_000n), '银发〔2003〕251号 3: overdue, at most 50 % more', 'V'],
    [100, yuan(10_000_000n, 6n * 90n * 200n, 3_600_000n), '银发〔2003〕251号 3: misused, at most 100 % more', 'V'],
  ])('uplift %i %%: %s — %s (%s)', (upliftPercent, amount) => {
    const facts = { principal: '100000.00', annualRate: '0.06', days: 90, basis: 360, upliftPercent };
    expect(result('interest/penalty', facts)).toEqual({ amount });
  });
});

describe('REC-13 interest/delayed-performance', () => {
  test.each([
    ['2023-03-31', '2023-04-30', 30n, '法释〔2014〕8号 1, 2: base × 1.75 ‱ × days from the day after the period', 'V'],
    ['2023-12-31', '2024-12-31', 366n, '法释〔2014〕8号 1: each day counts, leap day too', 'V'],
    ['2020-01-10', '2020-01-11', 1n, '法释〔2014〕8号 2: the first day after the period', 'V'],
  ])('from %s until %s: %i days — %s (%s)', (performanceDue, until, days) => {
    const facts = { base: '1234567.89', performanceDue, until, payments: [] };
    expect(result('interest/delayed-performance', facts).amount).toBe(yuan(123_456_789n, 175n * days, 1_000_000n));
  });

  test('法释〔2014〕8号 3(1): each payment ends its own part on its day (V)', () => {
    const payments = [{ on: '2023-04-10', principal: '30000.00' }];
    const facts = { base: '100000.00', performanceDue: '2023-03-31', until: '2023-04-30', payments };
    const expected = yuan(10_000_000n * 10n + 7_000_000n * 20n, 175n, 1_000_000n);
    expect(result('interest/delayed-performance', facts).amount).toBe(expected);
  });

  test('法释〔2009〕6号: twice the rate of the same period, days before 2014-08-01 (S)', () => {
    const facts = { base: '100000.00', performanceDue: '2013-01-10', until: '2013-02-09', payments: [] };
    // Benchmark up to six months from 2012-07-06: 5.60 % a year.
    expect(result('interest/delayed-performance', facts).amount).toBe(yuan(10_000_000n, 560n * 2n * 30n, 3_600_000n));
  });
});

test('民法典 561: what is not enough pays costs, then interest, then principal (V)', () => {
  const owed = { costs: 1_000_00, interest: 5_000_00, principal: 100_000_00 };
  const { parts, rest } = inOrder(8_000_00, owed, ['costs', 'interest', 'principal']);
  expect([parts, rest]).toEqual([{ costs: 1_000_00, interest: 5_000_00, principal: 2_000_00 }, 0]);
});
