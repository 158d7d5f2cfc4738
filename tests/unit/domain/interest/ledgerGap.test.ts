/** Computed interest against the ledger's own (REC-13, G-INT): terms recorded wrongly show at once, rounding does not. */
import { type AccrualFacts, accrue, interestSum } from '@shared/domain/interest/accrual';
import { gapText, ledgerGap } from '@shared/domain/interest/ledgerGap';
import { present } from '@shared/kernel/assert';
import { Inquiry } from '@shared/rules/inquiry';
import { describe, expect, it } from 'vitest';
import { shipped } from '../../rules/support/ask';

const NOTHING = { contract: 0, penalty: 0, compound: 0 };
/** Due in 2016; the ledger of 2026-10-31 has 34,346.05, the terms begin that day with nothing open. */
const OLD: AccrualFacts = {
  terms: {
    from: '2026-10-31',
    open: NOTHING,
    rates: [],
    upliftPercent: '50',
    compound: false,
    basis: 360,
    callPenalty: null,
  },
  annualRate: '0.1104',
  dueOn: '2016-05-20',
  calledInOn: null,
  principal: 2_900_000,
  payments: [],
};
const LEDGER = { asOf: '2026-10-31', interest: 3_434_605 };
const gap = (change: Partial<AccrualFacts> = {}, ledger = LEDGER) =>
  ledgerGap(new Inquiry(shipped.book), { ...OLD, ...change }, ledger);
const terms = (change: Partial<NonNullable<AccrualFacts['terms']>>) => ({
  terms: { ...present(OLD.terms, 'terms'), ...change },
});

describe('REC-13 the ledger beside what is computed', () => {
  it('open interest that was forgotten is told with both figures of the ledger’s day', () => {
    expect(interestSum(present(accrue(new Inquiry(shipped.book), OLD, '2026-11-22').accrual, 'it'))).toBe(30_682);
    const far = present(gap(), 'far apart');
    expect(far).toEqual({ on: '2026-10-31', computed: 1_334, ledger: 3_434_605 });
    expect(gapText('借字第1号', far)).toBe('借字第1号（2026-10-31 13.34 / 34,346.05）');
  });

  it('the same with it recorded as open is near', () => {
    expect(gap(terms({ open: { ...NOTHING, penalty: 3_434_605 } }))).toBeNull();
  });

  it('terms that begin after the ledger’s day are compared at their beginning', () => {
    const later = terms({ from: '2026-11-20', open: { ...NOTHING, contract: 100_000 } });
    expect(gap(later)).toEqual({ on: '2026-11-19', computed: 100_000, ledger: 3_434_605 });
  });

  it.each([
    ['a tenth exactly', 90_000, 100_000, false],
    ['more than a tenth below', 89_999, 100_000, true],
    ['more than a tenth above', 111_112, 100_000, true],
    ['ten yuan', 1_000, 0, false],
    ['more than ten yuan where the ledger has none', 1_001, 0, true],
  ])('%s', (_, open, interest, isFar) => {
    const at = terms({ from: '2026-11-01', open: { ...NOTHING, penalty: open } });
    expect(gap(at, { ...LEDGER, interest }) !== null).toBe(isFar);
  });

  it('nothing to compare while a fact is missing', () => {
    expect(gap({ terms: null })).toBeNull();
    expect(gap({ annualRate: null })).toBeNull();
  });
});
