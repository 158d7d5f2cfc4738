/** Where the second copy of every backup goes: a choice of this data folder, known before sign-in. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { refuse } from '@shared/kernel/result';
import { z } from 'zod';
import type { OpenFolder } from '../../openFolder';
import { writeFileAtomic } from '../../platform/atomicFile';
import type { DataFolder } from '../../platform/dataFolder';
import { isInside, isPlainPath, refuseUnwritable } from '../../platform/writablePath';

const settingsShape = z.object({ secondDevice: z.string().nullable().default(null) });
export type BackupSettings = z.infer<typeof settingsShape>;

const fileOf = (folder: DataFolder): string => join(folder.backups, 'settings.json');

/** The folder of generations on a device that somebody chose; beside whatever else lies there. */
export const secondRoot = (dir: string): string => join(dir, 'qingshou-backups');

export function readBackupSettings(folder: DataFolder): BackupSettings {
  try {
    return settingsShape.parse(JSON.parse(readFileSync(fileOf(folder), 'utf8')));
  } catch {
    // None was ever made, or it was damaged: then there is no second device until somebody names it again.
    return { secondDevice: null };
  }
}

/**
 * Refusals in order: path-unwritable, backup-same-device (the folder lies in the data folder itself; `dir`).
 * Another folder of the same disk is allowed: it may be one that somebody else copies away.
 */
export async function setSecondDevice(open: OpenFolder, dir: string | null): Promise<{ dir: string | null }> {
  if (dir !== null) refuseUnfit(open.folder, dir);
  writeFileAtomic(fileOf(open.folder), Buffer.from(JSON.stringify({ secondDevice: dir } satisfies BackupSettings)));
  return open.store.write(open.actor, async () => ({
    result: { dir },
    audit: { action: 'backup.secondDevice', objectKind: 'folder', objectId: 'backups', detail: { dir } },
  }));
}

function refuseUnfit(folder: DataFolder, dir: string): void {
  if (!isPlainPath(dir)) refuse('path-unwritable', { path: dir, cause: 'EINVAL' });
  refuseUnwritable(join(dir, 'x'), null);
  if (!statSync(dir).isDirectory()) refuse('path-unwritable', { path: dir, cause: 'ENOTDIR' });
  if (isInside(dir, folder.root)) refuse('backup-same-device', { dir });
}
