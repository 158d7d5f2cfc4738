/** Whole-file refusals, and files that were damaged or built to harm: always rows or a refusal, never a crash or a hang. */

import { readFileSync } from 'node:fs';
import { truncate } from 'node:fs/promises';
import { basename } from 'node:path';
import { RefusalError } from '@shared/kernel/result';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { openTable } from '../../../../electron/platform/sheets/openTable';
import { outcome, sample, testFolder, workbookParts, writeZip } from './support';

const folder = testFolder();
const LOANS = sample('贷款五级分类明细表_202610.xlsx');
const SUBJECTS = sample('科目余额表_202610.xls');
const OFF_BALANCE = sample('表外不良贷款台账.csv');

/** The bytes with every central directory record of the zip changed by `change`. */
function withDirectory(bytes: Buffer, change: (record: Buffer) => void): Buffer {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf('PK\x01\x02'); at >= 0; at = copy.indexOf('PK\x01\x02', at + 4)) change(copy.subarray(at));
  return copy;
}

describe('IMP-01 whole-file refusals', () => {
  test('the refusal names the file and the limit', async () => {
    const path = folder.write('large.xlsx', 'PK\x03\x04');
    await truncate(path, 200 * 1024 * 1024);
    const refusal = await openTable(path).catch((error) => error);
    expect(refusal).toBeInstanceOf(RefusalError);
    expect(refusal.refusal).toEqual({ code: 'file-too-large', facts: { name: 'large.xlsx', limitMb: 64 } });
  });

  test('encrypted .xlsx', async () => {
    const secret = await writeXlsx({
      sheets: [{ name: 'a', rows: [['甲']] }],
      encryption: { password: 'p', spinCount: 10 },
    });
    expect(await outcome(folder.write('secret.xlsx', Buffer.from(secret)))).toBe('file-encrypted');
  });

  test('encrypted .xls', async () => {
    const bytes = readFileSync(SUBJECTS);
    const bof = bytes.indexOf(Buffer.from('0908100000060500', 'hex'));
    bytes.writeUInt16LE(0x2f, bof + 20);
    expect(await outcome(folder.write('secret.xls', bytes))).toBe('file-encrypted');
  });

  test('zip with encrypted parts', async () => {
    const bytes = withDirectory(readFileSync(LOANS), (record) => record.writeUInt16LE(record.readUInt16LE(8) | 1, 8));
    expect(await outcome(folder.write('parts.xlsx', bytes))).toBe('file-encrypted');
  });

  test.each([LOANS, SUBJECTS])('a truncated %s', async (path) => {
    const bytes = readFileSync(path);
    for (const share of [0.2, 0.5, 0.9]) {
      const cut = folder.write(`cut-${basename(path)}`, bytes.subarray(0, bytes.length * share));
      expect(await outcome(cut)).toBe('file-truncated');
    }
  });

  test.each([
    ['empty.xlsx', '', 'file-empty'],
    ['picture.xlsx', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'file-type'],
    ['base.csv', 'SQLite format 3\u0000\u0010\u0000', 'file-type'],
    ['nothing.xlsx', Buffer.concat([Buffer.from('PK\x05\x06'), Buffer.alloc(18)]), 'file-type'],
  ])('%s', async (name, content, code) => {
    expect(await outcome(folder.write(name, content))).toBe(code);
  });

  test('a text document and any other zip', async () => {
    const document = workbookParts('', { 'xl/workbook.xml': '<w:document xmlns:w="w"><w:body/></w:document>' });
    expect(await outcome(await writeZip(folder.path('letter.xlsx'), document))).toBe('file-type');
    expect(await outcome(await writeZip(folder.path('any.xlsx'), { 'a.txt': 'a' }))).toBe('file-type');
  });

  test('a file that is not there, and a folder', async () => {
    expect(await outcome(folder.path('gone.xlsx'))).toBe('file-unreadable');
    expect(await outcome(folder.path('.'))).toBe('file-unreadable');
  });

  test('format goes by content, not by name', async () => {
    expect((await openTable(folder.write('loans.csv', readFileSync(LOANS)))).format).toBe('xlsx');
    expect((await openTable(folder.write('loans.xlsx', readFileSync(OFF_BALANCE)))).format).toBe('csv');
  });
});

