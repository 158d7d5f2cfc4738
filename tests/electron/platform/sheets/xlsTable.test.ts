/** Legacy .xls: every kind of record that the branch's statement does not hold. Built byte by byte, checked by hucre too. */

import { readXls } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { BIFF } from '../../../../electron/platform/sheets/biffRecords';
import { openTable } from '../../../../electron/platform/sheets/openTable';
import { outcome, rowsOf, testFolder } from './support';

const folder = testFolder();

const u16 = (...values: number[]): Buffer => Buffer.from(Uint16Array.from(values).buffer);
const u32 = (value: number): Buffer => Buffer.from(Uint32Array.of(value).buffer);
const f64 = (value: number): Buffer => Buffer.from(Float64Array.of(value).buffer);
const wide = (text: string): Buffer =>
  Buffer.concat([u16(text.length), Buffer.from([1]), Buffer.from(text, 'utf16le')]);
const record = (id: number, ...data: Buffer[]): Buffer => {
  const body = Buffer.concat(data);
  return Buffer.concat([u16(id, body.length), body]);
};
const BOF = record(BIFF.bof, u16(0x600, 5, 0, 0), u32(0), u32(0));
const EOF = record(BIFF.eof);
const formula = (row: number, column: number, result: Buffer): Buffer =>
  record(BIFF.formula, u16(row, column, 0), result, u16(0), u32(0), u16(0));

/** A workbook stream of two sheets, the second hidden; style 1 is a date. */
function stream(sheet: readonly Buffer[], extra: readonly Buffer[] = []): Buffer {
  const globals = (offsets: readonly number[]): Buffer =>
    Buffer.concat([
      BOF,
      ...extra,
      record(BIFF.format, u16(170), wide('yyyy"年"m"月"')),
      record(BIFF.xf, u16(0, 0), Buffer.alloc(16)),
      record(BIFF.xf, u16(0, 170), Buffer.alloc(16)),
      record(BIFF.boundSheet, u32(offsets[0] ?? 0), Buffer.from([0, 0, 1, 0]), Buffer.from('A')),
      record(BIFF.boundSheet, u32(offsets[1] ?? 0), Buffer.from([1, 0, 1, 0]), Buffer.from('B')),
      // The second string runs on into the next record, where it turns from one byte a character to two.
      record(BIFF.sst, u32(2), u32(2), wide('甲方'), u16(4), Buffer.from([0]), Buffer.from('ab')),
      record(BIFF.continued, Buffer.from([1]), Buffer.from('乙丙', 'utf16le')),
      EOF,
    ]);
  const first = Buffer.concat([BOF, ...sheet, EOF]);
  const start = globals([]).length;
  return Buffer.concat([globals([start, start + first.length]), first, BOF, EOF]);
}

/** The stream in an OLE2 container: header, one table sector, one directory sector, then the data. */
function container(data: Buffer): Buffer {
  const size = Math.max(4096, Math.ceil(data.length / 512) * 512);
  const header = Buffer.alloc(512);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  Buffer.concat([u16(0x3e, 3, 0xfffe, 9, 6)]).copy(header, 24);
  header.writeUInt32LE(1, 44);
  header.writeUInt32LE(1, 48);
  header.writeUInt32LE(4096, 56);
  header.writeUInt32LE(0xfffffffe, 60);
  header.writeUInt32LE(0xfffffffe, 68);
  header.fill(0xff, 80);
  header.writeUInt32LE(0, 76);
  const table = Buffer.alloc(512, 0xff);
  table.writeUInt32LE(0xfffffffd, 0);
  table.writeUInt32LE(0xfffffffe, 4);
  const sectors = size / 512;
  for (let i = 0; i < sectors; i++) table.writeUInt32LE(i === sectors - 1 ? 0xfffffffe : i + 3, (i + 2) * 4);
  const directory = Buffer.alloc(512);
  const entry = (index: number, name: string, type: number, start: number, length: number): void => {
    const at = index * 128;
    directory.write(name, at, 'utf16le');
    directory.writeUInt16LE(name.length * 2 + 2, at + 64);
    directory.writeUInt8(type, at + 66);
    directory.writeUInt32LE(start, at + 116);
    directory.writeUInt32LE(length, at + 120);
  };
  entry(0, 'Root Entry', 5, 0xfffffffe, 0);
  entry(1, 'Workbook', 2, 2, size);
  return Buffer.concat([header, table, directory, data, Buffer.alloc(size - data.length)]);
}

