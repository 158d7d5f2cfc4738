/** One's own password: the same key pair behind a new one; nobody else's slot is touched. */
import { isStrongPassword } from '@shared/domain/users/password';
import { present } from '@shared/kernel/assert';
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import { readKeyFile } from '../../platform/keyFile';
import {
  type OpenedSlot,
  openWithPassword,
  type PasswordVerifier,
  rewrap,
  wasPassword,
  wipeOpened,
  withSlot,
} from '../../platform/keySlots';
import type { Services } from '../../services';
import { giveAccess, usedPasswords } from './access.repository';
import { changeKeys } from './changeKeys';

export async function refuseReused(password: string, used: readonly PasswordVerifier[]): Promise<void> {
  for (const before of used) if (await wasPassword(password, before)) refuse('password-reused');
}

/**
 * Refusals in order: signin-delayed, password-wrong, password-weak, password-reused. A wrong old password counts as a
 * failed sign-in: a session left open is no way to guess it.
 */
export async function changePassword(
  services: Services,
  open: OpenFolder,
  input: { old: string; password: string },
): Promise<void> {
  const { name } = open.actor;
  const file = readKeyFile(open.folder.keys);
  const act = () => openWithPassword(file, name, input.old);
  const opened = await services.session.guard.attempt({ subject: name, shown: name, act });
  if (!opened) refuse('password-wrong');
  try {
    await rewrapAs(services, open, opened, input.password);
  } finally {
    wipeOpened(opened);
  }
}

async function rewrapAs(services: Services, open: OpenFolder, opened: OpenedSlot, password: string): Promise<void> {
  const userId = present(open.actor.userId, 'whoever is signed in is a user');
  if (!isStrongPassword(password)) refuse('password-weak');
  await refuseReused(password, await usedPasswords(open.store.read, userId));
  const made = await rewrap(opened, password);
  await changeKeys(
    open,
    async (tx) => {
      await giveAccess(tx, userId, made, 'no');
      return {
        result: null,
        audit: { action: 'session.changePassword', objectKind: 'user', objectId: String(userId) },
      };
    },
    (before) => withSlot(before, made.slot),
  );
  services.session.passwordChanged();
}
