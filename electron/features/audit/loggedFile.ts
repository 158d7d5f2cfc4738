/** A file that leaves the program: written first, then logged; what could not be logged does not stay (ORG-06). */
import { rm } from 'node:fs/promises';
import type { AuditNote } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import { refuseUnwritable, writeFailure } from '../../platform/writablePath';

/**
 * `write` leaves the whole file at `path` or none; `note` is asked afterwards, when what was written is known.
 * Refusals: path-unwritable, storage-failed, those of `write`.
 */
export async function writeLogged<T>(
  open: OpenFolder,
  path: string,
  write: () => Promise<T> | T,
  note: (written: T) => AuditNote,
): Promise<T> {
  refuseUnwritable(path, open.folder.root);
  const written = await Promise.resolve()
    .then(write)
    .catch((error) => {
      throw writeFailure(path, error);
    });
  try {
    await open.store.write(open.actor, async () => ({ result: null, audit: note(written) }));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return written;
}
