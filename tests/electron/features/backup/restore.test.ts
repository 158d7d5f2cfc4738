/** A backup from its making to its return: created, packed, verified, restored with everything in place (APP-03, R9, ORG-03). */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backUpAtExit, backUpIfDue } from '../../../../electron/features/backup/automaticBackup';
import { Session } from '../../../../electron/features/users/session';
import { stagingOf } from '../../../../electron/platform/backup/swapFolder';
import { fixedClock } from '../../../../electron/platform/clock';
import { router } from '../../../../electron/router';
import type { Services } from '../../../../electron/services';
import { Builder } from '../../../support/builders';
import { dump } from '../../../support/dump';
import { makeFolder, TEST_PASSWORD, type TestFolder } from '../../../support/openFolder';

let folder: TestFolder;
const beside = (name: string) => join(folder.dir, '..', name);
const clientOf = (services: Services) => createRouterClient(router, { context: { services } });

/** The last event of a stream. */
async function last<E>(stream: Promise<AsyncIterable<E>>): Promise<E> {
  let event: E | undefined;
  for await (const next of await stream) event = next;
  return event as E;
}

const keeper = (name: string, password = TEST_PASSWORD) => ({ name, password });
const ADMIN = keeper('admin');
const HEAD = keeper('head');
const code = (error: unknown) => (error as { data?: { code: string } }).data?.code;

async function create(services = folder.services): Promise<string> {
  const made = await last(clientOf(services).backup.create({}));
  if (made.kind !== 'made') throw new Error('not made');
  return made.generation.path;
}

const restore = (
  source: string,
  given: Partial<Parameters<ReturnType<typeof clientOf>['backup']['restore']>[0]> = {},
) =>
  last(
    clientOf(folder.services).backup.restore({
      source,
      administrator: ADMIN,
      second: HEAD,
      reason: '演练恢复',
      ...given,
    }),
  );

const refused = async (work: Promise<unknown>) => work.then(() => 'accepted', code);

/** Rows but the log's, whose sign-ins go on. */
const rows = (open = folder.services.session.open) => {
  if (!open) throw new Error('nobody is signed in');
  return dump(open.store.sqlite, { except: ['audit_entry'] });
};

beforeEach(async () => {
  folder = await makeFolder({ user: 'admin' });
  const open = folder.services.session.open!;
  const build = new Builder(open);
  build.batch(() => Array.from({ length: 30 }, () => build.loan()));
  for (const text of ['第一份附件', '第二份附件']) attach(text);
});
afterEach(() => folder.close());

function attach(text: string): string {
  const { files, store } = folder.services.session.open!;
  const sha256 = files.put(Buffer.from(text));
  const columns = store.sqlite.pragma('table_info(attachment)') as { name: string; type: string }[];
  const values = columns.map(({ name, type }) => (name === 'sha256' ? sha256 : type === 'INTEGER' ? 1 : 'x'));
  store.sqlite.prepare(`INSERT INTO attachment VALUES (${columns.map(() => '?').join(', ')})`).run(...values);
  return sha256;
}

