/** Sums of the overview, put together for its tables; pure. */
import type { OverviewCell } from '@shared/contract/portfolio.contract';
import type { Bucket, Section } from '@shared/domain/portfolio/overview';
import type { Fen } from '@shared/kernel/money';

export interface Sums {
  readonly results: number;
  readonly loans: number;
  readonly balance: Fen;
  readonly amount: Fen;
}

const NOTHING: Sums = { results: 0, loans: 0, balance: 0, amount: 0 };

const added = (a: Sums, b: Sums): Sums => ({
  results: a.results + b.results,
  loans: a.loans + b.loans,
  balance: a.balance + b.balance,
  amount: a.amount + b.amount,
});

export interface UnitRow {
  /** null: all units. */
  readonly unitId: number | null;
  readonly buckets: Readonly<Partial<Record<Bucket, Sums>>>;
}

/** All units first, then each unit that has something, in the order of `units`. */
export function unitRows(
  cells: readonly OverviewCell[],
  section: Section,
  units: readonly { id: number }[],
): UnitRow[] {
  const all: Partial<Record<Bucket, Sums>> = {};
  const byUnit = new Map<number, Partial<Record<Bucket, Sums>>>();
  for (const cell of cells) {
    if (cell.section !== section || cell.bucket === '') continue;
    const ofUnit = byUnit.get(cell.unitId) ?? {};
    byUnit.set(cell.unitId, ofUnit);
    ofUnit[cell.bucket] = cell;
    all[cell.bucket] = added(all[cell.bucket] ?? NOTHING, cell);
  }
  if (byUnit.size === 0) return [];
  const each = units.flatMap(({ id }) => {
    const buckets = byUnit.get(id);
    return buckets ? [{ unitId: id, buckets }] : [];
  });
  return [{ unitId: null, buckets: all }, ...each];
}

export interface PairRow extends Sums {
  readonly booked: string;
  readonly suggested: string;
}

/** What the books say against what the rules say, over all units; the largest balance first. */
export function pairRows(cells: readonly OverviewCell[], section: Section): PairRow[] {
  const pairs = new Map<string, PairRow>();
  for (const cell of cells) {
    if (cell.section !== section) continue;
    const { booked, suggested } = cell;
    const key = `${booked}|${suggested}`;
    pairs.set(key, { booked, suggested, ...added(pairs.get(key) ?? NOTHING, cell) });
  }
  return [...pairs.values()].sort((a, b) => b.balance - a.balance);
}

export const sumOf = (rows: readonly Sums[]): Sums => rows.reduce(added, NOTHING);
