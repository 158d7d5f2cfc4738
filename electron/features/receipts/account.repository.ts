/** The books of a household as its account is made from: a handful of statements over indexed keys. */
import type { BookLoan, BookPayment, CoreReceipt, HouseholdBooks, Relief } from '@shared/domain/receipts/openAccount';
import type { PostedLine } from '@shared/domain/receipts/postings';
import type { Designation } from '@shared/domain/receipts/replay';
import type { ReadDb } from '../../database/store';
import { agreementsOf } from './agreements.repository';

const all = <T>(db: ReadDb, sql: string, partyId: number): T[] => db.hot(sql).all(partyId) as T[];

const LOANS = `SELECT id, sheet, issue_date AS issueDate, coalesce(extended_to, due_date) AS dueDate,
    guarantee_mode AS guaranteeMode, annual_rate AS annualRate, as_of AS asOf, balance AS principal,
    interest_on + interest_off AS interest
  FROM loan WHERE party_id = ? ORDER BY issue_date, id`;

/** SQL list of the payments of a household: their rows in the ledger of receipts lead to them. Its parameter is the party id. */
export const PAYMENTS_OF = `(SELECT payment_id FROM receipt WHERE loan_id IN (SELECT id FROM loan WHERE party_id = ?))`;

const PAYMENTS = `SELECT payment.id, number, received_on AS "on", booked_on AS bookedOn, reversed_on AS reversedOn, amount,
    costs_owed AS costsOwed, designation, accrued
  FROM payment LEFT JOIN payment_reversal ON payment_id = payment.id WHERE payment.id IN ${PAYMENTS_OF} ORDER BY payment.id`;

const LINES = `SELECT payment_id AS paymentId, loan_id AS loanId, costs, principal, interest, owed_principal AS owedPrincipal,
    owed_interest AS owedInterest
  FROM payment_line WHERE payment_id IN ${PAYMENTS_OF} ORDER BY payment_id, seq`;

/** Since each loan's ledger, and whatever was recorded here before. */
const CORE = `SELECT receipt.payment_id AS paymentId, receipt.loan_id AS loanId, received_on AS "on", receipt.principal,
    receipt.interest
  FROM receipt JOIN loan ON loan.id = receipt.loan_id
  WHERE loan.party_id = ? AND (payment_id IS NULL AND received_on > loan.as_of OR receipt.receipt_no <> hand_no)
  ORDER BY received_on, receipt.id`;

const RELIEFS = `SELECT loan_id AS loanId, decided_on AS "on", amount FROM interest_measure
  WHERE party_id = ? AND measure = 'relief' AND state = 'approved'`;

type StoredPayment = Omit<BookPayment, 'designation' | 'accrued'> & { designation: string | null; accrued: string };

function paymentOf({ designation, accrued, ...payment }: StoredPayment): BookPayment {
  const interest = JSON.parse(accrued) as BookPayment['accrued'];
  return {
    ...payment,
    designation: designation && (JSON.parse(designation) as Designation),
    accrued: interest,
  } as BookPayment;
}

/** Without loans there is no household. */
export function householdBooks(db: ReadDb, partyId: number): HouseholdBooks {
  const payments = all<StoredPayment>(db, PAYMENTS, partyId).map(paymentOf);
  return {
    loans: all<BookLoan>(db, LOANS, partyId),
    payments,
    lines: payments.length === 0 ? [] : all<PostedLine>(db, LINES, partyId),
    core: all<CoreReceipt>(db, CORE, partyId),
    reliefs: all<Relief>(db, RELIEFS, partyId),
    agreements: agreementsOf(db, partyId),
  };
}
