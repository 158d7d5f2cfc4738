/** The installation that signs the codes on papers: made with the first paper, kept in the folder, so that a restored one knows its own. */
import type { ReadDb, WriteTx } from '../../database/store';
import { type Installation, newInstallation } from '../../platform/paperCodes';

const KEY = 'installation';

/** Null while no paper with a code was issued. */
export async function readInstallation(db: ReadDb): Promise<Installation | null> {
  const row = await db.q.selectFrom('setting').select('value').where('key', '=', KEY).executeTakeFirst();
  return row ? (JSON.parse(row.value) as Installation) : null;
}

export async function ensureInstallation(tx: WriteTx): Promise<void> {
  if (await readInstallation(tx)) return;
  await tx.q
    .insertInto('setting')
    .values({ key: KEY, value: JSON.stringify(newInstallation()) })
    .execute();
}
