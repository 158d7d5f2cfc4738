/** Deliveries that were recorded wrongly: what was recorded stays beside what stands now, with the reason. */
import type { DeliveryCorrection } from '@shared/contract/dunning.contract';
import type { ReadDb, WriteTx } from '../../database/store';
import type { NoticeRow } from './notices.repository';

/** `before`: the notice as it was. */
export function keepDelivery(tx: WriteTx, before: NoticeRow, reason: string): void {
  const { method, trackingNo, outcome, arrivedOn, signedBy, capacity, receiptOn, objection, witness, remark } = before;
  const delivery = {
    method,
    trackingNo,
    outcome,
    arrivedOn,
    signedBy,
    capacity,
    receiptOn,
    objection,
    witness,
    remark,
  };
  const kept = JSON.stringify({ ...delivery, consents: before.consents === 1, confirmedBy: before.confirmedBy });
  const sql = 'INSERT INTO delivery_correction (notice_id, delivery, reason, user_id, at) VALUES (?, ?, ?, ?, ?)';
  tx.hot(sql).run(before.id, kept, reason, tx.actor.userId, tx.at);
}

interface Row {
  readonly delivery: string;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

/** Oldest first. */
export function deliveryCorrections(db: ReadDb, noticeId: number): DeliveryCorrection[] {
  const sql = `SELECT delivery, reason, app_user.display AS "by", at FROM delivery_correction AS correction
    JOIN app_user ON app_user.id = user_id WHERE notice_id = ? ORDER BY correction.id`;
  const rows = db.hot(sql).all(noticeId) as Row[];
  return rows.map(({ delivery, ...row }) => {
    const { outcome, arrivedOn, receiptOn, signedBy, confirmedBy } = JSON.parse(delivery);
    return { ...row, outcome, on: arrivedOn ?? receiptOn, signedBy, confirmedBy };
  });
}
