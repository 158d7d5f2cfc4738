/** The copy of a generation on another device: same layout, only new attachments, every written byte read back. */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { refuse } from '@shared/kernel/result';
import { flushFolder, renameFlushed } from '../atomicFile';
import { copyWhole, hashFile } from './copyFile';
import { copyFailure, refuseNoSpace } from './freeSpace';
import {
  attachmentsOf,
  type Generation,
  listGenerations,
  PART,
  poolPath,
  prune,
  removeUnfinished,
} from './generationFolder';
import { type AttachmentEntry, MANIFEST } from './manifest';
import { sizeOf } from './pool';

interface Piece {
  readonly from: string;
  readonly to: string;
  readonly size: number;
  readonly sha256: string;
}

/**
 * Refusals: second-device-absent {dir}, backup-no-space, backup-damaged {file}, path-unwritable. `root`: the folder of generations
 * there; its parent must exist, for a removed stick must not be replaced by a folder of the same name.
 */
export async function mirror(
  generation: Generation,
  root: string,
  report: (done: number, total: number) => void,
): Promise<void> {
  if (!existsSync(dirname(root))) refuse('second-device-absent', { dir: dirname(root) });
  const { id } = generation.manifest;
  if (listGenerations(root).some(({ manifest }) => manifest.id === id)) return;
  const part = join(root, `${id}${PART}`);
  let needed = 0;
  try {
    removeUnfinished(root);
    mkdirSync(part, { recursive: true });
    const pieces = [...newAttachments(generation, root), ...filesOf(generation, part)];
    needed = pieces.reduce((sum, { size }) => sum + size, 0);
    refuseNoSpace(root, needed);
    let done = 0;
    for (const piece of pieces) {
      await copyPiece(piece);
      done += piece.size;
      report(done, needed);
    }
    await copyWhole(join(generation.dir, MANIFEST), join(part, MANIFEST));
    for (const folder of new Set(pieces.map(({ to }) => dirname(to)))) flushFolder(folder);
    renameFlushed(part, join(root, id));
    prune(root);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    throw copyFailure(root, needed, error);
  }
}

function newAttachments(generation: Generation, root: string): Piece[] {
  const [newest] = listGenerations(root);
  const there = new Map<string, AttachmentEntry>(
    (newest ? attachmentsOf(newest) : []).map((entry) => [entry[0], entry]),
  );
  const from = dirname(generation.dir);
  return attachmentsOf(generation)
    .filter(([name, size, sha256]) => there.get(name)?.[2] !== sha256 || sizeOf(poolPath(root, name)) !== size)
    .map(([name, size, sha256]) => ({ from: poolPath(from, name), to: poolPath(root, name), size, sha256 }));
}

const filesOf = (generation: Generation, part: string): Piece[] =>
  generation.manifest.files.map(({ name, size, sha256 }) => {
    return { from: join(generation.dir, name), to: join(part, name), size, sha256 };
  });

async function copyPiece(piece: Piece): Promise<void> {
  const copied = await copyWhole(piece.from, piece.to);
  const read = await hashFile(piece.to);
  if (copied.sha256 !== piece.sha256 || read.sha256 !== piece.sha256) {
    rmSync(piece.to, { force: true });
    refuse('backup-damaged', { file: piece.from });
  }
}
