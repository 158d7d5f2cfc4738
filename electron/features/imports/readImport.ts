/** From a file to parsed rows: opens it, finds the list, decides the columns, interprets every row. Writes nothing. */
import { basename } from 'node:path';
import type { ImportMapping } from '@shared/contract/imports.contract';
import { FileChecks } from '@shared/domain/imports/fileChecks';
import { type Guess, guessKind, guessMapping } from '@shared/domain/imports/guess';
import { findHeading, HEADING_SEARCH_ROWS, type Heading } from '@shared/domain/imports/heading';
import type { ImportContext } from '@shared/domain/imports/interpretContext';
import { createInterpreter } from '@shared/domain/imports/interpreter';
import { decideMapping, type Mapping } from '@shared/domain/imports/mapping';
import type { ImportKind, ParsedRow } from '@shared/domain/imports/records';
import type { SheetLayout, SheetRow } from '@shared/domain/imports/sheet';
import { present } from '@shared/kernel/assert';
import { type CalendarDate, calendarDate, daysInMonth } from '@shared/kernel/calendarDate';
import { refuse } from '@shared/kernel/result';
import { openTable } from '../../platform/sheets/openTable';
import type { TableSource } from '../../platform/sheets/tableSource';

/** Rows that are looked at for the heading and the guess of columns. */
const HEAD_ROWS = HEADING_SEARCH_ROWS + 200;

export interface FoundList {
  readonly source: TableSource;
  readonly sheet: number;
  readonly layout: SheetLayout;
  readonly head: readonly SheetRow[];
  readonly heading: Heading;
  readonly guess: Guess;
}

export interface ParsedFile {
  readonly kind: ImportKind;
  readonly sheetName: string;
  readonly sha256: string;
  readonly mapping: Mapping;
  readonly heading: Heading;
  readonly rows: readonly ParsedRow<ImportKind>[];
  readonly skipped: number;
}

/** Refusals: those of `openTable`, then `no-heading` when no sheet holds a list. */
export async function findList(path: string, kind: ImportKind | null, sheet: number | null): Promise<FoundList> {
  const source = await openTable(path);
  const sheets = sheet === null ? source.sheets.flatMap((each, index) => (each.hidden ? [] : [index])) : [sheet];
  let best: FoundList | null = null;
  for (const index of sheets) {
    const found = await listOn(source, index, kind);
    if (found && found.guess.mapping.columns.length > (best?.guess.mapping.columns.length ?? 0)) best = found;
  }
  return best ?? refuse('no-heading', { name: basename(path) });
}

async function listOn(source: TableSource, sheet: number, kind: ImportKind | null): Promise<FoundList | null> {
  if (!source.sheets[sheet]) return null;
  const layout = await source.layout(sheet);
  const head = await firstRows(source, sheet);
  const heading = findHeading(head, layout);
  if (!heading) return null;
  const guess = kind ? guessMapping(kind, heading, head) : guessKind(heading, head);
  return guess ? { source, sheet, layout, head, heading, guess } : null;
}

async function firstRows(source: TableSource, sheet: number): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const batch of source.rows(sheet)) {
    rows.push(...batch);
    if (rows.length >= HEAD_ROWS) break;
  }
  return rows.slice(0, HEAD_ROWS);
}

/** The mapping as a person gave it, as the interpreter takes it. */
export function asMapping(given: ImportMapping): Mapping {
  const { sheet: _, ...rest } = given;
  return rest as Mapping;
}

/** The date of the list: given, in its title, in the file's name (…_202610), else today. */
export function asOfOf(given: CalendarDate | null, mapping: Mapping, path: string, today: CalendarDate): CalendarDate {
  return given ?? mapping.asOf ?? dateInName(basename(path), today) ?? today;
}

function dateInName(name: string, today: CalendarDate): CalendarDate | null {
  const match = /(?<!\d)(19|20)(\d{2})(0[1-9]|1[0-2])(\d{2})?(?!\d)/.exec(name);
  if (!match) return null;
  const [year, month] = [Number(`${match[1]}${match[2]}`), Number(match[3])];
  const date = calendarDate(year, month, match[4] ? Number(match[4]) : daysInMonth(year, month));
  return date !== null && date <= today ? date : null;
}

export interface ReadOptions {
  readonly found: FoundList;
  readonly mapping: Mapping;
  readonly context: ImportContext;
  readonly signal?: AbortSignal;
  /** Sheet rows read so far. */
  readonly onProgress: (rows: number) => void;
}

/** Every record of the list with what was found about it; refuses `mapping-incomplete`. */
export async function readRecords(options: ReadOptions): Promise<ParsedFile> {
  const { found, context, signal, onProgress } = options;
  const decision = decideMapping(options.mapping);
  if (decision.kind === 'refused') refuse(decision.refusal.code, decision.refusal.facts);
  const { mapping } = options;
  const checks = new FileChecks();
  const interpreter = createInterpreter({
    mapping: { ...mapping, kind: mapping.kind },
    context,
    layout: found.layout,
    checks,
  });
  const rows: ParsedRow<ImportKind>[] = [];
  for await (const batch of found.source.rows(found.sheet, signal)) {
    signal?.throwIfAborted();
    for (const row of interpreter.next(batch)) rows.push(row);
    onProgress(batch.at(-1)?.row ?? 0);
  }
  const last = interpreter.finish();
  for (const row of last.rows) rows.push(row);
  return {
    kind: mapping.kind,
    sheetName: present(found.source.sheets[found.sheet], 'the sheet was found').name,
    sha256: found.source.sha256,
    mapping,
    heading: found.heading,
    rows: amended(rows, checks),
    skipped: last.skipped,
  };
}

/** Adds what later rows revealed about earlier ones. */
function amended(rows: readonly ParsedRow<ImportKind>[], checks: FileChecks): readonly ParsedRow<ImportKind>[] {
  const late = new Map(checks.amendments().map((amendment) => [amendment.row, amendment.issues]));
  if (late.size === 0) return rows;
  return rows.map((row) => {
    const more = late.get(row.row);
    return more ? { ...row, issues: [...row.issues, ...more] } : row;
  });
}
