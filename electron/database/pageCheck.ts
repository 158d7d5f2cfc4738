/**
 * Reads every page of a large database while people work, in slices that nobody notices: each page proves itself when it is
 * read. `PRAGMA quick_check` would hold everybody up for a second and more (1.1 s for each GB).
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { ReadDb, Store } from './store';

/** Rows of a slice: some ten milliseconds. */
const SLICE = 4_000;
/** Milliseconds between slices: whoever waits comes first. */
const PAUSE = 5;

interface Tree {
  readonly name: string;
  readonly type: 'table' | 'index';
}

/**
 * Ends quietly when everything could be read, or once nobody wants to know (`isWanted`: the folder is still open). A page that fails twice has raised the alarm
 * `database-damaged` (Store.reading), and this rejects with that refusal.
 */
export async function checkPages(store: Store, isWanted: () => boolean): Promise<void> {
  const trees = await store.reading(async (db) => db.hot(TREES).all() as Tree[]);
  for (const tree of trees) {
    const slices = tree.type === 'table' ? await store.reading(async (db) => slicesOf(db, tree.name)) : null;
    let after: number | bigint | null = null;
    do {
      if (!isWanted()) return;
      const from: number | bigint | null = after;
      after = await store.reading(async (db) => (slices ? readSlice(db, slices, from) : readTree(db, tree.name)));
      await pause(PAUSE);
    } while (after !== null);
  }
}

/** Everything that has pages of its own. */
const TREES =
  "SELECT name, type FROM sqlite_master WHERE rootpage > 0 AND type IN ('table', 'index') ORDER BY rootpage";

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** The statement that reads rows after one of them, whole; null for a table without row ids, which is read at once. */
function slicesOf(db: ReadDb, table: string): string | null {
  const columns = db.hot('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[];
  const isOrdered = db.hot('SELECT wr FROM pragma_table_list(?)').pluck().get(table) === 0;
  if (!isOrdered) return null;
  // As text, because the length of a blob is known without reading it.
  const whole = columns.map((column) => `coalesce(length(CAST(${quoted(column)} AS TEXT)), 0)`).join(' + ');
  return `SELECT max(row) AS last, total(size) AS size
    FROM (SELECT rowid AS row, ${whole} AS size FROM ${quoted(table)} WHERE rowid > ? ORDER BY rowid LIMIT ${SLICE})`;
}

const FIRST = -(2n ** 63n);

/** The last row of the slice; null when there is none left. */
function readSlice(db: ReadDb, slices: string, after: number | bigint | null): number | bigint | null {
  return (db.hot(slices).get(after ?? FIRST) as { last: number | null }).last;
}

/** An index, or a small table, in one go. */
function readTree(db: ReadDb, name: string): null {
  db.hot('SELECT count(*) FROM dbstat WHERE name = ?').get(name);
  return null;
}
