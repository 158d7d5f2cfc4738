/** The pool of encrypted attachments that all generations of a folder share. A file in it is never changed. */
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { flushFolder } from '../atomicFile';
import { copyWhole, hashFile, type Report } from './copyFile';
import { poolPath } from './generationFolder';
import type { AttachmentEntry } from './manifest';

export const sizeOf = (path: string): number | null => statSync(path, { throwIfNoEntry: false })?.size ?? null;

/** Files that are copied at the same time: flushing is waiting. */
const AT_ONCE = 8;

export interface PoolPlan {
  /** In the pool already, as the newest generation describes them. */
  readonly known: readonly AttachmentEntry[];
  /** To be copied, or to be read again because no generation describes them. */
  readonly open: readonly { readonly name: string; readonly size: number; readonly pooled: boolean }[];
  /** Not in the data folder: it has lost them. */
  readonly missing: readonly string[];
  /** Bytes of `open` that have to be copied. */
  readonly bytes: number;
}

/** Which attachments are new. `filesDir`: the data folder's `files`. */
export function planPool(
  root: string,
  filesDir: string,
  names: readonly string[],
  described: readonly AttachmentEntry[],
): PoolPlan {
  const before = new Map(described.map((entry) => [entry[0], entry]));
  const known: AttachmentEntry[] = [];
  const open: { name: string; size: number; pooled: boolean }[] = [];
  const missing: string[] = [];
  for (const name of names) {
    const entry = before.get(name);
    const pooled = sizeOf(poolPath(root, name));
    if (entry && pooled === entry[1]) {
      known.push(entry);
      continue;
    }
    const size = sizeOf(attachmentPath(filesDir, name));
    // One that was pooled by a backup that did not end, or lost its length since.
    if (pooled !== null && (size === null || size === pooled)) open.push({ name, size: pooled, pooled: true });
    else if (size === null) missing.push(name);
    else open.push({ name, size, pooled: false });
  }
  const bytes = open.reduce((sum, each) => sum + (each.pooled ? 0 : each.size), 0);
  return { known, open, missing, bytes };
}

export interface Filled {
  readonly added: readonly AttachmentEntry[];
  /** Damaged in the data folder already: left out, and tried again by the next backup. */
  readonly damaged: readonly string[];
}

/** Brings the open ones into the pool; `isIntact` reads a pooled file back and proves its content. */
export async function fillPool(
  root: string,
  filesDir: string,
  plan: PoolPlan,
  isIntact: (name: string) => boolean,
  report: Report,
): Promise<Filled> {
  const added: AttachmentEntry[] = [];
  const damaged: string[] = [];
  const waiting = [...plan.open];
  const folders = new Set<string>();
  const work = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { name, pooled } = next;
      const target = poolPath(root, name);
      const { size, sha256 } = pooled
        ? await hashFile(target)
        : await copyWhole(attachmentPath(filesDir, name), target);
      if (isIntact(name)) added.push([name, size, sha256]);
      else {
        rmSync(target, { force: true });
        damaged.push(name);
      }
      folders.add(dirname(target));
      report(size);
    }
  };
  mkdirSync(join(root, 'files'), { recursive: true });
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  for (const folder of folders) flushFolder(folder);
  flushFolder(join(root, 'files'));
  return { added, damaged };
}

const attachmentPath = (filesDir: string, name: string): string => join(filesDir, name.slice(0, 2), name);
