/** Display name, unit and roles of a person, by an administrator (ORG-02); a signed-in person keeps his rights until he locks. */
import type { Role } from '@shared/domain/users/roles';
import { present } from '@shared/kernel/assert';
import { refuse } from '@shared/kernel/result';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import { unitNamed } from './addUser';
import { findUserById, listUsers, type UserRow, updateUser } from './users.repository';

export interface EditUserInput {
  readonly id: number;
  readonly rev: number;
  readonly display: string;
  readonly unit: string;
  readonly roles: readonly Role[];
}

/** Refusals in order: user-unknown, user-removed. */
export async function activeUser(db: ReadDb, id: number): Promise<UserRow> {
  const user = (await findUserById(db, id)) ?? refuse('user-unknown', { id });
  return user.active ? user : refuse('user-removed', { user: user.name });
}

/** Somebody has to be able to add and to remove people. Refusal: last-administrator. */
export async function refuseLastAdministrator(db: ReadDb, leaving: UserRow): Promise<void> {
  const isOther = (user: UserRow) => user.id !== leaving.id && user.active && user.roles.includes('administrator');
  if (leaving.roles.includes('administrator') && !(await listUsers(db)).some(isOther)) refuse('last-administrator');
}

const sameRoles = (one: readonly Role[], other: readonly Role[]): boolean =>
  new Set(one).size === new Set(other).size && one.every((role) => other.includes(role));

const shown = ({ display, unit, roles }: UserRow) => ({ display, unit, roles: roles.toSorted() });

/** Refusals in order: user-unknown, user-removed, stale-version, unit-unknown, own-roles, last-administrator. */
export async function editUser(open: OpenFolder, input: EditUserInput): Promise<UserRow> {
  return open.store.write(open.actor, async (tx) => {
    const user = await activeUser(tx, input.id);
    if (user.rev !== input.rev) refuse('stale-version');
    const unit = await unitNamed(tx, input.unit);
    if (user.id === open.actor.userId && !sameRoles(user.roles, input.roles)) refuse('own-roles');
    if (!input.roles.includes('administrator')) await refuseLastAdministrator(tx, user);
    await updateUser(tx, user.id, { display: input.display, unitId: unit.id, roles: input.roles });
    const result = present(await findUserById(tx, user.id), 'an edited user is there');
    const [before, after] = [shown(user), shown(result)];
    const detail = { name: user.name, before, after };
    const audit = { action: 'users.edit', objectKind: 'user', objectId: String(user.id), detail, before, after };
    return { result, audit };
  });
}
