/**
 * One page of the ledger at any depth (LOAN-05): a walk along the order, from the cursor's place, over the rows that
 * the filter marks. Only the very first page after start, without a filter, comes straight from the database.
 */
import { setImmediate } from 'node:timers/promises';
import { FIVE_LEVELS } from '@shared/domain/classification/classes';
import type { LedgerFilter } from '@shared/domain/loans/ledger';
import { foldForSearch } from '@shared/domain/search/searchText';
import { refuse } from '@shared/kernel/result';
import type { ReadDb } from '../../database/store';
import { conditionMarks } from './ledgerFilter.repository';
import { filledLedger, type LedgerMemory, type LedgerOrder, ledgerMemory, orderOf } from './ledgerMemory.repository';
import { SEARCH_LIMITS, type SearchLimits, TextMatch } from './ledgerSearch.repository';
import {
  comparePositions,
  type LedgerSort,
  type Position,
  positionOf,
  readCursor,
  SORT_SQL,
  type SortKey,
  writeCursor,
} from './ledgerSort';

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

/** Ids in order. Refusals: filter-invalid, cursor-invalid. To be called where nothing is written meanwhile. */
export async function pageOfIds(db: ReadDb, request: PageRequest, limits = SEARCH_LIMITS): Promise<IdPage> {
  const { sort, limit } = request;
  const start = request.cursor === null ? null : (readCursor(request.cursor) ?? refuse('cursor-invalid'));
  // One more than the page tells whether there is a next one.
  const found = await idsBehind(db, { ...request, limit: limit + 1 }, start, limits);
  const ids = found.slice(0, limit);
  const last = ids.at(-1);
  const isMore = found.length > limit && last !== undefined;
  return { ids, next: isMore ? writeCursor(placeOf(db, sort, last)) : null };
}

async function idsBehind(
  db: ReadDb,
  { filter, sort, limit }: PageRequest,
  start: Position | null,
  limits: SearchLimits,
): Promise<number[]> {
  const folded = foldForSearch(filter.text ?? '');
  const isPlain = filter.conditions.length === 0 && folded === '';
  if (isPlain && start === null && !ledgerMemory(db).ready) return firstIds(db, sort, limit);
  const memory = await filledLedger(db);
  const order = await orderOf(db, memory, sort.column);
  const marks = conditionMarks(db, memory, filter.conditions);
  const walk = new Walk(order, sort.descending);
  if (start) walk.at = placeBehind(db, memory, walk, sort, start);
  const text = folded === '' ? null : textMatch(db, memory, folded, limits.few);
  const rows = text ? await matchingRows(walk, marks, text, limit, limits.patience) : walk.take(limit, [marks]);
  return rows.map((row) => memory.columns.ids[row] as number);
}

/** Texts that are remembered, for the next page and the totals of the same search. */
const KEPT_TEXTS = 2;

export function textMatch(db: ReadDb, memory: LedgerMemory, folded: string, few = SEARCH_LIMITS.few): TextMatch {
  return memory.keep('text', folded, KEPT_TEXTS, () => new TextMatch(db, memory.columns, folded, few));
}

/** An order in one direction; rows without a value come last in both. */
class Walk {
  readonly #order: LedgerOrder;
  readonly #descending: boolean;
  /** The place to go on from. */
  at = 0;

  constructor(order: LedgerOrder, descending: boolean) {
    this.#order = order;
    this.#descending = descending;
  }

  get length(): number {
    return this.#order.rows.length;
  }

  row(place: number): number {
    const { rows, present } = this.#order;
    return rows[this.#descending ? mirrored(place, present, rows.length) : place] as number;
  }

  /** The next rows that every mask marks, so many at most. */
  take(limit: number, masks: readonly (Uint8Array | null)[]): number[] {
    const { rows, present } = this.#order;
    const [first = null, second = null] = masks;
    const found: number[] = [];
    let place = this.at;
    for (; place < rows.length && found.length < limit; place += 1) {
      const row = rows[this.#descending ? mirrored(place, present, rows.length) : place] as number;
      if ((first === null || first[row] === 1) && (second === null || second[row] === 1)) found.push(row);
    }
    this.at = place;
    return found;
  }
}

/** Where a place of the descending order lies in the ascending one. */
const mirrored = (place: number, present: number, length: number): number =>
  place < present ? present - 1 - place : length - 1 - (place - present);

/** Rows decided at a time. */
const MOST_AT_ONCE = 2_000;

/** Decides row after row; when too few of them match, all that may match are named. */
async function matchingRows(
  walk: Walk,
  marks: Uint8Array | null,
  text: TextMatch,
  limit: number,
  patience: number,
): Promise<number[]> {
  const found: number[] = [];
  let seen = 0;
  let ahead = limit;
  while (found.length < limit) {
    if (seen >= patience) await text.nameAll();
    const rows = walk.take(ahead, [marks, text.marks]);
    if (rows.length === 0) break;
    found.push(...text.matching(rows));
    seen += rows.length;
    ahead = Math.min(ahead * 2, MOST_AT_ONCE);
    if (seen >= patience) await setImmediate();
  }
  return found.slice(0, limit);
}

/** The first place behind the position, which need not be a loan's any more. */
function placeBehind(db: ReadDb, { columns }: LedgerMemory, walk: Walk, sort: LedgerSort, start: Position): number {
  let [low, high] = [0, walk.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const there = placeOf(db, sort, columns.ids[walk.row(middle)] as number);
    if (comparePositions(sort, there, start) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function placeOf(db: ReadDb, sort: LedgerSort, id: number): Position {
  const value = db.hot(`SELECT ${SORT_SQL[sort.column]} FROM loan WHERE id = ?`).pluck().get(id) as SortKey | null;
  return positionOf(sort, value, id);
}

/** The beginning of an order, along its index. */
function firstIds(db: ReadDb, sort: LedgerSort, limit: number): number[] {
  const name = SORT_SQL[sort.column];
  const direction = sort.descending ? 'DESC' : 'ASC';
  const byClass = sort.column === 'fiveLevel';
  const levels = sort.descending ? FIVE_LEVELS.toReversed() : FIVE_LEVELS;
  const parts = byClass
    ? [...levels.map((level) => `${name} = '${level}'`), `ifnull(${name}, '') NOT IN ('${levels.join("', '")}')`]
    : [`${name} IS NOT NULL`, `${name} IS NULL`];
  const order = byClass ? `id ${direction}` : `${name} ${direction}, id ${direction}`;
  const found: number[] = [];
  for (const part of parts) {
    if (found.length === limit) break;
    const sql = `SELECT id FROM loan WHERE ${part} ORDER BY ${order} LIMIT ?`;
    found.push(
      ...(db
        .hot(sql)
        .pluck()
        .all(limit - found.length) as number[]),
    );
  }
  return found;
}
