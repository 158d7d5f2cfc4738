/** Removing a person (ORG-02): he cannot sign in from now on, and the folder gets a key that he never had. */
import { present } from '@shared/kernel/assert';
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import { faultText } from '../../platform/faultText';
import type { Services } from '../../services';
import { demandRotation } from './access.repository';
import { activeUser, refuseLastAdministrator } from './editUser';
import { findUserById, setActive, type UserRow } from './users.repository';

/**
 * Refusals in order: user-unknown, user-removed, own-account, last-administrator. The removal itself is done first and
 * stands; a change of the key that fails (no space) is demanded by the database until it is done, at the next sign-in.
 */
export async function deactivateUser(
  services: Services,
  open: OpenFolder,
  { id, reason }: { id: number; reason: string },
): Promise<{ user: UserRow; rotated: boolean }> {
  const user = await open.store.write(open.actor, async (tx) => {
    const leaving = await activeUser(tx, id);
    if (leaving.id === open.actor.userId) refuse('own-account');
    await refuseLastAdministrator(tx, leaving);
    await setActive(tx, id, false);
    await demandRotation(tx);
    const result = present(await findUserById(tx, id), 'a removed user is still known');
    const [before, after] = [{ active: true }, { active: false }];
    const detail = { name: leaving.name, reason, before, after };
    const audit = { action: 'users.deactivate', objectKind: 'user', objectId: String(id), detail, before, after };
    return { result, audit };
  });
  return { user, rotated: await tryRotation(services) };
}

/** Whether the key was changed; why not is in the program's log. */
export async function tryRotation(services: Services): Promise<boolean> {
  try {
    await services.session.rotate();
    return true;
  } catch (error) {
    services.log(`key not changed: ${faultText(error)}`);
    return false;
  }
}