describe('R19 hostile files', () => {
  test('a zip bomb is refused before it is inflated', async () => {
    const path = await writeZip(folder.path('bomb.xlsx'), workbookParts(' '.repeat(90_000_000)));
    const bytes = readFileSync(path);
    const started = performance.now();
    expect(await outcome(path)).toBe('file-too-large');
    expect(performance.now() - started).toBeLessThan(500);
    // The same with a small size declared: inflating stops at the first byte too many.
    const liar = withDirectory(bytes, (record) => record.writeUInt32LE(Math.min(5_000, record.readUInt32LE(24)), 24));
    expect(await outcome(folder.write('liar.xlsx', liar))).toBe('file-truncated');
  });

  test('one endless row, and many cells without closing', async () => {
    const cells = Array.from({ length: 700_000 }, (_, i) => `<c><v>${i}${i * 7}</v></c>`).join('');
    const path = await writeZip(folder.path('row.xlsx'), workbookParts(`<worksheet><sheetData><row>${cells}`));
    expect(await outcome(path)).toMatch(/^file-/);
  });

  test('paths that climb out and names of prototypes do no harm', async () => {
    const parts = workbookParts('<worksheet><sheetData/></worksheet>', {
      '../../evil.xml': '<a/>',
      __proto__x: '<a/>',
      constructor: '<a/>',
    });
    expect(await outcome(await writeZip(folder.path('climb.xlsx'), parts))).toBe('rows');
  });

  test('a directory that declares entities expands none', async () => {
    const sheet =
      '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;">]><worksheet><sheetData><row><c t="str"><v>&c;</v></c></row></sheetData></worksheet>';
    expect(await outcome(await writeZip(folder.path('entity.xlsx'), workbookParts(sheet)))).toBe('rows');
  });

  test.each([
    ['xlsx', LOANS, 170],
    ['xls', SUBJECTS, 170],
    ['csv', OFF_BALANCE, 160],
  ])('%s with random bytes changed', async (kind, path, times) => {
    const random = randomNumbers(20_261_031);
    const original = readFileSync(path);
    const seen = new Map<string, number>();
    for (let time = 0; time < times; time++) {
      const bytes = Buffer.from(original);
      const changes = 1 + (random() % 8);
      for (let i = 0; i < changes; i++) bytes[random() % bytes.length] = random() & 255;
      const cut = random() % 10 === 0 ? bytes.subarray(0, random() % bytes.length) : bytes;
      const started = performance.now();
      const code = await outcome(folder.write(`mutant.${kind}`, cut));
      expect(performance.now() - started).toBeLessThan(5_000);
      seen.set(code, (seen.get(code) ?? 0) + 1);
    }
    expect([...seen.keys()].every((code) => code === 'rows' || code.startsWith('file-'))).toBe(true);
    expect(seen.size).toBeGreaterThan(1);
  });

  test('xlsx with changed XML inside intact packing', async () => {
    const random = randomNumbers(7);
    const parts = workbookParts(
      '<worksheet><cols><col min="1" max="3" hidden="1"/></cols><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>甲</t></is></c></row><row r="2"><c r="A2" s="1"><f>A1</f><v>4.5</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>',
      {
        'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
        'xl/texts.xml': '<sst><si><t>乙</t></si></sst>',
      },
    );
    const names = Object.keys(parts);
    for (let time = 0; time < 300; time++) {
      const name = names[random() % names.length] as string;
      const text = parts[name] as string;
      const at = random() % text.length;
      const piece = [
        '',
        '<',
        '>',
        '"',
        '/',
        '<row',
        '</c>',
        '<!--',
        '<![CDATA[',
        '&#x110000;',
        '999999999',
        '-1',
        '\u0000',
      ];
      const changed = text.slice(0, at) + piece[random() % piece.length] + text.slice(at + (random() % 6));
      const path = await writeZip(folder.path('inner.xlsx'), { ...parts, [name]: changed });
      expect(await outcome(path)).toMatch(/^(rows|file-.*)$/);
    }
  });
});

/** Mulberry32: the same changes in every run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
}
