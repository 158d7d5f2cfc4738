/** Files that leave the program: a folder that cannot take one is the person's to mend, a failing disk is not. */
import { accessSync, constants, realpathSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { RefusalError } from '@shared/kernel/result';

const NOT_OURS = new Set(['EACCES', 'EBUSY', 'EISDIR', 'ENAMETOOLONG', 'ENOENT', 'ENOTDIR', 'EPERM', 'EROFS']);
const STORAGE = new Set(['ENOSPC', 'EIO', 'EDQUOT']);

/** What a failure of writing `path` is called: path-unwritable, storage-failed, or the failure itself. */
export function writeFailure(path: string, error: unknown): unknown {
  const cause = (error as { code?: string }).code ?? '';
  if (NOT_OURS.has(cause)) return new RefusalError({ code: 'path-unwritable', facts: { path, cause } });
  return STORAGE.has(cause) ? new RefusalError({ code: 'storage-failed', facts: { cause } }) : error;
}

/** As the system knows it, whatever links lead there; what does not exist yet is as it was typed. */
function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return resolve(path);
  }
}

/** Whether a path is that folder or lies in it. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(realPath(folder), realPath(path));
  // Of another drive `relative` answers the path itself.
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/**
 * Before the work is done: whether the place can take the file. `ours`: the data folder, over whose files nobody writes, whatever
 * name he types; null: whoever calls says so himself. Refuses `path-unwritable`.
 */
export function refuseUnwritable(path: string, ours: string | null): void {
  try {
    accessSync(dirname(path), constants.W_OK);
  } catch (error) {
    throw writeFailure(path, error);
  }
  if (ours !== null && isInside(dirname(path), ours))
    throw new RefusalError({ code: 'path-unwritable', facts: { path, cause: 'data-folder' } });
}

/** A path that the system can be asked about at all: absolute, without the character that ends names. */
export const isPlainPath = (path: string): boolean => isAbsolute(path) && !path.includes('\0');
