/** The installation that signs the codes on papers: made with the first paper, kept in the folder, so that a restored one knows its own. */
import type { ReadDb, WriteTx } from '../../database/store';
import { type Installation, newInstallation } from '../../platform/paperCodes';
import { readSetting, writeSetting } from '../users/settings.repository';

const KEY = 'installation';

/** Null while no paper with a code was issued. */
export async function readInstallation(db: ReadDb): Promise<Installation | null> {
  const stored = await readSetting(db, KEY);
  return stored === undefined ? null : (JSON.parse(stored) as Installation);
}

export async function ensureInstallation(tx: WriteTx): Promise<void> {
  if (await readInstallation(tx)) return;
  await writeSetting(tx, KEY, JSON.stringify(newInstallation()));
}
