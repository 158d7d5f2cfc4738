/** The ledger's orders as the database compares them, and the cursor, which is a place in such an order. */
import { FIVE_LEVELS } from '@shared/domain/classification/classes';
import type { SortColumn } from '@shared/domain/loans/ledger';

export interface LedgerSort {
  readonly column: SortColumn;
  readonly descending: boolean;
}

export type SortKey = string | number;

/** Columns of `loan`; each has an index. */
export const SORT_SQL: Readonly<Record<SortColumn, string>> = {
  household: 'party_id',
  borrower: 'sort_name',
  unit: 'unit_id',
  contract: 'contract_key',
  dueDate: 'due_date',
  balance: 'balance',
  principal: 'principal',
  fiveLevel: 'five_level',
  nplDate: 'npl_date',
};

/** A place in the order: `rank` counts the groups (classes, missing values), `key` is '' where the rank says it all. */
export interface Position {
  readonly rank: number;
  readonly key: SortKey;
  readonly id: number;
}

/** Classes go from best to worst, or back; whatever has no value comes last in both directions. */
export function positionOf({ column, descending }: LedgerSort, value: SortKey | null, id: number): Position {
  if (column === 'fiveLevel') {
    const level = FIVE_LEVELS.indexOf(value as (typeof FIVE_LEVELS)[number]);
    const last = FIVE_LEVELS.length;
    return { rank: level < 0 ? last : descending ? last - 1 - level : level, key: '', id };
  }
  return value === null ? { rank: 1, key: '', id } : { rank: 0, key: value, id };
}

/** Below zero when `a` comes first. */
export function comparePositions({ descending }: LedgerSort, a: Position, b: Position): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  const distance = compareKeys(a.key, b.key) || a.id - b.id;
  return descending ? -distance : distance;
}

/** As SQLite compares: numbers, or texts by their bytes. */
function compareKeys(a: SortKey, b: SortKey): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));
}

export function writeCursor(position: Position): string {
  return Buffer.from(JSON.stringify([position.rank, position.key, position.id])).toString('base64url');
}

/** null: the text is no cursor of ours. */
export function readCursor(text: string): Position | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (!Array.isArray(parts) || parts.length !== 3) return null;
    const [rank, key, id] = parts as unknown[];
    if (!Number.isSafeInteger(rank) || !Number.isSafeInteger(id)) return null;
    if (typeof key !== 'string' && typeof key !== 'number') return null;
    return { rank: rank as number, key, id: id as number };
  } catch {
    return null;
  }
}
