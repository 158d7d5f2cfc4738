/** Contract and penalty interest for one period at one rate (law.md §12). Exact fen; nothing is compounded. */
import { compare, type Exact, fraction, plus, rateText, times, whole } from '../../kernel/exact';
import { type Fen, yuanText } from '../../kernel/money';
import { accrued, type Inquiry } from '../../rules/inquiry';

export interface InterestFacts {
  readonly principal: Fen;
  /** A decimal fraction per year. */
  readonly annualRate: Exact;
  readonly days: number;
  readonly basis: 360 | 365;
}

const shown = (facts: InterestFacts) => ({
  principal: yuanText(facts.principal),
  annualRate: rateText(facts.annualRate),
  days: facts.days,
  basis: facts.basis,
});

export function simpleInterest(inquiry: Inquiry, facts: InterestFacts): Exact {
  inquiry.values('interest/simple', null, shown(facts));
  return accrued(facts.principal, facts.annualRate, facts.days, facts.basis);
}

/**
 * Interest at the contract rate raised by `upliftPercent`, which is applied as given: outside the usual range, or in
 * the range that only misuse of the loan allows, it warns.
 */
export function penaltyInterest(inquiry: Inquiry, facts: InterestFacts, upliftPercent: Exact): Exact {
  const uplift = rateText(upliftPercent);
  const range = inquiry.values('interest/penalty', null, { ...shown(facts), upliftPercent: uplift });
  const exceeds = (name: string) => compare(upliftPercent, range.exact(name)) > 0;
  if (compare(upliftPercent, range.exact('overdueFrom')) < 0 || exceeds('misuseTo'))
    inquiry.warn('uplift-unusual', { upliftPercent: uplift });
  else if (exceeds('overdueTo')) inquiry.warn('uplift-only-for-misuse', { upliftPercent: uplift });
  const rate = times(facts.annualRate, plus(whole(1), times(upliftPercent, fraction(1n, 100n))));
  return accrued(facts.principal, rate, facts.days, facts.basis);
}
