/** Written workbooks, read back by our own reader and by another library: exact amounts, inert text, no half files. */

import { existsSync, readFileSync } from 'node:fs';
import { RefusalError } from '@shared/kernel/result';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { ColumnKind } from '../../../../electron/platform/sheets/cellXml';
import { openTable } from '../../../../electron/platform/sheets/openTable';
import { type WrittenSheet, writeTable } from '../../../../electron/platform/sheets/writeTable';
import { cellsOf, rowsOf, testFolder } from './support';

const folder = testFolder();
let count = 0;

const column = (title: string, kind: ColumnKind) => ({ title, width: 14, kind });

async function written(sheet: Partial<WrittenSheet> & Pick<WrittenSheet, 'columns' | 'rows'>): Promise<string> {
  const path = folder.path(`written${++count}.xlsx`);
  await writeTable(path, { sheets: [{ name: '明细', ...sheet }] });
  return path;
}

const textColumn = [column('内容', 'text')];

describe('IMP-03 written workbooks', () => {
  test('every kind of cell, notes above, frozen headings, a marked cell', async () => {
    const path = await written({
      notes: ['被拒绝的行', '单位：元'],
      columns: [
        column('合同号', 'text'),
        column('余额', 'amount'),
        column('借款日', 'date'),
        column('笔数', 'count'),
        column('利率', 'rate'),
      ],
      rows: [
        ['500236042014000004', 9007199254740991, '2026-10-31', 3, 7470],
        [{ value: null, mark: true }, { value: -5, mark: true }, '2026-02-30', null, null],
        ['00036001', '壹万元', '1899-12-31'],
      ],
    });
    expect(await rowsOf(path)).toEqual([
      { row: 1, cells: ['被拒绝的行'] },
      { row: 2, cells: ['单位：元'] },
      { row: 3, cells: ['合同号', '余额', '借款日', '笔数', '利率'] },
      { row: 4, cells: ['500236042014000004', 90071992547409.91, { kind: 'date', serial: 46326 }, 3, 0.00747] },
      { row: 5, cells: [null, -0.05, '2026-02-30'] },
      { row: 6, cells: ['00036001', '壹万元', '1899-12-31'] },
    ]);
    const book = await readXlsx(readFileSync(path), { readStyles: true });
    const sheet = book.sheets[0];
    expect(sheet?.freezePane).toMatchObject({ rows: 3 });
    expect(sheet?.cells?.get('4,1')?.style?.fill).toMatchObject({ pattern: 'solid' });
    expect(sheet?.cells?.get('3,1')?.style?.numFmt).toBe('#,##0.00');
    expect(sheet?.rows[3]?.[2]).toEqual(new Date('2026-10-31T00:00:00Z'));
  });

  test('ORG-06 a watermark stands at head and foot of every sheet, its & as a character', async () => {
    const path = folder.path('watermark.xlsx');
    const sheet = (name: string) => ({ name, columns: textColumn, rows: [['a']] });
    await writeTable(path, { sheets: [sheet('甲'), sheet('乙')], watermark: '王 & 李 <2026-11-22 10:30>' });
    for (const part of ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml']) {
      const xml = await partOf(path, part);
      expect(xml).toContain('<oddHeader>&amp;C王 &amp;&amp; 李 &lt;2026-11-22 10:30&gt;</oddHeader>');
      expect(xml).toMatch(/<oddFooter>&amp;L王 .*&amp;R&amp;P \/ &amp;N<\/oddFooter><\/headerFooter><\/worksheet>$/);
    }
    expect((await readXlsx(readFileSync(path))).sheets.map(({ name }) => name)).toEqual(['甲', '乙']);
  });

  test('amounts in 万元 keep every fen', async () => {
    const path = await written({
      columns: [column('余额(万元)', 'amount')],
      amountUnit: 'wan',
      rows: [[1], [-123456789], [0]],
    });
    expect((await cellsOf(path)).flat()).toEqual(['余额(万元)', 0.000001, -123.456789, 0]);
  });

  test('several sheets, names that Excel forbids, rows from an asynchronous source', async () => {
    const path = folder.path('several.xlsx');
    const rows = (async function* () {
      yield ['a'];
    })();
    await writeTable(path, {
      sheets: [
        { name: '甲/乙*[丙]', columns: textColumn, rows },
        { name: '长'.repeat(40), columns: textColumn, rows: [] },
      ],
    });
    expect((await openTable(path)).sheets.map((sheet) => sheet.name)).toEqual(['甲 乙  丙', '长'.repeat(31)]);
  });

  test('the same rows give the same bytes', async () => {
    const [one, two] = [
      await written({ columns: textColumn, rows: [['甲']] }),
      await written({ columns: textColumn, rows: [['甲']] }),
    ];
    expect(readFileSync(one)).toEqual(readFileSync(two));
  });

  test('a failing source leaves neither the file nor its part', async () => {
    const path = folder.path('failed.xlsx');
    const rows = (function* () {
      yield ['a'];
      throw new Error('source failed');
    })();
    await expect(writeTable(path, { sheets: [{ name: 'a', columns: textColumn, rows }] })).rejects.toThrow(
      'source failed',
    );
    expect([existsSync(path), existsSync(`${path}.part`)]).toEqual([false, false]);
  });

  test('a sheet ends at row 1,048,576', async () => {
    const rows = (function* () {
      for (let i = 0; i < 1_048_576; i++) yield [];
    })();
    const refusal = await written({ columns: [], rows }).catch((error) => error);
    expect(refusal).toBeInstanceOf(RefusalError);
    expect(refusal.refusal.code).toBe('export-too-long');
  });
});

