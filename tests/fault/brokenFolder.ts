/** A small data folder to be broken: rows in several tables, attachments, anchors; opened as a session opens it. */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { RefusalError } from '@shared/kernel/result';
import { openSqlite } from '../../electron/database/open';
import { openStore } from '../../electron/database/openStore';
import type { Store } from '../../electron/database/store';
import { asDamage } from '../../electron/database/uncertain';
import { LogKeeper } from '../../electron/features/audit/logKeeper';
import { fixedClock } from '../../electron/platform/clock';
import { type DataFolder, dataFolder } from '../../electron/platform/dataFolder';
import { ACTOR, KEY } from '../support/openDatabase';

const CLOCK = fixedClock('2026-11-22T02:30:00.000Z');
const HOLDER = { program: 'window', pid: process.pid, since: '2026-11-22T02:30:00.000Z', workstation: 'test' } as const;

export interface Opened {
  /** `open`, the alarm's code, or the refusal's. */
  readonly answer: string;
  readonly store: Store | null;
  readonly log: LogKeeper | null;
}

/** As a sign-in does it: the log's anchors are compared, then kept. */
export async function openFolderAt(folder: DataFolder, key: Buffer = KEY): Promise<Opened> {
  let store: Store | null = null;
  try {
    const keeper = (each: Store) => new LogKeeper(each, folder, null, CLOCK);
    store = openStore({ folder, key, clock: CLOCK, holder: HOLDER, examine: (each) => keeper(each).examine() });
    const log = keeper(store);
    if (!store.readOnly) log.keep();
    return { answer: store.alarm?.code ?? 'open', store, log };
  } catch (thrown) {
    await store?.close();
    const error = asDamage(thrown);
    if (error instanceof RefusalError) return { answer: error.refusal.code, store: null, log: null };
    throw error;
  }
}

/** As a session ends. */
export async function closeFolder({ store, log }: Opened): Promise<void> {
  log?.stop();
  await store?.close();
  log?.seal();
}

/** One command of its own: a setting and its audit row. */
export const writeSetting = (store: Store, key: string, value = '1') =>
  store.write(ACTOR, async (tx) => {
    await tx.q
      .insertInto('setting')
      .values({ key, value })
      .onConflict((clash) => clash.column('key').doUpdateSet({ value }))
      .execute();
    return { result: key, audit: { action: 'test.write', objectKind: 'setting', objectId: key } };
  });

/** A sign-in's own audit row: anchors are expected from then on. */
export const writeSignIn = (store: Store) =>
  store.write(ACTOR, async () => ({
    result: null,
    audit: { action: 'session.signIn', objectKind: 'user', objectId: '1' },
  }));

export interface Workshop {
  /** The sound folder, closed. */
  readonly sound: DataFolder;
  /** A copy of a folder under a new name. */
  copy(name: string, from?: DataFolder): DataFolder;
  /** A copy of a folder as a power cut leaves it: open, with `key` written but not yet brought into the database. */
  crashed(name: string, key: string): Promise<DataFolder>;
  remove(): void;
}

export async function makeWorkshop(rows = 400): Promise<Workshop> {
  const root = mkdtempSync(join(tmpdir(), 'qingshou-broken-'));
  const sound = dataFolder(join(root, 'sound'));
  mkdirSync(sound.files, { recursive: true });
  writeFileSync(sound.keys, '{"version": 2}');
  openSqlite({ path: sound.database, key: KEY, create: true }).close();
  const opened = await openFolderAt(sound);
  const store = opened.store as Store;
  await writeSignIn(store);
  await store.write(ACTOR, async (tx) => {
    const insert = tx.hot("INSERT INTO party (kind, name, sort_name, search_text) VALUES ('person', ?, '', ?)");
    for (let i = 0; i < rows; i += 1) insert.run(`户${i}`, '永安镇某街'.repeat(20));
    return { result: null, audit: { action: 'test.fill', objectKind: 'party', objectId: '1' } };
  });
  await closeFolder(opened);
  const copy = (name: string, from = sound) => {
    cpSync(from.root, join(root, name), { recursive: true });
    return dataFolder(join(root, name));
  };
  const crashed = async (name: string, key: string) => {
    const worked = copy(`${name}-worked`);
    const session = await openFolderAt(worked);
    await writeSignIn(session.store as Store);
    session.log?.seal();
    await writeSetting(session.store as Store, key);
    const left = copy(name, worked);
    await closeFolder(session);
    return left;
  };
  return { sound, copy, crashed, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** Name and content of every file but the holder's note. */
export function bytesOf(folder: DataFolder): Record<string, string> {
  const files = readdirSync(folder.root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).filter((path) => path !== folder.holder);
  const digest = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
  return Object.fromEntries(
    paths.map((path) => [`${relative(folder.root, path)} ${statSync(path).size}`, digest(path)]),
  );
}
