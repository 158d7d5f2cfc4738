/** Records of inheritance of dead borrowers; one that is corrected is replaced, never changed. */
import type { Heir } from '@shared/domain/dunning/heirs';
import { present } from '@shared/kernel/assert';
import type { ReadDb, WriteTx } from '../../database/store';

export interface StoredHeir extends Heir {
  readonly id: number;
  readonly partyId: number;
}

const HEIR = `SELECT id, party_id AS partyId, name, id_no AS idNo, address, phone, capacity, estate, renounced_on AS renouncedOn,
    evidence FROM heir`;

/** SQL of the records that stand. */
export const STANDING_HEIRS = 'id NOT IN (SELECT replaces FROM heir WHERE replaces IS NOT NULL)';

export const findHeir = (db: ReadDb, id: number): StoredHeir | undefined =>
  db.hot(`${HEIR} WHERE id = ?`).get(id) as StoredHeir | undefined;

export const heirsOf = (db: ReadDb, partyId: number): StoredHeir[] =>
  db.hot(`${HEIR} WHERE party_id = ? AND ${STANDING_HEIRS} ORDER BY id`).all(partyId) as StoredHeir[];

export async function insertHeir(
  tx: WriteTx,
  partyId: number,
  replaces: number | null,
  { name, idNo, address, phone, capacity, estate, renouncedOn, evidence }: Heir,
): Promise<number> {
  const { id } = await tx.q
    .insertInto('heir')
    .values({
      ...{ party_id: partyId, replaces, name, id_no: idNo, address, phone, capacity, estate, evidence },
      ...{ renounced_on: renouncedOn, user_id: present(tx.actor.userId, 'a user records'), at: tx.at },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
