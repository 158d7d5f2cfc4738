/** Looks into a finished copy of the database: sound, the very state that was meant, and what it holds. */
import { existsSync } from 'node:fs';
import { RefusalError, refuse } from '@shared/kernel/result';
import Sqlite from 'better-sqlite3';
import { readKeyEpochs, subkey } from './keyEpochs';
import { APPLICATION_ID } from './migrate';

export interface LogHead {
  readonly seq: number;
  /** Hexadecimal. */
  readonly mac: string;
}

/** What is read beside the snapshot and must be found again in the copy. */
export interface SnapshotFacts {
  readonly schema: number;
  readonly pages: number;
  readonly head: LogHead | null;
}

export interface CopyFacts extends SnapshotFacts {
  /** Rows by table. */
  readonly counts: Readonly<Record<string, number>>;
  /** Keys of the attachments; whoever gets them wipes them. */
  readonly keys: readonly { readonly epoch: number; readonly key: Buffer }[];
  /** SHA-256 of every attachment that a row names. */
  readonly attachments: readonly string[];
}

export function snapshotFacts(sqlite: Sqlite.Database): SnapshotFacts {
  return {
    schema: sqlite.pragma('user_version', { simple: true }) as number,
    pages: sqlite.pragma('page_count', { simple: true }) as number,
    head: readHead(sqlite),
  };
}

export function readHead(sqlite: Sqlite.Database): LogHead | null {
  const sql = 'SELECT id AS seq, lower(hex(mac)) AS mac FROM audit_entry ORDER BY id DESC LIMIT 1';
  return (sqlite.prepare(sql).get() as LogHead | undefined) ?? null;
}

/** Rows by table; the search indexes' own tables stay out. */
export function countRows(sqlite: Sqlite.Database): Record<string, number> {
  const names = sqlite
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%_gram%'",
    )
    .pluck()
    .all() as string[];
  const count = (name: string) => sqlite.prepare(`SELECT count(*) FROM "${name}"`).pluck().get() as number;
  return Object.fromEntries(names.sort().map((name) => [name, count(name)]));
}

/**
 * Opens the copy alone (no -shm beside it), reads it through and compares it with the snapshot. Changes nothing in it.
 * Refuses `backup-unverified` {what}: `unreadable`, `damaged`, `schema`, `pages`, `log-head`.
 */
export function examineCopy(path: string, key: Uint8Array, expected: SnapshotFacts): CopyFacts {
  try {
    return withCopy(path, key, (copy) => examine(copy, expected));
  } catch (error) {
    if (error instanceof RefusalError) throw error;
    const cause = (error as { code?: string }).code ?? '';
    if (cause.startsWith('SQLITE_')) refuse('backup-unverified', { what: 'unreadable', cause });
    throw error;
  }
}

function withCopy<T>(path: string, key: Uint8Array, work: (copy: Sqlite.Database) => T): T {
  const copy = new Sqlite(path, { fileMustExist: true });
  try {
    copy.pragma("cipher = 'chacha20'");
    copy.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`);
    copy.pragma('locking_mode = EXCLUSIVE');
    copy.pragma('temp_store = MEMORY');
    copy.pragma('trusted_schema = OFF');
    return work(copy);
  } finally {
    copy.close();
  }
}

function examine(copy: Sqlite.Database, expected: SnapshotFacts): CopyFacts {
  const same = (what: string, condition: boolean) => condition || refuse('backup-unverified', { what });
  same('unreadable', copy.pragma('application_id', { simple: true }) === APPLICATION_ID);
  same('damaged', copy.pragma('quick_check(1)', { simple: true }) === 'ok');
  const facts = snapshotFacts(copy);
  same('schema', facts.schema === expected.schema);
  same('pages', facts.pages === expected.pages);
  same('log-head', facts.head?.seq === expected.head?.seq && facts.head?.mac === expected.head?.mac);
  const attachments = copy.prepare('SELECT sha256 FROM attachment ORDER BY sha256').pluck().all() as string[];
  return { ...facts, counts: countRows(copy), keys: attachmentKeys(copy), attachments };
}

function attachmentKeys(copy: Sqlite.Database): CopyFacts['keys'] {
  const epochs = readKeyEpochs(copy);
  const keys = epochs.map((each) => ({ epoch: each.epoch, key: subkey(each, 'attachments') }));
  for (const { root } of epochs) root.fill(0);
  return keys;
}

/** Whether another program has the database open. Looks without a key; the file's bytes stay as they are. */
export function isHeldElsewhere(path: string): boolean {
  if (!existsSync(path)) return false;
  const probe = new Sqlite(path, { readonly: true, timeout: 300 });
  try {
    probe.prepare('SELECT 1 FROM sqlite_master').get();
    return false;
  } catch (error) {
    return /^SQLITE_(BUSY|LOCKED)/.test((error as { code?: string }).code ?? '');
  } finally {
    probe.close();
  }
}
