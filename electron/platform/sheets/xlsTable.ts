/** A legacy .xls (BIFF8) as a table source. Such sheets end at row 65,536, so one is held whole while it is read. */

import type { FormulaCell, MergedRange, RawCell, SheetLayout, SheetRow } from '@shared/domain/imports/sheet';
import { BIFF, type BiffRecord, BiffStrings, readRecords, rkNumber } from './biffRecords';
import { damagedUnless, fileRefused } from './fileFault';
import { isDateFormat } from './numberFormat';
import { Ole2File } from './ole2';
import { isBlank, LIMITS, RowBatch, type TableContent } from './tableSource';

interface XlsSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly offset: number;
}

interface XlsBook {
  readonly sheets: readonly XlsSheet[];
  readonly records: readonly BiffRecord[];
  readonly strings: readonly string[];
  readonly dateStyles: readonly boolean[];
  readonly serialOffset: number;
}

type Value = FormulaCell['value'];

const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

/** Refuses `file-encrypted`, `file-type` (another Office file, or one older than Excel 97) and `file-truncated`. */
export function openXls(bytes: Buffer): TableContent {
  const container = new Ole2File(bytes);
  if (container.has('EncryptedPackage')) fileRefused('file-encrypted');
  if (!container.has('Workbook')) fileRefused('file-type');
  const book = readBook(readRecords(container.read('Workbook')));
  const sheetAt = (index: number): XlsSheet => {
    const sheet = book.sheets[index];
    if (!sheet) throw new RangeError(`no sheet ${index}`);
    return sheet;
  };
  return {
    sheets: book.sheets.map(({ name, hidden }) => ({ name, hidden })),
    layout: async (index) => readLayout(book, sheetAt(index)),
    rows: (index, signal) => readRows(book, sheetRecords(book.records, sheetAt(index).offset), signal),
  };
}

function readBook(records: readonly BiffRecord[]): XlsBook {
  const first = records[0];
  damagedUnless(first?.id === BIFF.bof);
  if (first.data.readUInt16LE(0) !== 0x600) fileRefused('file-type');
  const bounds: XlsSheet[] = [];
  const codes = new Map<number, string>();
  const styleFormats: number[] = [];
  let strings: string[] = [];
  let serialOffset = 0;
  for (const [index, { id, data }] of records.entries()) {
    if (id === BIFF.eof) break;
    if (id === BIFF.filePass) fileRefused('file-encrypted');
    else if (id === BIFF.dateMode) serialOffset = data.readUInt16LE(0) === 1 ? 1_462 : 0;
    else if (id === BIFF.format) codes.set(data.readUInt16LE(0), new BiffStrings([data.subarray(2)]).read());
    else if (id === BIFF.xf) styleFormats.push(data.readUInt16LE(2));
    else if (id === BIFF.sst) strings = readSharedStrings(records, index);
    else if (id === BIFF.boundSheet && data.readUInt8(5) === 0) {
      const name = new BiffStrings([data.subarray(6)]).read(true);
      bounds.push({ name, hidden: (data.readUInt8(4) & 3) !== 0, offset: data.readUInt32LE(0) });
    }
  }
  damagedUnless(bounds.length > 0);
  if (bounds.length > LIMITS.sheets) fileRefused('file-too-large', { limitSheets: LIMITS.sheets });
  return {
    sheets: bounds,
    records,
    strings,
    dateStyles: styleFormats.map((format) => isDateFormat(format, codes.get(format))),
    serialOffset,
  };
}

function readSharedStrings(records: readonly BiffRecord[], index: number): string[] {
  const blocks = [records[index]?.data as Buffer];
  for (let next = index + 1; records[next]?.id === BIFF.continued; next++) blocks.push(records[next]?.data as Buffer);
  const reader = new BiffStrings(blocks);
  reader.skip(4);
  const count = reader.u16() + reader.u16() * 0x10000;
  const strings: string[] = [];
  for (let left = count; left > 0 && !reader.atEnd; left--) strings.push(reader.read());
  return strings;
}

/** The sheet's own records; charts drawn on it are nested between records of their own and left out. */
function sheetRecords(records: readonly BiffRecord[], offset: number): BiffRecord[] {
  const start = records.findIndex((record) => record.offset === offset);
  damagedUnless(records[start]?.id === BIFF.bof);
  const own: BiffRecord[] = [];
  for (let index = start + 1, depth = 1; ; index++) {
    const record = records[index];
    damagedUnless(record);
    if (record.id === BIFF.bof) depth++;
    else if (record.id === BIFF.eof) depth--;
    else if (depth === 1) own.push(record);
    if (depth === 0) return own;
  }
}

