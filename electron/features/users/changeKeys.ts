/**
 * A change of people that touches the database and the key file: the key file is written as the last act inside the
 * transaction, so that both change or neither; what a power cut leaves in between opens with the old secret or the new.
 */
import { RefusalError } from '@shared/kernel/result';
import type { WriteTx, Written } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import { readKeyFile, writeKeyFile } from '../../platform/keyFile';
import type { DatabaseKey, KeyFile } from '../../platform/keySlots';

/** The key to which new slots are sealed. */
export const databaseKeys = (open: OpenFolder): DatabaseKey[] => [{ database: open.databaseMark, key: open.key }];

export async function changeKeys<T>(
  open: OpenFolder,
  change: (tx: WriteTx) => Promise<Written<T>>,
  slots: (before: KeyFile) => KeyFile,
): Promise<T> {
  const path = open.folder.keys;
  let before: KeyFile | null = null;
  try {
    return await open.store.write(open.actor, async (tx) => {
      const written = await change(tx);
      before = readKeyFile(path);
      writeKeyFile(path, slots(before));
      return written;
    });
  } catch (error) {
    // Of a commit that may have happened the new slot is the right one.
    const isUnknown = error instanceof RefusalError && error.refusal.code === 'state-unknown';
    if (before && !isUnknown) writeKeyFile(path, before);
    throw error;
  }
}
