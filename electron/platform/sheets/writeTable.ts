/** Writes .xlsx files for people: reject files with reasons, ledgers, lists. Rows are pulled one by one, never held. */

import { open, rename, rm } from 'node:fs/promises';
import { assert } from '@shared/kernel/assert';
import { refuse } from '@shared/kernel/result';
import {
  type AmountUnit,
  type ColumnKind,
  cellXml,
  columnLetters,
  STYLE,
  stringXml,
  type WrittenCell,
} from './cellXml';
import {
  contentTypesXml,
  rootLinksXml,
  sheetClosing,
  sheetOpening,
  stylesXml,
  workbookLinksXml,
  workbookXml,
} from './sheetXml';
import { LIMITS } from './tableSource';
import { ZipWriter } from './zipWriter';

export interface WrittenColumn {
  readonly title: string;
  /** In characters of the default font; a Chinese character takes two. */
  readonly width: number;
  readonly kind: ColumnKind;
}

export interface WrittenSheet {
  /** Cut to 31 characters and cleared of what Excel forbids in sheet names. */
  readonly name: string;
  readonly columns: readonly WrittenColumn[];
  /** One cell per column; missing ones at the end are empty. */
  readonly rows: Iterable<readonly WrittenCell[]> | AsyncIterable<readonly WrittenCell[]>;
  /** Lines above the headings, the first of them in bold: title, unit, date. */
  readonly notes?: readonly string[];
  /** Rows that stay in sight; notes and headings when left out. */
  readonly frozenRows?: number;
  /** Unit that amounts are written in; the caller names it in the headings. 元 when left out. */
  readonly amountUnit?: AmountUnit;
}

export interface TableSpec {
  readonly sheets: readonly WrittenSheet[];
  /** Stands above and below every printed page of every sheet: who, when, number. */
  readonly watermark?: string;
}

/**
 * Writes `path` by way of `path.part`, so that it is whole or not there. An existing file is replaced.
 * Refuses `export-too-long` {limitRows} beyond what a sheet holds.
 */
export async function writeTable(path: string, spec: TableSpec): Promise<void> {
  const names = spec.sheets.map((sheet) => sheetName(sheet.name));
  assert(names.length > 0 && new Set(names).size === names.length, 'sheets have names of their own');
  const partPath = `${path}.part`;
  try {
    await writeParts(partPath, spec, names);
    await rename(partPath, path);
  } catch (error) {
    await rm(partPath, { force: true });
    throw error;
  }
}

async function writeParts(path: string, spec: TableSpec, names: readonly string[]): Promise<void> {
  const file = await open(path, 'w');
  try {
    const zip = new ZipWriter(file);
    await zip.add('[Content_Types].xml', [contentTypesXml(names.length)]);
    await zip.add('_rels/.rels', [rootLinksXml()]);
    await zip.add('xl/workbook.xml', [workbookXml(names)]);
    await zip.add('xl/_rels/workbook.xml.rels', [workbookLinksXml(names.length)]);
    await zip.add('xl/styles.xml', [stylesXml()]);
    for (const [index, sheet] of spec.sheets.entries()) {
      await zip.add(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, spec.watermark));
    }
    await zip.finish();
    await file.sync();
  } finally {
    await file.close();
  }
}

async function* sheetXml(sheet: WrittenSheet, watermark: string | undefined): AsyncGenerator<string> {
  const { columns, notes = [], amountUnit = 'yuan' } = sheet;
  const letters = columns.map((_, index) => columnLetters(index));
  const widths = columns.map((column) => column.width);
  yield sheetOpening(widths, sheet.frozenRows ?? notes.length + 1);
  let row = 0;
  for (const note of notes) {
    row++;
    const at = `A${row}`;
    yield rowXml(row, row === 1 ? stringXml(at, note, STYLE.title) : cellXml(at, note, 'text', 'yuan'));
  }
  row++;
  yield rowXml(row, columns.map(({ title }, i) => stringXml(`${letters[i]}${row}`, title, STYLE.heading)).join(''));
  for await (const cells of sheet.rows) {
    row++;
    if (row > LIMITS.rows) refuse('export-too-long', { limitRows: LIMITS.rows });
    let xml = '';
    for (const [i, { kind }] of columns.entries())
      xml += cellXml(`${letters[i]}${row}`, cells[i] ?? null, kind, amountUnit);
    yield rowXml(row, xml);
  }
  yield sheetClosing(watermark);
}

const rowXml = (row: number, cells: string): string => `<row r="${row}">${cells}</row>`;

function sheetName(name: string): string {
  return (
    name
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim()
      .slice(0, 31) || 'Sheet1'
  );
}
