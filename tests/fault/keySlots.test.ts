/**
 * R13: users × recovery code × every damaged byte × a kill at every write, flush and rename while a password is wrapped
 * anew, a user is removed, or the code is used. Nobody is locked out, and nothing opens with anything but its own secret.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { confirmRecoveryCode, newRecoveryCode } from '../../electron/features/users/newRecoveryCode';
import { Session } from '../../electron/features/users/session';
import { dataFolder, twinOf } from '../../electron/platform/dataFolder';
import { isHealthy, readKeyFile } from '../../electron/platform/keyFile';
import { type KeyFile, openWithPassword, openWithRecoveryCode } from '../../electron/platform/keySlots';
import { router } from '../../electron/router';
import type { Services } from '../../electron/services';
import { buildCli } from '../support/buildCli';
import { printFigure } from '../support/figure';
import { recordingEngine } from '../support/fillReport';
import { makeFolder, TEST_PASSWORD, TEST_USERS, type TestFolder } from '../support/openFolder';
import { killedAt, type Moment, writingMoments } from './killedAtCalls';
import { copyOf, type Ended, ROUNDS } from './killing';

const NEW_PASSWORD = 'Xin-Mima-2026';
const NAMES = Object.keys(TEST_USERS);

let folder: TestFolder;
let code: [string, string];
let key: Buffer;
let script: string;
let done: () => void;

beforeAll(async () => {
  folder = await makeFolder({ user: 'admin' });
  code = newRecoveryCode(folder.open).recoveryCode;
  await confirmRecoveryCode(folder.open, code);
  key = Buffer.from(folder.open.key);
  writeFileSync(beside('pw.txt'), TEST_PASSWORD);
  writeFileSync(beside('new.txt'), NEW_PASSWORD);
  writeFileSync(beside('code.txt'), code.join('\n'));
  await folder.services.session.lock();
  ({ script, done } = await buildCli());
});
afterAll(async () => {
  done();
  await folder.close();
});

const beside = (name: string): string => join(folder.dir, '..', name);

/** Who gets in by which secret; every way in must give the database key, every wrong secret nothing. */
async function lockedOut(file: KeyFile): Promise<string[]> {
  const out: string[] = [];
  for (const name of NAMES) {
    const opened = await openWithPassword(file, name, TEST_PASSWORD);
    if (!opened?.keys[0]?.key.equals(key)) out.push(name);
  }
  if (!openWithRecoveryCode(file, code.join(''))?.keys[0]?.key.equals(key)) out.push('recovery');
  return out;
}

describe('R13 a damaged byte', () => {
  /** Each bit of a byte, and a letter, a space and a line end in its place, in turn. */
  const changes: ((byte: number) => number)[] = [
    ...[0, 1, 2, 3, 4, 5, 6, 7].map((bit) => (byte: number) => byte ^ (1 << bit)),
    () => 0x20,
    () => 0x0a,
    () => 0x7a,
  ];

  it('in either file keeps nobody out and opens nothing wrongly', async () => {
    const { keys } = dataFolder(folder.dir);
    const sound = readFileSync(keys);
    const step = ROUNDS ? 1 : 61;
    let tried = 0;
    const wrong: string[] = [];
    for (const path of [keys, twinOf(keys)]) {
      for (let at = 0; at < sound.length; at += step) {
        const damaged = Buffer.from(sound);
        damaged[at] = (changes[at % changes.length] as (typeof changes)[0])(damaged[at] as number);
        writeFileSync(path, damaged);
        const file = readKeyFile(keys);
        const out = await lockedOut(file);
        if (out.length > 0) wrong.push(`${path} ${at}: ${out.join()}`);
        if (await openWithPassword(file, NAMES[at % NAMES.length] as string, 'Falsch-2026')) wrong.push(`wrong ${at}`);
        tried += 1;
      }
      writeFileSync(path, sound);
    }
    expect(wrong).toEqual([]);
    const what = `damaged bytes, each for ${NAMES.length} users and the code: nobody locked out, nothing opened wrongly`;
    printFigure({ id: 'R13', done: tried, of: 2 * sound.length, what, bad: wrong.length });
  }, 3_600_000);

  it('in both files at the same place keeps out one at most', async () => {
    const { keys } = dataFolder(folder.dir);
    const sound = readFileSync(keys);
    const both = (bytes: Buffer) => [keys, twinOf(keys)].forEach((path) => void writeFileSync(path, bytes));
    const wrong: string[] = [];
    for (let at = 0; at < sound.length; at += ROUNDS ? 1 : 97) {
      const damaged = Buffer.from(sound);
      damaged[at] = (damaged[at] as number) ^ 1;
      both(damaged);
      const out = await lockedOut(readKeyFile(keys));
      if (out.length > 1) wrong.push(`${at}: ${out.join()}`);
    }
    both(sound);
    expect(wrong).toEqual([]);
  }, 3_600_000);
});

