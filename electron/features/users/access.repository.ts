/** What opens the folder for whom: public keys, temporary passwords, passwords used before, a pending change of the key. */
import type { UserAccessTable } from '../../database/schema';
import type { ReadDb, WriteTx } from '../../database/store';
import type { PasswordVerifier, UserSlot } from '../../platform/keySlots';
import { readSetting, removeSetting, writeSetting } from './settings.repository';

export type MustChange = UserAccessTable['must_change'];

/** Passwords that may not come again: the present one and the two before it. */
const REMEMBERED = 3;
const RECOVERY_KEY = 'recoveryPublicKey';
const ROTATION_DUE = 'rotationDue';

/** His new slot's public key, whether the password is temporary, and the password's verifier. */
export async function giveAccess(
  tx: WriteTx,
  userId: number,
  { slot, verifier }: UserSlot,
  mustChange: MustChange,
): Promise<void> {
  await adoptPublicKey(tx, userId, slot.publicKey);
  await tx.q.updateTable('user_access').set({ must_change: mustChange }).where('user_id', '=', userId).execute();
  const { cost, ...rest } = verifier;
  await tx.q
    .insertInto('password_used')
    .values({ user_id: userId, ...rest, memory: cost.memory, passes: cost.passes, at: tx.at })
    .execute();
  const old = (await passwordRows(tx, userId)).slice(REMEMBERED).map((row) => row.id);
  if (old.length > 0) await tx.q.deleteFrom('password_used').where('id', 'in', old).execute();
}

export async function adoptPublicKey(tx: WriteTx, userId: number, publicKey: string): Promise<void> {
  await tx.q
    .insertInto('user_access')
    .values({ user_id: userId, public_key: publicKey, must_change: 'no' })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ public_key: publicKey }))
    .execute();
}

const passwordRows = (db: ReadDb, userId: number) =>
  db.q.selectFrom('password_used').selectAll().where('user_id', '=', userId).orderBy('id', 'desc').execute();

/** Newest first. */
export async function usedPasswords(db: ReadDb, userId: number): Promise<PasswordVerifier[]> {
  const rows = await passwordRows(db, userId);
  return rows.map(({ salt, memory, passes, verifier }) => ({ salt, cost: { memory, passes }, verifier }));
}

/** Public keys of the active users by name: the keys file alone could have been changed by anybody. */
export async function publicKeys(db: ReadDb): Promise<Map<string, string>> {
  const rows = await db.q
    .selectFrom('user_access')
    .innerJoin('app_user', 'app_user.id', 'user_access.user_id')
    .select(['app_user.name', 'user_access.public_key'])
    .where('app_user.active', '=', 1)
    .execute();
  return new Map(rows.map((row) => [row.name, row.public_key]));
}

export const recoveryPublicKey = (db: ReadDb): Promise<string | undefined> => readSetting(db, RECOVERY_KEY);
export const writeRecoveryPublicKey = (tx: WriteTx, publicKey: string): Promise<void> =>
  writeSetting(tx, RECOVERY_KEY, publicKey);

/** A user was removed, and the database still has the key that he could have kept. */
export const isRotationDue = async (db: ReadDb): Promise<boolean> =>
  (await readSetting(db, ROTATION_DUE)) !== undefined;
export const demandRotation = (tx: WriteTx): Promise<void> => writeSetting(tx, ROTATION_DUE, tx.at);

export const rotationDone = (tx: WriteTx): Promise<void> => removeSetting(tx, ROTATION_DUE);
