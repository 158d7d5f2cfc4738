/** What each loan of a household owes today: by the ledger and what came since, and by its terms of interest where they are known. */
import { type AccrualOutcome, accrue, type InterestTerms } from '@shared/domain/interest/accrual';
import { type LedgerGap, ledgerGap } from '@shared/domain/interest/ledgerGap';
import { type BookLoan, openAccount } from '@shared/domain/receipts/openAccount';
import { replay } from '@shared/domain/receipts/replay';
import type { Debt } from '@shared/domain/receipts/standing';
import { present } from '@shared/kernel/assert';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { Inquiry } from '@shared/rules/inquiry';
import type { RuleBook } from '@shared/rules/ruleBook';
import type { ReadDb } from '../../database/store';
import { calledInOn } from '../dunning/calledIn.repository';
import { householdBooks } from '../receipts/account.repository';
import { paidSince, type StoredTerms, termsOfHousehold } from './terms.repository';

interface LedgerDebt {
  readonly ledger: BookLoan;
  /** The ledger's debt less what was received since. */
  readonly owed: Debt;
  /** Day before its due date on which it was called in; null: never. */
  readonly calledInOn: CalendarDate | null;
}

interface ComputedInterest {
  readonly outcome: AccrualOutcome;
  /** Far from the ledger's interest. */
  readonly gap: LedgerGap | null;
}

export interface LoanInterest extends LedgerDebt, ComputedInterest {
  readonly terms: StoredTerms | null;
}

/** Every loan of the household as the ledger has it and what came since. */
export function ledgerDebts(db: ReadDb, book: RuleBook, partyId: number): LedgerDebt[] {
  const books = householdBooks(db, partyId);
  const { standing } = replay(book, openAccount(books).account);
  const calls = calledInOn(db, { partyId });
  return books.loans.map((ledger) => {
    const call = calls.get(ledger.id) ?? null;
    return {
      ledger,
      owed: present(standing.get(ledger.id), 'a loan of the household stands somewhere').owed,
      calledInOn: call !== null && ledger.dueDate !== null && call < ledger.dueDate ? call : null,
    };
  });
}

/** By these terms to the end of `day`. Refuses rule-not-in-force. */
export function interestBy(
  db: ReadDb,
  book: RuleBook,
  { ledger, owed, calledInOn: call }: LedgerDebt,
  terms: InterestTerms | null,
  day: CalendarDate,
): ComputedInterest {
  const payments = terms === null ? [] : paidSince(db, ledger.id, terms.from);
  const { annualRate, dueDate: dueOn, asOf } = ledger;
  const facts = { terms, annualRate, dueOn, calledInOn: call, principal: owed.principal, payments };
  return {
    outcome: accrue(new Inquiry(book), facts, day),
    gap: ledgerGap(new Inquiry(book), facts, { asOf, interest: owed.interest }),
  };
}

/** By loan; `dayOf`: last day whose interest is computed. Refuses rule-not-in-force. */
export function householdInterest(
  db: ReadDb,
  book: RuleBook,
  partyId: number,
  dayOf: (loan: BookLoan) => CalendarDate,
): Map<number, LoanInterest> {
  const allTerms = termsOfHousehold(db, partyId);
  return new Map(
    ledgerDebts(db, book, partyId).map((debt) => {
      const terms = allTerms.get(debt.ledger.id) ?? null;
      return [debt.ledger.id, { ...debt, terms, ...interestBy(db, book, debt, terms, dayOf(debt.ledger)) }];
    }),
  );
}
