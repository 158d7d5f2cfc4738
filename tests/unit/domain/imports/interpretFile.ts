/** Runs a whole table through heading, guess and interpreter, as an import does, for the tests of this folder. */
import { resolve } from 'node:path';
import { FileChecks } from '@shared/domain/imports/fileChecks';
import { type Guess, guessKind, guessMapping } from '@shared/domain/imports/guess';
import { findHeading, type Heading } from '@shared/domain/imports/heading';
import { type ImportContext, unitResolver } from '@shared/domain/imports/interpretContext';
import { createInterpreter, isRefused } from '@shared/domain/imports/interpreter';
import type { Mapping } from '@shared/domain/imports/mapping';
import type { CellIssue, ImportKind, ImportRecords, ParsedRow } from '@shared/domain/imports/records';
import type { RawCell, SheetLayout, SheetRow } from '@shared/domain/imports/sheet';
import { present } from '@shared/kernel/assert';
import { openTable } from '../../../../electron/platform/sheets/openTable';

export const UNITS = ['青石分理处', '红岩分理处', '白水分理处', '金坪分理处', '云台分理处', '长滩分理处'];
export const AS_OF = '2026-10-31';
export const context: ImportContext = { asOf: AS_OF, resolveUnit: unitResolver(UNITS) };
export const PLAIN: SheetLayout = { name: 'Sheet1', merges: [], hiddenColumns: [] };

export interface Table {
  readonly layout: SheetLayout;
  readonly rows: readonly SheetRow[];
}

export async function readSample(name: string, sheet = 0): Promise<Table> {
  const source = await openTable(resolve(import.meta.dirname, '../../../fixtures/samples', name));
  const rows: SheetRow[] = [];
  for await (const batch of source.rows(sheet)) rows.push(...batch);
  return { layout: await source.layout(sheet), rows };
}

/** Rows of cells, the first one in sheet row 1. */
export function tableOf(rows: readonly (readonly RawCell[])[], layout: SheetLayout = PLAIN): Table {
  return { layout, rows: rows.map((cells, i) => ({ row: i + 1, cells })) };
}

export const headingOf = (table: Table): Heading =>
  present(findHeading(table.rows, table.layout), 'the table has a heading');

export function guessOf(table: Table, kind?: ImportKind): Guess {
  const heading = headingOf(table);
  const guess = kind ? guessMapping(kind, heading, table.rows) : guessKind(heading, table.rows);
  return present(guess, 'the kind can be guessed');
}

/** Field → heading, as the mapping shows it. */
export const mappedNames = (mapping: Mapping): Record<string, string> =>
  Object.fromEntries(mapping.columns.map((c) => [c.field, c.heading]));

export interface Outcome<K extends ImportKind> {
  readonly accepted: ImportRecords[K][];
  readonly refused: { row: number; codes: string[] }[];
  readonly warned: { row: number; codes: string[] }[];
  readonly rows: ParsedRow<K>[];
  readonly skipped: number;
}

export function interpret<K extends ImportKind>(
  kind: K,
  table: Table,
  given: Partial<ImportContext> = {},
  mapping: Mapping = guessOf(table, kind).mapping,
): Outcome<K> {
  const checks = new FileChecks();
  const interpreter = createInterpreter<K>({
    mapping: { ...mapping, kind },
    context: { ...context, ...given },
    layout: table.layout,
    checks,
  });
  const streamed: ParsedRow<K>[] = [];
  for (let i = 0; i < table.rows.length; i += 37) streamed.push(...interpreter.next(table.rows.slice(i, i + 37)));
  const { rows: held, skipped } = interpreter.finish();
  const late = new Map(checks.amendments().map((a) => [a.row, a.issues]));
  const rows = [...streamed, ...held].map((r) => ({ ...r, issues: [...r.issues, ...(late.get(r.row) ?? [])] }));
  const codes = (issues: readonly CellIssue[]): string[] => [...new Set(issues.map((i) => i.code))];
  return {
    rows,
    skipped,
    accepted: rows.flatMap((r) => (r.record !== null && !isRefused(r) ? [r.record] : [])),
    refused: rows.filter(isRefused).map((r) => ({ row: r.row, codes: codes(r.issues) })),
    warned: rows
      .filter((r) => !isRefused(r) && r.issues.length > 0)
      .map((r) => ({ row: r.row, codes: codes(r.issues) })),
  };
}

export const sum = <T>(items: readonly T[], fen: (item: T) => number): number => items.reduce((s, x) => s + fen(x), 0);
