/** The limit of P1: the rows that an import left behind, inserted by prepared statements, indexes built afterwards. */
import { gramText } from '@shared/domain/search/searchText';
import type { Store } from '../../electron/database/store';

export interface RawTable {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

const GRAM_TABLES: Readonly<Record<string, string>> = { party: 'party_gram', loan: 'loan_gram' };

/** Whole tables as arrays of values, in the order of their rowids, without generated columns, as the pragma leaves them out. */
export function readTables(store: Store, tables: readonly string[]): RawTable[] {
  return tables.map((table) => {
    const columns = (store.sqlite.pragma(`table_info(${table})`) as { name: string }[]).map((column) => column.name);
    const rows = store.sqlite
      .prepare(`SELECT ${columns.join(', ')} FROM ${table} ORDER BY rowid`)
      .raw()
      .all() as unknown[][];
    return { table, columns, rows };
  });
}

/** The rows of the search index, made beforehand: cutting texts into grams is no part of the limit. */
export function gramRows(tables: readonly RawTable[]): RawTable[] {
  return tables.flatMap(({ table, columns, rows }) => {
    const gramTable = GRAM_TABLES[table];
    if (!gramTable) return [];
    const text = columns.indexOf('search_text');
    const values = rows.map((row) => [row[0], gramText(row[text] as string)]);
    return [{ table: gramTable, columns: ['rowid', 'grams'], rows: values }];
  });
}

/** One transaction: indexes away, rows in, indexes back. */
export function loadRaw(store: Store, tables: readonly RawTable[]): void {
  const { sqlite } = store;
  const names = tables.map(({ table }) => `'${table}'`).join(', ');
  sqlite.exec('BEGIN IMMEDIATE');
  const indexes = sqlite
    .prepare(`SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN (${names})`)
    .all() as { name: string; sql: string }[];
  for (const { name } of indexes) sqlite.exec(`DROP INDEX ${name}`);
  for (const { table, columns, rows } of tables) {
    const marks = columns.map(() => '?').join(', ');
    const insert = sqlite.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`);
    for (const row of rows) insert.run(...row);
  }
  for (const { sql } of indexes) sqlite.exec(sql);
  sqlite.exec('COMMIT');
}
