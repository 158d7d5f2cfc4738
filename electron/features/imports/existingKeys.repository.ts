/** Finds stored rows by their business key: one pass over the table for a large file, single look-ups for a small one. */
import type { ReadDb } from '../../database/store';

/** Above this many records the keys are loaded at once; a look-up costs about four rows of a pass. */
const LOAD_ALL_FROM = 2_000;

export class ExistingKeys<T extends { id: number }> {
  readonly #db: ReadDb;
  readonly #select: string;
  readonly #key: string;
  readonly #where: string;
  /** Rows of the table or of this import; with `#complete` a key that is not among them does not exist. */
  readonly #rows: Map<string, T>;
  readonly #complete: boolean;

  /** Of several rows with one key the oldest counts. `key` is an SQL expression over the table; `where` narrows the rows that have such a key. */
  constructor(db: ReadDb, options: { table: string; columns: string; key: string; where?: string; expected: number }) {
    this.#db = db;
    this.#key = options.key;
    this.#where = options.where ?? '1';
    this.#select = `SELECT ${options.key} AS business_key, ${options.columns} FROM ${options.table}`;
    this.#complete = options.expected >= LOAD_ALL_FROM;
    this.#rows = this.#complete ? this.#load() : new Map();
  }

  #load(): Map<string, T> {
    const all = new Map<string, T>();
    for (const row of this.#db.hot(`${this.#select} WHERE ${this.#where}`).iterate()) {
      const found = row as T & { business_key: string };
      if (!all.has(found.business_key)) all.set(found.business_key, found);
    }
    return all;
  }

  find(key: string): T | undefined {
    const row = this.#rows.get(key);
    if (row || this.#complete) return row;
    return this.#db.hot(`${this.#select} WHERE ${this.#where} AND ${this.#key} = ?`).get(key) as T | undefined;
  }

  /** Rows written in this import. */
  remember(key: string, row: T): void {
    this.#rows.set(key, row);
  }
}
