/**
 * Opens the encrypted database: key first, exclusive lock, every pragma read back, fail closed.
 * Nothing here ever deletes or repairs data.
 */
import { existsSync } from 'node:fs';
import { RefusalError, refuse } from '@shared/kernel/result';
import Sqlite from 'better-sqlite3';
import { APPLICATION_ID, migrate, NEWEST_VERSION } from './migrate';

/** In the order in which they are set; each value is what reading the pragma back must give. */
const PRAGMAS: readonly [name: string, set: string, readBack: unknown][] = [
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
const FIRST: readonly [name: string, set: string, readBack: unknown][] = [['locking_mode', 'EXCLUSIVE', 'exclusive']];

export interface OpenOptions {
  readonly path: string;
  /** 32 random bytes. */
  readonly key: Buffer;
  /** Creates the file; refused when it exists. */
  readonly create?: boolean;
  /** Called with the old version before an older database is upgraded: makes the safety copy. */
  readonly beforeUpgrade?: (db: Sqlite.Database, from: number) => void;
}

export function openSqlite(options: OpenOptions): Sqlite.Database {
  const exists = existsSync(options.path);
  if (options.create && exists) refuse('setup-exists', { file: options.path });
  if (!options.create && !exists) refuse('folder-missing', { file: options.path });
  const db = new Sqlite(options.path, { timeout: 300 });
  try {
    applyKey(db, options.key);
    setAndReadBack(db, FIRST);
    firstRead(db);
    // Before anything is set: the journal mode is written into the file, and a foreign file must stay as it is.
    checkIdentity(db, options.create === true);
    setAndReadBack(db, PRAGMAS);
    const from = db.pragma('user_version', { simple: true }) as number;
    if (from > 0 && from < NEWEST_VERSION) options.beforeUpgrade?.(db, from);
    migrate(db);
    if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') refuse('database-damaged', { file: options.path });
    return db;
  } catch (error) {
    db.close();
    throw classify(error, options.path);
  }
}

function applyKey(db: Sqlite.Database, key: Buffer): void {
  db.pragma("cipher = 'chacha20'");
  db.pragma(`key = "x'${key.toString('hex')}'"`);
}

function setAndReadBack(db: Sqlite.Database, pragmas: typeof PRAGMAS): void {
  for (const [name, set, expected] of pragmas) {
    db.pragma(`${name} = ${set}`);
    const actual = db.pragma(name, { simple: true });
    if (actual !== expected)
      throw new Error(`pragma ${name}: wanted ${String(expected)}, the database answers ${String(actual)}`);
  }
}

/** Every pragma as it stands now, for the integrity check. */
export function readPragmas(db: Sqlite.Database): { ok: boolean; values: Record<string, unknown> } {
  const all = [...FIRST, ...PRAGMAS];
  const values = Object.fromEntries(all.map(([name]) => [name, db.pragma(name, { simple: true })]));
  return { ok: all.every(([name, , expected]) => values[name] === expected), values };
}

/** The first page read takes the lock and proves the key. */
function firstRead(db: Sqlite.Database): void {
  db.exec('BEGIN IMMEDIATE; ROLLBACK;');
}

function checkIdentity(db: Sqlite.Database, created: boolean): void {
  const application = db.pragma('application_id', { simple: true }) as number;
  const version = db.pragma('user_version', { simple: true }) as number;
  if (created) return;
  if (application !== APPLICATION_ID) refuse('database-damaged', { reason: 'foreign' });
  if (version > NEWEST_VERSION) refuse('database-newer', { found: version, known: NEWEST_VERSION });
}

function classify(error: unknown, path: string): unknown {
  if (error instanceof RefusalError) return error;
  const code = (error as { code?: string }).code ?? '';
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return new RefusalError({ code: 'in-use' });
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) {
    return new RefusalError({ code: 'database-damaged', facts: { file: path } });
  }
  return error;
}
