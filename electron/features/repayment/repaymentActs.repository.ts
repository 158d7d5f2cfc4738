/** Signed papers about the debt as the limitation clocks take them: each signature for its signatory and that debt alone. */
import type { RecordedAct } from '@shared/domain/portfolio/recordedAct';
import { type Signature, signatureAct } from '@shared/domain/repayment/signatories';
import type { ReadDb } from '../../database/store';

const SIGNED = `SELECT paper.form, signatory.role, signatory.loan_id AS loanId, signatory.guarantee_id AS guaranteeId,
    signatory.signed_on AS "on", coalesce(document.number, document.paper_key) AS number
  FROM repayment_signatory AS signatory JOIN repayment_paper AS paper ON paper.document_id = signatory.document_id
    JOIN document ON document.id = paper.document_id
  WHERE signatory.signed_on IS NOT NULL AND document.status <> 'voided'`;

/** Of a household, or of the loans with `after < id <= to`. */
export function repaymentActs(
  db: Pick<ReadDb, 'hot'>,
  scope: { readonly partyId: number } | { readonly after: number; readonly to: number },
): RecordedAct[] {
  const rows = (
    'partyId' in scope
      ? db.hot(`${SIGNED} AND paper.party_id = ?`).all(scope.partyId)
      : db.hot(`${SIGNED} AND signatory.loan_id > ? AND signatory.loan_id <= ?`).all(scope.after, scope.to)
  ) as Signature[];
  return rows.flatMap((row) => signatureAct(row) ?? []);
}
