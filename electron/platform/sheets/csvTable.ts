/** A .csv or .txt as a table source: finds encoding and separator, and takes off Excel's text protection. */

import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import type { SheetRow } from '@shared/domain/imports/sheet';
import { parse } from 'csv-parse';
import { fileRefused } from './fileFault';
import { isBlank, LIMITS, RowBatch, type TableContent, type TextEncoding } from './tableSource';

const SEPARATORS = [',', ';', '\t'] as const;
type Separator = (typeof SEPARATORS)[number];

/** `name`: the file's name, whose base is the name of the only sheet. */
export function openCsv(bytes: Buffer, name: string): TableContent {
  const { text, encoding } = decodeText(bytes);
  if (text.trim() === '') fileRefused('file-empty');
  const separator = findSeparator(text.slice(0, 64 * 1024));
  const sheet = { name: name.replace(/\.[^.]*$/, ''), hidden: false };
  return {
    encoding,
    sheets: [sheet],
    layout: async () => ({ ...sheet, merges: [], hiddenColumns: [] }),
    rows: (_, signal) => readRows(text, separator, signal),
  };
}

/** Refuses `file-type` when the bytes are no text, with {line} when only that line cannot be decoded. */
function decodeText(bytes: Buffer): { text: string; encoding: TextEncoding } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' };
  }
  // No text holds a zero byte, and what begins with < is a web page that a system calls .xls.
  if (bytes.includes(0) || /^(?:\ufeff)?\s*<[!?a-z]/i.test(bytes.toString('utf8', 0, 256))) fileRefused('file-type');
  const encoding = isUtf8(bytes) || bytes.toString('latin1', 0, 3) === UTF8_MARK ? 'utf-8' : 'gb18030';
  const text = decoded(bytes, encoding);
  if (text !== null) return { text, encoding };
  return fileRefused('file-type', { line: firstBadLine(bytes, encoding) });
}

const UTF8_MARK = '\u00ef\u00bb\u00bf';

function decoded(bytes: Buffer, encoding: TextEncoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** From 1. A line feed is never part of a character in either encoding. */
function firstBadLine(bytes: Buffer, encoding: TextEncoding): number {
  let line = 1;
  for (let from = 0; from < bytes.length; line++) {
    const feed = bytes.indexOf(10, from);
    const to = feed < 0 ? bytes.length : feed + 1;
    if (decoded(bytes.subarray(from, to), encoding) === null) break;
    from = to;
  }
  return line;
}

/** The candidate that splits most lines into the same number of fields; commas inside amounts differ from line to line. */
function findSeparator(head: string): Separator {
  const lines = head
    .replace(/"[^"]*"/g, '')
    .split(/\r?\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 50);
  let best: Separator = ',';
  let bestScore = 0;
  for (const separator of SEPARATORS) {
    const lineCounts = new Map<number, number>();
    for (const line of lines) {
      const count = line.split(separator).length - 1;
      if (count > 0) lineCounts.set(count, (lineCounts.get(count) ?? 0) + 1);
    }
    const score = Math.max(0, ...[...lineCounts].map(([count, times]) => count * times));
    if (score > bestScore) [best, bestScore] = [separator, score];
  }
  return best;
}

async function* readRows(
  text: string,
  separator: Separator,
  signal: AbortSignal | undefined,
): AsyncGenerator<SheetRow[]> {
  // relax_quotes: ="123" without quotes around it is how old systems protect a number.
  const parser = parse({
    delimiter: separator,
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: LIMITS.record,
    record_delimiter: ['\r\n', '\n', '\r'],
  });
  const records: AsyncIterable<string[]> = Readable.from(slices(text)).pipe(parser);
  const batch = new RowBatch();
  let row = 0;
  for await (const record of records) {
    row++;
    if (record.length > LIMITS.columns) fileRefused('file-too-large', { limitColumns: LIMITS.columns });
    const cells = record.map(unprotected);
    if (cells.every(isBlank)) continue;
    batch.add({ row, cells });
    if (!batch.full) continue;
    signal?.throwIfAborted();
    yield batch.take();
  }
  if (!batch.empty) yield batch.take();
}

function* slices(text: string): Generator<string> {
  const length = 256 * 1024;
  for (let at = 0; at < text.length; ) {
    let end = Math.min(at + length, text.length);
    // The two halves of a character outside the BMP stay together.
    if (text.charCodeAt(end - 1) >> 10 === 0x36) end++;
    yield text.slice(at, end);
    at = end;
  }
}

/** `="123"` is Excel's way of saying that 123 is text. */
function unprotected(field: string): string | null {
  if (field === '') return null;
  return field.startsWith('="') && field.endsWith('"') && field.length >= 3 ? field.slice(2, -1) || null : field;
}
