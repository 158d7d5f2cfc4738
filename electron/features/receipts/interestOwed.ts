/** Interest that the debtor owes on a loan today: by its terms where they are known, else by the ledger less what came since. */
import { type Accrual, interestSum } from '@shared/domain/interest/accrual';
import { present } from '@shared/kernel/assert';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { Fen } from '@shared/kernel/money';
import type { ReadDb } from '../../database/store';
import { householdInterest } from '../interest/householdInterest';
import { rulesInForce } from '../rules/rulesInForce';

export interface InterestOwed {
  readonly interest: Fen;
  readonly accrual: Accrual | null;
  /** Where the terms of interest stand. */
  readonly source: string | null;
}

export async function interestOwed(
  db: ReadDb,
  partyId: number,
  loanId: number,
  today: CalendarDate,
): Promise<InterestOwed> {
  const { book } = await rulesInForce(db, today);
  const loans = householdInterest(db, book, partyId, () => today);
  const { owed, outcome, terms } = present(loans.get(loanId), 'the loan is one of its household');
  const { accrual } = outcome;
  return { interest: accrual ? interestSum(accrual) : owed.interest, accrual, source: terms?.source ?? null };
}
