/**
 * Names what lies in a data folder: from the outside before anything is opened, and after an opening that failed.
 * Reads only. Every wrong thing has its own code, and its sentence says what to do (R8).
 */
import { accessSync, closeSync, constants, existsSync, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { RefusalError, refuse } from '@shared/kernel/result';
import { type DataFolder, readHolder, twinOf } from '../platform/dataFolder';
import type { Alarm } from './alarm';
import { transactionsBehindDamage } from './logProof';
import { isCutShort, keyFitsAnyPage, PAGE_SIZE, type ReadAt } from './pageProof';
import { storageCause } from './uncertain';

/**
 * Before a key is at hand. Refusals in order: folder-missing, folder-incomplete {missing}, database-foreign,
 * database-empty, folder-unwritable {cause}.
 */
export function examineFiles(folder: DataFolder): void {
  const hasKeys = existsSync(folder.keys) || existsSync(twinOf(folder.keys));
  const hasDatabase = existsSync(folder.database);
  if (!hasKeys && !hasDatabase) refuse('folder-missing', { folder: folder.root });
  if (!hasKeys) refuse('folder-incomplete', { folder: folder.root, missing: basename(folder.keys) });
  if (!hasDatabase) refuse('folder-incomplete', { folder: folder.root, missing: basename(folder.database) });
  const database = statSync(folder.database);
  if (!database.isFile()) refuse('database-foreign', { kind: 'not-a-file' });
  if (database.size === 0) refuse('database-empty', { file: folder.database });
  for (const path of [folder.root, folder.database]) refuseReadOnly(path);
}

/** A medium or right that lets nobody write: the log could not be kept, so the folder is not opened there. */
function refuseReadOnly(path: string): void {
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
  } catch (error) {
    refuse('folder-unwritable', { path, cause: (error as { code?: string }).code ?? 'EACCES' });
  }
}

/** The size of a write-ahead log beside the database; null when there is none. */
export function logSize(database: string): number | null {
  return statSync(`${database}-wal`, { throwIfNoEntry: false })?.size ?? null;
}

/**
 * What the holder's note and the write-ahead log say together. The note is there exactly while a program holds the
 * folder, and then so is the log: a note without a log means that somebody took the log away, with the last changes in
 * it (`log-lost`); a filled log without a note was left by nobody here and may be of another time (`log-foreign`). A log
 * that holds more behind a damaged frame has lost confirmed changes (`log-damaged`).
 */
export function examineTraces(folder: DataFolder): Alarm | null {
  const holder = readHolder(folder);
  const size = logSize(folder.database);
  if (holder && !holder.closing && size === null) return { code: 'log-lost', facts: { since: holder.since } };
  if (!holder && !existsSync(folder.holder) && size) return { code: 'log-foreign', facts: { bytes: size } };
  const behind = size ? transactionsBehindDamage(`${folder.database}-wal`) : 0;
  return behind > 1 ? { code: 'log-damaged', facts: { changes: behind } } : null;
}

/** What a failed opening means; refusals and bugs pass as they are. */
export function namedFailure(error: unknown, path: string, key: Buffer): unknown {
  if (error instanceof RefusalError) return error;
  const code = (error as { code?: string }).code ?? '';
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return new RefusalError({ code: 'in-use' });
  if (/^SQLITE_(CANTOPEN|READONLY|PERM)/.test(code))
    return new RefusalError({ code: 'folder-unwritable', facts: { path, cause: code } });
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code))
    return new RefusalError({ code: damageOf(path, key), facts: { file: path } });
  const cause = storageCause(error);
  return cause === null ? error : new RefusalError({ code: 'storage-failed', facts: { cause, done: false } });
}

const PLAIN = Buffer.from('SQLite format 3\0');

/**
 * Why a file does not open with a key that its own slot vouches for. The key fits no page: keys and database are of two
 * folders. It fits others than the first: the file is ours, and its beginning is damaged.
 */
function damageOf(path: string, key: Buffer): string {
  const size = statSync(path).size;
  const file = openSync(path, 'r');
  try {
    const read: ReadAt = (at, length) => {
      const bytes = Buffer.alloc(length);
      return bytes.subarray(0, readSync(file, bytes, 0, length, at));
    };
    if (read(0, PLAIN.length).equals(PLAIN)) return 'database-foreign';
    const isWhole = size % PAGE_SIZE === 0;
    if (!keyFitsAnyPage(size, read, key)) return isWhole ? 'database-key-mismatch' : 'database-foreign';
    return isWhole && !isCutShort(size, read, key) ? 'database-damaged' : 'database-truncated';
  } finally {
    closeSync(file);
  }
}
