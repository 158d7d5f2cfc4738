/** Papers about the debt that go out to be signed, and who signed them: one row for each debt of each signatory. */
import type { DebtForm, Reply, SignatoryRole } from '@shared/domain/repayment/signatories';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { refuse } from '@shared/kernel/result';
import type { ReadDb, WriteTx } from '../../database/store';

export interface NewSignatory {
  readonly role: SignatoryRole;
  readonly partyId: number | null;
  readonly name: string;
  readonly loanId: number;
  readonly guaranteeId: number | null;
}

export interface NewPaper {
  readonly documentId: number;
  readonly partyId: number;
  readonly agreementId: number | null;
  /** Of an extension or re-lending. */
  readonly termId?: number;
  readonly form: DebtForm;
  readonly issuedOn: CalendarDate;
  readonly signatories: readonly NewSignatory[];
}

/** What the loans were granted for by the ledger, each purpose once: 经商、购买农资; empty where the ledger tells none. */
export function ledgerPurpose(db: ReadDb, loanIds: readonly number[]): string {
  const sql = 'SELECT purpose FROM loan WHERE id = ?';
  const purposes = loanIds.map((id) => db.hot(sql).pluck().get(id) as string | null);
  return [...new Set(purposes.filter((purpose) => purpose !== null && purpose !== ''))].join('、');
}

export async function insertPaper(tx: WriteTx, { signatories, ...paper }: NewPaper): Promise<void> {
  await tx.q
    .insertInto('repayment_paper')
    .values({
      document_id: paper.documentId,
      party_id: paper.partyId,
      agreement_id: paper.agreementId,
      term_request_id: paper.termId ?? null,
      form: paper.form,
      issued_on: paper.issuedOn,
      reply: null,
      difference: null,
    })
    .execute();
  const rows = signatories.map(({ role, partyId, name, loanId, guaranteeId }, index) => ({
    document_id: paper.documentId,
    seq: index + 1,
    role,
    party_id: partyId,
    name,
    loan_id: loanId,
    guarantee_id: guaranteeId,
    signed_on: null,
    recorded_by: null,
    recorded_at: null,
  }));
  await tx.q.insertInto('repayment_signatory').values(rows).execute();
}

export interface StoredPaper {
  readonly documentId: number;
  readonly partyId: number;
  readonly agreementId: number | null;
  readonly termId: number | null;
  readonly form: DebtForm;
  readonly number: string;
  readonly issuedOn: CalendarDate;
  readonly voided: 0 | 1;
  readonly reply: Reply | null;
  readonly difference: string | null;
  readonly scans: number;
  readonly rev: number;
}

const PAPER = `SELECT paper.document_id AS documentId, paper.party_id AS partyId, agreement_id AS agreementId,
    term_request_id AS termId, paper.form,
    coalesce(document.number, document.paper_key) AS number, paper.issued_on AS issuedOn, document.status = 'voided' AS voided, reply,
    difference, paper.rev,
    (SELECT count(*) FROM scan WHERE scan.document_id = paper.document_id AND scan.status = 'filed') AS scans
  FROM repayment_paper AS paper JOIN document ON document.id = paper.document_id`;

/** Newest first. */
export const papersOf = (db: ReadDb, partyId: number): StoredPaper[] =>
  db.hot(`${PAPER} WHERE paper.party_id = ? ORDER BY paper.document_id DESC`).all(partyId) as StoredPaper[];

/** Refuses `paper-unknown`. */
export const readPaper = (db: ReadDb, documentId: number): StoredPaper =>
  (db.hot(`${PAPER} WHERE paper.document_id = ?`).get(documentId) as StoredPaper | undefined) ??
  refuse('paper-unknown', { document: documentId });

export interface StoredSignatory {
  readonly documentId: number;
  /** The same for all debts of one signatory: `borrower`, `guarantor-12`, `actual-user`. */
  readonly key: string;
  readonly role: SignatoryRole;
  readonly name: string;
  readonly contract: string;
  readonly signedOn: CalendarDate | null;
}

