/** First set-up: a data folder with its bank, units, number series, administrator and first users. */

import { randomBytes } from 'node:crypto';
import type { SetupInput } from '@shared/contract/session.contract';
import { isStrongPassword } from '@shared/domain/users/password';
import type { Role } from '@shared/domain/users/roles';
import { refuse } from '@shared/kernel/result';
import { openSqlite } from '../../database/open';
import { type Actor, Store } from '../../database/store';
import { renameFlushed } from '../../platform/atomicFile';
import { dataFolder, prepareEmpty, refuseNetworkPath, unfinished } from '../../platform/dataFolder';
import { type KeyFile, recoverySlot, userSlot, withSlot, writeKeyFile } from '../../platform/keySlots';
import type { Services } from '../../services';
import { insertSeries, insertUnit, insertUser, writeBank } from './users.repository';

interface NewUser {
  readonly name: string;
  readonly display: string;
  readonly unit: string;
  readonly roles: readonly Role[];
  readonly password: string;
}

/** Series that exist after the set-up, so that printing works at once; documents.md §1. */
const DEFAULT_SERIES = ['论'] as const;

/**
 * Refusals in order: folder-network, unit-exists, user-exists, unit-unknown, password-weak, setup-exists, folder-not-empty.
 * The database appears under its name only when it is complete: an interrupted set-up can simply be run again.
 */
export async function setUp(services: Services, input: SetupInput): Promise<{ recoveryCode: [string, string] }> {
  refuseNetworkPath(input.dataDir);
  const users = plannedUsers(input);
  checkSetup(input, users);
  const folder = dataFolder(input.dataDir);
  prepareEmpty(folder);
  const key = randomBytes(32);
  const recovery = recoverySlot(key);
  let keys: KeyFile = { version: 1, slots: [recovery.slot] };
  for (const user of users) keys = withSlot(keys, await userSlot(user.name, user.password, key, services.kdfCost));
  writeKeyFile(unfinished(folder.keys), keys);
  const sqlite = openSqlite({ path: unfinished(folder.database), key, create: true });
  const store = new Store(sqlite, services.clock);
  try {
    await fill(store, services, input, users);
  } finally {
    await store.close();
  }
  renameFlushed(unfinished(folder.keys), folder.keys);
  renameFlushed(unfinished(folder.database), folder.database);
  await services.session.changeDataDir(folder.root);
  key.fill(0);
  return { recoveryCode: recovery.code };
}

function plannedUsers(input: SetupInput): NewUser[] {
  const { name, display, password } = input.administrator;
  return [{ name, display: display || name, unit: '', roles: ['administrator'], password }, ...input.users];
}

function checkSetup(input: SetupInput, users: readonly NewUser[]): void {
  const units = [input.bank.name, ...input.units.map((unit) => unit.name)];
  const twice = (names: readonly string[]) => names.find((name, index) => names.indexOf(name) !== index);
  const unit = twice(units);
  if (unit) refuse('unit-exists', { unit });
  const user = twice(users.map((each) => each.name));
  if (user) refuse('user-exists', { user });
  const lost = users.find((each) => each.unit !== '' && !units.includes(each.unit));
  if (lost) refuse('unit-unknown', { unit: lost.unit, user: lost.name });
  const weak = users.find((each) => !isStrongPassword(each.password));
  if (weak) refuse('password-weak', { user: weak.name });
}

async function fill(store: Store, services: Services, input: SetupInput, users: readonly NewUser[]): Promise<void> {
  const actor: Actor = {
    userId: null,
    name: input.administrator.name,
    display: input.administrator.display || input.administrator.name,
    unitId: 0,
    unit: input.bank.name,
    roles: ['administrator'],
    workstation: services.workstation,
  };
  await store.write(actor, async (tx) => {
    await writeBank(tx, input.bank);
    const branch = await insertUnit(tx, { name: input.bank.name, mark: input.mark, level: 'branch' });
    const byName = new Map([[branch.name, branch.id]]);
    for (const unit of input.units) byName.set(unit.name, (await insertUnit(tx, unit)).id);
    const year = Number(services.clock.today().slice(0, 4));
    const words = new Set([...DEFAULT_SERIES, ...Object.keys(input.series)]);
    for (const word of words)
      await insertSeries(tx, { unitId: branch.id, word, year, next: input.series[word]?.next ?? 1 });
    for (const user of users) {
      await insertUser(tx, { ...user, unitId: byName.get(user.unit) ?? branch.id });
    }
    const detail = { bank: input.bank.name, units: input.units.length, users: users.map((user) => user.name) };
    return {
      result: null,
      audit: { action: 'session.setUp', objectKind: 'folder', objectId: input.bank.name, detail },
    };
  });
}
