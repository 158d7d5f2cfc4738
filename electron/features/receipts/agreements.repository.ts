/** Written agreements that principal comes first (民法典 561), per household. */
import { present } from '@shared/kernel/assert';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { ReadDb, WriteTx } from '../../database/store';

export interface StoredAgreement {
  readonly id: number;
  readonly partyId: number;
  readonly agreedOn: CalendarDate;
  readonly evidence: string;
  readonly endedOn: CalendarDate | null;
  /** The debts it was made for, where it is part of a repayment agreement; null: all that he owes. */
  readonly loanIds: readonly number[] | null;
  readonly rev: number;
}

const AGREEMENT = `SELECT id, party_id AS partyId, agreed_on AS agreedOn, evidence, ended_on AS endedOn, rev,
    (SELECT json_group_array(loan_id) FROM repayment_agreement_loan JOIN repayment_agreement AS own ON own.id = agreement_id
      WHERE order_agreement_id = order_agreement.id HAVING count(*) > 0) AS loanIds
  FROM order_agreement`;

type Row = Omit<StoredAgreement, 'loanIds'> & { loanIds: string | null };

const stored = ({ loanIds, ...agreement }: Row): StoredAgreement => ({
  ...agreement,
  loanIds: loanIds === null ? null : (JSON.parse(loanIds) as number[]),
});

/** Oldest first. */
export const agreementsOf = (db: ReadDb, partyId: number): StoredAgreement[] =>
  (db.hot(`${AGREEMENT} WHERE party_id = ? AND taken_back = 0 ORDER BY agreed_on, id`).all(partyId) as Row[]).map(
    stored,
  );

export function findAgreement(db: ReadDb, id: number): StoredAgreement | undefined {
  const row = db.hot(`${AGREEMENT} WHERE id = ?`).get(id) as Row | undefined;
  return row && stored(row);
}

export function insertAgreement(tx: WriteTx, partyId: number, agreedOn: CalendarDate, evidence: string): number {
  const userId = present(tx.actor.userId, 'an agreement is recorded by a user');
  const sql = 'INSERT INTO order_agreement (party_id, agreed_on, evidence, user_id, at) VALUES (?, ?, ?, ?, ?)';
  return Number(tx.hot(sql).run(partyId, agreedOn, evidence, userId, tx.at).lastInsertRowid);
}

/** It was recorded wrongly: it holds for no day. */
export function takeBackAgreement(tx: WriteTx, id: number): void {
  tx.hot('UPDATE order_agreement SET taken_back = 1, rev = rev + 1 WHERE id = ?').run(id);
}

export function endAgreement(tx: WriteTx, id: number, endedOn: CalendarDate): void {
  tx.hot('UPDATE order_agreement SET ended_on = ?, rev = rev + 1 WHERE id = ?').run(endedOn, id);
}
