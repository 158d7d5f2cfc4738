/** Authority handed to a colleague for some days; in force once it is approved and while the giver still has it. */
import type { HeldLevel, Level } from '@shared/domain/approvals/levels';
import { roleOf } from '@shared/domain/approvals/levels';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { ReadDb, WriteTx } from '../../database/store';

export interface StoredDelegation {
  readonly id: number;
  readonly fromUserId: number;
  readonly from: string;
  readonly toUserId: number;
  readonly to: string;
  readonly level: Level;
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate;
  readonly basis: string;
  readonly inForce: 0 | 1;
  readonly endedAt: string | null;
}

const delegations = (db: ReadDb) =>
  db.q
    .selectFrom('approval_delegation as handed')
    .innerJoin('app_user as giver', 'giver.id', 'handed.from_user_id')
    .innerJoin('app_user as taker', 'taker.id', 'handed.to_user_id')
    .select([
      'handed.id',
      'handed.from_user_id as fromUserId',
      'giver.display as from',
      'handed.to_user_id as toUserId',
      'taker.display as to',
      'handed.level',
      'handed.first_day as firstDay',
      'handed.last_day as lastDay',
      'handed.basis',
      'handed.in_force as inForce',
      'handed.ended_at as endedAt',
    ]);

/** Newest first. */
export const listDelegations = (db: ReadDb): Promise<StoredDelegation[]> =>
  delegations(db).orderBy('handed.id', 'desc').execute();

export async function delegationById(db: ReadDb, id: number): Promise<StoredDelegation | null> {
  return (await delegations(db).where('handed.id', '=', id).executeTakeFirst()) ?? null;
}

/** What others handed to somebody for `day`, while they are active and still have the role themselves. */
export async function handedLevels(db: ReadDb, userId: number, day: CalendarDate): Promise<HeldLevel[]> {
  const rows = await delegations(db)
    .innerJoin('user_role', 'user_role.user_id', 'handed.from_user_id')
    .select(['giver.unit_id as unitId', 'user_role.role'])
    .where('handed.to_user_id', '=', userId)
    .where('handed.in_force', '=', 1)
    .where('handed.first_day', '<=', day)
    .where('handed.last_day', '>=', day)
    .where('giver.active', '=', 1)
    .orderBy('handed.id')
    .execute();
  return rows
    .filter(({ level, role }) => role === roleOf(level))
    .map(({ level, unitId, fromUserId, from }) => ({ level, unitId, from: { userId: fromUserId, display: from } }));
}

export type NewDelegation = Pick<
  StoredDelegation,
  'fromUserId' | 'toUserId' | 'level' | 'firstDay' | 'lastDay' | 'basis'
>;

/** The same authority for some of the same days, asked for or in force. */
export async function overlapping(db: ReadDb, { fromUserId, level, firstDay, lastDay }: NewDelegation) {
  return delegations(db)
    .where('handed.from_user_id', '=', fromUserId)
    .where('handed.level', '=', level)
    .where('handed.ended_at', 'is', null)
    .where('handed.first_day', '<=', lastDay)
    .where('handed.last_day', '>=', firstDay)
    .executeTakeFirst();
}

export async function insertDelegation(tx: WriteTx, delegation: NewDelegation): Promise<number> {
  const { fromUserId, toUserId, level, firstDay, lastDay, basis } = delegation;
  const { id } = await tx.q
    .insertInto('approval_delegation')
    .values({
      from_user_id: fromUserId,
      to_user_id: toUserId,
      level,
      first_day: firstDay,
      last_day: lastDay,
      basis,
      created_at: tx.at,
      ended_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function setInForce(tx: WriteTx, id: number): Promise<void> {
  await tx.q.updateTable('approval_delegation').set({ in_force: 1 }).where('id', '=', id).execute();
}

export async function endDelegationRow(tx: WriteTx, id: number): Promise<void> {
  await tx.q.updateTable('approval_delegation').set({ in_force: 0, ended_at: tx.at }).where('id', '=', id).execute();
}
