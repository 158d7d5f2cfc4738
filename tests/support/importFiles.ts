/** Importing into a test folder: the sample files with what a correct import finds in them, and files made for a test. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ImportResult, ImportRunInput } from '@shared/contract/imports.contract';
import { findHeading } from '@shared/domain/imports/heading';
import type { SheetRow } from '@shared/domain/imports/sheet';
import { present } from '@shared/kernel/assert';
import { runImport } from '../../electron/features/imports/runImport';
import { shownCell } from '../../electron/features/imports/shownCell';
import { openTable } from '../../electron/platform/sheets/openTable';
import { writeTable } from '../../electron/platform/sheets/writeTable';
import type { TestFolder } from './openFolder';

const SAMPLES = resolve(import.meta.dirname, '../fixtures/samples');

export const SAMPLE = {
  on: '贷款五级分类明细表_202610.xlsx',
  off: '表外不良贷款台账.csv',
  guarantors: '担保人清单.xlsx',
  collateral: '抵质押物清单.xlsx',
  receipts: '收回流水_202610.csv',
  subjects: '科目余额表_202610.xls',
  history: '五级分类月末_历史.csv',
  bad: '坏数据_贷款导入.xlsx',
} as const;

/** In the order in which a branch would bring them in. */
export const IN_ORDER = [
  SAMPLE.on,
  SAMPLE.off,
  SAMPLE.guarantors,
  SAMPLE.collateral,
  SAMPLE.receipts,
  SAMPLE.subjects,
  SAMPLE.history,
];

export const samplePath = (name: string): string => resolve(SAMPLES, name);

export const EXPECTED = JSON.parse(readFileSync(samplePath('expected.json'), 'utf8'));

/** Writes the file unless told otherwise; warnings are accepted, as the samples' notes ask. */
export function importFile(
  folder: Pick<TestFolder, 'services' | 'open'>,
  path: string,
  given: Partial<ImportRunInput> = {},
  signal?: AbortSignal,
): Promise<ImportResult> {
  const input: ImportRunInput = {
    path,
    mapping: null,
    mappingName: null,
    kind: null,
    asOf: null,
    dryRun: false,
    acceptWarnings: true,
    createUnits: false,
    rejectsPath: null,
    requestId: null,
    ...given,
  };
  return runImport(folder.services, folder.open, input, () => {}, signal);
}

export const counts = ({ added, changed, unchanged, warned, refused }: ImportResult) => ({
  added,
  changed,
  unchanged,
  warned,
  refused,
});

/** A list as text, under one row of headings. */
export interface PlainList {
  readonly titles: readonly string[];
  readonly rows: string[][];
}

/** The sample's loans without titles, subtotals and notes, to be edited and written again. */
export async function plainLoans(name: string = SAMPLE.on): Promise<PlainList> {
  const source = await openTable(samplePath(name));
  const rows: SheetRow[] = [];
  for await (const batch of source.rows(0)) rows.push(...batch);
  const heading = present(findHeading(rows, await source.layout(0)), 'the sample has a heading');
  const columns = heading.columns.filter((column) => !column.hidden);
  const numbered = rows.filter(
    (row) => row.row >= heading.firstDataRow && /^\d+$/.test(shownCell(row.cells[0] ?? null)),
  );
  return {
    titles: columns.map((column) => column.name),
    rows: numbered.map((row) => columns.map((column) => shownCell(row.cells[column.column] ?? null))),
  };
}

/** Cell of a row by its heading, to read or to set. */
export function cell(list: PlainList, row: number, title: string, value?: string): string {
  const at = list.titles.findIndex((each) => each.endsWith(title));
  const cells = present(list.rows[row], `row ${row}`);
  if (value !== undefined) cells[at] = value;
  return present(cells[at], `column ${title}`);
}

/** Writes a list as .xlsx; `notes` stand above the headings, as 单位：万元 does. */
export async function writeList(path: string, list: PlainList, notes: readonly string[] = []): Promise<string> {
  const columns = list.titles.map((title) => ({ title, width: 12, kind: 'text' as const }));
  await writeTable(path, { sheets: [{ name: '明细', columns, rows: list.rows, notes }] });
  return path;
}
