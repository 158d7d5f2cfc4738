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
  readonly rev: number;
}

const AGREEMENT = `SELECT id, party_id AS partyId, agreed_on AS agreedOn, evidence, ended_on AS endedOn, rev
  FROM order_agreement`;

/** Oldest first. */
export const agreementsOf = (db: ReadDb, partyId: number): StoredAgreement[] =>
  db.hot(`${AGREEMENT} WHERE party_id = ? ORDER BY agreed_on, id`).all(partyId) as StoredAgreement[];

export const findAgreement = (db: ReadDb, id: number): StoredAgreement | undefined =>
  db.hot(`${AGREEMENT} WHERE id = ?`).get(id) as StoredAgreement | undefined;

export function insertAgreement(tx: WriteTx, partyId: number, agreedOn: CalendarDate, evidence: string): number {
  const userId = present(tx.actor.userId, 'an agreement is recorded by a user');
  const sql = 'INSERT INTO order_agreement (party_id, agreed_on, evidence, user_id, at) VALUES (?, ?, ?, ?, ?)';
  return Number(tx.hot(sql).run(partyId, agreedOn, evidence, userId, tx.at).lastInsertRowid);
}

export function endAgreement(tx: WriteTx, id: number, endedOn: CalendarDate): void {
  tx.hot('UPDATE order_agreement SET ended_on = ?, rev = rev + 1 WHERE id = ?').run(endedOn, id);
}
