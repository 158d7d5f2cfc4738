/**
 * The ledger's conditions as marks over its rows, one pass over one column each. Only contract and receipt numbers,
 * which hardly recur, are looked up in the database.
 */
import { contractKey } from '@shared/domain/imports/foldText';
import { operatorFits } from '@shared/domain/loans/filterExpression';
import { householdNumber, partyIdOf } from '@shared/domain/loans/householdNumber';
import { DATE_COLUMNS, type FilterColumn, type LedgerCondition, MONEY_COLUMNS } from '@shared/domain/loans/ledger';
import { foldForSearch } from '@shared/domain/search/searchText';
import { isCalendarDate } from '@shared/kernel/calendarDate';
import { refuse } from '@shared/kernel/result';
import type { ReadDb } from '../../database/store';
import {
  type Codes,
  dateNumber,
  type LedgerColumns,
  type NumberColumn,
  type NumberName,
  rowOf,
  type WordColumn,
  type WordName,
} from './ledgerColumns';
import type { LedgerMemory } from './ledgerMemory.repository';
import { gramCandidates } from './ledgerSearch.repository';

/** One per row: 1 where the loan fits. */
export type Marks = Uint8Array;

/** Filters that are remembered: a page, its totals and the next page ask for the same. */
const KEPT_FILTERS = 4;

/** Loans that meet every condition; null: all of them. Refusal: filter-invalid {column, operator}. */
export function conditionMarks(db: ReadDb, memory: LedgerMemory, conditions: readonly LedgerCondition[]): Marks | null {
  if (conditions.length === 0) return null;
  return memory.keep('conditions', JSON.stringify(conditions), KEPT_FILTERS, () => {
    const { columns } = memory;
    const left: Left = { rows: new Int32Array(columns.rows), count: columns.rows };
    for (let row = 0; row < columns.rows; row += 1) left.rows[row] = row;
    for (const condition of conditions) apply(db, columns, condition, left);
    const marks = new Uint8Array(columns.rows);
    for (let at = 0; at < left.count; at += 1) marks[left.rows[at] as number] = 1;
    return marks;
  });
}

/** Rows that no condition has ruled out yet, at the beginning of `rows`; each condition moves its own to the front. */
interface Left {
  readonly rows: Int32Array;
  count: number;
}

/** `isKept`: 1 for a code to keep, else 0. Without a branch, a million rows take a millisecond. */
function keepCodes(left: Left, codes: Codes, isKept: Uint8Array): void {
  const { rows } = left;
  let count = 0;
  for (let at = 0; at < left.count; at += 1) {
    const row = rows[at] as number;
    rows[count] = row;
    count += isKept[codes[row] as number] as number;
  }
  left.count = count;
}

function keepWhere(left: Left, keys: NumberColumn, isKept: (key: number) => boolean): void {
  const { rows } = left;
  let count = 0;
  for (let at = 0; at < left.count; at += 1) {
    const row = rows[at] as number;
    rows[count] = row;
    if (isKept(keys[row] as number)) count += 1;
  }
  left.count = count;
}

function keepBetween(left: Left, keys: NumberColumn, least: number, most: number): void {
  const { rows } = left;
  let count = 0;
  for (let at = 0; at < left.count; at += 1) {
    const row = rows[at] as number;
    const key = keys[row] as number;
    rows[count] = row;
    count += Number(key >= least) & Number(key <= most);
  }
  left.count = count;
}

function apply(db: ReadDb, columns: LedgerColumns, condition: LedgerCondition, left: Left): void {
  const { column, operator } = condition;
  if (!operatorFits(column, operator)) refuse('filter-invalid', { column, operator });
  const texts = condition.values.map((value) => String(value).trim());
  const wanted = operator === '=' ? texts.slice(0, 1) : texts;
  const isPart = operator === '~';
  if (MONEY_COLUMNS.includes(column) || DATE_COLUMNS.includes(column)) {
    keepNumbers(left, columns.numbers[column as NumberName], condition);
  } else if (column === 'household') {
    keepWhere(left, columns.numbers.household, isPart ? isNumbered(wanted) : isOneOf(wanted));
  } else if (column === 'contract' || column === 'receipt') {
    keepIds(left, columns, isPart ? idsWithPart(db, column, wanted) : idsWithValue(db, column, wanted));
  } else {
    keepWords(left, columns.words[column as WordName], wanted, isPart);
  }
}

