/**
 * The ledger as columns in memory: a filter is a pass over typed arrays, an order is an array of row numbers. A row
 * number counts the loans in the order of their ids.
 */

/** Codes of one byte as long as they suffice: most columns know a few dozen words. */
export type Codes = Uint8Array | Uint16Array | Uint32Array;

/** Code 0: the value is missing. */
const MISSING = 0;

/** Texts that recur, each kept once. */
export class WordColumn {
  /** By code; null for the missing one. */
  readonly words: (string | null)[] = [null];
  codes: Codes;
  #known: Map<string, number> | null = new Map();

  constructor(rows: number) {
    this.codes = new Uint8Array(rows);
  }

  /** The word's code, a new one when it was not met before. */
  codeOf(word: string | null): number {
    if (word === null) return MISSING;
    const codes = this.#known as Map<string, number>;
    const known = codes.get(word);
    if (known !== undefined) return known;
    codes.set(word, this.words.length);
    return this.words.push(word) - 1;
  }

  put(row: number, code: number): void {
    if (code > 0xff && this.codes instanceof Uint8Array) this.codes = Uint16Array.from(this.codes);
    if (code > 0xffff && this.codes instanceof Uint16Array) this.codes = Uint32Array.from(this.codes);
    this.codes[row] = code;
  }

  /** No word comes any more: the look-up of words is not needed to read. */
  seal(): void {
    this.#known = null;
  }
}

export const WORD_COLUMNS = [
  'guarantee',
  'fourLevel',
  'fiveLevel',
  'fineLevel',
  'sheet',
  'sheetStatus',
  'subject',
  'purpose',
  'officer',
  'approver',
  'occupancy',
  'actualUser',
  'flags',
  'status',
  'asOf',
] as const;
export type WordName = (typeof WORD_COLUMNS)[number] | 'unit' | 'borrower';

/** Dates as the number YYYYMMDD, 0 where missing. */
export const DATE_NUMBERS = ['issueDate', 'dueDate', 'extendedDueDate', 'nplDate'] as const;
/** Fen. */
export const AMOUNTS = ['principal', 'balance', 'interestOn', 'interestOff'] as const;

export type NumberColumn = Int32Array | Float64Array;
export type NumberName = (typeof DATE_NUMBERS)[number] | (typeof AMOUNTS)[number] | 'household';

export interface LedgerColumns {
  readonly rows: number;
  /** Ascending. */
  readonly ids: Int32Array;
  readonly highestParty: number;
  /** `household` holds the borrower's party id. */
  readonly numbers: Readonly<Record<NumberName, NumberColumn>>;
  /** The codes of `unit` are in the order of the units' ids. */
  readonly words: Readonly<Record<WordName, WordColumn>>;
}

/** `2008-01-31` → 20080131. */
export const dateNumber = (date: string | null): number =>
  date === null ? 0 : Number(date.slice(0, 4) + date.slice(5, 7) + date.slice(8, 10));

/** Row of a loan; the row in whose place it would stand when there is no such loan. */
export function rowOf(ids: Int32Array, id: number): number {
  const guess = id - (ids[0] ?? 0);
  if (ids[guess] === id) return guess;
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ids[middle] as number) < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

const DIGIT = 0x10000;

/** The rows in the order of their keys, equal keys in the order given: whole numbers, sorted digit by digit. */
export function sortedRows(rows: Int32Array, keys: ArrayLike<number>): Int32Array {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const row of rows) {
    const key = keys[row] as number;
    if (key < least) least = key;
    if (key > most) most = key;
  }
  let from = rows;
  // By row; what does not fit into 16 bits falls off by itself.
  const digits = new Uint16Array(keys.length);
  for (let unit = 1; unit <= most - least; unit *= DIGIT) {
    for (let row = 0; row < digits.length; row += 1) digits[row] = Math.floor(((keys[row] as number) - least) / unit);
    from = placed(from, digits);
  }
  return from;
}

function placed(rows: Int32Array, digits: Uint16Array): Int32Array {
  const places = new Uint32Array(DIGIT + 1);
  for (const row of rows) (places[(digits[row] as number) + 1] as number) += 1;
  for (let digit = 0; digit < DIGIT; digit += 1) (places[digit + 1] as number) += places[digit] as number;
  const sorted = new Int32Array(rows.length);
  for (const row of rows) {
    const digit = digits[row] as number;
    const place = places[digit] as number;
    places[digit] = place + 1;
    sorted[place] = row;
  }
  return sorted;
}
