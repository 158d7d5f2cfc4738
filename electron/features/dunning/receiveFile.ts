/**
 * One scanned file: its pages are recognised by their codes and filed to their papers; a page without a code, with a torn or
 * a foreign one waits for a person. A file that was here before is said, not filed again (documents.md §3.5).
 */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { looksLikeOurs } from '@shared/domain/documents/paperCode';
import { pagePlaces, type ReadCode } from '@shared/domain/dunning/scans';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import { checkCode, type Installation } from '../../platform/paperCodes';
import type { ScannedPage } from '../../platform/render/readCodes';
import { scanKind } from '../../platform/render/scanPages';
import type { Services } from '../../services';
import { recordAttachment } from '../documents/documents.repository';
import { readInstallation } from '../documents/installation.repository';
import { documentByKey, insertScan, knownScan, type NewScan } from './scans.repository';

/** Bytes of one scanned file. */
export const MOST_SCAN_BYTES = 80_000_000;

export type ReceivedFile =
  | { readonly kind: 'received'; readonly filed: number; readonly waiting: number }
  /** Here before; with the paper that its first page belongs to. */
  | { readonly kind: 'known'; readonly number: string | null }
  | { readonly kind: 'unreadable'; readonly code: 'file-empty' | 'file-too-large' };

function readCodeOf(db: ReadDb, text: string, installation: Installation | null): ReadCode {
  if (!looksLikeOurs(text) || installation === null) return { why: 'foreign' };
  const checked = checkCode(text, installation);
  if ('why' in checked) return checked;
  const documentId = documentByKey(db, checked.ours.key);
  return documentId === null ? { why: 'unknown-paper' } : { documentId, code: checked.ours };
}

const MEDIA = {
  image: 'image/*',
  pdf: 'application/pdf',
  tiff: 'image/tiff',
  other: 'application/octet-stream',
} as const;

async function scansOf(db: ReadDb, pages: readonly ScannedPage[], file: Pick<NewScan, 'sha256' | 'fileName'>) {
  const installation = await readInstallation(db);
  return pages.flatMap(({ unread, codes, turn }, index): NewScan[] => {
    const places = pagePlaces(
      unread,
      codes.map((text) => readCodeOf(db, text, installation)),
    );
    return places.map((found, at) => ({ ...file, page: index + 1, paperNo: at + 1, turn, found }));
  });
}

/** `watched`: nobody chose the file, it lay in the scanner's folder. Fails as the file system does. */
export async function receiveFile(
  services: Services,
  open: OpenFolder,
  path: string,
  { signal, watched = false }: { readonly signal?: AbortSignal; readonly watched?: boolean } = {},
): Promise<ReceivedFile> {
  const { size } = await stat(path);
  if (size === 0) return { kind: 'unreadable', code: 'file-empty' };
  if (size > MOST_SCAN_BYTES) return { kind: 'unreadable', code: 'file-too-large' };
  const bytes = await readFile(path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const before = knownScan(open.store.read, sha256);
  if (before) return { kind: 'known', ...before };
  const pages = await services.engine.readCodes(bytes, signal);
  const scans = await scansOf(open.store.read, pages, { sha256, fileName: basename(path).toWellFormed() });
  open.files.put(bytes);
  return open.store.write<ReceivedFile>(open.actor, async (tx) => {
    const filed = scans.filter(({ found }) => 'documentId' in found).length;
    const detail = { sha256, pages: pages.length, filed, watched };
    const audit = { action: 'dunning.receiveScans', objectKind: 'scan', objectId: sha256, detail };
    // The same file came a second time while the first was being read.
    const meanwhile = knownScan(tx, sha256);
    if (meanwhile) return { result: { kind: 'known', ...meanwhile }, audit };
    await recordAttachment(tx, { sha256, mediaType: MEDIA[scanKind(bytes)], byteLength: bytes.length });
    for (const scan of scans) await insertScan(tx, scan);
    return { result: { kind: 'received', filed, waiting: scans.length - filed }, audit };
  });
}