/** The empty text stands for a missing value. */
function keepWords(left: Left, { words, codes }: WordColumn, wanted: readonly string[], isPart: boolean): void {
  const set = new Set(wanted);
  const fits = (word: string | null) =>
    isPart ? word !== null && wanted.some((part) => word.includes(part)) : set.has(word ?? '');
  const kept = new Uint8Array(words.length);
  for (let code = 0; code < words.length; code += 1) kept[code] = Number(fits(words[code] as string | null));
  keepCodes(left, codes, kept);
}

function keepNumbers(left: Left, keys: NumberColumn, condition: LedgerCondition): void {
  const numbers = condition.values.map((value) => numberOf(condition, value));
  const [bound = 0] = numbers;
  if (condition.operator === 'in') {
    const wanted = new Set(numbers);
    keepWhere(left, keys, (key) => wanted.has(key));
    return;
  }
  // A missing date, 0, is neither early nor late.
  const lowest = DATE_COLUMNS.includes(condition.column) ? 1 : Number.NEGATIVE_INFINITY;
  const least = condition.operator === '<=' ? lowest : bound;
  const most = condition.operator === '>=' ? Number.POSITIVE_INFINITY : bound;
  keepBetween(left, keys, least, most);
}

/** As its column holds it: fen, or a date as a number. */
function numberOf({ column, operator }: LedgerCondition, value: string | number): number {
  if (MONEY_COLUMNS.includes(column)) {
    return Number.isSafeInteger(value) ? (value as number) : refuse('filter-invalid', { column, operator });
  }
  const text = String(value).trim();
  if (text === '' && (operator === '=' || operator === 'in')) return dateNumber(null);
  return isCalendarDate(text) ? dateNumber(text) : refuse('filter-invalid', { column, operator });
}

function isOneOf(numbers: readonly string[]): (party: number) => boolean {
  const parties = new Set(numbers.map(partyIdOf));
  return (party) => parties.has(party);
}

function isNumbered(wanted: readonly string[]): (party: number) => boolean {
  const parts = wanted.map((part) => part.toUpperCase());
  let [last, fits] = [0, false];
  // Loans of one borrower mostly follow each other.
  return (party) => {
    if (party !== last) {
      const number = householdNumber(party);
      [last, fits] = [party, parts.some((part) => number.includes(part))];
    }
    return fits;
  };
}

function keepIds(left: Left, columns: LedgerColumns, ids: readonly number[]): void {
  const listed = new Uint8Array(columns.rows);
  for (const id of ids) listed[rowOf(columns.ids, id)] = 1;
  const kept = left.rows.subarray(0, left.count).filter((row) => listed[row] === 1);
  left.rows.set(kept);
  left.count = kept.length;
}

type NumberedColumn = Extract<FilterColumn, 'contract' | 'receipt'>;
const NUMBERED_SQL: Readonly<Record<NumberedColumn, string>> = { contract: 'contract_key', receipt: 'receipt_no' };
const LISTED = 'IN (SELECT value FROM json_each(?))';

function idsWithValue(db: ReadDb, column: NumberedColumn, wanted: readonly string[]): number[] {
  if (column === 'contract') {
    const keys = JSON.stringify(wanted.map(contractKey));
    return db.hot(`SELECT id FROM loan WHERE contract_key ${LISTED}`).pluck().all(keys) as number[];
  }
  const missing = wanted.includes('') ? db.hot('SELECT id FROM loan WHERE receipt_no IS NULL').pluck().all() : [];
  const having = wanted.filter((value) => value !== '').flatMap((value) => idsBy(db, column, false, value));
  return [...(missing as number[]), ...having];
}

function idsWithPart(db: ReadDb, column: NumberedColumn, parts: readonly string[]): number[] {
  const wanted = column === 'contract' ? parts.map(contractKey) : parts;
  return wanted.flatMap((part) => idsBy(db, column, true, part));
}

/** Letters and digits between signs: keys and search texts fold signs differently. */
const plainRuns = (text: string): string[] => foldForSearch(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** The gram index narrows, the column decides; what has no grams is looked for in every loan. */
function idsBy(db: ReadDb, column: NumberedColumn, isPart: boolean, value: string): number[] {
  const name = NUMBERED_SQL[column];
  const test = isPart ? `instr(${name}, ?) > 0` : `${name} = ?`;
  const candidates = gramCandidates(db, 'loan_gram', plainRuns(value), Number.MAX_SAFE_INTEGER);
  if (!candidates) return db.hot(`SELECT id FROM loan WHERE ${test}`).pluck().all(value) as number[];
  const sql = `SELECT id FROM loan WHERE id ${LISTED} AND ${test}`;
  return db.hot(sql).pluck().all(JSON.stringify(candidates), value) as number[];
}
