/** A further person with his own password and key slot (ORG-02). */
import { isStrongPassword } from '@shared/domain/users/password';
import type { Role } from '@shared/domain/users/roles';
import { isSameName } from '@shared/domain/users/userName';
import { present } from '@shared/kernel/assert';
import { refuse } from '@shared/kernel/result';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import { readKeyFile } from '../../platform/keyFile';
import { makeUserSlot, prevailingCost, type UserSlot, withSlot } from '../../platform/keySlots';
import type { Services } from '../../services';
import { giveAccess, type MustChange } from './access.repository';
import { changeKeys, databaseKeys } from './changeKeys';
import {
  branchUnit,
  findUserById,
  insertUser,
  listUnits,
  listUsers,
  type UnitRow,
  type UserRow,
} from './users.repository';

export interface AddUserInput {
  readonly name: string;
  readonly display: string;
  /** Empty: the branch itself. */
  readonly unit: string;
  readonly roles: readonly Role[];
  /** A temporary one. */
  readonly password: string;
}

/**
 * Where a password that somebody else chose has to be changed. Scripts hand over passwords in files and go on working as
 * that user (cli.md), so the command line does not insist on what it was given itself; the window always does.
 */
export const temporary = (services: Pick<Services, 'program'>): MustChange =>
  services.program === 'command line' ? 'window' : 'always';

/** Refusal: unit-unknown. */
export async function unitNamed(db: ReadDb, name: string): Promise<UnitRow> {
  const unit = name === '' ? await branchUnit(db) : (await listUnits(db)).find((each) => each.name === name);
  return unit ?? refuse('unit-unknown', { unit: name });
}

async function refuseTaken(db: ReadDb, name: string): Promise<void> {
  if ((await listUsers(db)).some((user) => isSameName(user.name, name))) refuse('user-exists', { user: name });
}

/** A slot with a new key pair for a password that somebody else chose; new slots cost what the others cost. */
export function newSlot(open: OpenFolder, name: string, password: string): Promise<UserSlot> {
  return makeUserSlot(name, password, prevailingCost(readKeyFile(open.folder.keys)), databaseKeys(open));
}

/** Refusals in order: unit-unknown, user-exists, password-weak. */
export async function addUser(services: Services, open: OpenFolder, input: AddUserInput): Promise<UserRow> {
  const unit = await unitNamed(open.store.read, input.unit);
  await refuseTaken(open.store.read, input.name);
  if (!isStrongPassword(input.password)) refuse('password-weak', { user: input.name });
  const made = await newSlot(open, input.name, input.password);
  return changeKeys(
    open,
    async (tx) => {
      await refuseTaken(tx, input.name);
      const id = await insertUser(tx, { ...input, unitId: unit.id });
      await giveAccess(tx, id, made, temporary(services));
      const added = present(await findUserById(tx, id), 'an added user is there');
      const result: UserRow = { ...added, roles: [...new Set(input.roles)] };
      const after = { name: input.name, display: input.display, unit: unit.name, roles: result.roles };
      const audit = { action: 'users.add', objectKind: 'user', objectId: String(id), detail: after, after };
      return { result, audit };
    },
    (file) => withSlot(file, made.slot),
  );
}
