/**
 * The folder in which generations lie: `<id>/` for each finished one and the pool `files/ab/abcd…` of encrypted attachments that
 * they share, so that only new ones are copied. An unfinished generation ends in `.part` and is never taken for one.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isGenerationId, keptGenerations, newestFirst } from '@shared/domain/backup/generations';
import { RefusalError } from '@shared/kernel/result';
import { writeFileAtomic } from '../atomicFile';
import { ATTACHMENTS, type AttachmentEntry, type Manifest, parseAttachments, readManifest } from './manifest';

export const PART = '.part';
/** Lies in a generation that was also verified on the second device. */
const SECOND = 'second-device.json';

export interface Generation {
  readonly dir: string;
  readonly manifest: Manifest;
}

export const poolPath = (root: string, name: string): string => join(root, 'files', name.slice(0, 2), name);

/** Newest first; one whose manifest is damaged does not count as a backup. */
export function listGenerations(root: string): Generation[] {
  const found = namesIn(root)
    .filter(isGenerationId)
    .flatMap((id) => soundGeneration(join(root, id), id));
  return newestFirst(found.map((each) => ({ ...each, id: each.manifest.id, at: each.manifest.at }))).map(
    ({ dir, manifest }) => ({ dir, manifest }),
  );
}

function soundGeneration(dir: string, id: string): Generation[] {
  try {
    const manifest = readManifest(dir);
    return manifest.id === id ? [{ dir, manifest }] : [];
  } catch (error) {
    if (error instanceof RefusalError) return [];
    throw error;
  }
}

function namesIn(root: string): string[] {
  try {
    return readdirSync(root);
  } catch (error) {
    // A stick that is not there has no backups; neither has a folder that never had one.
    if (['ENOENT', 'ENOTDIR', 'EIO', 'ENODEV', 'ENXIO'].includes((error as { code?: string }).code ?? '')) return [];
    throw error;
  }
}

export function attachmentsOf(generation: Generation): AttachmentEntry[] {
  return parseAttachments(readFileSync(join(generation.dir, ATTACHMENTS), 'utf8'));
}

export const isOnSecondDevice = (generation: Generation): boolean => existsSync(join(generation.dir, SECOND));

export function markSecondDevice(generation: Generation, at: string): void {
  writeFileAtomic(join(generation.dir, SECOND), Buffer.from(JSON.stringify({ at })));
}

/** What a killed backup left; nobody refers to it. */
export function removeUnfinished(root: string): void {
  for (const name of namesIn(root)) {
    if (name.endsWith(PART) && isGenerationId(name.slice(0, -PART.length)))
      rmSync(join(root, name), { recursive: true, force: true });
  }
}

/** Removes what need not be kept (see keptGenerations), then attachments of the pool that no generation names any more. */
export function prune(root: string): void {
  const all = listGenerations(root);
  const kept = keptGenerations(all.map(({ manifest }) => manifest));
  for (const { dir, manifest } of all) {
    if (kept.has(manifest.id)) continue;
    // The manifest goes first: a generation half removed must not be taken for one.
    rmSync(join(dir, 'manifest.json'), { force: true });
    rmSync(dir, { recursive: true, force: true });
  }
  if (all.length > kept.size) sweepPool(root);
}

function sweepPool(root: string): void {
  const generations = listGenerations(root);
  // One that cannot be read may still be mended by hand, and then needs its attachments.
  if (generations.length < namesIn(root).filter(isGenerationId).length) return;
  const named = new Set(generations.flatMap((each) => attachmentsOf(each).map(([name]) => name)));
  const pool = join(root, 'files');
  for (const folder of namesIn(pool)) {
    for (const name of namesIn(join(pool, folder))) if (!named.has(name)) rmSync(join(pool, folder, name));
  }
}
