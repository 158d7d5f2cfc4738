/** Workbooks that other programs write: unusual, but legal. */

import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { openTable } from '../../../../electron/platform/sheets/openTable';
import { cellsOf, outcome, rowsOf, testFolder, workbookParts, writeZip } from './support';

const folder = testFolder();
let count = 0;

async function workbook(sheet: string, parts: Record<string, string> = {}): Promise<string> {
  return writeZip(folder.path(`packing${++count}.xlsx`), workbookParts(sheet, parts));
}

const inData = (rows: string): string => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;

describe('IMP-01 unusual workbooks', () => {
  test('no styles, no shared strings, no references, inline and formula strings', async () => {
    const path = await workbook(
      inData(
        '<row><c t="inlineStr"><is><t>甲</t></is></c><c><v>1.50</v></c><c t="str"><f>A1&amp;"x"</f><v>甲x</v></c></row>' +
          '<row r="9"><c r="C9" t="b"><v>1</v></c><c t="e"><v>#REF!</v></c><c><f>1/0</f></c></row><row/>',
      ),
    );
    expect(await rowsOf(path)).toEqual([
      { row: 1, cells: ['甲', 1.5, { kind: 'formula', formula: 'A1&"x"', value: '甲x' }] },
      {
        row: 9,
        cells: [null, null, true, { kind: 'error', code: '#REF!' }, { kind: 'formula', formula: '1/0', value: null }],
      },
    ]);
  });

  test('prefixed namespaces, comments, CDATA, entities, single quotes and a > in an attribute', async () => {
    const sheet =
      `<?xml version='1.0'?><!-- <row> --><x:worksheet xmlns:x='m'><x:cols><x:col min='2' max='3' hidden='true'/></x:cols>` +
      `<x:sheetData><x:row r='2' note='a>b'><x:c r='B2' t='inlineStr'><x:is><x:t>a&lt;<![CDATA[&<]]>&#x20BB7;_x000D_</x:t></x:is></x:c></x:row></x:sheetData>` +
      `<x:mergeCells><x:mergeCell ref='B2:$D$4'/></x:mergeCells></x:worksheet>`;
    const path = await workbook(sheet);
    expect(await rowsOf(path)).toEqual([{ row: 2, cells: [null, 'a<&<𠮷\r'] }]);
    expect(await (await openTable(path)).layout(0)).toEqual({
      name: '表',
      hidden: false,
      merges: [{ top: 1, left: 1, bottom: 3, right: 3 }],
      hiddenColumns: [1, 2],
    });
  });

  test('rich text is joined, phonetic guides are left out', async () => {
    const texts =
      '<sst><si><r><t xml:space="preserve">李 </t></r><r><rPr><b/></rPr><t>四</t></r><rPh sb="0" eb="1"><t>リ</t></rPh></si><si/><si><t>三</t></si></sst>';
    const path = await workbook(inData('<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c></row>'), {
      'xl/texts.xml': texts,
    });
    expect(await cellsOf(path)).toEqual([['李 四', null, '三']]);
  });

  test('dates: 1904 system, Chinese formats, ISO cells; times and amounts stay numbers', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="171" formatCode="[Red]#,##0.00&quot;元d&quot;"/><numFmt numFmtId="172" formatCode="h:mm AM/PM"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/><xf numFmtId="14"/><xf numFmtId="57"/></cellXfs></styleSheet>';
    const cells = [0, 1, 2, 3, 4, 5].map((style) => `<c s="${style}"><v>44000</v></c>`).join('');
    const row = `<row>${cells}<c t="d"><v>2026-10-31T00:00:00</v></c></row>`;
    const dated = (serial: number) => ({ kind: 'date', serial });
    const plain = await workbook(inData(row), { 'xl/styles.xml': styles });
    expect(await cellsOf(plain)).toEqual([
      [44000, dated(44000), 44000, 44000, dated(44000), dated(44000), dated(46326)],
    ]);
    const old = await workbook(inData(row), {
      'xl/styles.xml': styles,
      'xl/workbook.xml':
        '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="a" r:id="z9" state="veryHidden"/></sheets></workbook>',
    });
    expect((await cellsOf(old))[0]?.[1]).toEqual(dated(45462));
    expect((await openTable(old)).sheets).toEqual([{ name: 'a', hidden: true }]);
  });

  test('an empty sheet has a layout and no rows', async () => {
    const path = await workbook('<worksheet><sheetData/><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>');
    expect(await rowsOf(path)).toEqual([]);
    expect((await (await openTable(path)).layout(0)).merges).toHaveLength(1);
  });

  test('a workbook written by another library reads the same', async () => {
    const rows = Array.from({ length: 2500 }, (_, i) => [`合同${i}`, i / 100, i % 2 === 0, null, `行\n${i}`]);
    const path = folder.write('other.xlsx', Buffer.from(await writeXlsx({ sheets: [{ name: '甲', rows }] })));
    expect(await cellsOf(path)).toEqual(rows);
  });

  test('rows come in batches and an aborted signal stops them', async () => {
    const row = (i: number): string => `<row r="${i}"><c><v>${i}</v></c></row>`;
    const path = await workbook(inData(Array.from({ length: 40_000 }, (_, i) => row(i + 1)).join('')));
    const table = await openTable(path);
    const abort = new AbortController();
    let seen = 0;
    const reading = (async () => {
      for await (const batch of table.rows(0, abort.signal)) {
        expect(batch.length).toBeLessThanOrEqual(1000);
        seen += batch.length;
        abort.abort(new Error('stopped by hand'));
      }
    })();
    await expect(reading).rejects.toThrow('stopped by hand');
    expect(seen).toBeLessThan(40_000);
  });

  test.each([
    ['a row beyond the last', '<row r="1048577"><c><v>1</v></c></row>'],
    ['a column beyond the last', '<row><c r="XFE1"><v>1</v></c></row>'],
    ['a shared string that is not there', '<row><c t="s"><v>7</v></c></row>'],
  ])('%s is damage', async (_, rows) => {
    expect(await outcome(await workbook(inData(rows)))).toBe('file-truncated');
  });

  test('a million rows with a lone cell in the last column are refused, not held', async () => {
    const row = '<row><c r="XFD1"><v>1</v></c></row>';
    expect(await outcome(await workbook(inData(row.repeat(20_000))))).toBe('file-too-large');
  });
});
