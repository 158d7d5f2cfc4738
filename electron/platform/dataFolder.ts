/** Where things lie in a branch's data folder, and who holds it. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { refuse } from '@shared/kernel/result';
import { writeFileAtomic } from './atomicFile';

export interface DataFolder {
  readonly root: string;
  readonly database: string;
  readonly keys: string;
  readonly files: string;
  readonly holder: string;
  readonly backups: string;
}

export function dataFolder(dir: string): DataFolder {
  const root = resolve(dir);
  return {
    root,
    database: join(root, 'qingshou.db'),
    keys: join(root, 'keys.json'),
    files: join(root, 'files'),
    holder: join(root, 'holder.json'),
    backups: join(root, 'backups'),
  };
}

export const isDataFolder = (folder: DataFolder): boolean => existsSync(folder.database) && existsSync(folder.keys);

/** SQLite's locks do not hold on a share (refusal `folder-network`): several workstations need the server mode. */
export function refuseNetworkPath(dir: string): void {
  if (/^(\\\\|\/\/)(?![?.][\\/])/.test(dir)) refuse('folder-network', { folder: dir });
}

/** A file of a set-up that is under way; it gets its name when everything is there. */
export const unfinished = (path: string): string => `${path}.new`;

/**
 * Whether an interrupted set-up left this behind, which holds nothing of anybody's. Keys without the unfinished database
 * belong to one that was moved away, and papers to its papers: both stay.
 */
function isLeftover(folder: DataFolder, name: string): boolean {
  if (/^(keys\.json|qingshou\.db)\.new/.test(name)) return true;
  if (name === basename(folder.keys)) return existsSync(unfinished(folder.database));
  return name === basename(folder.files) && readdirSync(folder.files).length === 0;
}

/** A new data folder begins in an empty or absent directory; anything else is left alone (`folder-not-empty`). */
export function prepareEmpty(folder: DataFolder): void {
  if (existsSync(folder.database)) refuse('setup-exists', { folder: folder.root });
  const found = existsSync(folder.root) ? readdirSync(folder.root) : [];
  if (!found.every((name) => isLeftover(folder, name))) refuse('folder-not-empty', { folder: folder.root });
  for (const name of found) rmSync(join(folder.root, name), { recursive: true, force: true });
  mkdirSync(folder.files, { recursive: true });
}

export interface Holder {
  readonly program: 'window' | 'command line';
  readonly pid: number;
  readonly since: string;
  readonly workstation: string;
}

/** The lock is the database's own; this file only tells the next one who holds it. */
export function announceHolder(folder: DataFolder, holder: Holder): void {
  writeFileAtomic(folder.holder, Buffer.from(JSON.stringify(holder)));
}

export function readHolder(folder: DataFolder): Holder | null {
  try {
    return JSON.parse(readFileSync(folder.holder, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

export function forgetHolder(folder: DataFolder): void {
  rmSync(folder.holder, { force: true });
}
