/** When loans were called in: the first day on which an approved notice of that reached the borrower, or was refused by him. */
import { ARRIVALS } from '@shared/domain/dunning/delivery';
import type { ReadDb } from '../../database/store';

/** SQL of a notice that came within its addressee's reach. */
export const HAS_ARRIVED = `outcome IN (${ARRIVALS.map((word) => `'${word}'`).join(', ')})`;

const CALLED_IN = `SELECT item.loan_id, min(coalesce(arrived_on, receipt_on))
  FROM notice JOIN notice_item AS item ON item.notice_id = notice.id LEFT JOIN document ON document.id = notice.document_id
  WHERE notice.form = 'DOC-REC-02A' AND ${HAS_ARRIVED}
    AND coalesce(document.status, 'issued') <> 'voided'`;

/**
 * By loan, of a household or of the loans with `after < id <= to`. However weak the proof of arrival is: the safe reading
 * counts from the earliest day that the debtor himself may name. What came back called in nothing.
 */
export function calledInOn(
  db: Pick<ReadDb, 'hot'>,
  scope: { readonly partyId: number } | { readonly after: number; readonly to: number },
): Map<number, string> {
  const rows =
    'partyId' in scope
      ? db.hot(`${CALLED_IN} AND notice.party_id = ? GROUP BY item.loan_id`).raw().all(scope.partyId)
      : db
          .hot(`${CALLED_IN} AND item.loan_id > ? AND item.loan_id <= ? GROUP BY item.loan_id`)
          .raw()
          .all(scope.after, scope.to);
  return new Map(rows as [number, string][]);
}
