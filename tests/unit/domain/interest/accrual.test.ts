/** Interest on papers: split by kind on the paper's day, and what is missing named (REC-13, G-INT, documents.md §4). */
import { type AccrualFacts, accrue, interestSum } from '@shared/domain/interest/accrual';
import { present } from '@shared/kernel/assert';
import { addDays } from '@shared/kernel/calendarDate';
import { Inquiry } from '@shared/rules/inquiry';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shipped } from '../../rules/support/ask';

/** The fictional case: interest paid to 2024-12-20, 6.50 %, +50 %, compound interest agreed. */
const QINGHE: AccrualFacts = {
  terms: {
    from: '2024-12-21',
    open: { contract: 0, penalty: 0, compound: 0 },
    rates: [],
    upliftPercent: '50',
    compound: true,
    basis: 360,
    callPenalty: null,
  },
  annualRate: '0.065',
  dueOn: '2025-03-15',
  calledInOn: null,
  principal: 132_000_000,
  payments: [],
};
const of = (change: Partial<AccrualFacts> = {}, asOf = '2026-09-20') =>
  accrue(new Inquiry(shipped.book), { ...QINGHE, ...change }, asOf);
const terms = (change: Partial<NonNullable<AccrualFacts['terms']>>) => ({
  terms: { ...present(QINGHE.terms, 'terms'), ...change },
});

describe('REC-13 accrual', () => {
  it('comes to the fictional case of the forms to the fen', () => {
    const { accrual } = of();
    expect(accrual).toMatchObject({ contract: 2_002_000, penalty: 19_841_250, compound: 300_926, asOf: '2026-09-20' });
    expect(interestSum(present(accrual, 'it'))).toBe(22_144_176);
    expect(accrual?.lines.map(({ kind, from, to, days }) => [kind, from, to, days])).toEqual([
      ['contract', '2024-12-21', '2025-03-14', 84],
      ['penalty', '2025-03-15', '2026-09-20', 555],
      ['compound', '2025-03-15', '2026-09-20', 555],
    ]);
    expect(accrual?.trace.map(({ rule }) => rule)).toContain('interest/penalty');
  });

  it.each([
    ['interest-terms-missing', { terms: null }],
    ['interest-rate-missing', { annualRate: null }],
    ['interest-rate-missing', terms({ rates: [{ from: '2025-01-01', annualRate: '0.05' }] })],
    ['interest-uplift-missing', terms({ upliftPercent: null })],
    ['interest-due-date-missing', { dueOn: null }],
    ['interest-from-later', terms({ from: '2026-09-22' })],
    ['interest-overpaid', { payments: [{ on: '2026-01-01', principal: 0, interest: 99_999_999 }] }],
  ])('a missing fact is named, never taken as zero: %s', (missing, change) => {
    expect(of(change)).toEqual({ accrual: null, missing });
  });

  it('LIM-09 called in: the whole bears penalty interest from then where the contract says so, else from its due date; unsaid is told', () => {
    const called = { calledInOn: '2025-01-15' };
    const linesOf = (callPenalty: boolean | null, asOf?: string) => {
      const { accrual } = of({ ...called, ...terms({ callPenalty }) }, asOf);
      return [accrual?.callUnsaid, accrual?.lines.slice(0, 2).map(({ kind, from, to }) => [kind, from, to])];
    };
    const byDue = [
      ['contract', '2024-12-21', '2025-03-14'],
      ['penalty', '2025-03-15', '2026-09-20'],
    ];
    expect(linesOf(true)).toEqual([
      null,
      [
        ['contract', '2024-12-21', '2025-01-14'],
        ['penalty', '2025-01-15', '2026-09-20'],
      ],
    ]);
    expect(linesOf(false)).toEqual([null, byDue]);
    expect(linesOf(null)).toEqual(['2025-01-15', byDue]);
    // Just before the call nothing is said of it, and no surcharge is needed.
    expect(linesOf(null, '2025-01-14')[0]).toBeNull();
    expect(linesOf(null, '2025-01-15')[0]).toBe('2025-01-15');
    const unknown = (day: string) =>
      of({ ...called, ...terms({ callPenalty: true, upliftPercent: null }) }, day).missing;
    expect([unknown('2025-01-14'), unknown('2025-01-15')]).toEqual([null, 'interest-uplift-missing']);
    // A call after the due date changes nothing.
    expect(of({ calledInOn: '2025-03-16', ...terms({ callPenalty: true }) })).toEqual(of(terms({ callPenalty: true })));
  });

  it('a loan that is not due needs no surcharge', () => {
    expect(of(terms({ upliftPercent: null }), '2025-03-14').accrual).toMatchObject({ contract: 2_002_000, penalty: 0 });
  });

  it('what stood open on the first day is added, and bears compound interest as far as it is contract interest', () => {
    const open = { contract: 100_000, penalty: 5_000, compound: 700 };
    const plain = present(of(terms({ compound: false })).accrual, 'without');
    const more = present(of(terms({ compound: false, open })).accrual, 'with');
    expect(interestSum(more) - interestSum(plain)).toBe(105_700);
    const compounded = present(of(terms({ open })).accrual, 'compounded');
    expect(compounded.compound).toBeGreaterThan(present(of().accrual, 'it').compound + 700);
  });

  it('receipts since then: principal stops bearing interest from their day, interest is taken off contract interest first', () => {
    const paid = [{ on: '2025-03-15', principal: 18_000_000, interest: 2_100_000 }];
    const got = present(of({ principal: 114_000_000, payments: paid, ...terms({ compound: false }) }).accrual, 'it');
    expect(got).toMatchObject({ contract: 0, paid: 2_100_000 });
    expect(got.penalty).toBe(17_135_625 - 98_000);
  });

  it('a day more never costs less, and no part is below zero', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900 }), fc.boolean(), (days, compound) => {
        const day = addDays('2024-12-21', days);
        const first = present(of(terms({ compound }), day).accrual, 'first');
        const second = present(of(terms({ compound }), addDays(day, 1)).accrual, 'second');
        expect(interestSum(second)).toBeGreaterThanOrEqual(interestSum(first));
        expect(Math.min(first.contract, first.penalty, first.compound)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 50 },
    );
  });
});
