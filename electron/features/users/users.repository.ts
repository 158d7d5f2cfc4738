/** People, units, settings and number series. What opens the folder for them is in access.repository.ts. */

import type { Role } from '@shared/domain/users/roles';
import { present } from '@shared/kernel/assert';
import type { UserAccessTable } from '../../database/schema';
import type { ReadDb, WriteTx } from '../../database/store';
import { readSetting, writeSetting } from './settings.repository';

export interface UserRow {
  readonly id: number;
  readonly name: string;
  readonly display: string;
  readonly unitId: number;
  readonly unit: string;
  readonly roles: Role[];
  readonly active: boolean;
  /** Where his temporary password has to be changed. */
  readonly mustChange: UserAccessTable['must_change'];
  readonly mustChangePassword: boolean;
  readonly rev: number;
}

export interface UnitRow {
  readonly id: number;
  readonly name: string;
  readonly mark: string;
  readonly level: string;
}

export async function listUnits(db: ReadDb): Promise<UnitRow[]> {
  return db.q.selectFrom('unit').select(['id', 'name', 'mark', 'level']).orderBy('id').execute();
}

/** The branch itself: every data folder has exactly one. */
export async function branchUnit(db: ReadDb): Promise<UnitRow> {
  const row = await db.q
    .selectFrom('unit')
    .select(['id', 'name', 'mark', 'level'])
    .where('level', '=', 'branch')
    .executeTakeFirst();
  return present(row, 'a data folder has its branch');
}

export async function insertUnit(tx: WriteTx, unit: Omit<UnitRow, 'id'>): Promise<UnitRow> {
  const level = unit.level as 'branch' | 'sub-branch' | 'department';
  const row = await tx.q
    .insertInto('unit')
    .values({ name: unit.name, mark: unit.mark, level })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { ...unit, id: row.id };
}

export async function listUsers(db: ReadDb): Promise<UserRow[]> {
  const users = await db.q
    .selectFrom('app_user')
    .innerJoin('unit', 'unit.id', 'app_user.unit_id')
    .leftJoin('user_access', 'user_access.user_id', 'app_user.id')
    .select([
      'app_user.id',
      'app_user.name',
      'app_user.display',
      'app_user.unit_id',
      'unit.name as unit',
      'app_user.active',
      'app_user.rev',
      'user_access.must_change',
    ])
    .orderBy('app_user.id')
    .execute();
  const roles = await db.q.selectFrom('user_role').selectAll().execute();
  return users.map((user) => ({
    id: user.id,
    name: user.name,
    display: user.display,
    unitId: user.unit_id,
    unit: user.unit,
    roles: roles.filter((row) => row.user_id === user.id).map((row) => row.role as Role),
    active: user.active === 1,
    mustChange: user.must_change ?? 'no',
    mustChangePassword: user.active === 1 && (user.must_change ?? 'no') !== 'no',
    rev: user.rev,
  }));
}

export async function findUser(db: ReadDb, name: string): Promise<UserRow | undefined> {
  return (await listUsers(db)).find((user) => user.name === name);
}

export async function findUserById(db: ReadDb, id: number): Promise<UserRow | undefined> {
  return (await listUsers(db)).find((user) => user.id === id);
}

/** What an administrator may change of a person; each change counts the version up. */
export async function updateUser(
  tx: WriteTx,
  id: number,
  user: { display: string; unitId: number; roles: readonly Role[] },
): Promise<void> {
  await tx.q
    .updateTable('app_user')
    .set((set) => ({ display: user.display, unit_id: user.unitId, rev: set('rev', '+', 1) }))
    .where('id', '=', id)
    .execute();
  await tx.q.deleteFrom('user_role').where('user_id', '=', id).execute();
  await insertRoles(tx, id, user.roles);
}

export async function setActive(tx: WriteTx, id: number, active: boolean): Promise<void> {
  await tx.q
    .updateTable('app_user')
    .set((set) => ({ active: active ? 1 : 0, rev: set('rev', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

async function insertRoles(tx: WriteTx, id: number, roles: readonly Role[]): Promise<void> {
  const rows = [...new Set(roles)].map((role) => ({ user_id: id, role }));
  await tx.q.insertInto('user_role').values(rows).execute();
}

export async function insertUser(
  tx: WriteTx,
  user: { name: string; display: string; unitId: number; roles: readonly Role[] },
): Promise<number> {
  const { id } = await tx.q
    .insertInto('app_user')
    .values({ name: user.name, display: user.display, unit_id: user.unitId, created_at: tx.at })
    .returning('id')
    .executeTakeFirstOrThrow();
  await insertRoles(tx, id, user.roles);
  return id;
}

/** What the bank's papers need to know of itself. */
const BANK = 'bank';

export interface BankFacts {
  readonly name: string;
  readonly creditCode: string;
  readonly address: string;
  readonly phone: string;
  readonly principal: { readonly name: string; readonly title: string };
  readonly account: { readonly name: string; readonly number: string; readonly bank: string };
}

export async function readBank(db: ReadDb): Promise<BankFacts> {
  return JSON.parse(present(await readSetting(db, BANK), 'a data folder knows its bank')) as BankFacts;
}

export const writeBank = (tx: WriteTx, bank: BankFacts): Promise<void> => writeSetting(tx, BANK, JSON.stringify(bank));

export async function insertSeries(
  tx: WriteTx,
  series: { unitId: number; word: string; year: number; next: number },
): Promise<void> {
  const row = { unit_id: series.unitId, word: series.word, year: series.year, next: series.next, last_issued_on: null };
  await tx.q.insertInto('number_series').values(row).execute();
}
