/** The branch's own exports are read as they are: counts and nuisances of tests/fixtures/samples/expected.json. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { RawCell } from '@shared/domain/imports/sheet';
import { describe, expect, test } from 'vitest';
import { openTable } from '../../../../electron/platform/sheets/openTable';
import { allRows, rowsOf, sample } from './support';

const expected = JSON.parse(readFileSync(sample('expected.json'), 'utf8')).files;
const isText = (cell: RawCell | undefined): boolean => typeof cell === 'string';
const isDate = (cell: RawCell | undefined): boolean =>
  typeof cell === 'object' && cell !== null && cell.kind === 'date';

describe('IMP-01 贷款五级分类明细表_202610.xlsx', () => {
  const path = sample('贷款五级分类明细表_202610.xlsx');

  test('sheets, merges and the hidden column O are seen', async () => {
    const table = await openTable(path);
    expect(table.format).toBe('xlsx');
    expect(table.sha256).toBe(createHash('sha256').update(readFileSync(path)).digest('hex'));
    expect(table.sheets.map((sheet) => sheet.name)).toEqual(['五级分类明细表', '填报说明']);
    const layout = await table.layout(0);
    expect(layout.hiddenColumns).toEqual([14]);
    expect(layout.merges).toHaveLength(19);
    expect(layout.merges).toContainEqual({ top: 2, left: 13, bottom: 2, right: 17 });
    expect(layout.merges).toContainEqual({ top: 2, left: 0, bottom: 3, right: 0 });
  });

  test('295 loans, formulas with their values, dates of both kinds, IDs and leading zeros as text', async () => {
    const rows = await rowsOf(path);
    const loans = rows.filter(({ cells }) => typeof cells[0] === 'number' && isText(cells[2]));
    expect(loans).toHaveLength(expected['贷款五级分类明细表_202610.xlsx'].total.loans);
    const dates = loans.flatMap(({ cells }) => [cells[10], cells[11], cells[12], cells[25]]);
    expect(dates.filter(isDate)).toHaveLength(expected['贷款五级分类明细表_202610.xlsx'].dates.as_cells);
    expect(dates.filter(isText)).toHaveLength(expected['贷款五级分类明细表_202610.xlsx'].dates.as_text);
    expect(loans[0]?.cells.slice(3, 8)).toEqual(['00036001', '王某', '农户', '身份证', '512227196411039293']);
    const total = rows.find(({ row }) => row === 307);
    expect(total?.cells[15]).toEqual({
      kind: 'formula',
      formula: 'P81+P135+P178+P237+P266+P306',
      value: 8122.739484,
    });
    expect(rows.some(({ cells }) => cells[4] === '杨𠮷')).toBe(true);
    expect(rows.some(({ row }) => row === 308)).toBe(false);
    expect(rows.at(-1)?.row).toBe(312);
  });
});

test('IMP-01 GB18030 with four-byte characters, and every form of text protection', async () => {
  const table = await openTable(sample('表外不良贷款台账.csv'));
  expect([table.format, table.encoding]).toEqual(['csv', 'gb18030']);
  expect(table.sheets).toEqual([{ name: '表外不良贷款台账', hidden: false }]);
  const rows = await allRows(table);
  const loans = rows.filter(({ cells }) => /^\d+$/.test(String(cells[0])));
  expect(loans).toHaveLength(expected['表外不良贷款台账.csv'].total.loans);
  expect(rows.some(({ cells }) => cells[2] === '李㛃')).toBe(true);
  const ids = loans.map(({ cells }) => cells[3]);
  expect(ids.filter((id) => id === null)).toHaveLength(5);
  expect(ids.filter((id) => String(id).startsWith("'"))).toHaveLength(43);
  expect(ids.filter((id) => id !== null && /^[0-9A-Z-]+$/.test(String(id)))).toHaveLength(29 + 14 + 14);
});

test('IMP-01 UTF-8 with BOM, line feeds inside fields: records count, not lines', async () => {
  const table = await openTable(sample('收回流水_202610.csv'));
  expect(table.encoding).toBe('utf-8');
  const rows = await allRows(table);
  expect(rows).toHaveLength(501);
  expect(rows[0]?.cells[0]).toBe('流水号');
  expect(rows[1]?.cells[1]).toBe('2007-05-24');
  expect(rows.every(({ row }, index) => row === index + 1 && rows[index]?.cells.length)).toBe(true);
  expect(rows.some(({ cells }) => cells.some((cell) => String(cell).includes('\n')))).toBe(true);
  expect(rows.filter(({ cells }) => cells[4] === '杨𠮷').length).toBeGreaterThan(0);
});

test('IMP-01 legacy .xls: merged headings and amounts', async () => {
  const table = await openTable(sample('科目余额表_202610.xls'));
  expect(table.format).toBe('xls');
  expect(table.sheets).toEqual([{ name: '科目余额', hidden: false }]);
  const layout = await table.layout(0);
  expect(layout.merges).toContainEqual({ top: 2, left: 3, bottom: 2, right: 4 });
  const rows = await allRows(table);
  expect(rows.find(({ row }) => row === 5)?.cells).toEqual([
    '青石分理处',
    '1301',
    '正常贷款',
    11345481.48,
    0,
    109869.86,
    440477.26,
    11014874.08,
    0,
  ]);
  const { balances } = expected['科目余额表_202610.xls'];
  for (const { unit, subject, statement_fen } of balances) {
    const found = rows.find(({ cells }) => cells[0] === unit && cells[1] === subject);
    expect(Math.round((Number(found?.cells[7]) - Number(found?.cells[8])) * 100), `${unit} ${subject}`).toBe(
      statement_fen,
    );
  }
});

test.each([
  ['五级分类月末_历史.csv', 4032 + 1],
  ['担保人清单.xlsx', 382 + 2],
  ['抵质押物清单.xlsx', 120 + 3],
  ['诉讼案件台账.xlsx', 12 + 2],
  ['催收通知书登记簿.xlsx', 279 + 1],
  ['坏数据_贷款导入.xlsx', 50 + 1],
])('IMP-01 %s: %i rows with something in them', async (name, count) => {
  expect(await rowsOf(sample(name))).toHaveLength(count);
});

test('IMP-01 what is wrong on purpose is handed on unchanged', async () => {
  const rows = await rowsOf(sample('坏数据_贷款导入.xlsx'));
  const cells = rows.flatMap((row) => row.cells);
  expect(cells).toContain(512226197503129000);
  expect(cells.some((cell) => typeof cell === 'string' && cell.includes('\u202e'))).toBe(true);
  expect(cells.some((cell) => typeof cell === 'string' && cell.startsWith('='))).toBe(true);
});