describe('R20 hostile values in exports', () => {
  const FORMULAS = [
    '=1+1',
    '+86',
    '-2',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' =1',
    '＝1',
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://x")',
  ];

  test('what begins like a formula stays text, shown unchanged, with the quote prefix', async () => {
    const path = await written({ columns: textColumn, rows: FORMULAS.map((text) => [text]) });
    expect((await cellsOf(path)).flat().slice(1)).toEqual(FORMULAS);
    const book = await readXlsx(readFileSync(path), { readStyles: true });
    for (const [index, text] of FORMULAS.entries()) {
      const cell = book.sheets[0]?.cells?.get(`${index + 1},0`);
      expect(cell?.formula, text).toBeUndefined();
      expect(cell?.style?.numFmt, text).toBe('@');
    }
    const { sheet, styles } = await partsOf(path);
    expect(sheet).not.toMatch(/<f[ >]/);
    const quoted = sheet.match(/ s="6" t="inlineStr"/g) ?? [];
    expect(quoted).toHaveLength(FORMULAS.length);
    expect([...styles.matchAll(/<xf [^>]*>/g)].at(1 + 6)?.[0]).toContain('quotePrefix="1"');
  });

  test('formula-like text is text in columns of amounts and dates too', async () => {
    const path = await written({ columns: [column('余额', 'amount'), column('日', 'date')], rows: [['=1', '=2']] });
    expect((await cellsOf(path))[1]).toEqual(['=1', '=2']);
  });

  test('bidirectional, zero-width and control characters become visible', async () => {
    const path = await written({ columns: textColumn, rows: [['a\u202eb\u200bc\u0000d\ufeff\ud800e']] });
    expect((await cellsOf(path))[1]).toEqual(['a⟨U+202E⟩b⟨U+200B⟩c⟨U+0000⟩d⟨U+FEFF⟩⟨U+D800⟩e']);
  });

  test('markup, escapes of the format, line feeds and rare characters come back as they were', async () => {
    const texts = ['<v>&amp;"\'</v>', '_x0041_', '杨𠮷 李㛃 阿依·古丽', '两\n行', '  前后  ', ']]>'];
    const path = await written({ columns: textColumn, rows: texts.map((text) => [text]) });
    expect((await cellsOf(path)).flat().slice(1)).toEqual(texts);
  });

  test('text longer than a cell may hold is cut, with a sign', async () => {
    const path = await written({ columns: textColumn, rows: [['长'.repeat(40_000)]] });
    expect((await cellsOf(path))[1]?.[0]).toBe(`${'长'.repeat(32_766)}…`);
  });
});

async function partOf(path: string, name: string): Promise<string> {
  const { ZipArchive } = await import('../../../../electron/platform/sheets/zipArchive');
  const { wholeText } = await import('../../../../electron/platform/sheets/xmlStream');
  return wholeText(new ZipArchive(readFileSync(path)).stream(name));
}

async function partsOf(path: string): Promise<{ sheet: string; styles: string }> {
  return { sheet: await partOf(path, 'xl/worksheets/sheet1.xml'), styles: await partOf(path, 'xl/styles.xml') };
}
