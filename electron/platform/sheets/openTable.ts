/** Opens a table file by what it contains, whatever its name ends with. The one door for imports. */

import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { SheetRow } from '@shared/domain/imports/sheet';
import { openCsv } from './csvTable';
import { asFileFault, fileRefused } from './fileFault';
import { isOle2 } from './ole2';
import { LIMITS, type TableContent, type TableFormat, type TableSource } from './tableSource';
import { openXls } from './xlsTable';
import { openXlsx } from './xlsxTable';

export interface OpenTableOptions {
  /** Largest file taken in, in bytes; 64 MiB when left out. */
  readonly limitBytes?: number;
}

/** Files that are text or could pass for it, but are no tables: PDF, RTF. Other binaries hold zero bytes. */
const FOREIGN = /^(?:%PDF-|\{\\rtf)/;

/**
 * Refusals (facts always hold `name`), in this order: `file-unreadable` {reason}, `file-too-large` {limitMb, or limitCells,
 * limitColumns, limitSheets, limitStrings, limitMerges}, `file-empty`, `file-encrypted`, `file-type`, `file-truncated`.
 * Reading rows or the layout later can still find the file truncated or too large.
 */
export async function openTable(path: string, options: OpenTableOptions = {}): Promise<TableSource> {
  const name = basename(path);
  return guarded(name, async () => {
    const limit = options.limitBytes ?? LIMITS.file;
    // The size is asked for first: a file that is too large is never read.
    if ((await stat(path)).size > limit) fileRefused('file-too-large', { limitMb: Math.floor(limit / 1024 / 1024) });
    const bytes = await readFile(path);
    if (bytes.length === 0) fileRefused('file-empty');
    const { format, content } = await openContent(bytes, name);
    return {
      ...content,
      format,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      byteLength: bytes.length,
      layout: (index) => guarded(name, () => content.layout(index)),
      rows: (index, signal) => guardedRows(name, content.rows(index, signal)),
    };
  });
}

async function openContent(bytes: Buffer, name: string): Promise<{ format: TableFormat; content: TableContent }> {
  const head = bytes.toString('latin1', 0, 8);
  if (isOle2(bytes)) return { format: 'xls', content: openXls(bytes) };
  if (head.startsWith('PK\x03\x04')) return { format: 'xlsx', content: await openXlsx(bytes) };
  if (head.startsWith('PK\x05\x06') || FOREIGN.test(head)) fileRefused('file-type');
  return { format: 'csv', content: openCsv(bytes, name) };
}

async function guarded<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asFileFault(error, name);
  }
}

async function* guardedRows(name: string, rows: AsyncIterable<SheetRow[]>): AsyncGenerator<SheetRow[]> {
  try {
    yield* rows;
  } catch (error) {
    throw asFileFault(error, name);
  }
}
