/** Extensions and re-lending as they were asked for, with plan and evidence; what was asked never changes. */
import type { TypedInstalment } from '@shared/domain/repayment/agreement';
import type { TermKind, TermLoan, TermState } from '@shared/domain/repayment/loanTerm';
import { present } from '@shared/kernel/assert';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { ReadDb, WriteTx } from '../../database/store';
import type { KeptFile } from '../contacts/contacts.repository';
import { recordAttachment } from '../documents/documents.repository';

export interface StoredTerm {
  readonly id: number;
  readonly partyId: number;
  readonly unitId: number;
  readonly loanId: number;
  readonly contract: string;
  readonly kind: TermKind;
  readonly condition: string;
  readonly conditionText: string;
  readonly article: string;
  readonly reason: string;
  readonly facts: string | null;
  readonly security: string | null;
  /** When it was asked. */
  readonly dueOn: CalendarDate;
  readonly newDueOn: CalendarDate;
  readonly asOf: CalendarDate;
  readonly principal: number;
  readonly interest: number;
  readonly state: TermState;
  readonly by: string;
  /** Signed by the borrower on a paper that was not voided. */
  readonly signedOn: CalendarDate | null;
  readonly rev: number;
}

const TERM = `SELECT term.id, term.party_id AS partyId, term.unit_id AS unitId, term.loan_id AS loanId, loan.contract_no AS contract, kind,
    condition, condition_text AS conditionText, article, reason, facts, security, due_on AS dueOn, new_due_on AS newDueOn,
    term.as_of AS asOf, term.principal, term.interest, state, app_user.display AS "by", term.rev,
    (SELECT max(signed_on) FROM repayment_paper AS paper JOIN repayment_signatory AS signatory USING (document_id)
      JOIN document ON document.id = paper.document_id
      WHERE paper.term_request_id = term.id AND role = 'borrower' AND document.status <> 'voided') AS signedOn
  FROM loan_term_request AS term JOIN loan ON loan.id = term.loan_id JOIN app_user ON app_user.id = term.user_id`;

export const findTerm = (db: ReadDb, id: number): StoredTerm | undefined =>
  db.hot(`${TERM} WHERE term.id = ?`).get(id) as StoredTerm | undefined;

/** Newest first. */
export const termsOf = (db: ReadDb, partyId: number): StoredTerm[] =>
  db.hot(`${TERM} WHERE term.party_id = ? ORDER BY term.id DESC`).all(partyId) as StoredTerm[];

/** One that is asked or approved and not yet signed. */
export const openTerm = (db: ReadDb, loanId: number): { id: number } | undefined =>
  db.hot("SELECT id FROM loan_term_request WHERE loan_id = ? AND state IN ('asked', 'approved')").get(loanId) as
    | { id: number }
    | undefined;

export const termPlan = (db: ReadDb, id: number): TypedInstalment[] =>
  db
    .hot(
      'SELECT due_on AS dueOn, principal, interest FROM loan_term_instalment WHERE request_id = ? ORDER BY request_id, seq',
    )
    .all(id) as TypedInstalment[];

export const termFiles = (db: ReadDb, id: number): { seq: number; name: string; sha256: string }[] =>
  db.hot('SELECT seq, name, sha256 FROM loan_term_file WHERE request_id = ? ORDER BY seq').all(id) as ReturnType<
    typeof termFiles
  >;

export interface LoanOfTerm extends Omit<TermLoan, 'debt'> {
  readonly id: number;
  readonly unitId: number;
  readonly contract: string;
}

/** Loans of a household; `paid`: principal and interest of their receipts. */
export const loansForTerms = (db: ReadDb, partyId: number): LoanOfTerm[] =>
  db
    .hot(
      `SELECT id, unit_id AS unitId, contract_no AS contract, sheet, coalesce(extended_to, due_date) AS dueOn,
        (SELECT coalesce(sum(principal + interest), 0) FROM receipt WHERE loan_id = loan.id) AS paid
      FROM loan WHERE party_id = ? ORDER BY issue_date, id`,
    )
    .all(partyId) as LoanOfTerm[];

export interface NewTerm extends Omit<StoredTerm, 'id' | 'contract' | 'state' | 'by' | 'signedOn' | 'rev'> {
  readonly instalments: readonly TypedInstalment[];
  readonly files: readonly KeptFile[];
}

export async function insertTerm(tx: WriteTx, term: NewTerm): Promise<number> {
  const { id } = await tx.q
    .insertInto('loan_term_request')
    .values({
      party_id: term.partyId,
      unit_id: term.unitId,
      loan_id: term.loanId,
      kind: term.kind,
      condition: term.condition,
      condition_text: term.conditionText,
      article: term.article,
      reason: term.reason,
      facts: term.facts,
      security: term.security,
      due_on: term.dueOn,
      new_due_on: term.newDueOn,
      as_of: term.asOf,
      principal: term.principal,
      interest: term.interest,
      state: 'asked',
      user_id: present(tx.actor.userId, 'a user asks'),
      at: tx.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const plan = term.instalments.map(({ dueOn, ...parts }, at) => ({
    request_id: id,
    seq: at + 1,
    due_on: dueOn,
    ...parts,
  }));
  await tx.q.insertInto('loan_term_instalment').values(plan).execute();
  for (const [at, { name, sha256, byteLength }] of term.files.entries()) {
    await recordAttachment(tx, { sha256, mediaType: 'application/octet-stream', byteLength });
    await tx.q
      .insertInto('loan_term_file')
      .values({ request_id: id, seq: at + 1, name, sha256 })
      .execute();
  }
  return id;
}

export function setTermState(tx: WriteTx, id: number, state: TermState): void {
  tx.hot('UPDATE loan_term_request SET state = ?, rev = rev + 1 WHERE id = ?').run(state, id);
}
