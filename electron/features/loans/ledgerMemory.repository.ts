/**
 * Reads the ledger's columns into memory, step by step, so that other requests get their turn: a million loans take
 * seconds. They are kept until loans, parties or units change, together with what was worked out from them.
 */
import { setImmediate } from 'node:timers/promises';
import { FIVE_LEVELS } from '@shared/domain/classification/classes';
import type { SortColumn } from '@shared/domain/loans/ledger';
import { assert, present } from '@shared/kernel/assert';
import type { ReadDb, Store } from '../../database/store';
import {
  AMOUNTS,
  DATE_NUMBERS,
  dateNumber,
  type LedgerColumns,
  type NumberColumn,
  type NumberName,
  rowOf,
  sortedRows,
  WORD_COLUMNS,
  WordColumn,
  type WordName,
} from './ledgerColumns';

/** Rows per step: a few milliseconds. */
const STEP = 2_000;
const TEXT_STEP = 10_000;

export interface LedgerOrder {
  /** Ascending, then the rows without a value in the order of their ids. */
  readonly rows: Int32Array;
  /** How many have a value. */
  readonly present: number;
}

/** One state of the ledger. */
export class LedgerMemory {
  readonly revision: number;
  readonly orders = new Map<SortColumn, LedgerOrder>();
  /** Results by what was asked, for whoever computes them; the oldest go first. */
  readonly #kept = new Map<string, unknown>();
  readonly #filling: Generator<void, LedgerColumns>;
  #columns: LedgerColumns | null = null;

  constructor(db: ReadDb) {
    this.revision = db.ledgerRevision();
    this.#filling = fill(db);
  }

  get ready(): boolean {
    return this.#columns !== null;
  }

