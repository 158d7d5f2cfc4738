/** One self-contained file of a generation, to carry to another computer or into a safe. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { isGenerationId } from '@shared/domain/backup/generations';
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import { refuseNoSpace } from '../../platform/backup/freeSpace';
import { bytesOf, readManifest } from '../../platform/backup/manifest';
import { isPlainPath, refuseUnwritable, writeFailure } from '../../platform/writablePath';
import type { Services } from '../../services';
import type { StageReport } from './stageReport';

/**
 * Bytes of the file, which was read back. Refusals in order: backup-unreadable {path}, backup-damaged {file}, path-unwritable,
 * backup-no-space, backup-running.
 */
export async function packBackup(
  services: Services,
  open: OpenFolder,
  input: { readonly id: string; readonly path: string },
  report: StageReport,
  signal?: AbortSignal,
): Promise<number> {
  const dir = join(open.folder.backups, input.id);
  if (!isGenerationId(input.id) || !statSync(dir, { throwIfNoEntry: false }))
    refuse('backup-unreadable', { path: input.id });
  const manifest = readManifest(dir);
  if (!isPlainPath(input.path)) refuse('path-unwritable', { path: input.path, cause: 'EINVAL' });
  refuseUnwritable(input.path, open.folder.root);
  refuseNoSpace(input.path, bytesOf(manifest));
  return services.backups.alone(async () => {
    const bytes = await write(services, { dir, target: input.path }, report, signal);
    return open.store.write(open.actor, async () => ({
      result: bytes,
      audit: { action: 'backup.pack', objectKind: 'backup', objectId: input.id, detail: { bytes } },
    }));
  });
}

async function write(
  services: Services,
  job: { dir: string; target: string },
  report: StageReport,
  signal?: AbortSignal,
): Promise<number> {
  try {
    return await services.backups.run('pack', job, report, signal);
  } catch (error) {
    throw writeFailure(job.target, error);
  }
}