describe('a generation', () => {
  it('is verified, listed, known before sign-in, and shares attachments with the next one', async () => {
    const first = await create();
    const second = await create();
    expect(readdirSync(first).sort()).toEqual(
      expect.arrayContaining(['attachments.json', 'keys.json', 'manifest.json', 'qingshou.db']),
    );
    expect(readdirSync(join(folder.dir, 'backups', 'files')).length).toBe(2);
    const status = await clientOf(folder.services).backup.status();
    expect(status.generations.map(({ path }) => path)).toEqual([second, first]);
    expect(status.generations[0]).toMatchObject({ attachments: 2, reason: 'manual', secondDevice: false });
    await folder.services.session.lock();
    const state = await clientOf(folder.services).session.state();
    expect(state.lastBackup).toEqual({ at: '2026-11-22T02:30:00.000Z', verified: true, secondDevice: false });
  });

  it('says nothing about anybody: no names in manifest or list', async () => {
    const path = await create();
    const texts = ['manifest.json', 'attachments.json'].map((name) => readFileSync(join(path, name), 'utf8')).join();
    expect(texts).not.toMatch(/借款人|admin|clerk|支行/);
  });

  it('leaves nothing behind when the copy is cut off, and one backup at a time (backup-running)', async () => {
    const client = clientOf(folder.services);
    const both = await Promise.allSettled([last(client.backup.create({})), last(client.backup.create({}))]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = both.find((each) => each.status === 'rejected');
    expect(code((lost as PromiseRejectedResult).reason)).toBe('backup-running');
    const abort = new AbortController();
    abort.abort();
    await expect(backUpAtExit(folder.services, abort.signal).then(() => 'silent')).resolves.toBe('silent');
    expect(readdirSync(join(folder.dir, 'backups')).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

it('an attachment that is damaged in the data folder is left out and counted, and taken once it is mended', async () => {
  const { folder: place } = folder.services.session.open!;
  const sha256 = attach('第三份附件');
  const path = join(place.files, sha256.slice(0, 2), sha256);
  const right = readFileSync(path);
  const wrong = Buffer.from(right);
  wrong[wrong.length - 1]! ^= 1;
  writeFileSync(path, wrong);
  const counts = (dir: string) =>
    JSON.parse(JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')).body).attachments;
  expect(counts(await create())).toMatchObject({ count: 2, missing: 1 });
  writeFileSync(path, right);
  expect(counts(await create())).toMatchObject({ count: 3, missing: 0 });
});

describe('automatic backups', () => {
  const windowed = (instant: string): Services => ({
    ...folder.services,
    program: 'window',
    clock: fixedClock(instant),
  });

  it('come at sign-in when the newest is older than 20 hours, whoever signs in', async () => {
    await folder.signInAs('clerk');
    await backUpIfDue(windowed('2026-11-22T03:00:00.000Z'));
    await backUpIfDue(windowed('2026-11-22T20:00:00.000Z'));
    await backUpIfDue(windowed('2026-11-23T00:00:00.000Z'));
    await folder.signInAs('admin');
    const { generations } = await clientOf(folder.services).backup.status();
    expect(generations.map(({ at, reason }) => [at, reason])).toEqual([
      ['2026-11-23T00:00:00.000Z', 'automatic'],
      ['2026-11-22T03:00:00.000Z', 'automatic'],
    ]);
    const audits = folder.services.session
      .open!.store.sqlite.prepare("SELECT user_name FROM audit_entry WHERE action = 'backup.create'")
      .pluck()
      .all();
    expect(audits).toEqual(['clerk', 'clerk']);
  });

  it('come at the end only when something changed', async () => {
    const never = new AbortController().signal;
    await backUpAtExit(folder.services, never);
    const count = async () => (await clientOf(folder.services).backup.status()).generations.length;
    expect(await count()).toBe(1);
    await folder.signInAs('admin');
    await backUpAtExit(windowed('2026-11-25T03:00:00.000Z'), never);
    expect(await count()).toBe(1);
    await clientOf(folder.services).units.add({ name: '新设分理处', mark: '新' });
    // Somebody leaves without it, while another one is being made as well.
    const slow = Promise.withResolvers<void>();
    const other = folder.services.backups.alone(() => slow.promise);
    const leaving = new AbortController();
    const exit = backUpAtExit(windowed('2026-11-26T03:00:00.000Z'), leaving.signal);
    leaving.abort();
    await exit;
    expect(await count()).toBe(1);
    slow.resolve();
    await other;
    await backUpAtExit(windowed('2026-11-26T03:00:00.000Z'), never);
    expect(await count()).toBe(2);
  });
});

describe('the second device', () => {
  it('gets a verified copy; a removed stick is reported and nothing else fails', async () => {
    const client = clientOf(folder.services);
    const stick = beside('stick');
    mkdirSync(stick);
    await client.backup.setSecondDevice({ dir: stick });
    await create();
    let status = await client.backup.status();
    expect(status).toMatchObject({ generations: [{ secondDevice: true }], secondDevice: { state: 'ready' } });
    const [name] = readdirSync(join(stick, 'qingshou-backups')).filter((each) => each !== 'files');
    const event = await last(client.backup.inspect({ source: join(stick, 'qingshou-backups', name!) }));
    expect(event).toMatchObject({ kind: 'inspected', attachments: 2 });
    rmSync(stick, { recursive: true });
    const made = await last(client.backup.create({}));
    expect(made).toMatchObject({ kind: 'made', secondDevice: { code: 'second-device-absent' } });
    status = await client.backup.status();
    expect(status.secondDevice).toMatchObject({ state: 'absent' });
  });

  it('is not the data folder itself (backup-same-device)', async () => {
    const dir = join(folder.dir, 'files');
    expect(await refused(clientOf(folder.services).backup.setSecondDevice({ dir }))).toBe('backup-same-device');
  });
});

describe('restoring', () => {
  it('brings everything back, keeps what was there aside, and says so in the log', async () => {
    const path = await create();
    const before = rows();
    const client = clientOf(folder.services);
    await client.units.add({ name: '备份之后', mark: '后' });
    const late = attach('备份之后的附件');
    const seen = await last(client.backup.inspect({ source: path }));
    expect(seen).toMatchObject({ kind: 'inspected', replaces: true });
    if (seen.kind === 'inspected') {
      expect(seen.differences.find(({ kind }) => kind === 'attachment')).toMatchObject({ backup: 2, present: 3 });
      expect(seen.log.present).toBeGreaterThan(seen.log.backup!);
    }
    const done = await restore(path);
    expect(folder.services.session.phase).toBe('locked');
    const open = await folder.signInAs('admin');
    expect(open.store.alarm).toBeNull();
    expect(rows(open)).toEqual(before);
    const audit = open.store.sqlite
      .prepare("SELECT user_name, detail FROM audit_entry WHERE action = 'backup.restore'")
      .get() as { user_name: string; detail: string };
    expect(audit.user_name).toBe('admin');
    expect(JSON.parse(audit.detail)).toMatchObject({ second: 'head', reason: '演练恢复' });
    expect(await client.system.check()).toMatchObject({ attachments: { ok: true, count: 2 } });
    // What was put aside is a whole data folder with what came after the backup.
    const aside = done.kind === 'restored' ? done.aside! : '';
    expect(existsSync(join(aside, 'files', late.slice(0, 2), late))).toBe(true);
    await folder.services.session.changeDataDir(aside);
    await folder.services.session.signIn('clerk', TEST_PASSWORD);
    expect(rows().unit!.some((row) => String(row).includes('备份之后'))).toBe(true);
  });

  it('asks two different persons with their rights, and a reason; nothing changes on a refusal (ORG-03)', async () => {
    const path = await create();
    const before = rows();
    const wrong = [
      [{ reason: '  ' }, 'reason-missing'],
      [{ second: null }, 'restore-second-person'],
      [{ administrator: keeper('admin', 'Wrong-2026') }, 'bad-credentials'],
      [{ second: keeper('head', 'Wrong-2026') }, 'bad-credentials'],
      [{ second: keeper('nobody') }, 'bad-credentials'],
      [{ second: ADMIN }, 'own-item'],
      [{ administrator: keeper('clerk') }, 'restore-administrator'],
      [{ second: keeper('clerk') }, 'restore-second-person'],
    ] as const;
    for (const [given, expected] of wrong) expect(await refused(restore(path, given))).toBe(expected);
    expect(rows()).toEqual(before);
    expect(existsSync(stagingOf(folder.dir))).toBe(false);
    await folder.signInAs('clerk');
    expect(await refused(restore(path))).toBe('role-missing');
  });

  it('works when the database is beyond opening, and on an empty folder (a new computer)', async () => {
    const path = await create();
    const before = rows();
    const client = clientOf(folder.services);
    const zip = beside('all.zip');
    const { generations } = await client.backup.status();
    expect(await last(client.backup.pack({ id: generations[0]!.id, path: zip }))).toMatchObject({ kind: 'packed' });
    await folder.services.session.lock();
    truncateSync(join(folder.dir, 'qingshou.db'), 5000);
    await restore(path);
    await folder.signInAs('admin');
    expect(rows()).toEqual(before);
    await folder.services.session.lock();
    const fresh = beside('new-computer');
    const session = new Session({ dataDir: fresh, clock: folder.services.clock, program: 'command line' });
    const services = { ...folder.services, session };
    const input = { source: zip, administrator: ADMIN, second: null, reason: '新电脑' };
    expect(await last(clientOf(services).backup.restore(input))).toEqual({ kind: 'restored', aside: null });
    await session.signIn('admin', TEST_PASSWORD);
    expect(rows(session.open)).toEqual(before);
    expect(await clientOf(services).system.check()).toMatchObject({ attachments: { ok: true, count: 2 } });
    await session.lock();
  });

  it('is finished at the next start when the power failed in the middle of the swap', async () => {
    const path = await create();
    const before = rows();
    await folder.services.session.lock();
    const staging = stagingOf(folder.dir);
    mkdirSync(staging);
    for (const name of ['qingshou.db', 'keys.json', 'keys.backup.json', 'anchors.json'])
      if (existsSync(join(path, name))) cpSync(join(path, name), join(staging, name));
    cpSync(join(folder.dir, 'backups', 'files'), join(staging, 'files'), { recursive: true });
    const staged = readdirSync(staging);
    writeFileSync(join(folder.dir, 'restore.json'), JSON.stringify({ aside: 'before-restore-1', staged }));
    // Half of it is done: the old database is aside, nothing is in its place.
    mkdirSync(join(folder.dir, 'before-restore-1'));
    cpSync(join(folder.dir, 'qingshou.db'), join(folder.dir, 'before-restore-1', 'qingshou.db'));
    rmSync(join(folder.dir, 'qingshou.db'));
    const session = new Session({ dataDir: folder.dir, clock: folder.services.clock, program: 'command line' });
    expect(existsSync(join(folder.dir, 'restore.json'))).toBe(false);
    expect(existsSync(staging)).toBe(false);
    expect(readdirSync(join(folder.dir, 'before-restore-1'))).toEqual(
      expect.arrayContaining(['qingshou.db', 'keys.json', 'files']),
    );
    await session.signIn('admin', TEST_PASSWORD);
    expect(rows(session.open)).toEqual(before);
    await session.lock();
  });
});
