/** Requests to call in a whole loan by the clause that its contract has for it. */
import { present } from '@shared/kernel/assert';
import type { Fen } from '@shared/kernel/money';
import type { ReadDb, WriteTx } from '../../database/store';

export interface Acceleration {
  readonly id: number;
  readonly partyId: number;
  readonly loanId: number;
  readonly contract: string;
  readonly clause: string;
  readonly breach: string;
  readonly owed: Fen;
  readonly state: 'open' | 'approved' | 'refused';
}

const ACCELERATION = `SELECT acceleration.id, acceleration.party_id AS partyId, loan_id AS loanId, contract_no AS contract,
    clause, breach, owed, state
  FROM acceleration JOIN loan ON loan.id = loan_id`;

export const findAcceleration = (db: ReadDb, id: number): Acceleration | undefined =>
  db.hot(`${ACCELERATION} WHERE acceleration.id = ?`).get(id) as Acceleration | undefined;

/** Newest first. */
export const accelerationsOf = (db: ReadDb, partyId: number): Acceleration[] =>
  db
    .hot(`${ACCELERATION} WHERE acceleration.party_id = ? ORDER BY acceleration.id DESC`)
    .all(partyId) as Acceleration[];

export async function insertAcceleration(
  tx: WriteTx,
  { partyId, loanId, clause, breach, owed }: Omit<Acceleration, 'id' | 'contract' | 'state'>,
): Promise<number> {
  const user_id = present(tx.actor.userId, 'a user asks');
  const row = { party_id: partyId, loan_id: loanId, clause, breach, owed, state: 'open' as const, user_id, at: tx.at };
  const { id } = await tx.q.insertInto('acceleration').values(row).returning('id').executeTakeFirstOrThrow();
  return id;
}

export function endAcceleration(tx: WriteTx, id: number, state: 'approved' | 'refused'): void {
  tx.hot('UPDATE acceleration SET state = ? WHERE id = ?').run(state, id);
}
