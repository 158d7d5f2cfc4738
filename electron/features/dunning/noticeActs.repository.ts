/** Delivered notices as the limitation clocks take them: derived from the register, so that a corrected delivery is heard as corrected. */
import { type Capacity, type DeliveredNotice, type DeliveryMethod, deliveryAct } from '@shared/domain/dunning/delivery';
import type { RecordedAct } from '@shared/domain/portfolio/recordedAct';
import type { ReadDb } from '../../database/store';

interface Row {
  readonly loanId: number;
  readonly guaranteeId: number | null;
  readonly number: string;
  readonly form: string;
  readonly role: DeliveredNotice['role'];
  readonly method: DeliveryMethod | null;
  readonly outcome: DeliveredNotice['outcome'];
  readonly on: string | null;
  readonly trackingNo: string | null;
  readonly witness: string | null;
  readonly capacity: Capacity | null;
  readonly consents: 0 | 1;
  readonly receiptOn: string | null;
}

const NOTICES = `SELECT item.loan_id AS loanId, item.guarantee_id AS guaranteeId, coalesce(document.number, legacy_no) AS number,
    notice.form, role, method, outcome, coalesce(arrived_on, receipt_on) AS "on", tracking_no AS trackingNo, witness, capacity,
    consents, receipt_on AS receiptOn
  FROM notice JOIN notice_item AS item ON item.notice_id = notice.id LEFT JOIN document ON document.id = notice.document_id
  WHERE outcome <> 'open' AND role <> 'owner' AND coalesce(document.status, 'issued') <> 'voided'`;

/** Of a household, or of the loans with `after < id <= to`. */
export function noticeActs(
  db: Pick<ReadDb, 'hot'>,
  scope: { readonly partyId: number } | { readonly after: number; readonly to: number },
): RecordedAct[] {
  const rows = (
    'partyId' in scope
      ? db.hot(`${NOTICES} AND notice.party_id = ?`).all(scope.partyId)
      : db.hot(`${NOTICES} AND item.loan_id > ? AND item.loan_id <= ?`).all(scope.after, scope.to)
  ) as Row[];
  return rows.flatMap((row): RecordedAct[] => {
    const act = deliveryAct({ ...row, consents: row.consents === 1 });
    if (act === null || (row.role === 'guarantor' && row.guaranteeId === null)) return [];
    const { loanId, guaranteeId, number } = row;
    return [{ ...act, loanId, guaranteeId, evidence: number, source: 'notice', sourceNo: number }];
  });
}
