/** Which folder of this computer or of a share the scanner writes to; kept with the data folder's settings. */
import type { ReadDb, WriteTx } from '../../database/store';
import { readSetting, removeSetting, writeSetting } from '../users/settings.repository';

const KEY = 'scanFolder';

/** Null: none is watched. */
export const readScanFolder = async (db: ReadDb): Promise<string | null> => (await readSetting(db, KEY)) ?? null;

export const writeScanFolder = (tx: WriteTx, path: string | null): Promise<void> =>
  path === null ? removeSetting(tx, KEY) : writeSetting(tx, KEY, path);
