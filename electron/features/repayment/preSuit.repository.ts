/** Requests for asset preservation's agreement to a pre-suit notice. */
import { present } from '@shared/kernel/assert';
import type { ReadDb, WriteTx } from '../../database/store';

export interface PreSuitRequest {
  readonly id: number;
  readonly partyId: number;
  readonly negotiations: number;
  /** fen */
  readonly owed: number;
  readonly reason: string;
  readonly state: 'open' | 'approved' | 'refused';
}

const REQUEST = 'SELECT id, party_id AS partyId, negotiations, owed, reason, state FROM pre_suit_request';

export const findPreSuit = (db: ReadDb, id: number): PreSuitRequest | undefined =>
  db.hot(`${REQUEST} WHERE id = ?`).get(id) as PreSuitRequest | undefined;

export const newestPreSuit = (db: ReadDb, partyId: number): PreSuitRequest | undefined =>
  db.hot(`${REQUEST} WHERE party_id = ? ORDER BY id DESC LIMIT 1`).get(partyId) as PreSuitRequest | undefined;

export async function insertPreSuit(
  tx: WriteTx,
  { partyId, negotiations, owed, reason }: Omit<PreSuitRequest, 'id' | 'state'>,
): Promise<number> {
  const userId = present(tx.actor.userId, 'a user asks');
  const row = { party_id: partyId, negotiations, owed, reason, state: 'open' as const, user_id: userId, at: tx.at };
  const { id } = await tx.q.insertInto('pre_suit_request').values(row).returning('id').executeTakeFirstOrThrow();
  return id;
}

export function endPreSuit(tx: WriteTx, id: number, state: 'approved' | 'refused'): void {
  tx.hot('UPDATE pre_suit_request SET state = ? WHERE id = ?').run(state, id);
}
