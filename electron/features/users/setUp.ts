/** First set-up: a data folder with its bank, units, number series, administrator and first users. */

import { randomBytes } from 'node:crypto';
import type { SetupInput } from '@shared/contract/session.contract';
import { SERIES_WORDS } from '@shared/domain/documents/series';
import { isStrongPassword } from '@shared/domain/users/password';
import type { Role } from '@shared/domain/users/roles';
import { foldName } from '@shared/domain/users/userName';
import { refuse } from '@shared/kernel/result';
import { openSqlite } from '../../database/open';
import { type Actor, Store } from '../../database/store';
import { renameFlushed } from '../../platform/atomicFile';
import { cryptoSelfTest } from '../../platform/cryptoSelfTest';
import { dataFolder, prepareEmpty, refuseNetworkPath, unfinished } from '../../platform/dataFolder';
import { calibrate } from '../../platform/kdfCost';
import { databaseMark, writeKeyFile, writeUnfinishedKeys } from '../../platform/keyFile';
import { makeRecoverySlot, makeUserSlot, resealed, type UserSlot } from '../../platform/keySlots';
import type { Services } from '../../services';
import { LogKeeper } from '../audit/logKeeper';
import { giveAccess, type MustChange, writeRecoveryPublicKey } from './access.repository';
import { temporary } from './addUser';
import { insertSeries, insertUnit, insertUser, writeBank } from './users.repository';

interface NewUser {
  readonly name: string;
  readonly display: string;
  readonly unit: string;
  readonly roles: readonly Role[];
  readonly password: string;
  /** The administrator typed his own; the others get theirs from him. */
  readonly mustChange: MustChange;
}

interface Admitted {
  readonly user: NewUser;
  readonly access: UserSlot;
}

/**
 * Refusals in order: folder-network, unit-exists, user-exists, unit-unknown, password-weak, setup-exists, folder-not-empty,
 * crypto-self-test.
 * The database appears under its name only when it is complete: an interrupted set-up can simply be run again.
 */
export async function setUp(services: Services, input: SetupInput): Promise<{ recoveryCode: [string, string] }> {
  refuseNetworkPath(input.dataDir);
  const users = plannedUsers(input, temporary(services));
  checkSetup(input, users);
  const folder = dataFolder(input.dataDir);
  prepareEmpty(folder);
  await cryptoSelfTest();
  const key = randomBytes(32);
  const cost = services.kdfCost ?? (await calibrate());
  const recovery = makeRecoverySlot([]);
  const admitted = await Promise.all(
    users.map(async (user) => ({ user, access: await makeUserSlot(user.name, user.password, cost, []) })),
  );
  const sqlite = openSqlite({ path: unfinished(folder.database), key, create: true });
  const store = new Store(sqlite, services.clock);
  try {
    await fill(store, services, input, { admitted, recoveryKey: recovery.slot.publicKey });
    new LogKeeper(store, folder, services.session.ownDir, services.clock).keep();
  } finally {
    await store.close();
  }
  // Only now has the database its cipher salt, by which slots name the file that their key opens.
  const databaseKey = { database: databaseMark(unfinished(folder.database)), key };
  const unsealed = [recovery.slot, ...admitted.map(({ access }) => access.slot)];
  const keys = { slots: unsealed.map((slot) => resealed(slot, slot.publicKey, [databaseKey])) };
  writeUnfinishedKeys(unfinished(folder.keys), keys);
  renameFlushed(unfinished(folder.keys), folder.keys);
  renameFlushed(unfinished(folder.database), folder.database);
  writeKeyFile(folder.keys, keys);
  await services.session.changeDataDir(folder.root);
  key.fill(0);
  return { recoveryCode: recovery.code };
}

function plannedUsers(input: SetupInput, mustChange: MustChange): NewUser[] {
  const { name, display, password } = input.administrator;
  const administrator = { name, display: display || name, unit: '', roles: ['administrator' as const], password };
  return [{ ...administrator, mustChange: 'no' }, ...input.users.map((user) => ({ ...user, mustChange }))];
}

function checkSetup(input: SetupInput, users: readonly NewUser[]): void {
  const units = [input.bank.name, ...input.units.map((unit) => unit.name)];
  const twice = (names: readonly string[]) => names.find((name, index) => names.indexOf(name) !== index);
  const unit = twice(units);
  if (unit) refuse('unit-exists', { unit });
  const user = twice(users.map((each) => foldName(each.name)));
  if (user) refuse('user-exists', { user });
  const lost = users.find((each) => each.unit !== '' && !units.includes(each.unit));
  if (lost) refuse('unit-unknown', { unit: lost.unit, user: lost.name });
  const weak = users.find((each) => !isStrongPassword(each.password));
  if (weak) refuse('password-weak', { user: weak.name });
}

async function fill(
  store: Store,
  services: Services,
  input: SetupInput,
  { admitted, recoveryKey }: { admitted: readonly Admitted[]; recoveryKey: string },
): Promise<void> {
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
    const words = new Set<string>([...SERIES_WORDS, ...Object.keys(input.series)]);
    for (const word of words)
      await insertSeries(tx, { unitId: branch.id, word, year, next: input.series[word]?.next ?? 1 });
    await writeRecoveryPublicKey(tx, recoveryKey);
    for (const { user, access } of admitted) {
      const id = await insertUser(tx, { ...user, unitId: byName.get(user.unit) ?? branch.id });
      await giveAccess(tx, id, access, user.mustChange);
    }
    const users = admitted.map(({ user }) => user.name);
    const detail = { bank: input.bank.name, units: input.units.length, users };
    return {
      result: null,
      audit: { action: 'session.setUp', objectKind: 'folder', objectId: input.bank.name, detail },
    };
  });
}