const CELLS = [
  record(BIFF.colInfo, u16(3, 4, 2560, 0, 1, 0)),
  record(BIFF.labelSst, u16(0, 0, 0), u32(0)),
  record(BIFF.labelSst, u16(0, 1, 0), u32(1)),
  record(BIFF.number, u16(1, 0, 0), f64(81227394.84)),
  record(BIFF.number, u16(1, 1, 1), f64(46326)),
  record(BIFF.rk, u16(1, 2, 0), u32((12345 << 2) | 3)),
  record(BIFF.mulRk, u16(1, 3), u16(0), u32((7 << 2) | 2), u16(1), u32((39496 << 2) | 2), u16(4)),
  record(BIFF.label, u16(2, 0, 0), wide('标签')),
  record(BIFF.boolErr, u16(2, 1, 0), Buffer.from([1, 0])),
  record(BIFF.boolErr, u16(2, 2, 0), Buffer.from([23, 1])),
  formula(4, 0, f64(99.5)),
  formula(4, 1, Buffer.from([0, 0, 0, 0, 0, 0, 0xff, 0xff])),
  record(0x4bc, u16(4, 4), Buffer.alloc(4)),
  record(BIFF.string, wide('结果')),
  formula(4, 2, Buffer.from([2, 0, 7, 0, 0, 0, 0xff, 0xff])),
  record(BIFF.mergeCells, u16(1, 0, 1, 2, 3)),
];

describe('IMP-01 legacy .xls', () => {
  test('every kind of cell, hidden columns and sheets, merges', async () => {
    const bytes = container(stream(CELLS));
    const table = await openTable(folder.write('all.xls', bytes));
    expect(table.sheets).toEqual([
      { name: 'A', hidden: false },
      { name: 'B', hidden: true },
    ]);
    expect(await table.layout(0)).toEqual({
      name: 'A',
      hidden: false,
      merges: [{ top: 0, bottom: 1, left: 2, right: 3 }],
      hiddenColumns: [3, 4],
    });
    const computed = (value: unknown) => ({ kind: 'formula', formula: '', value });
    expect(await rowsOf(folder.path('all.xls'))).toEqual([
      { row: 1, cells: ['甲方', 'ab乙丙'] },
      { row: 2, cells: [81227394.84, { kind: 'date', serial: 46326 }, 123.45, 7, { kind: 'date', serial: 39496 }] },
      { row: 3, cells: ['标签', true, { kind: 'error', code: '#REF!' }] },
      { row: 5, cells: [computed(99.5), computed('结果'), computed({ kind: 'error', code: '#DIV/0!' })] },
    ]);
    const other = await readXls(bytes);
    expect(other.sheets[0]?.rows[0]).toEqual(['甲方', 'ab乙丙']);
    expect(other.sheets[0]?.rows[1]?.slice(2, 4)).toEqual([123.45, 7]);
  });

  test('dates of the 1904 system count in the 1900 system', async () => {
    const path = folder.write('1904.xls', container(stream(CELLS, [record(BIFF.dateMode, u16(1))])));
    expect((await rowsOf(path))[1]?.cells[1]).toEqual({ kind: 'date', serial: 46326 + 1462 });
  });

  test('encrypted, older than Excel 97, another Office file, a chain of sectors that runs in a circle', async () => {
    const secret = container(stream(CELLS, [record(BIFF.filePass, u16(1))]));
    expect(await outcome(folder.write('secret.xls', secret))).toBe('file-encrypted');
    const old = container(Buffer.concat([record(BIFF.bof, u16(0x500, 5)), EOF]));
    expect(await outcome(folder.write('old.xls', old))).toBe('file-type');
    const letter = container(stream(CELLS));
    letter.write('WordDocu', 512 * 2 + 128, 'utf16le');
    expect(await outcome(folder.write('letter.doc', letter))).toBe('file-type');
    const circle = container(stream(CELLS));
    circle.writeUInt32LE(2, 512 + 3 * 4);
    expect(await outcome(folder.write('circle.xls', circle))).toBe('file-truncated');
  });
});
