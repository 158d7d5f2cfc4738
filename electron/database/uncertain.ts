/**
 * Storage errors at run time. A failed commit is not a rollback: after persistent flush errors most "failed"
 * transactions were there on reopening (reliability: facts). So a store whose write failed is closed and opened again
 * before it says what became of the write.
 */
import { RefusalError } from '@shared/kernel/result';

const OF_SQLITE = /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB|NOMEM|PROTOCOL)/;
/** Of files beside the database: attachments, keys, anchors. */
const OF_FILES = new Set(['ENOSPC', 'EIO', 'EDQUOT', 'EROFS', 'EFBIG', 'EMFILE', 'ENFILE']);

/** The code of a failing disk, or null when the error is none: a refusal, a bug, a path that the person chose. */
export function storageCause(error: unknown): string | null {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code !== 'string') return null;
  return OF_SQLITE.test(code) || OF_FILES.has(code) ? code : null;
}

/** A page that could not be read or did not prove itself; it may have been the moment. */
export const isReadFault = (error: unknown): boolean =>
  /^SQLITE_(IOERR|CORRUPT|NOTADB)/.test(storageCause(error) ?? '');

/** While a folder is being opened: pages that cannot be read make it `database-damaged`. */
export function asDamage(error: unknown): unknown {
  const code = storageCause(error) ?? '';
  return /^SQLITE_(CORRUPT|NOTADB)/.test(code)
    ? new RefusalError({ code: 'database-damaged', facts: { found: code } })
    : error;
}

/** `storage-failed {cause, done: false}`: nothing was changed, and the form keeps what was typed. */
export function asStorageRefusal(error: unknown): unknown {
  const cause = storageCause(error);
  return cause === null ? error : new RefusalError({ code: 'storage-failed', facts: { cause, done: false } });
}

/** `state-unknown {cause}`: whether the last write counts cannot be seen yet; every call refuses so until it can. */
export const stateUnknown = (cause: unknown): RefusalError =>
  new RefusalError({
    code: 'state-unknown',
    facts: { cause: storageCause(cause) ?? (cause as { refusal?: { code: string } }).refusal?.code ?? 'unknown' },
  });

/** Milliseconds before each attempt at reopening; together well within the three seconds a person waits. */
export const REOPENING_PAUSES = [0, 100, 300, 600] as const;
