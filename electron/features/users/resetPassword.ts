/** A new temporary password by an administrator: for one who forgot his, and for one who comes back after his removal. */
import { isStrongPassword } from '@shared/domain/users/password';
import { present } from '@shared/kernel/assert';
import { refuse } from '@shared/kernel/result';
import type { WriteTx } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import { withSlot } from '../../platform/keySlots';
import type { Services } from '../../services';
import { giveAccess } from './access.repository';
import { newSlot, temporary } from './addUser';
import { changeKeys } from './changeKeys';
import { activeUser } from './editUser';
import { findUserById, setActive, type UserRow } from './users.repository';

interface PasswordInput {
  readonly id: number;
  readonly password: string;
}

/** Refusals in order: user-unknown, user-removed, own-account, password-weak. */
export async function resetPassword(services: Services, open: OpenFolder, input: PasswordInput): Promise<UserRow> {
  const user = await activeUser(open.store.read, input.id);
  if (user.id === open.actor.userId) refuse('own-account');
  return give(services, open, user, input.password, {
    action: 'users.resetPassword',
    check: async (tx) => {
      await activeUser(tx, user.id);
    },
  });
}

/** Refusals in order: user-unknown, user-active, password-weak. */
export async function reactivateUser(services: Services, open: OpenFolder, input: PasswordInput): Promise<UserRow> {
  const user = (await findUserById(open.store.read, input.id)) ?? refuse('user-unknown', { id: input.id });
  if (user.active) refuse('user-active', { user: user.name });
  return give(services, open, user, input.password, {
    action: 'users.reactivate',
    check: (tx) => setActive(tx, user.id, true),
  });
}

interface Giving {
  readonly action: string;
  readonly check: (tx: WriteTx) => Promise<void>;
}

async function give(
  services: Services,
  open: OpenFolder,
  user: UserRow,
  password: string,
  { action, check }: Giving,
): Promise<UserRow> {
  if (!isStrongPassword(password)) refuse('password-weak', { user: user.name });
  const made = await newSlot(open, user.name, password);
  return changeKeys(
    open,
    async (tx) => {
      await check(tx);
      await giveAccess(tx, user.id, made, temporary(services));
      const result = present(await findUserById(tx, user.id), 'a user with a new password is there');
      const [before, after] = [{ active: user.active }, { active: result.active }];
      const detail = { name: user.name, before, after };
      return { result, audit: { action, objectKind: 'user', objectId: String(user.id), detail, before, after } };
    },
    (file) => withSlot(file, made.slot),
  );
}
