/**
 * Search by any part of a text (LOAN-05): the gram index names the rows that may match, the texts decide. Rows are
 * decided as far as a page needs them, and all of them only for sums.
 */
import { setImmediate } from 'node:timers/promises';
import { grams } from '@shared/domain/search/searchText';
import type { ReadDb } from '../../database/store';
import { type LedgerColumns, rowOf } from './ledgerColumns';

type GramTable = 'party_gram' | 'loan_gram';

/** The gram index's query for rows with every piece; null when the pieces are too short to have grams. */
export function gramQuery(pieces: readonly string[]): string | null {
  const tokens = new Set(pieces.flatMap(grams));
  return tokens.size === 0 ? null : [...tokens].join(' AND ');
}

/** Rows of `table` that hold every gram of the pieces; null when there are more than `limit`, or no grams. */
export function gramCandidates(
  db: ReadDb,
  table: GramTable,
  pieces: readonly string[],
  limit: number,
): number[] | null {
  const match = gramQuery(pieces);
  if (match === null) return null;
  const sql = `SELECT rowid FROM ${table} WHERE ${table} MATCH ? LIMIT ?`;
  const ids = db
    .hot(sql)
    .pluck()
    .all(match, limit + 1) as number[];
  return ids.length > limit ? null : ids;
}

/** Those of the ids whose search text holds the piece. */
function verified(db: ReadDb, table: 'party' | 'loan', ids: readonly number[], piece: string): number[] {
  if (ids.length === 0) return [];
  const sql = `SELECT id FROM ${table} WHERE id IN (SELECT value FROM json_each(?)) AND instr(search_text, ?) > 0`;
  return db.hot(sql).pluck().all(JSON.stringify(ids), piece) as number[];
}

export interface SearchLimits {
  /** Up to so many loans and so many parties are named at once; a text in more of them is soon met by walking. */
  readonly few: number;
  /** Rows that a walk decides before all that may match are named after all. */
  readonly patience: number;
}

export const SEARCH_LIMITS: SearchLimits = { few: 20_000, patience: 2_000 };

/** Rows decided at a time. */
const SLICE = 5_000;

/** Ids. */
interface Named {
  readonly loans: readonly number[];
  readonly parties: readonly number[];
}

/** One searched text in one state of the ledger; learns as it is asked. */
export class TextMatch {
  readonly #db: ReadDb;
  readonly #columns: LedgerColumns;
  readonly #folded: string;
  /** By row, and by party id. */
  #loans: Uint8Array | null = null;
  #parties: Uint8Array | null = null;
  #marks: Uint8Array | null = null;
  /** What is marked matches, without a look at the text. */
  #isDecided = false;

  constructor(db: ReadDb, columns: LedgerColumns, folded: string, few: number) {
    this.#db = db;
    this.#columns = columns;
    this.#folded = folded;
    if (this.#hasGrams) this.#name(this.#indexed(few));
  }

  /** One digit or two, or one character, cannot be looked up. */
  get #hasGrams(): boolean {
    return gramQuery([this.#folded]) !== null;
  }

  /** Rows that may match; null while they are too many to be named. */
  get marks(): Uint8Array | null {
    return this.#marks;
  }

  /** Names them all the same. */
  async nameAll(): Promise<Uint8Array> {
    if (!this.#marks) this.#name(this.#hasGrams ? this.#indexed(Number.MAX_SAFE_INTEGER) : await this.#scanned());
    return this.#marks as Uint8Array;
  }

  /** Those of the rows that match, in the same order. */
  matching(rows: readonly number[]): number[] {
    if (this.#isDecided) return [...rows];
    const { ids, numbers } = this.#columns;
    const [namedLoans, namedParties] = [this.#loans, this.#parties];
    const partyOf = (row: number) => numbers.household[row] as number;
    const mayOwn = rows.map(partyOf).filter((party) => !namedParties || namedParties[party] === 1);
    const parties = new Set(verified(this.#db, 'party', [...new Set(mayOwn)], this.#folded));
    const others = rows.filter((row) => !parties.has(partyOf(row)) && (!namedLoans || namedLoans[row] === 1));
    const loanIds = others.map((row) => ids[row] as number);
    const loans = new Set(verified(this.#db, 'loan', loanIds, this.#folded));
    return rows.filter((row) => parties.has(partyOf(row)) || loans.has(ids[row] as number));
  }

  /** Exactly the rows that match; others get their turn while the texts are read. */
  async decide(): Promise<Uint8Array> {
    await this.nameAll();
    if (!this.#isDecided) {
      const { ids, numbers } = this.#columns;
      const parties = this.#parties as Uint8Array;
      const loans = this.#loans as Uint8Array;
      await this.#strike('party', parties, (party) => party);
      for (let row = 0; row < loans.length; row += 1) if (parties[numbers.household[row] as number]) loans[row] = 0;
      await this.#strike('loan', loans, (row) => ids[row] as number);
      this.#join(loans, parties);
      this.#isDecided = true;
    }
    return this.nameAll();
  }

  /** Takes back the marks of those whose text does not hold the piece. */
  async #strike(table: 'party' | 'loan', marks: Uint8Array, idOf: (place: number) => number): Promise<void> {
    for (let from = 0; from < marks.length; ) {
      const places: number[] = [];
      for (; from < marks.length && places.length < SLICE; from += 1) if (marks[from]) places.push(from);
      const hits = new Set(verified(this.#db, table, places.map(idOf), this.#folded));
      for (const place of places) if (!hits.has(idOf(place))) marks[place] = 0;
      await setImmediate();
    }
  }

  #name(found: Named | null): void {
    if (!found) return;
    this.#isDecided = !this.#hasGrams || isGram(this.#folded);
    const { rows, ids, highestParty } = this.#columns;
    const loans = new Uint8Array(rows);
    const parties = new Uint8Array(highestParty + 1);
    for (const id of found.loans) loans[rowOf(ids, id)] = 1;
    for (const id of found.parties) parties[id] = 1;
    this.#join(loans, parties);
  }

  #join(loans: Uint8Array, parties: Uint8Array): void {
    const { household } = this.#columns.numbers;
    this.#loans = loans;
    this.#parties = parties;
    const marks = loans.slice();
    for (let row = 0; row < marks.length; row += 1)
      (marks[row] as number) |= parties[household[row] as number] as number;
    this.#marks = marks;
  }

  #indexed(limit: number): Named | null {
    const loans = gramCandidates(this.#db, 'loan_gram', [this.#folded], limit);
    const parties = loans && gramCandidates(this.#db, 'party_gram', [this.#folded], limit);
    return loans && parties && { loans, parties };
  }

  /** Reads every text; others get their turn in between. */
  async #scanned(): Promise<Named> {
    const { ids, highestParty } = this.#columns;
    return { loans: await this.#scan('loan', ids.at(-1) ?? 0), parties: await this.#scan('party', highestParty) };
  }

  async #scan(table: 'party' | 'loan', highest: number): Promise<number[]> {
    const sql = `SELECT id FROM ${table} WHERE id BETWEEN ? AND ? AND instr(search_text, ?) > 0`;
    const found: number[] = [];
    for (let from = 1; from <= highest; from += SLICE) {
      found.push(
        ...(this.#db
          .hot(sql)
          .pluck()
          .all(from, from + SLICE - 1, this.#folded) as number[]),
      );
      await setImmediate();
    }
    return found;
  }
}

/** A text that is itself a gram is in every row that the index names. */
const isGram = (folded: string): boolean =>
  /^\d{3}$/.test(folded) || ([...folded].length === 2 && !/^\d\d$/.test(folded));
