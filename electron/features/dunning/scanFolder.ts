/** Choosing the folder that is watched for scans, and what became of the watching. */
import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import { isInside, isPlainPath } from '../../platform/writablePath';
import type { Services } from '../../services';
import { readScanFolder, writeScanFolder } from './scanFolder.repository';
import { watchState } from './watchScans';

export async function showScanFolder(services: Services, open: OpenFolder) {
  return { path: await readScanFolder(open.store.read), ...watchState(services.session) };
}

/** `path`: null watches none. Refusals in order: path-unreadable, scan-folder-ours (inside the data folder). */
export async function setScanFolder(open: OpenFolder, given: string | null): Promise<{ path: string | null }> {
  const path = given === null ? null : await usable(open, given);
  return open.store.write(open.actor, async (tx) => {
    const before = await readScanFolder(tx);
    await writeScanFolder(tx, path);
    const audit = { action: 'dunning.setScanFolder', objectKind: 'setting', objectId: 'scanFolder' };
    // Paths may name people: the log keeps only whether one is watched, and digests of both.
    return { result: { path }, audit: { ...audit, detail: { watched: path !== null }, before, after: path } };
  });
}

async function usable({ folder }: OpenFolder, given: string): Promise<string> {
  if (!isPlainPath(given)) refuse('path-unreadable', { path: given });
  const path = resolve(given);
  try {
    await readdir(path);
  } catch {
    refuse('path-unreadable', { path: given });
  }
  if (isInside(path, folder.root)) refuse('scan-folder-ours', { path: given });
  return path;
}
