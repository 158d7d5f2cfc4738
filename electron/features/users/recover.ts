/** The recovery code: a way in for one whose password is forgotten, and for the folder when every password is. */
import { isStrongPassword } from '@shared/domain/users/password';
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import { readKeyFile } from '../../platform/keyFile';
import {
  type KeyFile,
  makeRecoverySlot,
  makeUserSlot,
  openWithRecoveryCode,
  prevailingCost,
  withSlot,
} from '../../platform/keySlots';
import type { Services } from '../../services';
import { giveAccess, usedPasswords, writeRecoveryPublicKey } from './access.repository';
import { changeKeys, databaseKeys } from './changeKeys';
import { refuseReused } from './changePassword';
import type { RecoveryCode } from './newRecoveryCode';
import { findUser } from './users.repository';

export interface RecoverInput {
  readonly name: string;
  readonly code: readonly [string, string];
  /** His own, not a temporary one. */
  readonly password: string;
}

/**
 * Gives the named user a new password and makes a new code, since this one was seen. The folder is locked afterwards.
 * Refusals in order: those of signing in with `recovery-code-wrong` in the place of `bad-credentials`; user-unknown,
 * password-weak, password-reused.
 */
export async function recover(services: Services, input: RecoverInput): Promise<RecoveryCode> {
  const { session } = services;
  await session.prepare();
  const file = readKeyFile(session.folder.keys);
  const act = async () => openWithRecoveryCode(file, input.code.join(''));
  const opened = await session.guard.attempt({ subject: ' recovery', shown: 'recovery', act });
  if (!opened) refuse('recovery-code-wrong');
  return session.during(opened, input.name, (open) => renew(open, file, input));
}

async function renew(open: OpenFolder, file: KeyFile, { name, password }: RecoverInput): Promise<RecoveryCode> {
  const user = (await findUser(open.store.read, name)) ?? refuse('user-unknown');
  if (!isStrongPassword(password)) refuse('password-weak', { user: name });
  await refuseReused(password, await usedPasswords(open.store.read, user.id));
  const made = await makeUserSlot(name, password, prevailingCost(file), databaseKeys(open));
  const recovery = makeRecoverySlot(databaseKeys(open));
  await changeKeys(
    open,
    async (tx) => {
      await giveAccess(tx, user.id, made, 'no');
      await writeRecoveryPublicKey(tx, recovery.slot.publicKey);
      return { result: null, audit: { action: 'session.recover', objectKind: 'user', objectId: String(user.id) } };
    },
    (before) => withSlot(withSlot(before, made.slot), recovery.slot),
  );
  return { recoveryCode: recovery.code };
}
