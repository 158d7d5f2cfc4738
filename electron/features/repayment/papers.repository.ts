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
  readonly form: DebtForm;
  readonly issuedOn: CalendarDate;
  readonly signatories: readonly NewSignatory[];
}

export async function insertPaper(tx: WriteTx, { signatories, ...paper }: NewPaper): Promise<void> {
  await tx.q
    .insertInto('repayment_paper')
    .values({
      document_id: paper.documentId,
      party_id: paper.partyId,
      agreement_id: paper.agreementId,
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
  readonly form: DebtForm;
  readonly number: string;
  readonly issuedOn: CalendarDate;
  readonly voided: 0 | 1;
  readonly reply: Reply | null;
  readonly difference: string | null;
  readonly scans: number;
  readonly rev: number;
}

const PAPER = `SELECT paper.document_id AS documentId, paper.party_id AS partyId, agreement_id AS agreementId, paper.form,
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
