/** Sums over the ledger: totals of a filter, the summary ledger (LOAN-06), and the values that occur in it. */
import type { LedgerTotals } from '@shared/contract/loans.contract';
import { FIVE_LEVELS } from '@shared/domain/classification/classes';
import type { LedgerFilter, SummaryDimension } from '@shared/domain/loans/ledger';
import { AMOUNT_BANDS, type Band, FORMATION_PERIODS } from '@shared/domain/loans/summaryBands';
import { foldForSearch } from '@shared/domain/search/searchText';
import type { ReadDb } from '../../database/store';
import { type Codes, dateNumber, type NumberColumn, WordColumn, type WordName } from './ledgerColumns';
import { conditionMarks, type Marks } from './ledgerFilter.repository';
import { filledLedger, type LedgerMemory, orderOf } from './ledgerMemory.repository';
import { textMatch } from './ledgerPage.repository';

const NOTHING: LedgerTotals = { loans: 0, borrowers: 0, principal: 0, balance: 0, interestOn: 0, interestOff: 0 };

/** Refusal: filter-invalid. */
export async function ledgerTotals(db: ReadDb, filter: LedgerFilter): Promise<LedgerTotals> {
  const [cell] = await ledgerSummary(db, filter, []);
  if (!cell) return NOTHING;
  const { key: _, ...totals } = cell;
  return totals;
}

export interface SummaryCell extends LedgerTotals {
  readonly key: (string | null)[];
}

/** Cells by filter and dimensions: whoever goes back to a table finds it again. */
const KEPT_SUMMARIES = 20;

/** One cell per combination that occurs; loans and money add up to the totals of the same filter. Refusal: filter-invalid. */
export async function ledgerSummary(
  db: ReadDb,
  filter: LedgerFilter,
  dims: readonly SummaryDimension[],
): Promise<SummaryCell[]> {
  const memory = await filledLedger(db);
  const { rows } = await orderOf(db, memory, 'household');
  const marks = await filterMarks(db, memory, filter);
  return memory.keep('summary', JSON.stringify([filter, dims]), KEPT_SUMMARIES, () => {
    const dimensions = dims.map((dim) => dimensionOf(memory, dim));
    return tally(memory, rows, marks, dimensions)
      .map(({ codes, ...sums }) => ({ key: codes.map((code, at) => dimensions[at]?.keys[code] ?? null), ...sums }))
      .sort((a, b) => compareCells(dimensions, a.key, b.key));
  });
}

async function filterMarks(db: ReadDb, memory: LedgerMemory, filter: LedgerFilter): Promise<Marks | null> {
  const marks = conditionMarks(db, memory, filter.conditions);
  const folded = foldForSearch(filter.text ?? '');
  if (folded === '') return marks;
  const texts = await textMatch(db, memory, folded).decide();
  return marks === null ? texts : texts.map((mark, row) => mark & (marks[row] as number));
}

interface Dimension {
  /** By row. */
  readonly codes: Codes;
  /** By code. */
  readonly keys: readonly (string | null)[];
  /** Keys in their own order; others follow as text, missing ones last. */
  readonly order: readonly (string | null)[];
}

const WORDS: Partial<Record<SummaryDimension, { name: WordName; order: readonly string[] }>> = {
  'five-level': { name: 'fiveLevel', order: FIVE_LEVELS },
  'fine-level': { name: 'fineLevel', order: ['次级一级', '次级二级', '可疑一级', '可疑二级', '损失级'] },
  'four-level': { name: 'fourLevel', order: ['正常', '逾期', '呆滞', '呆账'] },
  guarantee: { name: 'guarantee', order: ['信用', '保证', '抵押', '质押', '联保'] },
  'sheet-status': { name: 'sheetStatus', order: [] },
  officer: { name: 'officer', order: [] },
  'actual-user': { name: 'occupancy', order: [] },
};

function dimensionOf(memory: LedgerMemory, dim: SummaryDimension): Dimension {
  const { words, numbers, rows } = memory.columns;
  const known = WORDS[dim];
  if (known) {
    const { codes, words: keys } = words[known.name];
    return { codes, keys, order: known.order };
  }
  if (dim === 'unit') return { codes: words.unit.codes, keys: words.unit.words, order: words.unit.words };
  return memory.keep('dimension', dim, 4, () => {
    if (dim === 'formation-period') return banded(numbers.issueDate, 1, FORMATION_PERIODS, dateNumber);
    if (dim === 'amount-band') return banded(numbers.balance, Number.NEGATIVE_INFINITY, AMOUNT_BANDS, (fen) => fen);
    if (dim === 'due-year') return years(numbers.dueDate);
    // The cause of default is not recorded yet: one cell without a key, never an invented word.
    return { codes: new Uint8Array(rows), keys: [null], order: [] };
  });
}

/** `least`: what is below it is a missing value. */
function banded<T>(
  values: NumberColumn,
  least: number,
  bands: readonly Band<T>[],
  numberOf: (end: T) => number,
): Dimension {
  const ends = bands.map(({ to }) => (to === null ? Number.POSITIVE_INFINITY : numberOf(to)));
  const labels = bands.map((band) => band.label);
  const codes = new Uint8Array(values.length);
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row] as number;
    let code = 0;
    if (value >= least) while (value > (ends[code++] as number));
    codes[row] = code;
  }
  return { codes, keys: [null, ...labels], order: labels };
}

