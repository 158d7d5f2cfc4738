/**
 * The ledger's orders, each cut into segments that follow each other along one index: the classes from best to worst,
 * the values that a filter leaves, and at the end, in both directions, the loans without a value.
 */
import { FIVE_LEVELS, type FilterColumn, type SortColumn } from '@shared/domain/loans/ledger';
import type { Clause, LoanIndex, SqlValue } from './ledgerFilter.repository';

interface SortSpec {
  /** Column of `loan`. */
  readonly column: string;
  readonly index: LoanIndex;
  readonly nullable: boolean;
  /** The filter's name for the same column. */
  readonly filter?: FilterColumn;
  /** The order of a column whose own order means nothing. */
  readonly values?: readonly string[];
}

export const SORTS: Record<SortColumn, SortSpec> = {
  household: { column: 'loan.party_id', index: 'loan_party', nullable: false, filter: 'household' },
  borrower: { column: 'loan.sort_name', index: 'loan_name', nullable: false },
  unit: { column: 'loan.unit_id', index: 'loan_unit', nullable: false, filter: 'unit' },
  contract: { column: 'loan.contract_key', index: 'loan_contract', nullable: false, filter: 'contract' },
  dueDate: { column: 'loan.due_date', index: 'loan_due', nullable: true, filter: 'dueDate' },
  balance: { column: 'loan.balance', index: 'loan_balance', nullable: false, filter: 'balance' },
  principal: { column: 'loan.principal', index: 'loan_principal', nullable: false, filter: 'principal' },
  fiveLevel: {
    column: 'loan.five_level',
    index: 'loan_five',
    nullable: true,
    filter: 'fiveLevel',
    values: FIVE_LEVELS,
  },
  nplDate: { column: 'loan.npl_date', index: 'loan_npl', nullable: true, filter: 'nplDate' },
};

/** A place in the order: `rank` counts the groups (classes, missing values), `key` is '' where a value is missing. */
export interface Position {
  readonly rank: number;
  readonly key: SqlValue;
  readonly id: number;
}

export type Segment =
  | { readonly kind: 'range'; readonly rank: number }
  | { readonly kind: 'missing'; readonly rank: number }
  | { readonly kind: 'point'; readonly rank: number; readonly value: SqlValue };

/** The segments of an order, narrowed by the clauses on the sorted column itself. */
export function segmentsOf(column: SortColumn, descending: boolean, clauses: readonly Clause[]): Segment[] {
  const spec = SORTS[column];
  const own = clauses.filter((clause) => spec.filter !== undefined && clause.column === spec.filter);
  const points = own.find((clause) => clause.points)?.points;
  const ranged = own.some((clause) => clause.from !== undefined || clause.to !== undefined);
  const missing: Segment = { kind: 'missing', rank: missingRank(column) };
  if (points?.length === 0) return spec.nullable ? [missing] : [];
  const last = spec.nullable && !points && !ranged ? [missing] : [];
  if (spec.values) {
    const values = inDirection(spec.values, descending);
    const kept = values.map((value, rank): Segment => ({ kind: 'point', rank, value }));
    return [...kept.filter((each) => !points || (each.kind === 'point' && points.includes(each.value))), ...last];
  }
  if (!points) return [{ kind: 'range', rank: 0 }, ...last];
  const sorted = inDirection([...points].sort(compareKeys), descending);
  return sorted.map((value) => ({ kind: 'point', rank: 0, value }));
}

const inDirection = <T>(values: readonly T[], descending: boolean): T[] =>
  descending ? values.toReversed() : [...values];

function missingRank(column: SortColumn): number {
  return SORTS[column].values?.length ?? 1;
}

/** As SQLite compares: numbers, or texts by their bytes. */
function compareKeys(a: SqlValue, b: SqlValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));
}

/** Whether the segment may still hold rows behind the position. */
export function segmentAfter(segment: Segment, position: Position | null, descending: boolean): boolean {
  if (!position || segment.rank > position.rank) return true;
  if (segment.rank < position.rank || segment.kind !== 'point') return segment.rank === position.rank;
  const distance = compareKeys(segment.value, position.key);
  return descending ? distance <= 0 : distance >= 0;
}

/** Expression of a row's rank. */
export function rankSql(column: SortColumn, descending: boolean): string {
  const { column: name, nullable, values } = SORTS[column];
  if (values) {
    const cases = inDirection(values, descending).map((value, rank) => `WHEN '${value}' THEN ${rank}`);
    return `CASE ${name} ${cases.join(' ')} ELSE ${values.length} END`;
  }
  return nullable ? `(${name} IS NULL)` : '0';
}

/** Expression of a row's key. */
export function keySql(column: SortColumn): string {
  const { column: name, nullable } = SORTS[column];
  return nullable ? `ifnull(${name}, '')` : name;
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