const KEY = `CASE role WHEN 'guarantor' THEN 'guarantor-' || signatory.party_id ELSE role END`;

const SIGNATORY = `SELECT signatory.document_id AS documentId, ${KEY} AS key, role, name, contract_no AS contract,
    signed_on AS signedOn
  FROM repayment_signatory AS signatory JOIN loan ON loan.id = loan_id`;

export const signatoriesOf = (db: ReadDb, documentId: number): StoredSignatory[] =>
  db.hot(`${SIGNATORY} WHERE document_id = ? ORDER BY seq`).all(documentId) as StoredSignatory[];

/** He signed for all his debts of the paper. Refuses `signatory-unknown` when nobody of that key is still to sign. */
export function recordSignature(tx: WriteTx, documentId: number, key: string, signedOn: CalendarDate): void {
  const sql = `UPDATE repayment_signatory AS signatory SET signed_on = ?, recorded_by = ?, recorded_at = ?
    WHERE document_id = ? AND ${KEY} = ? AND signed_on IS NULL`;
  const { changes } = tx.hot(sql).run(signedOn, tx.actor.userId, tx.at, documentId, key);
  if (changes === 0) refuse('signatory-unknown', { key });
}

/** The day on which he signed all his debts of the paper; null: he did not. */
export const signedDay = (db: ReadDb, documentId: number, key: string): CalendarDate | null =>
  db
    .hot(`SELECT max(signed_on) FROM repayment_signatory AS signatory WHERE document_id = ? AND ${KEY} = ?`)
    .pluck()
    .get(documentId, key) as CalendarDate | null;

export interface Correction {
  readonly documentId: number;
  readonly key: string;
  readonly signedOn: CalendarDate;
  /** null: he did not sign. */
  readonly correctedTo: CalendarDate | null;
  readonly reason: string;
}

/** What was recorded stays beside what it was put right to. A reply that nobody signed goes with its signature. */
export function correctSignatory(tx: WriteTx, { documentId, key, signedOn, correctedTo, reason }: Correction): void {
  tx.hot(
    `INSERT INTO signature_correction (document_id, signatory, signed_on, corrected_to, reason, user_id, at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(documentId, key, signedOn, correctedTo, reason, tx.actor.userId, tx.at);
  tx.hot(
    `UPDATE repayment_signatory AS signatory SET signed_on = ?, recorded_by = ?, recorded_at = ? WHERE document_id = ? AND ${KEY} = ?`,
  ).run(correctedTo, tx.actor.userId, tx.at, documentId, key);
  const reply = correctedTo === null && key === 'borrower' ? ', reply = NULL, difference = NULL' : '';
  tx.hot(`UPDATE repayment_paper SET rev = rev + 1${reply} WHERE document_id = ?`).run(documentId);
}

export interface StoredCorrection extends Omit<Correction, 'documentId'> {
  readonly by: string;
  readonly at: string;
}

/** Oldest first. */
export const correctionsOf = (db: ReadDb, documentId: number): StoredCorrection[] =>
  db
    .hot(
      `SELECT signatory AS key, signed_on AS signedOn, corrected_to AS correctedTo, reason, app_user.display AS "by", at
      FROM signature_correction AS correction JOIN app_user ON app_user.id = user_id WHERE document_id = ? ORDER BY correction.id`,
    )
    .all(documentId) as StoredCorrection[];

export function recordReply(
  tx: WriteTx,
  paper: StoredPaper,
  rev: number,
  reply: Reply | null,
  difference: string | null,
): void {
  const sql = 'UPDATE repayment_paper SET reply = ?, difference = ?, rev = rev + 1 WHERE document_id = ? AND rev = ?';
  const { changes } = tx.hot(sql).run(reply, difference, paper.documentId, rev);
  if (changes !== 1) refuse('stale-version', { document: paper.documentId });
}
