/** Values that the folder keeps by name, for whatever has one and not a table. */
import type { ReadDb, WriteTx } from '../../database/store';

export async function readSetting(db: ReadDb, key: string): Promise<string | undefined> {
  const row = await db.q.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
  return row?.value;
}

export async function writeSetting(tx: WriteTx, key: string, value: string): Promise<void> {
  await tx.q
    .insertInto('setting')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
}

export async function removeSetting(tx: WriteTx, key: string): Promise<void> {
  await tx.q.deleteFrom('setting').where('key', '=', key).execute();
}
