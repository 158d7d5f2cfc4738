/** The part of better-sqlite3 (built with SQLite3MultipleCiphers, installed under an alias) that we use. */
declare module 'better-sqlite3' {
  namespace Database {
    interface RunResult {
      changes: number;
      lastInsertRowid: number | bigint;
    }
    interface Statement {
      readonly reader: boolean;
      readonly readonly: boolean;
      run(...params: unknown[]): RunResult;
      get(...params: unknown[]): unknown;
      all(...params: unknown[]): unknown[];
      iterate(...params: unknown[]): IterableIterator<unknown>;
      pluck(on?: boolean): Statement;
      raw(on?: boolean): Statement;
    }
    interface Database {
      readonly open: boolean;
      readonly inTransaction: boolean;
      prepare(sql: string): Statement;
      exec(sql: string): this;
      transaction<T>(work: () => T): { immediate(): T };
      pragma(sql: string, options?: { simple?: boolean }): unknown;
      function(name: string, options: { deterministic?: boolean }, fn: (...args: unknown[]) => unknown): this;
      close(): this;
    }
  }
  class Database {
    constructor(path: string, options?: { readonly?: boolean; fileMustExist?: boolean; timeout?: number });
  }
  interface Database extends Database.Database {}
  export = Database;
}
