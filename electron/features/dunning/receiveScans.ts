/**
 * Scans that came back: recognised by the code on each page and filed to their paper; a page without a code, with a torn or
 * a foreign one waits for a person. A file that was here before is said, not filed again (documents.md §3.5).
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { refuse } from '@shared/kernel/result';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import { checkCode, type Installation } from '../../platform/paperCodes';
import type { ScannedPage } from '../../platform/render/readCodes';
import { scanKind } from '../../platform/render/scanPages';
import type { Services } from '../../services';
import { recordAttachment } from '../documents/documents.repository';
import { readInstallation } from '../documents/installation.repository';
import { documentByKey, insertScan, knownScan, type NewScan } from './scans.repository';

const SUFFIXES = ['.jpg', '.jpeg', '.png', '.pdf', '.tif', '.tiff'];
/** Bytes of one scanned file. */
const MOST_BYTES = 80_000_000;

export interface ReceivedScans {
  readonly filed: number;
  readonly waiting: number;
  /** Files that were here before, with the paper they belong to. */
  readonly known: { file: string; number: string | null }[];
  readonly unreadable: { file: string; code: string }[];
}

/** Files as given, and those directly in given folders. Refuses path-unreadable. */
function filesIn(paths: readonly string[]): string[] {
  return paths.flatMap((given) => {
    const path = resolve(given);
    const stat = statSync(path, { throwIfNoEntry: false }) ?? refuse('path-unreadable', { path: given });
    if (!stat.isDirectory()) return [path];
    return readdirSync(path)
      .filter((name) => SUFFIXES.includes(extname(name).toLowerCase()))
      .sort()
      .map((name) => join(path, name));
  });
}

/** What a page is: filed when one of its codes is ours and names a paper that exists. */
function placeOf(db: ReadDb, page: ScannedPage, installation: Installation | null): NewScan['found'] {
  if (!page.readable) return { why: 'unreadable' };
  let why: 'no-code' | 'broken' | 'foreign' | 'unknown-paper' = 'no-code';
  for (const text of page.codes) {
    const checked = installation === null ? ({ why: 'foreign' } as const) : checkCode(text, installation);
    if ('why' in checked) why = checked.why;
    else {
      const documentId = documentByKey(db, checked.ours.key);
      if (documentId !== null) return { documentId, code: checked.ours };
      why = 'unknown-paper';
    }
  }
  return { why };
}

const MEDIA = { image: 'image/*', pdf: 'application/pdf', other: 'application/octet-stream' } as const;

async function receiveFile(
  services: Services,
  open: OpenFolder,
  path: string,
  result: { filed: number; waiting: number } & ReceivedScans,
  signal: AbortSignal | undefined,
): Promise<void> {
  const file = basename(path);
  const { size } = statSync(path);
  if (size === 0 || size > MOST_BYTES) {
    result.unreadable.push({ file, code: size === 0 ? 'file-empty' : 'file-too-large' });
    return;
  }
  const bytes = readFileSync(path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const before = knownScan(open.store.read, sha256);
  if (before) {
    result.known.push({ file, number: before.number });
    return;
  }
  const pages = await services.engine.readCodes(bytes, signal);
  const installation = await readInstallation(open.store.read);
  const scans = pages.map((page, index): NewScan => {
    const found = placeOf(open.store.read, page, installation);
    return { sha256: open.files.put(bytes), page: index + 1, fileName: file, found };
  });
  await open.store.write(open.actor, async (tx) => {
    const mediaType = MEDIA[scanKind(bytes)];
    await recordAttachment(tx, { sha256: scans[0]?.sha256 ?? sha256, mediaType, byteLength: bytes.length });
    for (const scan of scans) await insertScan(tx, scan);
    const filed = scans.filter(({ found }) => 'documentId' in found);
    const detail = { sha256, pages: scans.length, filed: filed.length };
    const audit = { action: 'dunning.receiveScans', objectKind: 'scan', objectId: sha256, detail };
    return { result: null, audit };
  });
  const filed = scans.filter(({ found }) => 'documentId' in found).length;
  result.filed += filed;
  result.waiting += scans.length - filed;
}

/** Refusals in order: path-unreadable, scans-none. What was received before an abort stays. */
export async function receiveScans(
  services: Services,
  open: OpenFolder,
  paths: readonly string[],
  report: (done: number, total: number) => void,
  signal?: AbortSignal,
): Promise<ReceivedScans> {
  const files = filesIn(paths);
  if (files.length === 0) refuse('scans-none');
  const result = { filed: 0, waiting: 0, known: [], unreadable: [] };
  for (const [index, path] of files.entries()) {
    report(index, files.length);
    signal?.throwIfAborted();
    await receiveFile(services, open, path, result, signal);
  }
  report(files.length, files.length);
  return result;
}