  get columns(): LedgerColumns {
    return present(this.#columns, 'the columns are read before they are used');
  }

  step(): void {
    if (this.#columns) return;
    const { done, value } = this.#filling.next();
    if (done) this.#columns = value;
  }

  /** At most `most` results of a kind are kept. */
  keep<T>(kind: string, key: string, most: number, make: () => T): T {
    const name = `${kind} ${key}`;
    const known = this.#kept.get(name);
    if (known !== undefined) return known as T;
    const made = make();
    const others = [...this.#kept.keys()].filter((each) => each.startsWith(`${kind} `));
    for (const oldest of others.slice(0, Math.max(0, others.length + 1 - most))) this.#kept.delete(oldest);
    this.#kept.set(name, made);
    return made;
  }
}

const memories = new WeakMap<ReadDb, LedgerMemory>();

/** The ledger as it is now, perhaps not read yet. */
export function ledgerMemory(db: ReadDb): LedgerMemory {
  const known = memories.get(db);
  if (known?.revision === db.ledgerRevision()) return known;
  const memory = new LedgerMemory(db);
  memories.set(db, memory);
  return memory;
}

/** The ledger, read; several callers read it together. To be called where nothing is written meanwhile. */
export async function filledLedger(db: ReadDb): Promise<LedgerMemory> {
  const memory = ledgerMemory(db);
  while (!memory.ready) {
    memory.step();
    await setImmediate();
  }
  return memory;
}

const warming = new WeakSet<Store>();

/** Reads the ledger ahead of the first question that needs it; whoever writes gets his turn between the steps. */
export async function warmLedger(store: Store): Promise<void> {
  if (warming.has(store)) return;
  warming.add(store);
  try {
    while (await store.reading(async () => stepAhead(store))) await setImmediate();
  } finally {
    warming.delete(store);
  }
}

/** Whether there is more to read. */
function stepAhead(store: Store): boolean {
  if (!store.sqlite.open) return false;
  const memory = ledgerMemory(store.read);
  memory.step();
  return !memory.ready;
}

const WORDS_SQL: Record<(typeof WORD_COLUMNS)[number], string> = {
  guarantee: 'guarantee_mode',
  fourLevel: 'four_level',
  fiveLevel: 'five_level',
  fineLevel: 'fine_level',
  sheet: 'sheet',
  sheetStatus: 'sheet_status',
  subject: 'subject',
  purpose: 'purpose',
  officer: 'officer',
  approver: 'approver',
  occupancy: 'occupancy',
  actualUser: 'actual_user',
  flags: 'flags',
  status: 'status',
  asOf: 'as_of',
};

const DATES_SQL: Record<(typeof DATE_NUMBERS)[number], string> = {
  issueDate: 'issue_date',
  dueDate: 'due_date',
  extendedDueDate: 'extended_to',
  nplDate: 'npl_date',
};

const AMOUNTS_SQL: Record<(typeof AMOUNTS)[number], string> = {
  principal: 'principal',
  balance: 'balance',
  interestOn: 'interest_on',
  interestOff: 'interest_off',
};

const LOANS = `SELECT ${[
  'id, party_id, unit_id',
  ...AMOUNTS.map((name) => AMOUNTS_SQL[name]),
  ...DATE_NUMBERS.map((name) => DATES_SQL[name]),
  ...WORD_COLUMNS.map((name) => WORDS_SQL[name]),
].join(', ')} FROM loan WHERE id > ? ORDER BY id LIMIT ${STEP}`;

type LoanValues = [id: number, party: number, unit: number, ...rest: (string | number | null)[]];

function* fill(db: ReadDb): Generator<void, LedgerColumns> {
  const rows = db.hot('SELECT count(*) FROM loan').pluck().get() as number;
  const columns = emptyColumns(db, rows);
  const { words } = columns;
  const units = unitCodes(db, words.unit);
  const borrowers = yield* borrowerCodes(db, words.borrower, columns.highestParty);
  const putRest = restWriter(columns);
  for (let row = 0; row < rows; ) {
    const before = row;
    // One after the other: a list of them all would have the heap grow for good.
    const slice = db
      .hot(LOANS)
      .raw()
      .iterate(columns.ids[row - 1] ?? 0) as IterableIterator<LoanValues>;
    for (const loan of slice) {
      const [id, party, unit] = loan;
      columns.ids[row] = id;
      columns.numbers.household[row] = party;
      words.unit.put(row, units.get(unit) ?? 0);
      words.borrower.put(row, borrowers[party] as number);
      putRest(row, loan);
      row += 1;
    }
    assert(row > before, 'every loan that was counted is read');
    yield;
  }
  for (const column of Object.values(words)) column.seal();
  return columns;
}

/** Puts what follows the three ids, in the order of the statement. */
function restWriter({ numbers, words }: LedgerColumns): (row: number, loan: LoanValues) => void {
  const amounts = AMOUNTS.map((name) => numbers[name]);
  const dates = DATE_NUMBERS.map((name) => numbers[name]);
  const texts = WORD_COLUMNS.map((name) => words[name]);
  return (row, loan) => {
    let at = 3;
    for (const column of amounts) column[row] = loan[at++] as number;
    for (const column of dates) column[row] = dateNumber(loan[at++] as string | null);
    for (const column of texts) column.put(row, column.codeOf(loan[at++] as string | null));
  };
}

function emptyColumns(db: ReadDb, rows: number): LedgerColumns {
  const numbers = { household: new Int32Array(rows) } as Record<NumberName, NumberColumn>;
  for (const name of AMOUNTS) numbers[name] = new Float64Array(rows);
  for (const name of DATE_NUMBERS) numbers[name] = new Int32Array(rows);
  const names: WordName[] = [...WORD_COLUMNS, 'unit', 'borrower'];
  const words = Object.fromEntries(names.map((name) => [name, new WordColumn(rows)])) as Record<WordName, WordColumn>;
  const highestParty = (db.hot('SELECT max(id) FROM party').pluck().get() as number | null) ?? 0;
  return { rows, ids: new Int32Array(rows), highestParty, numbers, words };
}

/** Codes by unit id, given out in the order of the ids. */
function unitCodes(db: ReadDb, column: WordColumn): Map<number, number> {
  const units = db.hot('SELECT id, name FROM unit ORDER BY id').all() as { id: number; name: string }[];
  return new Map(units.map(({ id, name }) => [id, column.codeOf(name)]));
}

/** Codes of the names by party id. */
function* borrowerCodes(db: ReadDb, column: WordColumn, highestParty: number): Generator<void, Uint32Array> {
  const codes = new Uint32Array(highestParty + 1);
  for (let last = 0; last < highestParty; ) {
    const sql = `SELECT id, name FROM party WHERE id > ? ORDER BY id LIMIT ${TEXT_STEP}`;
    const slice = db.hot(sql).raw().all(last) as [number, string][];
    for (const [id, name] of slice) codes[id] = column.codeOf(name);
    last = (slice.at(-1) as [number, string])[0];
    yield;
  }
  return codes;
}

/** The rows in the order of a column, worked out when first asked for. */
export async function orderOf(db: ReadDb, memory: LedgerMemory, column: SortColumn): Promise<LedgerOrder> {
  const known = memory.orders.get(column);
  if (known) return known;
  const order =
    column === 'borrower' || column === 'contract' ? await textOrder(db, memory, column) : numberOrder(memory, column);
  memory.orders.set(column, order);
  return order;
}

const MAY_MISS: ReadonlySet<SortColumn> = new Set(['dueDate', 'nplDate', 'fiveLevel']);

function numberOrder({ columns }: LedgerMemory, column: Exclude<SortColumn, 'borrower' | 'contract'>): LedgerOrder {
  const keys = column === 'fiveLevel' ? levelRanks(columns.words.fiveLevel) : keysOf(columns, column);
  const having = new Int32Array(columns.rows);
  const missing = new Int32Array(columns.rows);
  let [present, absent] = [0, 0];
  const mayMiss = MAY_MISS.has(column);
  for (let row = 0; row < columns.rows; row += 1) {
    if (mayMiss && keys[row] === 0) missing[absent++] = row;
    else having[present++] = row;
  }
  const rows = sortedRows(having.subarray(0, present), keys);
  if (absent === 0) return { rows, present };
  missing.copyWithin(present, 0, absent);
  missing.set(rows);
  return { rows: missing, present };
}

const keysOf = (columns: LedgerColumns, column: Exclude<SortColumn, 'borrower' | 'contract' | 'fiveLevel'>) =>
  column === 'unit' ? columns.words.unit.codes : columns.numbers[column];

/** 1 for the best class; 0 for a loan without one, or with a word that is none. */
function levelRanks({ codes, words }: WordColumn): Uint8Array {
  const ranks = words.map((word) => FIVE_LEVELS.indexOf(word as (typeof FIVE_LEVELS)[number]) + 1);
  const keys = new Uint8Array(codes.length);
  for (let row = 0; row < codes.length; row += 1) keys[row] = ranks[codes[row] as number] as number;
  return keys;
}

const TEXT_KEYS = { borrower: 'sort_name', contract: 'contract_key' } as const;

/** By the database's own index, which compares bytes. */
async function textOrder(db: ReadDb, { columns }: LedgerMemory, column: 'borrower' | 'contract'): Promise<LedgerOrder> {
  const key = TEXT_KEYS[column];
  const sql = `SELECT id FROM loan WHERE (${key}, id) > (?, ?) ORDER BY ${key}, id LIMIT ${TEXT_STEP}`;
  const rows = new Int32Array(columns.rows);
  let last: [text: unknown, id: number] = ['', 0];
  for (let at = 0; at < rows.length; ) {
    const before = at;
    for (const id of db
      .hot(sql)
      .pluck()
      .iterate(...last) as IterableIterator<number>) {
      rows[at] = rowOf(columns.ids, id);
      at += 1;
    }
    assert(at > before, 'the order holds every loan');
    const id = columns.ids[rows[at - 1] as number] as number;
    last = [db.hot(`SELECT ${key} FROM loan WHERE id = ?`).pluck().get(id), id];
    await setImmediate();
  }
  return { rows, present: rows.length };
}
