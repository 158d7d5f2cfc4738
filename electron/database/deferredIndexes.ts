/**
 * Loads many rows into empty tables at the speed of appending: their indexes are dropped first and built again from
 * sorted keys afterwards. SQLite's DDL is transactional, so whoever looks in later sees all of it or nothing.
 */
import type { ReadDb, WriteTx } from './store';

/** Below this many rows keeping the indexes costs less than building them again. */
const WORTH_FROM = 20_000;

interface IndexRow {
  readonly name: string;
  readonly sql: string;
}

/**
 * Runs `work`, which writes about `incoming` rows. Empty tables lose the indexes that
 * migrations created on them for the time; those of constraints stay, and a small load leaves everything.
 * A unique index is proved again when it is built: rows that break it undo the whole transaction.
 * `work` must not look rows up by the columns of these indexes: it would still be right, but slow.
 */
export async function deferringIndexes<T>(
  tx: WriteTx,
  tables: readonly string[],
  incoming: number,
  work: () => Promise<T>,
): Promise<T> {
  const indexes = tables.filter((table) => isWorthIt(tx, table, incoming)).flatMap((table) => indexesOf(tx, table));
  for (const index of indexes) tx.hot(`DROP INDEX ${index.name}`).run();
  const result = await work();
  for (const index of indexes) tx.hot(index.sql).run();
  return result;
}

/** Only an empty table: rows that are there are looked up by these indexes while others come in. */
function isWorthIt(db: ReadDb, table: string, incoming: number): boolean {
  return incoming >= WORTH_FROM && db.hot(`SELECT 1 FROM ${table} LIMIT 1`).get() === undefined;
}

function indexesOf(db: ReadDb, table: string): IndexRow[] {
  const sql = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = ?";
  return db.hot(sql).all(table) as IndexRow[];
}
