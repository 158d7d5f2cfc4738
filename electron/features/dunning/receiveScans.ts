/** Scans that came back, as files and folders that a person chose or dropped. */
import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { receiveFile } from './receiveFile';

const SUFFIXES = ['.jpg', '.jpeg', '.png', '.pdf', '.tif', '.tiff'];

/** By its name; what a program keeps for itself beside a file (`~$…`, `.…`) is none. */
export const isScanName = (name: string): boolean =>
  SUFFIXES.includes(extname(name).toLowerCase()) && !/^[~.]/.test(name);

export interface ReceivedScans {
  filed: number;
  waiting: number;
  /** Files that were here before, with the paper they belong to. */
  readonly known: { file: string; number: string | null }[];
  readonly unreadable: { file: string; code: string }[];
}

/** Files as given, and those directly in given folders. Refuses path-unreadable. */
async function filesIn(paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const given of paths) {
    const path = resolve(given);
    try {
      if (!(await stat(path)).isDirectory()) found.push(path);
      else
        found.push(
          ...(await readdir(path))
            .filter(isScanName)
            .sort()
            .map((name) => join(path, name)),
        );
    } catch {
      refuse('path-unreadable', { path: given });
    }
  }
  return found;
}

/** Refusals in order: path-unreadable, scans-none. What was received before an abort stays. */
export async function receiveScans(
  services: Services,
  open: OpenFolder,
  paths: readonly string[],
  report: (done: number, total: number) => void,
  signal?: AbortSignal,
): Promise<ReceivedScans> {
  const files = await filesIn(paths);
  if (files.length === 0) refuse('scans-none');
  const result: ReceivedScans = { filed: 0, waiting: 0, known: [], unreadable: [] };
  for (const [index, path] of files.entries()) {
    report(index, files.length);
    signal?.throwIfAborted();
    const received = await services.session.finishing(receiveFile(services, open, path, { signal }));
    const file = basename(path);
    if (received.kind === 'known') result.known.push({ file, number: received.number });
    else if (received.kind === 'unreadable') result.unreadable.push({ file, code: received.code });
    else {
      result.filed += received.filed;
      result.waiting += received.waiting;
    }
  }
  report(files.length, files.length);
  return result;
}