describe('R13 kill -9', () => {
  const common = (dir: string) => ['--data', dir, '--json'];
  const own = (dir: string, name: string) => [...common(dir), '--user', name, '--password-file', beside('pw.txt')];
  const acts: Record<string, (dir: string) => string[]> = {
    rewrap: (dir) => ['user', 'password', ...own(dir, 'clerk'), '--new-password-file', beside('new.txt')],
    removal: (dir) => ['user', 'remove', 'counsel', '--reason', '调离本行', ...own(dir, 'admin')],
    recovery: (dir) => [
      ...['user', 'recover', 'clerk', ...common(dir), '--code-file', beside('code.txt')],
      ...['--new-password-file', beside('new.txt'), '--recovery-out', `${dir}.code`],
    ],
  };

  const open = (dir: string) => new Session({ dataDir: dir, clock: folder.services.clock, program: 'command line' });

  const getsIn = async (dir: string, name: string, password: string): Promise<boolean> => {
    const session = open(dir);
    try {
      await session.signIn(name, password);
      return session.open?.store.alarm === null;
    } catch (error) {
      if ((error as Error).message !== 'bad-credentials') throw error;
      return false;
    } finally {
      await session.lock();
    }
  };

  /** Everybody whom the act does not concern gets in as before; clerk by one of his passwords, the new one if it was confirmed. */
  async function examine(dir: string, act: string, ended: Ended): Promise<string[]> {
    const wrong: string[] = [];
    const isDone = ended.code === 0;
    for (const name of ['admin', 'head', 'auditor']) if (!(await getsIn(dir, name, TEST_PASSWORD))) wrong.push(name);
    const [before, after] = [await getsIn(dir, 'clerk', TEST_PASSWORD), await getsIn(dir, 'clerk', NEW_PASSWORD)];
    if (before === after) wrong.push(`clerk by ${before ? 'both passwords' : 'none'}`);
    if (isDone && after === (act === 'removal')) wrong.push('clerk not as confirmed');
    if (act === 'removal' && isDone && (await getsIn(dir, 'counsel', TEST_PASSWORD))) wrong.push('counsel');
    if (await getsIn(dir, 'admin', 'Falsch-2026')) wrong.push('wrong password');
    const file = readKeyFile(dataFolder(dir).keys);
    const given = existsSync(`${dir}.code`) ? [readFileSync(`${dir}.code`, 'utf8')] : [];
    const opening = [code.join(''), ...given].filter((each) => openWithRecoveryCode(file, each));
    // Not handed out any more: then the person is in by his new password, and a new code can be made.
    if (opening.length !== 1 && !(act === 'recovery' && after)) wrong.push(`${opening.length} codes open`);
    return wrong;
  }

  /** The next sign-in finishes what was cut off: both key files whole, one key, everything in its place. */
  async function mended(dir: string): Promise<string[]> {
    const session = open(dir);
    const services: Services = { ...folder.services, session, engine: recordingEngine() };
    const client = createRouterClient(router, { context: { services } });
    await client.session.signIn({ name: 'head', password: TEST_PASSWORD });
    const { keys } = dataFolder(dir);
    const wrong = [
      ...(isHealthy(keys) ? [] : ['key files not mended']),
      ...(readKeyFile(keys).slots.every((slot) => slot.sealed.length === 1) ? [] : ['two keys']),
      ...((await client.system.check()).ok ? [] : ['check']),
      ...readdirSync(dir).filter((name) => name.includes('rotating')),
    ];
    await session.lock();
    return wrong;
  }

  /** In every second round a byte of a key file is damaged besides. */
  function damage(dir: string, round: number): string {
    if (round % 2 === 0) return '';
    const { keys } = dataFolder(dir);
    const path = round % 4 === 1 ? keys : twinOf(keys);
    if (!existsSync(path)) return '';
    const bytes = readFileSync(path);
    const at = Math.floor(Math.random() * bytes.length);
    bytes[at] = (bytes[at] as number) ^ (1 << (round % 8));
    writeFileSync(path, bytes);
    return `, byte ${at} of ${basename(path)}`;
  }

  it.each(Object.keys(acts))(
    'at the calls that write during %s: nobody is locked out',
    async (act) => {
      const args = acts[act] as (dir: string) => string[];
      const first = copyOf(folder, 0);
      const command = (dir: string) => [process.execPath, script, ...args(dir)];
      const moments = await writingMoments(command(first.dir), `${first.dir}.own`);
      first.remove();
      expect(moments.length).toBeGreaterThan(20);
      const rounds = ROUNDS ? Math.min(ROUNDS, moments.length) : 4;
      const seen = { killed: 0, done: 0 };
      const wrong: string[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const copy = copyOf(folder, round);
        const part = ROUNDS === 0 ? Math.random() : 0;
        const moment = moments[Math.floor(((round + part) * moments.length) / rounds)] as Moment;
        const ended = await killedAt(command(copy.dir), `${copy.dir}.own`, moment);
        seen[ended.code === 0 ? 'done' : 'killed'] += 1;
        const where = `${moment.call} ${moment.count}${damage(copy.dir, round)}`;
        const found = [...(await examine(copy.dir, act, ended)), ...(await mended(copy.dir))];
        if (found.length > 0) wrong.push(`${where}: ${found.join(', ')}`);
        copy.remove();
        for (const left of ['.code', '.own']) rmSync(`${copy.dir}${left}`, { recursive: true, force: true });
      }
      expect(wrong).toEqual([]);
      const what = `moments of a ${act} at which it was killed: nobody locked out`;
      printFigure({ id: 'R13', done: rounds, of: moments.length, what, bad: wrong.length });
    },
    3_600_000,
  );
});
