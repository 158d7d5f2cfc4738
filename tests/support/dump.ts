/** The whole content of a database as text, table by table, to compare states before and after. */
import type Sqlite from 'better-sqlite3';

type Dump = Record<string, string[]>;

/** Tables of the schema; the search indexes' shadow tables stay out, their content is compared by the terms they hold. */
export function tablesOf(db: Sqlite.Database): string[] {
  const rows = db.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name").all();
  const tables = rows as { name: string; sql: string }[];
  const virtual = tables.filter((table) => table.sql.startsWith('CREATE VIRTUAL')).map((table) => table.name);
  return tables
    .map((table) => table.name)
    .filter((name) => !name.startsWith('sqlite_') && !virtual.some((each) => name.startsWith(each)));
}

/** Every row of every table but those named, columns in `without` left out. */
export function dump(
  db: Sqlite.Database,
  options: { except?: readonly string[]; without?: readonly string[] } = {},
): Dump {
  const { except = [], without = [] } = options;
  return Object.fromEntries(
    tablesOf(db)
      .filter((table) => !except.includes(table))
      .map((table) => [table, rowsOf(db, table, without)]),
  );
}

function rowsOf(db: Sqlite.Database, table: string, without: readonly string[]): string[] {
  const rows = db.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[];
  const texts = rows.map((row) =>
    JSON.stringify(Object.fromEntries(Object.entries(row).filter(([column]) => !without.includes(column)))),
  );
  return texts.sort();
}
