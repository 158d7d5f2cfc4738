/** Turns what goes wrong inside a table file into one of the whole-file refusals, with the file's name. */

import { RefusalError, refuse } from '@shared/kernel/result';

/**
 * The whole-file refusals. `file-truncated` covers every file that ends early or whose bytes contradict themselves;
 * `file-unreadable` one that the operating system does not hand over (gone, locked by another program, a folder).
 */
export type FileRefusal =
  | 'file-unreadable'
  | 'file-too-large'
  | 'file-empty'
  | 'file-encrypted'
  | 'file-type'
  | 'file-truncated';

export function fileRefused(code: FileRefusal, facts?: Record<string, unknown>): never {
  refuse(code, facts);
}

export function damagedUnless(condition: unknown): asserts condition {
  if (!condition) fileRefused('file-truncated');
}

/**
 * What to throw instead of `error`: bytes that zlib or csv-parse reject, or that point outside the file
 * (Buffer's RangeError), are damage of the file and not a bug of ours.
 */
export function asFileFault(error: unknown, name: string): unknown {
  if (error instanceof RefusalError) {
    const { code, facts } = error.refusal;
    return new RefusalError({ code, facts: { name, ...facts } });
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^(?:Z_|CSV_|ERR_OUT_OF_RANGE|ERR_BUFFER_OUT_OF_BOUNDS)/.test(code)) {
    return new RefusalError({ code: 'file-truncated', facts: { name } });
  }
  if (['ENOENT', 'EACCES', 'EPERM', 'EBUSY', 'EISDIR'].includes(code)) {
    return new RefusalError({ code: 'file-unreadable', facts: { name, reason: code } });
  }
  return error;
}
