/**
 * A copy of the open database under another key, for the removal of a user. VACUUM INTO carries the key of its source, so
 * the copy is re-keyed afterwards; it counts only when it opens with the new key and holds what the source holds.
 */
import { rmSync } from 'node:fs';
import { assert } from '@shared/kernel/assert';
import Sqlite from 'better-sqlite3';
import { countRows, readHead } from './backupCopy';

/** Called before each part, of which every one is a single long statement. */
export type BeforePart = (part: 'copy' | 'encrypt' | 'check') => Promise<void>;

/** `path` must not be open. Nobody may write to `source` meanwhile. */
export async function makeRekeyedCopy(
  source: Sqlite.Database,
  path: string,
  keys: { readonly old: Buffer; readonly new: Buffer },
  before: BeforePart,
): Promise<void> {
  removeCopy(path);
  await before('copy');
  source.exec(`VACUUM INTO '${path.replaceAll("'", "''")}'`);
  await before('encrypt');
  const copy = keyed(path, keys.old);
  try {
    // Pages under the old key would otherwise lie in a file of their own for a moment.
    copy.pragma('journal_mode = MEMORY');
    copy.pragma(`rekey = "x'${keys.new.toString('hex')}'"`);
  } finally {
    copy.close();
  }
  await before('check');
  const made = keyed(path, keys.new);
  try {
    const found = made.pragma('quick_check(1)', { simple: true });
    assert(found === 'ok', `the copy under the new key is sound: ${String(found)}`);
    assert(contentOf(made) === contentOf(source), 'the copy under the new key holds what its source holds');
  } finally {
    made.close();
  }
}

/** With what SQLite may have put beside it. */
export function removeCopy(path: string): void {
  for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
}

function keyed(path: string, key: Buffer): Sqlite.Database {
  const db = new Sqlite(path, { fileMustExist: true });
  db.pragma("cipher = 'chacha20'");
  db.pragma(`key = "x'${key.toString('hex')}'"`);
  return db;
}

/** Schema version, rows of each table and the head of the log. */
const contentOf = (db: Sqlite.Database): string =>
  JSON.stringify([db.pragma('user_version', { simple: true }), countRows(db), readHead(db)]);
