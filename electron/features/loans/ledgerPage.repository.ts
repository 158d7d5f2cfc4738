/**
 * One page of the ledger at any depth (LOAN-05). Three ways to the same rows, the cheapest first: a short list of
 * candidates (text, contract, a rare value) that is sorted; a walk along the sort index that tests each row and stops
 * at the page's end; and when the walk has seen too many rows that do not fit, one pass over what is left.
 */
import type { LedgerFilter, SortColumn } from '@shared/domain/loans/ledger';
import { refuse } from '@shared/kernel/result';
import type { ReadDb } from '../../database/store';
import { type Clause, joined, ledgerClauses, type SqlValue } from './ledgerFilter.repository';
import { candidateLoans } from './ledgerSearch.repository';
import {
  keySql,
  type Position,
  rankSql,
  readCursor,
  type Segment,
  SORTS,
  segmentAfter,
  segmentsOf,
  writeCursor,
} from './ledgerSort';
import { quietly } from './quietRead';

export interface LedgerSort {
  readonly column: SortColumn;
  readonly descending: boolean;
}

export interface PageRequest {
  readonly filter: LedgerFilter;
  readonly sort: LedgerSort;
  /** From the page before; null for the first. */
  readonly cursor: string | null;
  readonly limit: number;
}

export interface IdPage {
  readonly ids: number[];
  readonly next: string | null;
}

/** When to choose which way; the rows are the same, and tests go each way with all of them. */
export interface PageLimits {
  /** A list of candidates up to this length is read and sorted faster than a walk finds a page. */
  readonly shortList: number;
  /** Rows that a walk may look at before it gives up: at least so many, and so many for each row of the page. */
  readonly walkRows: number;
  readonly walkRowsPerHit: number;
}

const LIMITS: PageLimits = { shortList: 5_000, walkRows: 3_000, walkRowsPerHit: 30 };

interface Plan extends LedgerSort {
  readonly db: ReadDb;
  readonly clauses: readonly Clause[];
  readonly limits: PageLimits;
}

/** Ids in order. Refusals: filter-invalid, cursor-invalid. */
export function pageOfIds(db: ReadDb, request: PageRequest, limits = LIMITS): Promise<IdPage> {
  return quietly(db, () => {
    const start = request.cursor === null ? null : (readCursor(request.cursor) ?? refuse('cursor-invalid'));
    const plan: Plan = { ...request.sort, db, clauses: ledgerClauses(db, request.filter), limits };
    // One more than the page tells whether there is a next one.
    const found = positions(plan, start, request.limit + 1);
    const page = found.slice(0, request.limit);
    const last = page.at(-1);
    return { ids: page.map((each) => each.id), next: found.length > request.limit && last ? writeCursor(last) : null };
  });
}

function positions(plan: Plan, start: Position | null, limit: number): Position[] {
  const source = shortList(plan);
  if (source) return sorted(plan, source, start, limit);
  const walk = walked(plan, start, limit);
  if (!walk.gaveUpAt) return walk.found;
  const rest = sorted(plan, everything(plan), walk.gaveUpAt, limit - walk.found.length);
  return [...walk.found, ...rest];
}

/** Rows to choose from: ids (`fit`: every one is known to), or an index whose clauses name few rows, or the table. */
type Source = { readonly ids: readonly number[]; readonly fit?: true } | { readonly table: string };

function shortList(plan: Plan): Source | null {
  let best: readonly number[] | null = null;
  for (const { needle } of plan.clauses) {
    const ids = needle && candidateLoans(plan.db, needle, plan.limits.shortList);
    if (ids && (!best || ids.length < best.length)) best = ids;
  }
  if (best) return { ids: best };
  const own = SORTS[plan.column].index;
  if (plan.clauses.every((clause) => clause.index === own)) return null;
  for (const index of new Set(plan.clauses.flatMap((clause) => clause.index ?? []))) {
    if (index !== own && isShort(plan, index)) return { table: `loan INDEXED BY ${index}` };
  }
  return null;
}

function isShort(plan: Plan, index: string): boolean {
  const { sql, values } = joined(plan.clauses.filter((clause) => clause.index === index));
  const rows = `SELECT 1 FROM loan INDEXED BY ${index} WHERE ${sql} LIMIT ?`;
  const count = plan.db
    .hot(`SELECT count(*) FROM (${rows})`)
    .pluck()
    .get(...values, plan.limits.shortList + 1) as number;
  return count <= plan.limits.shortList;
}

/** What is left when a walk gave up: a text's candidates however many, else one pass over the table. */
function everything(plan: Plan): Source {
  for (const { needle } of plan.clauses) {
    const ids = needle && candidateLoans(plan.db, needle, Number.MAX_SAFE_INTEGER);
    if (ids) return { ids };
  }
  const ids = passIds(plan);
  return ids ? { ids, fit: true } : { table: 'loan' };
}

interface Pass {
  readonly key: string;
  readonly changes: number;
  readonly ids: readonly number[];
}

/** The last pass of each open folder: the next page and an export's next piece ask for the same rows again. */
const passes = new WeakMap<ReadDb, Pass>();
const KEPT_IDS = 20_000;

/** Loans that fit, kept until this connection, the only one, changes anything; null when they are too many to keep. */
function passIds(plan: Plan): readonly number[] | null {
  const { sql, values } = joined(plan.clauses);
  const key = JSON.stringify([sql, values]);
  const changes = plan.db.hot('SELECT total_changes()').pluck().get() as number;
  const last = passes.get(plan.db);
  if (last?.key === key && last.changes === changes) return last.ids;
  const found = plan.db
    .hot(`SELECT loan.id FROM loan WHERE ${sql} LIMIT ${KEPT_IDS + 1}`)
    .pluck()
    .all(...values) as number[];
  if (found.length > KEPT_IDS) return null;
  passes.set(plan.db, { key, changes, ids: found });
  return found;
}

