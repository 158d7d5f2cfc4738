/**
 * Opens the encrypted database: key first, exclusive lock, every pragma read back, fail closed.
 * Nothing here ever deletes or repairs data; what cannot be opened is named (`examine.ts`) and stays as it is.
 */
import { existsSync } from 'node:fs';
import { refuse } from '@shared/kernel/result';
import Sqlite from 'better-sqlite3';
import { logSize, namedFailure } from './examine';
import { APPLICATION_ID, migrate, NEWEST_VERSION } from './migrate';

type Pragmas = readonly (readonly [name: string, set: string, readBack: unknown])[];

/** In the order in which they are set; each value is what reading the pragma back must give. */
const PRAGMAS: Pragmas = [
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['temp_store', 'MEMORY', 2],
  ['secure_delete', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['cache_size', '-65536', -65536],
];

/** Set before the first page is read: a second program must not even see the file as free. */
const FIRST: Pragmas = [['locking_mode', 'EXCLUSIVE', 'exclusive']];

/** For looking only: what protects the reading itself. */
const LOOKING: Pragmas = [
  ['query_only', 'ON', 1],
  ['temp_store', 'MEMORY', 2],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['cache_size', '-65536', -65536],
];

export interface OpenOptions {
  readonly path: string;
  /** 32 random bytes. */
  readonly key: Buffer;
  /** Creates the file; refused when it exists. */
  readonly create?: boolean;
  /** Called once the file is known to be ours and is locked, before the first write. */
  readonly onHeld?: () => void;
  /** Called with the old version before an older database is upgraded: makes the safety copy. */
  readonly beforeUpgrade?: (db: Sqlite.Database, from: number) => void;
}

/**
 * Refusals: setup-exists, folder-missing, in-use, folder-unwritable, storage-failed, database-empty, database-foreign,
 * database-truncated, database-key-mismatch, database-damaged, database-newer.
 */
export function openSqlite(options: OpenOptions): Sqlite.Database {
  const exists = existsSync(options.path);
  if (options.create && exists) refuse('setup-exists', { file: options.path });
  if (!options.create && !exists) refuse('folder-missing', { file: options.path });
  return opening(options, { timeout: 300 }, (db) => {
    setAndReadBack(db, FIRST);
    // The first page read takes the lock and proves the key.
    db.exec('BEGIN IMMEDIATE; ROLLBACK;');
    // Before anything is set: the journal mode is written into the file, and a foreign file must stay as it is.
    if (!options.create) checkIdentity(db);
    options.onHeld?.();
    setAndReadBack(db, PRAGMAS);
    const from = db.pragma('user_version', { simple: true }) as number;
    if (from > 0 && from < NEWEST_VERSION) options.beforeUpgrade?.(db, from);
    migrate(db, options.key);
  });
}

/**
 * Opens only to look. A filled write-ahead log stays where it lies: its handle cannot write, because a writing one would
 * bring the log into the database on closing, even a log that belongs to another time. Without one the handle takes the
 * lock like any other and asks SQLite to refuse writes. Refusals as `openSqlite`.
 */
export function openToLook(path: string, key: Buffer): Sqlite.Database {
  const isLogFilled = Boolean(logSize(path));
  return opening({ path, key }, { timeout: 300, readonly: isLogFilled, fileMustExist: true }, (db) => {
    if (!isLogFilled) setAndReadBack(db, FIRST);
    setAndReadBack(db, LOOKING);
    checkIdentity(db);
  });
}

function opening(
  { path, key }: Pick<OpenOptions, 'path' | 'key'>,
  how: { readonly timeout: number; readonly readonly?: boolean; readonly fileMustExist?: boolean },
  prepare: (db: Sqlite.Database) => void,
): Sqlite.Database {
  let db: Sqlite.Database | null = null;
  try {
    db = new Sqlite(path, how);
    db.pragma("cipher = 'chacha20'");
    db.pragma(`key = "x'${key.toString('hex')}'"`);
    prepare(db);
    return db;
  } catch (error) {
    db?.close();
    throw namedFailure(error, path, key);
  }
}

function setAndReadBack(db: Sqlite.Database, pragmas: Pragmas): void {
  for (const [name, set, expected] of pragmas) {
    db.pragma(`${name} = ${set}`);
    const actual = db.pragma(name, { simple: true });
    if (actual !== expected)
      throw new Error(`pragma ${name}: wanted ${String(expected)}, the database answers ${String(actual)}`);
  }
}

/** Every pragma as it stands now, for the integrity check; a store that may only be read has its own list. */
export function readPragmas(db: Sqlite.Database): { ok: boolean; values: Record<string, unknown> } {
  const all = db.pragma('query_only', { simple: true }) === 1 ? LOOKING : [...FIRST, ...PRAGMAS];
  const values = Object.fromEntries(all.map(([name]) => [name, db.pragma(name, { simple: true })]));
  return { ok: all.every(([name, , expected]) => values[name] === expected), values };
}

function checkIdentity(db: Sqlite.Database): void {
  const application = db.pragma('application_id', { simple: true }) as number;
  const version = db.pragma('user_version', { simple: true }) as number;
  if (application !== APPLICATION_ID) refuse('database-foreign', { kind: 'other-program' });
  if (version > NEWEST_VERSION) refuse('database-newer', { found: version, known: NEWEST_VERSION });
}

/** Whether the file holds together, page by page; null, or the first thing that is wrong. 1.1 s for each GB. */
export function quickCheck(db: Sqlite.Database): string | null {
  try {
    const found = db.pragma('quick_check(1)', { simple: true }) as string;
    return found === 'ok' ? null : found;
  } catch (error) {
    // A damaged page of a search index ends the check itself.
    return String((error as Error).message);
  }
}
