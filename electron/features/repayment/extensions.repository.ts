/**
 * Extensions in force, as events: put in force, taken back. The ledger's own date of extension is the core banking system's and
 * is never written here; `loan.agreed_due_date` says what the events come to, and `loan.extended_to` is the later of the two.
 */
import { present } from '@shared/kernel/assert';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { ReadDb, WriteTx } from '../../database/store';
import type { StoredTerm } from './terms.repository';

const IN_FORCE = 'NOT EXISTS (SELECT 1 FROM loan_extension_reversal WHERE extension_id = extension.id)';

function settleDueDate(tx: WriteTx, loanId: number): void {
  const newest = `SELECT max(to_due) FROM loan_extension AS extension WHERE loan_id = loan.id AND ${IN_FORCE}`;
  tx.hot(`UPDATE loan SET agreed_due_date = (${newest}) WHERE id = ?`).run(loanId);
}

/** `agreedOn`: the day on which the later of approval and signature was given. */
export function insertExtension(tx: WriteTx, term: StoredTerm, agreedOn: CalendarDate): void {
  const sql = `INSERT INTO loan_extension (request_id, loan_id, from_due, to_due, agreed_on, user_id, at) VALUES (?, ?, ?, ?, ?, ?, ?)`;
  const userId = present(tx.actor.userId, 'a user put it in force');
  tx.hot(sql).run(term.id, term.loanId, term.dueOn, term.newDueOn, agreedOn, userId, tx.at);
  settleDueDate(tx, term.loanId);
}

/** The event stays with what took it back. */
export function reverseExtension(tx: WriteTx, term: StoredTerm, reason: string): void {
  const sql = `INSERT INTO loan_extension_reversal (extension_id, reason, user_id, at)
    SELECT id, ?, ?, ? FROM loan_extension AS extension WHERE request_id = ? AND ${IN_FORCE}`;
  tx.hot(sql).run(reason, present(tx.actor.userId, 'a user took it back'), tx.at, term.id);
  settleDueDate(tx, term.loanId);
}

export interface ExtensionEvent {
  readonly id: number;
  readonly requestId: number;
  readonly agreedOn: CalendarDate;
  /** Why it was taken back; null: it is in force. */
  readonly takenBack: string | null;
}

/** Of a household, oldest first. */
export const extensionsOf = (db: ReadDb, partyId: number): ExtensionEvent[] =>
  db
    .hot(
      `SELECT extension.id, request_id AS requestId, agreed_on AS agreedOn, reversal.reason AS takenBack
      FROM loan_extension AS extension JOIN loan_term_request AS term ON term.id = request_id
        LEFT JOIN loan_extension_reversal AS reversal ON reversal.extension_id = extension.id
      WHERE term.party_id = ? ORDER BY extension.id`,
    )
    .all(partyId) as ExtensionEvent[];

export interface ExtensionConsent {
  readonly guaranteeId: number;
  /** The due date that he agreed to. */
  readonly dueOn: CalendarDate;
}

/**
 * Guarantors who signed an extension that is in force: only for them the new due date counts (民法典 695(2), GUA-17). Of a
 * household, or of the loans with `after < id <= to`.
 */
export function extensionConsents(
  db: Pick<ReadDb, 'hot'>,
  scope: { readonly partyId: number } | { readonly after: number; readonly to: number },
): Map<number, CalendarDate> {
  const sql = `SELECT guarantee_id AS guaranteeId, max(to_due) AS dueOn
    FROM loan_extension AS extension JOIN repayment_paper AS paper ON paper.term_request_id = extension.request_id
      JOIN document ON document.id = paper.document_id JOIN repayment_signatory AS signatory USING (document_id)
    WHERE ${IN_FORCE} AND role = 'guarantor' AND signed_on IS NOT NULL AND document.status <> 'voided'`;
  const rows = (
    'partyId' in scope
      ? db.hot(`${sql} AND paper.party_id = ? GROUP BY guarantee_id`).all(scope.partyId)
      : db
          .hot(`${sql} AND extension.loan_id > ? AND extension.loan_id <= ? GROUP BY guarantee_id`)
          .all(scope.after, scope.to)
  ) as ExtensionConsent[];
  return new Map(rows.map(({ guaranteeId, dueOn }) => [guaranteeId, dueOn]));
}
