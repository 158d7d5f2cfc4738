/** Attaches the text of a regulation: a PDF from the disk, checked, stored by its content, and named. */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import { pdfPages } from '../../platform/pdfPages';
import { asFileFault } from '../../platform/sheets/fileFault';
import { insertRegulation, listRegulations } from './regulations.repository';
import { ruledDocuments } from './ruledDocuments';

export interface NewFile {
  readonly path: string;
  readonly document: string;
  readonly title: string;
  readonly number: string;
  readonly effectiveFrom: string;
}

/** A scanned regulation of a hundred pages has about thirty. */
const MOST_MB = 50;

/** The facts of a refusal name the file. */
async function readPdf(path: string): Promise<{ bytes: Buffer; pages: number }> {
  try {
    if ((await stat(path)).size > MOST_MB * 1024 * 1024) refuse('pdf-too-large', { limitMb: MOST_MB });
    const bytes = await readFile(path);
    return { bytes, pages: pdfPages(bytes) };
  } catch (error) {
    throw asFileFault(error, basename(path));
  }
}

/**
 * Refusals in order: regulation-document-unknown, file-unreadable, pdf-too-large, not-a-pdf, file-encrypted, file-truncated,
 * regulation-twice (the same bytes are the text of this document already).
 */
export async function addRegulation(
  open: OpenFolder,
  { path, ...named }: NewFile,
): Promise<{ id: number; rev: number; pages: number }> {
  const { document } = named;
  const documents = await ruledDocuments(open.store.read);
  if (!documents.some((each) => each.document === document)) refuse('regulation-document-unknown', { document });
  const { bytes, pages } = await readPdf(path);
  // Before the transaction: a file that no row names does no harm, a row without its file does.
  const sha256 = open.files.put(bytes);
  return open.store.write(open.actor, async (tx) => {
    const same = (await listRegulations(tx)).find((each) => each.document === document && each.sha256 === sha256);
    if (same) refuse('regulation-twice', { title: same.title });
    const id = await insertRegulation(tx, { ...named, pages, sha256, byteLength: bytes.length });
    const audit = {
      action: 'regulations.add',
      objectKind: 'regulation',
      objectId: String(id),
      detail: { ...named, pages, sha256 },
    };
    return { result: { id, rev: 1, pages }, audit };
  });
}
