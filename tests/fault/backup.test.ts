/**
 * R9: a backup killed at any moment is there as a whole or does not count. R10: a restore gives back every row and every
 * attachment, to the byte.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fillDemo } from '../../electron/features/maintenance/fillDemo';
import { Session } from '../../electron/features/users/session';
import type { OpenFolder } from '../../electron/openFolder';
import { openSource, readSource } from '../../electron/platform/backup/backupSource';
import { router } from '../../electron/router';
import type { Services } from '../../electron/services';
import { buildCli } from '../support/buildCli';
import { dump } from '../support/dump';
import { printFigure } from '../support/figure';
import { makeFolder, TEST_PASSWORD, type TestFolder } from '../support/openFolder';
import { copyOf, ROUNDS, reopened, runAndKill } from './killing';

/** 200 are promised; a shorter long form is the caller's choice. */
const KILLS = ROUNDS > 0 ? Math.min(ROUNDS, 200) : 3;
/** Of the folder that is killed; R10 has one of its own in the long form. */
const LOANS = 400;
const ATTACHMENTS = 12;

let folder: TestFolder;
let script: string;
let done: () => void;
const beside = (name: string) => join(folder.dir, '..', name);

function attach(open: OpenFolder, bytes: Uint8Array): void {
  const sha256 = open.files.put(bytes);
  const columns = open.store.sqlite.pragma('table_info(attachment)') as { name: string; type: string }[];
  const values = columns.map(({ name, type }) => (name === 'sha256' ? sha256 : type === 'INTEGER' ? 1 : 'x'));
  open.store.sqlite.prepare(`INSERT INTO attachment VALUES (${columns.map(() => '?').join(', ')})`).run(...values);
}

async function filled(loans: number, attachments: number): Promise<TestFolder> {
  const made = await makeFolder({ user: 'admin' });
  await fillDemo(made.services, made.open, { loans, password: TEST_PASSWORD });
  for (let n = 0; n < attachments; n += 1) attach(made.open, randomBytes(20_000 + n * 500));
  return made;
}

beforeAll(async () => {
  folder = await filled(LOANS, ATTACHMENTS);
  writeFileSync(beside('pw.txt'), TEST_PASSWORD);
  await folder.services.session.lock();
  ({ script, done } = await buildCli());
}, 600_000);
afterAll(async () => {
  done();
  await folder.close();
});

const create = (dir: string, out: string) => [
  ...['backup', 'create', '--out', out, '--json', '--data', dir],
  ...['--user', 'admin', '--password-file', beside('pw.txt')],
];

/** Every byte against its manifest, and the database opened with a restore of its own. */
async function proved(path: string, round: string): Promise<void> {
  const source = await openSource(path);
  await readSource(source, () => {});
  source.close();
  const target = beside(`restored-${round}`);
  const session = new Session({ dataDir: target, clock: folder.services.clock, program: 'command line' });
  const services: Services = { ...folder.services, session };
  const client = createRouterClient(router, { context: { services } });
  const administrator = { name: 'admin', password: TEST_PASSWORD };
  for await (const _event of await client.backup.restore({ source: path, administrator, second: null, reason: 'R9' })) {
    // Its end is what counts.
  }
  await session.signIn('admin', TEST_PASSWORD);
  expect(await client.system.check()).toMatchObject({ ok: true, attachments: { count: ATTACHMENTS } });
  await session.lock();
  rmSync(target, { recursive: true });
}

/** Finished generations and files of a folder after a kill. */
function claimed(dir: string, out: string): string[] {
  const backups = join(dir, 'backups');
  const names = existsSync(backups) ? readdirSync(backups) : [];
  const generations = names.filter((name) => /^\d{4}-.*-\d+$/.test(name)).map((name) => join(backups, name));
  return [...generations, ...(existsSync(out) ? [out] : [])];
}

it('R9 kill -9 during a backup: whole or none, the folder is sound, and the next backup succeeds', async () => {
  const first = copyOf(folder, 0);
  const whole = await runAndKill(script, create(first.dir, beside('0.zip')), null);
  expect(whole.code).toBe(0);
  first.remove();
  const seen = { none: 0, some: 0 };
  for (let round = 1; round <= KILLS; round += 1) {
    const copy = copyOf(folder, round);
    const out = beside(`${round}.zip`);
    const begun = () => existsSync(join(copy.dir, 'backups'));
    // Two kills in three fall while the backup is being made; the others anywhere.
    const plan =
      round % 3 === 0 ? { delay: Math.random() * whole.ms } : { delay: Math.random() * 0.6 * whole.ms, when: begun };
    const ended = await runAndKill(script, create(copy.dir, out), plan);
    const found = claimed(copy.dir, out);
    if (ended.code === 0) expect(found).toContain(out);
    for (const path of found) await proved(path, String(round));
    seen[found.length > 0 ? 'some' : 'none'] += 1;
    if (round === KILLS) {
      const again = await runAndKill(script, create(copy.dir, beside('again.zip')), null);
      expect(again.code).toBe(0);
      expect(readdirSync(join(copy.dir, 'backups')).filter((name) => name.endsWith('.part'))).toEqual([]);
    }
    await reopened(folder, copy.dir, ({ store }) => expect(store.alarm).toBeNull());
    copy.remove();
    rmSync(out, { force: true });
  }
  expect(seen.none + seen.some).toBe(KILLS);
  const what = `kills of a backup: ${seen.none} left none, ${seen.some} left whole ones`;
  printFigure({ id: 'R9', done: KILLS, what, bad: 0 });
}, 7_200_000);

it('R10 a restore equals the logical export to the byte', async () => {
  const source = ROUNDS > 0 ? await filled(50_000, 400) : folder;
  const open = await source.signInAs('admin');
  const client = createRouterClient(router, { context: { services: source.services } });
  const out = beside('r10.zip');
  const made = await (async () => {
    for await (const event of await client.backup.create({})) if (event.kind === 'made') return event.generation;
    throw new Error('not made');
  })();
  for await (const _event of await client.backup.pack({ id: made.id, path: out })) {
    // Packed and read back at its end.
  }
  const before = dump(open.store.sqlite, { except: ['audit_entry'] });
  const bytes = (dump(open.store.sqlite).attachment ?? []).length;
  const target = beside('r10');
  mkdirSync(target);
  const session = new Session({ dataDir: target, clock: source.services.clock, program: 'command line' });
  const restored = createRouterClient(router, { context: { services: { ...source.services, session } } });
  const administrator = { name: 'admin', password: TEST_PASSWORD };
  const started = performance.now();
  for await (const _event of await restored.backup.restore({
    source: out,
    administrator,
    second: null,
    reason: 'R10',
  })) {
    // Its end is what counts.
  }
  const seconds = (performance.now() - started) / 1000;
  await session.signIn('admin', TEST_PASSWORD);
  const there = session.open!;
  expect(dump(there.store.sqlite, { except: ['audit_entry'] })).toEqual(before);
  const names = there.store.sqlite.prepare('SELECT sha256 FROM attachment').pluck().all() as string[];
  expect(names.length).toBe(bytes);
  for (const name of names) expect(there.files.get(name).equals(open.files.get(name))).toBe(true);
  await session.lock();
  if (source !== folder) await source.close();
  expect(seconds).toBeLessThan(600);
  const what = `loans and ${names.length} attachments restored, equal to the byte, in ${seconds.toFixed(1)} s`;
  printFigure({ id: 'R10', done: (before.loan ?? []).length, what, bad: 0 });
}, 1_800_000);
