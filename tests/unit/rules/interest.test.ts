/** Interest: one period, penalty range, and delayed performance across the changes of law (law.md §5, §12). */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answer, refusalOf, result, warningsOf } from './support/ask';

const loan = { principal: '10000.00', annualRate: '0.06', days: 30, basis: 360 };

describe('REC-13 interest/simple and interest/penalty', () => {
  test.each([
    [{}, '50.00'],
    [{ basis: 365 }, '49.32'],
    [{ days: 0 }, '0.00'],
    [{ principal: '380000.00', annualRate: '0.0525', days: 3650 }, '202270.83'],
    [{ principal: '0.01', annualRate: '0.5', days: 360 }, '0.01'],
  ])('%j → %s', (change, amount) => {
    expect(result('interest/simple', { ...loan, ...change })).toEqual({ amount });
  });

  test.each([
    [29, ['uplift-unusual']],
    [30, []],
    [50, []],
    [51, ['uplift-only-for-misuse']],
    [100, ['uplift-only-for-misuse']],
    [101, ['uplift-unusual']],
  ])('uplift of %i %% is applied and warns %j', (upliftPercent, warnings) => {
    const facts = { ...loan, upliftPercent };
    expect(result('interest/penalty', facts)).toEqual({ amount: (50 * (1 + upliftPercent / 100)).toFixed(2) });
    expect(warningsOf('interest/penalty', facts)).toEqual(warnings);
  });

  test('a basis that no contract knows is refused', () => {
    expect(refusalOf('interest/simple', { ...loan, basis: 364 })).toMatchObject({ code: 'fact-invalid' });
  });
});

describe('interest/delayed-performance', () => {
  const facts = { base: '100000.00', performanceDue: '2024-01-31', payments: [], until: '2024-02-29' };

  test('the day that starts it is not counted, the last one is', () => {
    expect(result('interest/delayed-performance', facts)).toEqual({
      amount: '507.50',
      segments: [{ from: '2024-02-01', to: '2024-02-29', days: 29, base: '100000.00', amount: '507.50' }],
    });
  });

  test('a payment day still bears interest on what was paid', () => {
    const payments = [{ on: '2024-02-10', principal: '40000.00' }];
    expect(result('interest/delayed-performance', { ...facts, payments })).toEqual({
      amount: '374.50',
      segments: [
        { from: '2024-02-01', to: '2024-02-10', days: 10, base: '100000.00', amount: '175.00' },
        { from: '2024-02-11', to: '2024-02-29', days: 19, base: '60000.00', amount: '199.50' },
      ],
    });
  });

  test.each([
    ['on the last day of performance', '2024-01-31', '304.50'],
    ['before it', '2024-01-01', '304.50'],
  ])('a payment %s lowers the base from the start', (_, on, amount) => {
    const payments = [{ on, principal: '40000.00' }];
    expect(result('interest/delayed-performance', { ...facts, payments }).amount).toBe(amount);
  });

  test('paid in full, nothing more accrues', () => {
    const payments = [{ on: '2024-02-10', principal: '100000.00' }];
    expect(result('interest/delayed-performance', { ...facts, payments }).amount).toBe('175.00');
  });

  test('more than the debt is refused', () => {
    const payments = [{ on: '2024-02-10', principal: '100000.01' }];
    expect(refusalOf('interest/delayed-performance', { ...facts, payments })?.code).toBe('payments-exceed-base');
  });

  test('not late, nothing owed', () => {
    const early = { ...facts, until: '2024-01-31' };
    expect(result('interest/delayed-performance', early)).toEqual({ amount: '0.00', segments: [] });
  });

  test('DPI-08 days before 2014-08-01 follow twice the benchmark, from then on the fixed rate', () => {
    const across = { ...facts, performanceDue: '2014-07-30', until: '2014-08-02' };
    const { result: got, trace, warnings } = answer('interest/delayed-performance', across);
    expect(warnings).toEqual([{ code: 'benchmark-grade', grade: 'months6' }]);
    expect(got.segments).toEqual([
      { from: '2014-07-31', to: '2014-07-31', days: 1, base: '100000.00', amount: '31.11' },
      { from: '2014-08-01', to: '2014-08-02', days: 2, base: '100000.00', amount: '35.00' },
    ]);
    expect(trace.map(({ rule, version, status }) => [rule, version, status])).toEqual([
      ['interest/delayed-performance', '2009-05-18', 'secondary'],
      ['interest/benchmark-rate', '2012-07-06', 'unconfirmed'],
      ['interest/delayed-performance', '2014-08-01', undefined],
    ]);
  });

  test('DPI-10 days before 2009-05-18 ask for the highest loan rate', () => {
    const old = { ...facts, performanceDue: '2009-05-16', until: '2009-05-17' };
    expect(refusalOf('interest/delayed-performance', old)).toMatchObject({ facts: ['highestLoanRate'] });
    expect(result('interest/delayed-performance', { ...old, highestLoanRate: '0.072' }).amount).toBe('40.00');
  });

  test('cutting the time in two changes nothing (additive to the rounding)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 }), (first, second) => {
        const day = (days: number) => new Date(Date.UTC(2020, 0, 1 + days)).toISOString().slice(0, 10);
        const amount = (due: number, until: number) =>
          Number(
            result('interest/delayed-performance', {
              base: '80000.00',
              performanceDue: day(due),
              payments: [],
              until: day(until),
            }).amount,
          );
        const whole = amount(0, first + second);
        expect(Math.abs(whole - amount(0, first) - amount(first, first + second))).toBeLessThan(0.011);
      }),
      { numRuns: 50 },
    );
  });
});
