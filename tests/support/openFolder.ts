/** A real, encrypted data folder for tests: made by the program's own set-up, opened by one of its users. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '@shared/domain/users/roles';
import { present } from '@shared/kernel/assert';
import { runDirectly } from '../../electron/features/backup/backupJobs';
import { Backups } from '../../electron/features/backup/backups';
import { Session } from '../../electron/features/users/session';
import { setUp } from '../../electron/features/users/setUp';
import type { OpenFolder } from '../../electron/openFolder';
import { fixedClock } from '../../electron/platform/clock';
import type { Host } from '../../electron/platform/host';
import type { Services } from '../../electron/services';

export const TEST_PASSWORD = 'Qingshou-2026';
/** What the clock of a test folder always says. */
export const TEST_NOW = '2026-11-22T02:30:00.000Z';
export const TEST_UNITS = ['青石分理处', '红岩分理处', '白水分理处', '金坪分理处', '云台分理处', '长滩分理处'] as const;

/** Sign-in names, one per role that tests need. */
export const TEST_USERS = {
  admin: 'administrator',
  clerk: 'clerk',
  counsel: 'counsel',
  director: 'sub-branch-director',
  head: 'branch-head',
  auditor: 'auditor',
} as const satisfies Record<string, Role>;
export type TestUser = keyof typeof TEST_USERS;

export interface TestFolder {
  readonly dir: string;
  readonly services: Services;
  readonly open: OpenFolder;
  /** Locks the folder and opens it as somebody else. */
  signInAs(user: TestUser): Promise<OpenFolder>;
  close(): Promise<void>;
}

export interface TestFolderOptions {
  readonly user?: TestUser;
  /** Stand-ins for what only a window can do; anything else that a test needs fails it. */
  readonly host?: Partial<Host>;
  readonly engine?: Services['engine'];
}

/** Argon2's least memory: the folder is as real as any, only its passwords are cheap to try. */
const CHEAP = { memory: 64, passes: 1 };

function refusing<T extends object>(what: string, given: Partial<T> = {}): T {
  return new Proxy(given as T, {
    get(target, name) {
      if (name in target || typeof name === 'symbol') return Reflect.get(target, name);
      throw new Error(`this test has no ${what} ${name}`);
    },
  });
}

/** Signed in as `clerk` on 2026-11-22 unless told otherwise. */
export async function makeFolder(options: TestFolderOptions = {}): Promise<TestFolder> {
  const parent = mkdtempSync(join(tmpdir(), 'qingshou-test-'));
  const dir = join(parent, 'data');
  const clock = fixedClock(TEST_NOW);
  const session = new Session({ dataDir: dir, clock, program: 'command line' });
  const services: Services = {
    clock,
    host: refusing<Host>('window for', options.host),
    engine: options.engine ?? refusing<Services['engine']>('engine for'),
    session,
    backups: new Backups(runDirectly),
    version: '0.0.0-test',
    workstation: 'test',
    program: 'command line',
    kdfCost: CHEAP,
    log: () => {},
  };
  await setUp(services, setupInput(dir));
  const signInAs = async (user: TestUser) => {
    await session.signIn(user, TEST_PASSWORD);
    return present(session.open, 'a signed-in session is open');
  };
  const open = await signInAs(options.user ?? 'clerk');
  const close = async () => {
    await session.lock();
    rmSync(parent, { recursive: true, force: true });
  };
  return { dir, services, open, signInAs, close };
}

function setupInput(dataDir: string): Parameters<typeof setUp>[1] {
  const users = Object.entries(TEST_USERS).filter(([name]) => name !== 'admin');
  return {
    dataDir,
    bank: {
      name: '奉节县某支行',
      creditCode: '91500236MA00000000',
      address: '奉节县某街1号',
      phone: '023-00000000',
      principal: { name: '某某某', title: '行长' },
      account: { name: '奉节县某支行', number: '0000000000000000', bank: '奉节县某支行' },
    },
    mark: '奉支',
    units: TEST_UNITS.map((name) => ({ name, mark: name.slice(0, 2), level: 'sub-branch' as const })),
    administrator: { name: 'admin', display: '管理员', password: TEST_PASSWORD },
    users: users.map(([name, role]) => ({
      name,
      display: `测试${name}`,
      unit: '',
      roles: [role],
      password: TEST_PASSWORD,
    })),
    series: {},
  };
}
