/**
 * A new key for the whole folder after a removal: whoever is gone may have kept the old one. Killed at any point, the
 * folder opens: until the new file has its name both keys are sealed to everybody, and the file itself tells which fits.
 *
 * copy under the new key, with the new epoch and its log row → keys file with both keys → close, rename → keys file with
 * the new key alone.
 */
import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import type { RotationPart } from '@shared/domain/users/rotation';
import { assert } from '@shared/kernel/assert';
import { addKeyEpoch } from '../../database/keyEpochs';
import { openSqlite } from '../../database/open';
import { makeRekeyedCopy, removeCopy } from '../../database/rekeyedCopy';
import { Store } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import { flushFile, renameFlushed } from '../../platform/atomicFile';
import type { Clock } from '../../platform/clock';
import { databaseMark, isHealthy, readKeyFile, writeKeyFile } from '../../platform/keyFile';
import { type DatabaseKey, type KeyFile, resealed } from '../../platform/keySlots';
import { publicKeys, recoveryPublicKey, rotationDone } from './access.repository';
import { databaseKeys } from './changeKeys';
import { fileStoreOf } from './folderFiles';

/** The folder under its new key; the store, its connection apart, stays the same. `before` each part somebody is told. */
export async function rotateKeys(
  open: OpenFolder,
  clock: Clock,
  before: (part: RotationPart) => Promise<void>,
): Promise<OpenFolder> {
  const { folder, store } = open;
  const path = `${folder.database}.rotating`;
  const key = randomBytes(32);
  const old = databaseKeys(open);
  let mark = '';
  try {
    await store.exchange(
      async (sqlite) => {
        sqlite.pragma('wal_checkpoint(TRUNCATE)');
        await makeRekeyedCopy(sqlite, path, { old: open.key, new: key }, before);
        await before('exchange');
        await beginEpoch(open, path, key, clock);
        mark = databaseMark(path);
        writeKeyFile(folder.keys, await sealedFor(open, [...old, { database: mark, key }]), { twinNeeded: true });
      },
      () => {
        const log = statSync(`${folder.database}-wal`, { throwIfNoEntry: false });
        assert(!log?.size, 'a closed database leaves no log that its successor could take for its own');
        try {
          renameFlushed(path, folder.database);
        } finally {
          if (databaseMark(folder.database) === mark) key.copy(open.key);
        }
      },
    );
  } finally {
    removeCopy(path);
    key.fill(0);
  }
  const rotated: OpenFolder = { ...open, databaseMark: mark, files: fileStoreOf(folder, store) };
  open.files.wipe();
  open.log.seal();
  try {
    writeKeyFile(folder.keys, await sealedFor(rotated, databaseKeys(rotated)));
  } catch {
    // With both keys it opens as well; the next sign-in writes it anew (tidyKeys).
  }
  return rotated;
}

/** In the copy alone: nothing under the old key ever holds the secrets of the new epoch. */
async function beginEpoch(open: OpenFolder, path: string, key: Buffer, clock: Clock): Promise<void> {
  const copy = new Store(openSqlite({ path, key }), clock);
  try {
    await copy.write(open.actor, async (tx) => {
      const { epoch } = addKeyEpoch(copy.sqlite, tx.at);
      await rotationDone(tx);
      const audit = { action: 'users.rotateKeys', objectKind: 'folder', objectId: 'keys', detail: { epoch } };
      return { result: null, audit };
    });
  } finally {
    await copy.close();
  }
  flushFile(path);
}

/**
 * The slots of those who may open the folder, sealed to the public keys that the database vouches for: a key that somebody
 * put into the keys file by hand gets nothing.
 */
async function sealedFor({ store, folder }: OpenFolder, keys: readonly DatabaseKey[]): Promise<KeyFile> {
  const [users, recovery] = [await publicKeys(store.read), await recoveryPublicKey(store.read)];
  const slots = readKeyFile(folder.keys).slots.flatMap((slot) => {
    const publicKey = slot.kind === 'user' ? users.get(slot.name) : recovery;
    return publicKey === undefined ? [] : [resealed(slot, publicKey, keys)];
  });
  return { slots };
}

/** At sign-in: both files whole and equal, nobody in them who left, sealed to this database alone. */
export async function tidyKeys(open: OpenFolder): Promise<void> {
  const path = open.folder.keys;
  removeCopy(`${open.folder.database}.rotating`);
  const { slots } = readKeyFile(path);
  const users = await publicKeys(open.store.read);
  const isOurs = slots.every((slot) => slot.kind === 'recovery' || users.has(slot.name));
  const isSealedOnce = slots.every(
    (slot) => slot.sealed.length === 1 && slot.sealed[0]?.database === open.databaseMark,
  );
  if (isOurs && isSealedOnce && isHealthy(path)) return;
  writeKeyFile(path, isOurs && isSealedOnce ? { slots } : await sealedFor(open, databaseKeys(open)));
}
