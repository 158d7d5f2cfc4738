/** Facts of the try-out bench: what was typed or pasted, and what goes to the engine. */
import type { RuleCell, RuleFact } from '@shared/contract/rules.contract';
import { readAmount } from '@shared/domain/imports/readAmount';
import { readDate } from '@shared/domain/imports/readDate';
import { yuanText } from '@shared/kernel/money';

/** An amount in fen, a date, a text; null: not given. */
export type TypedCell = string | number | null;
/** One line of a table, by column. */
export type TypedRow = Readonly<Record<string, TypedCell>>;
/** A cell; the words of several choices; the rows of a table. */
export type TypedFact = TypedCell | readonly string[] | readonly TypedRow[];
export type TypedFacts = Readonly<Record<string, TypedFact>>;

const isGiven = (value: TypedCell | undefined): value is string | number =>
  value !== null && value !== undefined && value !== '';

function rawCell({ kind }: RuleCell, typed: string | number): unknown {
  if (kind === 'money') return yuanText(Number(typed));
  return kind === 'boolean' ? typed === 'true' : String(typed).trim();
}

const rawRecord = (columns: readonly RuleCell[], row: TypedRow): Record<string, unknown> =>
  Object.fromEntries(
    columns.flatMap((column) => {
      const value = row[column.name];
      return isGiven(value) ? [[column.name, rawCell(column, value)]] : [];
    }),
  );

const isFilled = (row: TypedRow): boolean => Object.values(row).some(isGiven);

/** A table without rows is an empty list: nothing happened. One object without cells is not given. */
function rawTable({ shape, columns }: RuleFact, rows: readonly TypedRow[]): unknown {
  const records = rows.filter(isFilled).map((row) => rawRecord(columns, row));
  if (shape === 'record') return records[0];
  return shape === 'records' ? records : records.flatMap((each) => Object.values(each));
}

/** Only what was typed; the engine says what is missing. */
export function readFacts(asked: readonly RuleFact[], typed: TypedFacts): Record<string, unknown> {
  const facts: Record<string, unknown> = {};
  for (const fact of asked) {
    const value = typed[fact.name];
    if (fact.kind === 'table') facts[fact.name] = rawTable(fact, (value ?? []) as readonly TypedRow[]);
    else if (fact.kind === 'choices')
      facts[fact.name] = (value as readonly string[] | undefined)?.length ? value : undefined;
    else if (isGiven(value as TypedCell)) facts[fact.name] = rawCell(fact as RuleCell, value as string | number);
  }
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

/** Names of a column and of its words on screen. */
export interface CellWords {
  readonly fact: (name: string) => string;
  readonly value: (word: string) => string;
}

/** A pasted text as its cell takes it; undefined where it says nothing that the cell knows. */
function pastedCell(column: RuleCell, text: string, words: CellWords): TypedCell | undefined {
  const value = text.trim();
  if (value === '') return null;
  if (column.kind === 'money') {
    const fen = readAmount(value, 1);
    return typeof fen === 'number' ? fen : undefined;
  }
  if (column.kind === 'date') return readDate(value).date ?? undefined;
  if (column.kind !== 'choice' && column.kind !== 'boolean') return value;
  const known = column.kind === 'boolean' ? ['true', 'false'] : column.words;
  return known.find((word) => word === value || words.value(word) === value);
}

export interface Pasted {
  readonly rows: readonly TypedRow[];
  /** Cells that say nothing that their column knows; they stay empty. */
  readonly unread: number;
}

/** Lines and tabs as Excel copies them. A first line of headings says which column is which; else they stand in order. */
export function pastedRows(columns: readonly RuleCell[], text: string, words: CellWords): Pasted {
  const lines = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('\t').map((cell) => cell.trim()));
  const [first = []] = lines;
  const byHeading = first.map((title) => columns.find(({ name }) => name === title || words.fact(name) === title));
  const hasHeading = byHeading.some((column) => column !== undefined);
  let unread = 0;
  const rows = lines.slice(hasHeading ? 1 : 0).map((cells) => {
    const row: Record<string, TypedCell> = {};
    for (const [index, cell] of cells.entries()) {
      const column = hasHeading ? byHeading[index] : columns[index];
      if (!column) continue;
      const value = pastedCell(column, cell, words);
      if (value === undefined) unread++;
      else row[column.name] = value;
    }
    return row;
  });
  return { rows, unread };
}
