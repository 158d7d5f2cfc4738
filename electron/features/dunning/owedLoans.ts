/** The debts that a paper names: principal and interest of its day where the terms of every contract are known, else as the ledger has them. */
import type { NoticeLoan } from '@shared/domain/dunning/noticeFacts';
import { type Accrual, interestSum } from '@shared/domain/interest/accrual';
import type { BookLoan } from '@shared/domain/receipts/openAccount';
import { present } from '@shared/kernel/assert';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { RuleBook } from '@shared/rules/ruleBook';
import type { ReadDb } from '../../database/store';
import { householdInterest } from '../interest/householdInterest';
import { type LoanOfNotice, noticeLoans } from './noticeFacts.repository';

export interface OwedLoan extends LoanOfNotice, Pick<NoticeLoan, 'interestMissing' | 'interestGap' | 'received'> {
  readonly computed: Accrual | null;
}

/** Every loan of the household, the ledger's figures less what came since. `dayOf`: to whose end interest is computed. */
export function owedLoans(
  db: ReadDb,
  book: RuleBook,
  partyId: number,
  dayOf: (loan: BookLoan) => CalendarDate,
): OwedLoan[] {
  const interest = householdInterest(db, book, partyId, dayOf);
  return noticeLoans(db, partyId).map((loan) => {
    const { owed, outcome, gap } = present(interest.get(loan.id), 'a loan of the household has its interest');
    return {
      ...loan,
      balance: owed.principal,
      interest: owed.interest,
      received: loan.balance + loan.interest - owed.principal - owed.interest,
      interestMissing: outcome.missing,
      interestGap: gap,
      computed: outcome.accrual,
    };
  });
}

/** On one paper all interest has one day: computed for every loan, or the ledger's sum for every loan. */
export function named(loans: readonly OwedLoan[]): NoticeLoan[] {
  const isComputed = loans.every(({ computed }) => computed !== null);
  return loans.map(({ computed, unitId: _id, unit: _unit, officer: _officer, ...loan }) =>
    isComputed && computed !== null
      ? { ...loan, accrual: computed, interest: interestSum(computed), asOf: computed.asOf }
      : { ...loan, accrual: null },
  );
}
