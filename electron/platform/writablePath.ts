/** Files that leave the program: a folder that cannot take one is the person's to mend, a failing disk is not. */
import { accessSync, constants } from 'node:fs';
import { dirname, isAbsolute } from 'node:path';
import { RefusalError } from '@shared/kernel/result';

const NOT_OURS = new Set(['EACCES', 'EBUSY', 'EISDIR', 'ENAMETOOLONG', 'ENOENT', 'ENOTDIR', 'EPERM', 'EROFS']);
const STORAGE = new Set(['ENOSPC', 'EIO', 'EDQUOT']);

/** What a failure of writing `path` is called: path-unwritable, storage-failed, or the failure itself. */
export function writeFailure(path: string, error: unknown): unknown {
  const cause = (error as { code?: string }).code ?? '';
  if (NOT_OURS.has(cause)) return new RefusalError({ code: 'path-unwritable', facts: { path, cause } });
  return STORAGE.has(cause) ? new RefusalError({ code: 'storage-failed', facts: { cause } }) : error;
}

/** Before the work is done: whether the folder can take the file. Refuses `path-unwritable`. */
export function refuseUnwritable(path: string): void {
  try {
    accessSync(dirname(path), constants.W_OK);
  } catch (error) {
    throw writeFailure(path, error);
  }
}

/** A path that the system can be asked about at all: absolute, without the character that ends names. */
export const isPlainPath = (path: string): boolean => isAbsolute(path) && !path.includes('\0');
