/** An .xlsx as a table source: rows are read from the stream, merges and hidden columns from the XML around them. */

import type { MergedRange, SheetLayout, SheetRow } from '@shared/domain/imports/sheet';
import { damagedUnless, fileRefused } from './fileFault';
import { LIMITS, RowBatch, type TableContent } from './tableSource';
import { columnOf, XlsxSheetParser } from './xlsxSheet';
import { isTrue, readSharedStrings, readWorkbook, type WorkbookSheet, type XlsxWorkbook } from './xlsxWorkbook';
import { CLOSE, END, XmlCursor } from './xmlCursor';
import { decodedText, segments } from './xmlStream';
import { ZipArchive } from './zipArchive';

export async function openXlsx(bytes: Buffer): Promise<TableContent> {
  const zip = new ZipArchive(bytes);
  const book = await readWorkbook(zip);
  return {
    sheets: book.sheets.map(({ name, hidden }) => ({ name, hidden })),
    layout: (index) => readLayout(zip, sheetAt(book, index)),
    rows: (index, signal) => readRows(zip, book, sheetAt(book, index), signal),
  };
}

function sheetAt(book: XlsxWorkbook, index: number): WorkbookSheet {
  const sheet = book.sheets[index];
  if (!sheet) throw new RangeError(`no sheet ${index}`);
  return sheet;
}

async function* readRows(
  zip: ZipArchive,
  book: XlsxWorkbook,
  sheet: WorkbookSheet,
  signal: AbortSignal | undefined,
): AsyncGenerator<SheetRow[]> {
  const parser = new XlsxSheetParser({ ...book, strings: await readSharedStrings(zip, book) });
  const batch = new RowBatch();
  for await (const piece of segments(decodedText(zip.stream(sheet.part)), 'row')) {
    signal?.throwIfAborted();
    // Behind the rows the stream is only drained, so that its checksum is checked too.
    if (parser.done) continue;
    for (const row of parser.parse(piece)) {
      batch.add(row);
      if (batch.full) yield batch.take();
    }
  }
  damagedUnless(parser.done);
  if (!batch.empty) yield batch.take();
}

async function readLayout(zip: ZipArchive, sheet: WorkbookSheet): Promise<SheetLayout> {
  const hiddenColumns: number[] = [];
  const merges: MergedRange[] = [];
  const cursor = new XmlCursor(await aroundRows(decodedText(zip.stream(sheet.part), 'latin1')));
  for (let token = cursor.next(); token !== END; token = cursor.next()) {
    if (token === CLOSE) continue;
    if (cursor.name === 'col') hiddenColumns.push(...hiddenOf(cursor.attributes()));
    // Ranges of columns do not overlap, so more than there are columns is an attack on memory.
    damagedUnless(hiddenColumns.length <= LIMITS.columns);
    if (cursor.name === 'mergeCell') merges.push(mergeOf(cursor.attribute('ref') ?? ''));
    if (merges.length > LIMITS.merges) fileRefused('file-too-large', { limitMerges: LIMITS.merges });
  }
  return { name: sheet.name, hidden: sheet.hidden, merges, hiddenColumns };
}

/** The XML in front of and behind the rows. */
async function aroundRows(text: AsyncIterable<string>): Promise<string> {
  let around = '';
  let edge = '';
  let place: 'before' | 'rows' | 'after' = 'before';
  for await (const piece of text) {
    let rest: string = edge + piece;
    edge = '';
    if (place === 'before') {
      const start = /<(?:[\w.-]+:)?sheetData(?:\s[^>]*)?\/?>/.exec(rest);
      if (start) {
        around += rest.slice(0, start.index);
        rest = rest.slice(start.index + start[0].length);
        place = start[0].endsWith('/>') ? 'after' : 'rows';
      }
    }
    if (place === 'rows') {
      const end = rest.lastIndexOf('sheetData>');
      if (end >= 0 && /<\/(?:[\w.-]+:)?$/.test(rest.slice(Math.max(0, end - 40), end))) {
        rest = rest.slice(end + 'sheetData>'.length);
        place = 'after';
      }
    }
    if (place === 'after') around += rest;
    else edge = place === 'rows' ? rest.slice(-64) : rest;
    const limit = place === 'after' ? LIMITS.behindRows : LIMITS.beforeRows;
    if (around.length + edge.length > limit) fileRefused('file-too-large', { limitMb: limit / 1024 / 1024 });
  }
  damagedUnless(place === 'after');
  return around;
}

function hiddenOf(column: Map<string, string>): number[] {
  if (!isTrue(column.get('hidden')) && Number(column.get('width') ?? 1) !== 0) return [];
  const first = Number(column.get('min'));
  const last = Math.min(Number(column.get('max')), LIMITS.columns);
  damagedUnless(first >= 1 && last >= first);
  return Array.from({ length: last - first + 1 }, (_, index) => first - 1 + index);
}

function mergeOf(reference: string): MergedRange {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(reference);
  damagedUnless(match);
  const [, left, top, right = left, bottom = top] = match as unknown as [string, string, string, string?, string?];
  return { top: Number(top) - 1, left: columnOf(left), bottom: Number(bottom) - 1, right: columnOf(right) };
}