function readLayout(book: XlsBook, { name, hidden, offset }: XlsSheet): SheetLayout {
  const merges: MergedRange[] = [];
  const hiddenColumns: number[] = [];
  for (const { id, data } of sheetRecords(book.records, offset)) {
    if (id === BIFF.mergeCells) {
      for (let left = data.readUInt16LE(0), at = 2; left > 0; left--, at += 8) {
        const [top, bottom] = [data.readUInt16LE(at), data.readUInt16LE(at + 2)];
        merges.push({ top, bottom, left: data.readUInt16LE(at + 4), right: data.readUInt16LE(at + 6) });
      }
    } else if (id === BIFF.colInfo && ((data.readUInt16LE(8) & 1) === 1 || data.readUInt16LE(4) === 0)) {
      const last = Math.min(data.readUInt16LE(2), 255);
      for (let column = data.readUInt16LE(0); column <= last; column++) hiddenColumns.push(column);
      damagedUnless(hiddenColumns.length <= LIMITS.columns);
    }
  }
  return { name, hidden, merges, hiddenColumns };
}

async function* readRows(
  book: XlsBook,
  records: readonly BiffRecord[],
  signal: AbortSignal | undefined,
): AsyncGenerator<SheetRow[]> {
  const rows = readCells(book, records);
  const batch = new RowBatch();
  for (const row of [...rows.keys()].sort((a, b) => a - b)) {
    const cells = Array.from(rows.get(row) as RawCell[], (cell) => cell ?? null);
    if (cells.every(isBlank)) continue;
    batch.add({ row: row + 1, cells });
    if (!batch.full) continue;
    signal?.throwIfAborted();
    yield batch.take();
  }
  if (!batch.empty) yield batch.take();
}

/** Cells by row and column, both from 0. */
function readCells(book: XlsBook, records: readonly BiffRecord[]): Map<number, RawCell[]> {
  const rows = new Map<number, RawCell[]>();
  const number = (value: number, style: number): Value =>
    book.dateStyles[style] ? { kind: 'date', serial: value + book.serialOffset } : value;
  const put = (data: Buffer, value: RawCell, column = data.readUInt16LE(2)): void => {
    damagedUnless(column < 256);
    const row = data.readUInt16LE(0);
    const cells = rows.get(row) ?? [];
    cells[column] = value === '' ? null : value;
    rows.set(row, cells);
  };
  for (const [index, { id, data }] of records.entries()) {
    if (id === BIFF.labelSst) {
      const text = book.strings[data.readUInt32LE(6)];
      damagedUnless(text !== undefined);
      put(data, text);
    } else if (id === BIFF.number) put(data, number(data.readDoubleLE(6), data.readUInt16LE(4)));
    else if (id === BIFF.rk) put(data, number(rkNumber(data.readInt32LE(6)), data.readUInt16LE(4)));
    else if (id === BIFF.label || id === BIFF.richString) put(data, new BiffStrings([data.subarray(6)]).read());
    else if (id === BIFF.boolErr) put(data, boolOrError(data.readUInt8(6), data.readUInt8(7) === 1));
    else if (id === BIFF.formula) put(data, { kind: 'formula', formula: '', value: cached(records, index, number) });
    else if (id === BIFF.mulRk) {
      const first = data.readUInt16LE(2);
      for (let at = 4, column = first; at + 8 <= data.length; at += 6, column++) {
        put(data, number(rkNumber(data.readInt32LE(at + 2)), data.readUInt16LE(at)), column);
      }
    }
  }
  return rows;
}

/** The value that Excel last computed; a text stands in a STRING record behind the formula. */
function cached(records: readonly BiffRecord[], index: number, number: (value: number, style: number) => Value): Value {
  const { data } = records[index] as BiffRecord;
  if (data.readUInt16LE(12) !== 0xffff) return number(data.readDoubleLE(6), data.readUInt16LE(4));
  const kind = data.readUInt8(6);
  if (kind === 1 || kind === 2) return boolOrError(data.readUInt8(8), kind === 2);
  if (kind !== 0) return null;
  // Shared and array formulas put their own record in between.
  const text = records.slice(index + 1, index + 3).find(({ id }) => id === BIFF.string);
  if (!text) return null;
  const follow = records.indexOf(text, index) + 1;
  const blocks = [text.data];
  for (let next = follow; records[next]?.id === BIFF.continued; next++) blocks.push(records[next]?.data as Buffer);
  return new BiffStrings(blocks).read() || null;
}

function boolOrError(value: number, isError: boolean): Value {
  return isError ? { kind: 'error', code: ERRORS[value] ?? '#ERR!' } : value !== 0;
}
