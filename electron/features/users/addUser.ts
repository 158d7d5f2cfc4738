/** A further person with his own password and key slot (ORG-02). */
import { isStrongPassword } from '@shared/domain/users/password';
import type { Role } from '@shared/domain/users/roles';
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import { readKeyFile, userSlot, withSlot, writeKeyFile } from '../../platform/keySlots';
import type { Services } from '../../services';
import { branchUnit, findUser, insertUser, listUnits, type UserRow } from './users.repository';

export interface AddUserInput {
  readonly name: string;
  readonly display: string;
  /** Empty: the branch itself. */
  readonly unit: string;
  readonly roles: readonly Role[];
  readonly password: string;
}

/** Refusals in order: unit-unknown, user-exists, password-weak. The slot is written first: a slot without a user opens nothing. */
export async function addUser(services: Services, open: OpenFolder, input: AddUserInput): Promise<UserRow> {
  const units = await listUnits(open.store.read);
  const unit = input.unit === '' ? await branchUnit(open.store.read) : units.find((each) => each.name === input.unit);
  if (!unit) refuse('unit-unknown', { unit: input.unit });
  if (await findUser(open.store.read, input.name)) refuse('user-exists', { user: input.name });
  if (!isStrongPassword(input.password)) refuse('password-weak', { user: input.name });
  const slot = await userSlot(input.name, input.password, open.key, services.kdfCost);
  writeKeyFile(open.folder.keys, withSlot(readKeyFile(open.folder.keys), slot));
  return open.store.write(open.actor, async (tx) => {
    const id = await insertUser(tx, { ...input, unitId: unit.id });
    const result: UserRow = { ...input, id, unitId: unit.id, unit: unit.name, roles: [...input.roles], active: true };
    const detail = { name: input.name, unit: unit.name, roles: input.roles };
    return { result, audit: { action: 'users.add', objectKind: 'user', objectId: String(id), detail } };
  });
}
