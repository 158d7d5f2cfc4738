/**
 * A new recovery code by an administrator: the old sheet is lost or a keeper has left. It comes into force when he confirms
 * that it is kept; until then the old one holds. So a lock or a power cut while the code is on screen costs nothing: a
 * code that nobody has on paper opens nothing.
 */
import { refuse } from '@shared/kernel/result';
import type { Store } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import {
  makeRecoverySlot,
  openWithRecoveryCode,
  resealed,
  type Slot,
  wipeOpened,
  withSlot,
} from '../../platform/keySlots';
import { writeRecoveryPublicKey } from './access.repository';
import { changeKeys, databaseKeys } from './changeKeys';

export interface RecoveryCode {
  readonly recoveryCode: [string, string];
}

/** By the store, which ends with the session; a slot without its code is no secret. */
const prepared = new WeakMap<Store, Slot>();

/** Changes nothing yet; the latest one made can be confirmed. Refusal: folder-read-only. */
export function newRecoveryCode({ store }: OpenFolder): RecoveryCode {
  if (store.readOnly) refuse('folder-read-only', { alarm: store.alarm?.code ?? null });
  const { slot, code } = makeRecoverySlot([]);
  prepared.set(store, slot);
  return { recoveryCode: code };
}

/** Puts the code in force and ends the old one. Refuses `recovery-code-wrong` for any other code than the one made last. */
export async function confirmRecoveryCode(open: OpenFolder, code: readonly [string, string]): Promise<{ ok: true }> {
  const slot = prepared.get(open.store);
  const opened = slot && openWithRecoveryCode({ slots: [slot] }, code.join(''));
  if (!slot || !opened) refuse('recovery-code-wrong');
  wipeOpened(opened);
  await changeKeys(
    open,
    async (tx) => {
      await writeRecoveryPublicKey(tx, slot.publicKey);
      return { result: null, audit: { action: 'users.newRecoveryCode', objectKind: 'folder', objectId: 'recovery' } };
    },
    (before) => withSlot(before, resealed(slot, slot.publicKey, databaseKeys(open))),
  );
  prepared.delete(open.store);
  return { ok: true };
}
