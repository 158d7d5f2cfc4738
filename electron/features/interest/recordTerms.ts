/** Records the terms of interest of a loan from its contract, and how interest stood on the first day to be computed (REC-13). */
import type { InterestTerms } from '@shared/domain/interest/accrual';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { parseExact } from '@shared/kernel/exact';
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { insertTerms, loanOfTerms, newestTermsId } from './terms.repository';

export interface TermsInput extends InterestTerms {
  readonly loan: number;
  /** Row that the person saw; null: none. */
  readonly seen: number | null;
  readonly source: string;
}

const isFraction = (text: string): boolean => {
  const rate = parseExact(text);
  return rate !== null && rate.n >= 0n && rate.n < rate.d;
};

/** Rates rise by day and the first covers the first day that is computed. */
function ratesFit({ from, rates }: InterestTerms): boolean {
  const rising = rates.every((rate, index) => index === 0 || rate.from > (rates[index - 1]?.from ?? ''));
  return rising && rates.every(({ annualRate }) => isFraction(annualRate)) && (rates[0]?.from ?? from) <= from;
}

/** Refuses terms-date-wrong {issuedOn, today} and terms-rate-wrong. */
export function refuseWrongTerms(terms: InterestTerms, issuedOn: CalendarDate | null, today: CalendarDate): void {
  if (terms.from > today || (issuedOn !== null && terms.from < issuedOn))
    refuse('terms-date-wrong', { issuedOn, today });
  const uplift = terms.upliftPercent === null ? null : parseExact(terms.upliftPercent);
  if (!ratesFit(terms) || (terms.upliftPercent !== null && (uplift === null || uplift.n < 0n)))
    refuse('terms-rate-wrong');
}

/** Refusals in order: loan-unknown, stale-version, terms-date-wrong {issuedOn, today}, terms-rate-wrong. */
export async function recordTerms({ clock }: Services, open: OpenFolder, input: TermsInput): Promise<{ id: number }> {
  const today = clock.today();
  const { loan, seen, ...terms } = input;
  return open.store.write(open.actor, async (tx) => {
    const { partyId, issuedOn, contract } = loanOfTerms(tx, loan) ?? refuse('loan-unknown');
    if (newestTermsId(tx, loan) !== seen) refuse('stale-version', { loan });
    refuseWrongTerms(terms, issuedOn, today);
    const id = await insertTerms(tx, loan, terms);
    const { from, upliftPercent, compound, basis, callPenalty, source } = terms;
    const detail = { contract, from, upliftPercent, compound, basis, callPenalty, source };
    const object = { objectKind: 'interest-terms', objectId: String(id), householdId: partyId };
    return { result: { id }, audit: { action: 'interest.recordTerms', ...object, detail } };
  });
}
