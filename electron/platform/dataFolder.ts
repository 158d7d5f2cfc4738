/** Where things lie in a branch's data folder, and who holds it. */
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, statfsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { refuse } from '@shared/kernel/result';
import { writeFileAtomic } from './atomicFile';
import { writeFailure } from './writablePath';

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

/** The second copy of the keys, written right after the first. */
export const twinOf = (keys: string): string => keys.replace(/\.json$/, '.backup.json');

/**
 * Whether data lie here, even a part of them: whoever copied a folder by halves must hear that something is missing,
 * instead of being led to a first set-up. Keys beside an unfinished database are a set-up that was interrupted.
 */
export function isDataFolder(folder: DataFolder): boolean {
  if (existsSync(folder.database)) return true;
  return existsSync(folder.keys) && !existsSync(unfinished(folder.database));
}

const SHARE_PATH = /^(\\\\|\/\/)(?![?.][\\/])|^\\\\\?\\UNC\\/;
/** What Linux calls NFS, SMB, CIFS, SMB2, AFS, Ceph. */
const SHARE_TYPES = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x00c36400]);

/** SQLite's locks do not hold on a share (refusal `folder-network`): several workstations need the server mode. */
export function refuseNetworkPath(dir: string): void {
  if (SHARE_PATH.test(dir) || isMountedShare(dir)) refuse('folder-network', { folder: dir });
}

/** A share behind a drive letter or a mount point. A path that does not exist yet lies where its parent does. */
function isMountedShare(dir: string): boolean {
  try {
    // Windows answers a mapped drive with the share's own name here.
    if (SHARE_PATH.test(realpathSync.native(dir))) return true;
    return process.platform !== 'win32' && SHARE_TYPES.has(statfsSync(dir).type);
  } catch {
    const parent = dirname(resolve(dir));
    return parent !== resolve(dir) && isMountedShare(parent);
  }
}

/** A file of a set-up that is under way; it gets its name when everything is there. */
export const unfinished = (path: string): string => `${path}.new`;

/**
 * Whether an interrupted set-up left this behind, which holds nothing of anybody's. Keys without the unfinished database
 * belong to one that was moved away, and papers to its papers: both stay.
 */
function isLeftover(folder: DataFolder, name: string): boolean {
  if (/^(keys\.json|qingshou\.db)\.new/.test(name)) return true;
  if (name === basename(folder.keys) || /^anchors\.json/.test(name)) return existsSync(unfinished(folder.database));
  return name === basename(folder.files) && readdirSync(folder.files).length === 0;
}

/**
 * A new data folder begins in an empty or absent directory; anything else is left alone.
 * Refusals in order: setup-exists, folder-not-empty, path-unwritable (a file stands there, no right, no disk).
 */
export function prepareEmpty(folder: DataFolder): void {
  if (existsSync(folder.database)) refuse('setup-exists', { folder: folder.root });
  try {
    empty(folder);
  } catch (error) {
    throw writeFailure(folder.root, error);
  }
}

function empty(folder: DataFolder): void {
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
  /** Set when the folder is about to be let go: from then on the write-ahead log may be gone already. */
  readonly closing?: true;
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