function years(dates: NumberColumn): Dimension {
  const column = new WordColumn(dates.length);
  const codes = new Map<number, number>([[0, 0]]);
  for (let row = 0; row < dates.length; row += 1) {
    const year = Math.floor((dates[row] as number) / 10_000);
    let code = codes.get(year);
    if (code === undefined) {
      code = column.codeOf(String(year).padStart(4, '0'));
      codes.set(year, code);
    }
    column.put(row, code);
  }
  return { codes: column.codes, keys: column.words, order: [] };
}

interface Tally extends LedgerTotals {
  /** One per dimension. */
  readonly codes: number[];
}

/** More numbers of cells than a row's code of 32 bits can hold. */
const MOST_PLACES = 2 ** 32;
/** Sums are kept for so many numbers, whether they occur or not. */
const CLOSED_ABOVE = 100_000;

/** Goes through the rows household by household, so that a borrower is new to a cell when he was not the last one in it. */
function tally(
  { columns }: LedgerMemory,
  rows: Int32Array,
  marks: Marks | null,
  dimensions: readonly Dimension[],
): Tally[] {
  const { household, principal, balance, interestOn, interestOff } = columns.numbers;
  const { cellOf, size } = combinations(columns.rows, dimensions);
  const cells = { loans: new Float64Array(size), borrowers: new Float64Array(size), last: new Int32Array(size) };
  const sums = { principal: new Float64Array(size), balance: new Float64Array(size) };
  const interest = { on: new Float64Array(size), off: new Float64Array(size) };
  const first: number[] = [];
  for (const row of rows) {
    if (marks !== null && marks[row] === 0) continue;
    const cell = cellOf[row] as number;
    if (cells.loans[cell] === 0) first.push(row);
    (cells.loans[cell] as number) += 1;
    const party = household[row] as number;
    if (cells.last[cell] !== party) {
      cells.last[cell] = party;
      (cells.borrowers[cell] as number) += 1;
    }
    (sums.principal[cell] as number) += principal[row] as number;
    (sums.balance[cell] as number) += balance[row] as number;
    (interest.on[cell] as number) += interestOn[row] as number;
    (interest.off[cell] as number) += interestOff[row] as number;
  }
  return first.map((row) => sumsOf(row, cellOf[row] as number));
  function sumsOf(row: number, cell: number): Tally {
    return {
      codes: dimensions.map((dimension) => dimension.codes[row] as number),
      loans: cells.loans[cell] as number,
      borrowers: cells.borrowers[cell] as number,
      principal: sums.principal[cell] as number,
      balance: sums.balance[cell] as number,
      interestOn: interest.on[cell] as number,
      interestOff: interest.off[cell] as number,
    };
  }
}

/** Each row's cell: the combinations numbered one dimension after the other, closed up when they would become too many. */
function combinations(rows: number, dimensions: readonly Dimension[]): { cellOf: Uint32Array; size: number } {
  const cellOf = new Uint32Array(rows);
  let size = 1;
  for (const { codes, keys } of dimensions) {
    if (size * keys.length > MOST_PLACES) size = closeUp(cellOf);
    for (let row = 0; row < rows; row += 1)
      cellOf[row] = (cellOf[row] as number) * keys.length + (codes[row] as number);
    size *= keys.length;
  }
  return { cellOf, size: size > CLOSED_ABOVE ? closeUp(cellOf) : size };
}

/** Numbers the cells anew in the order in which they are met; returns how many there are. */
function closeUp(cellOf: Uint32Array): number {
  const met = new Map<number, number>();
  for (let row = 0; row < cellOf.length; row += 1) {
    const cell = cellOf[row] as number;
    let number = met.get(cell);
    if (number === undefined) {
      number = met.size;
      met.set(cell, number);
    }
    cellOf[row] = number;
  }
  return met.size;
}

function compareCells(dimensions: readonly Dimension[], a: (string | null)[], b: (string | null)[]): number {
  for (const [index, { order }] of dimensions.entries()) {
    const [left, right] = [a[index] ?? null, b[index] ?? null];
    if (left === right) continue;
    if (left === null || right === null) return left === null ? 1 : -1;
    const place = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
    return place(left) - place(right) || (left < right ? -1 : 1);
  }
  return 0;
}

const collator = new Intl.Collator('zh-Hans-CN');

/** Values that occur, for the filter lists; of units all that there are. */
export async function ledgerOptions(db: ReadDb) {
  const { columns } = await filledLedger(db);
  const values = (name: WordName) => columns.words[name].words.filter((word) => word !== null).sort(collator.compare);
  return {
    units: columns.words.unit.words.filter((name) => name !== null),
    officers: values('officer'),
    sheetStatuses: values('sheetStatus'),
    subjects: values('subject'),
    occupancies: values('occupancy'),
    statuses: values('status'),
  };
}

/** Dates that the ledger's loans are as of: one, or the first and the last. */
export async function ledgerAsOf(db: ReadDb): Promise<string> {
  const { columns } = await filledLedger(db);
  const dates = columns.words.asOf.words.filter((word) => word !== null).sort();
  const [first = '', last = ''] = [dates[0], dates.at(-1)];
  return first === last ? first : `${first} – ${last}`;
}
