/** Throw-away data folders: a real encrypted database on disk, with a bank, units and one signed-in clerk. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_AS_OF, demoUnits } from '@shared/domain/demo/demoLoans';
import { openSqlite } from '../../electron/database/open';
import { type Actor, Store } from '../../electron/database/store';
import { insertUnit, insertUser, writeBank } from '../../electron/features/users/users.repository';
import { fixedClock } from '../../electron/platform/clock';
import { dataFolder } from '../../electron/platform/dataFolder';
import { FileStore } from '../../electron/platform/fileStore';
import type { OpenFolder } from '../../electron/services';

export const clock = fixedClock(`${DEMO_AS_OF}T12:00:00+08:00`);

const BANK = {
  name: '奉节县某支行',
  creditCode: '',
  address: '',
  phone: '',
  principal: { name: '', title: '' },
  account: { name: '', number: '', bank: '' },
};

export interface BenchFolder {
  readonly open: OpenFolder;
  readonly units: ReadonlyMap<string, number>;
  /** Closes the database and removes the folder. */
  remove(): Promise<void>;
}

const NOBODY: Actor = {
  userId: null,
  name: 'bench',
  display: 'bench',
  unitId: 0,
  unit: '',
  roles: ['clerk'],
  workstation: 'bench',
};

/** An empty ledger whose branch has the units of so many loans. */
export async function newFolder(loans: number): Promise<BenchFolder> {
  const root = mkdtempSync(join(tmpdir(), 'qingshou-bench-'));
  const folder = dataFolder(root);
  mkdirSync(folder.files, { recursive: true });
  const key = randomBytes(32);
  const store = new Store(openSqlite({ path: folder.database, key, create: true }), clock);
  const { units, actor } = await store.write(NOBODY, async (tx) => {
    await writeBank(tx, BANK);
    const branch = await insertUnit(tx, { name: BANK.name, mark: '奉支', level: 'branch' });
    const made = new Map([[branch.name, branch.id]]);
    for (const unit of demoUnits(loans))
      made.set(unit.name, (await insertUnit(tx, { ...unit, level: 'sub-branch' })).id);
    const userId = await insertUser(tx, { name: 'bench', display: 'bench', unitId: branch.id, roles: ['clerk'] });
    const signedIn: Actor = { ...NOBODY, userId, unitId: branch.id, unit: branch.name };
    const audit = { action: 'session.setUp', objectKind: 'folder', objectId: BANK.name };
    return { result: { units: made, actor: signedIn }, audit };
  });
  return {
    open: { folder, store, files: new FileStore(folder.files, key), actor, key },
    units,
    async remove() {
      await store.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