/** The unary plus keeps the planner from walking an index of the order, which is what this way is there to avoid. */
function sorted(plan: Plan, source: Source, start: Position | null, limit: number): Position[] {
  const where = joined('ids' in source && source.fit ? [] : plan.clauses);
  const rank = rankSql(plan.column, plan.descending);
  const key = `+${keySql(plan.column)}`;
  const direction = plan.descending ? 'DESC' : 'ASC';
  const after = start ? afterSql(rank, key, plan.descending, start) : { sql: '1', values: [] };
  const listed = 'json_each(?) AS candidate CROSS JOIN loan ON loan.id = candidate.value';
  const [from, ids] = 'table' in source ? [source.table, []] : [listed, [JSON.stringify(source.ids)]];
  const sql = `SELECT ${rank}, ${key}, loan.id FROM ${from}
    WHERE ${where.sql} AND ${after.sql} ORDER BY 1, 2 ${direction}, 3 ${direction} LIMIT ?`;
  const rows = plan.db.hot(sql).raw();
  const found = rows.all(...ids, ...where.values, ...after.values, limit) as [number, SqlValue, number][];
  return found.map(([rank, key, id]) => ({ rank, key, id }));
}

function afterSql(
  rank: string,
  key: string,
  descending: boolean,
  start: Position,
): { sql: string; values: SqlValue[] } {
  const sql = `(${rank} > ? OR (${rank} = ? AND (${key}, loan.id) ${descending ? '<' : '>'} (?, ?)))`;
  return { sql, values: [start.rank, start.rank, start.key, start.id] };
}

interface Walk {
  readonly found: Position[];
  /** Where it stopped with the page unfilled and rows left. */
  readonly gaveUpAt: Position | null;
}

function walked(plan: Plan, start: Position | null, limit: number): Walk {
  const found: Position[] = [];
  let budget = Math.max(plan.limits.walkRows, limit * plan.limits.walkRowsPerHit);
  const segments = segmentsOf(plan.column, plan.descending, plan.clauses);
  const ahead = segments.filter((each) => segmentAfter(each, start, plan.descending));
  for (const segment of ahead) {
    for (const stretch of stretchesOf(plan, segment, segment.rank === start?.rank ? start : null)) {
      const { sql, values } = stretchSql(plan, segment, stretch);
      const rows = plan.db
        .hot(sql)
        .raw()
        .iterate(...values) as IterableIterator<[SqlValue | null, number, number | null]>;
      for (const [key, id, hit] of rows) {
        budget -= 1;
        const at = { rank: segment.rank, key: key ?? '', id };
        if (hit) found.push(at);
        if (found.length === limit) return { found, gaveUpAt: null };
        if (budget === 0) return { found, gaveUpAt: at };
      }
    }
  }
  return { found, gaveUpAt: null };
}

/** Conditions that lie on the sort index, so that no row is read that the walk does not see. */
type Stretch = readonly Pick<Clause, 'sql' | 'values'>[];

/**
 * The rows of a segment behind `start`. Within a range these are two stretches, the rest of the start's own key and the
 * keys beyond: one comparison of (key, id) would make the index begin at the key and pass over all of its rows.
 */
function stretchesOf(plan: Plan, segment: Segment, start: Position | null): Stretch[] {
  const { column: name, filter } = SORTS[plan.column];
  const beyond = plan.descending ? '<' : '>';
  const same = (value: SqlValue) => ({ sql: `${name} = ?`, values: [value] });
  const behindId = start ? [{ sql: `loan.id ${beyond} ?`, values: [start.id] }] : [];
  if (segment.kind === 'missing') return [[{ sql: `${name} IS NULL`, values: [] }, ...behindId]];
  if (segment.kind === 'point') {
    return [[same(segment.value), ...(segment.value === start?.key ? behindId : [])]];
  }
  const own = plan.clauses.filter((clause) => filter !== undefined && clause.column === filter);
  const near = own.filter((clause) => (plan.descending ? clause.to : clause.from) !== undefined);
  const far = own.filter((clause) => (plan.descending ? clause.from : clause.to) !== undefined);
  if (!start) return [[{ sql: `${name} IS NOT NULL`, values: [] }, ...near, ...far]];
  // The near end of the filter's range is passed already.
  return [
    [same(start.key), ...behindId],
    [{ sql: `${name} ${beyond} ?`, values: [start.key] }, ...far],
  ];
}

/** Every row of a stretch in order, with whether it fits the filter. */
function stretchSql(plan: Plan, segment: Segment, stretch: Stretch): { sql: string; values: SqlValue[] } {
  const { column: name, index } = SORTS[plan.column];
  const tests = joined(plan.clauses);
  const direction = plan.descending ? 'DESC' : 'ASC';
  const order = segment.kind === 'range' ? `${name} ${direction}, loan.id ${direction}` : `loan.id ${direction}`;
  const sql = `SELECT ${name}, loan.id, ${tests.sql} FROM loan INDEXED BY ${index}
    WHERE ${stretch.map((each) => each.sql).join(' AND ')} ORDER BY ${order}`;
  return { sql, values: [...tests.values, ...stretch.flatMap((each) => each.values)] };
}
