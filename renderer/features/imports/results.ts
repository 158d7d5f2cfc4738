/** What a dry run found, as the tables show it. Pure: tested without a screen. */
import type { ImportResult } from '@shared/contract/imports.contract';
import { maskIdNumber, maskPhone } from '@shared/domain/parties/mask';
import { yuanGrouped } from '@shared/kernel/money';

export const OUTCOMES = ['added', 'changed', 'unchanged', 'refused', 'warned', 'skipped'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const DIFFERENCES = ['new', 'settled', 'worsened', 'absent'] as const;

/** What a person looks at first: what stops rows, then what would change. */
export function firstOutcome(result: ImportResult): Outcome {
  const order: Outcome[] = ['refused', 'warned', 'changed', 'added', 'unchanged', 'skipped'];
  return order.find((outcome) => result[outcome] > 0) ?? 'added';
}

/** Rows that the write would touch. */
export const rowsToWrite = (result: ImportResult): number => result.added + result.changed;

/** Stored columns that hold fen. */
const AMOUNTS = new Set([
  'principal',
  'balance',
  'interest_on',
  'interest_off',
  'interest',
  'amount',
  'opening_debit',
  'opening_credit',
  'period_debit',
  'period_credit',
  'closing_debit',
  'closing_credit',
]);

export interface ChangeLine {
  readonly id: string;
  readonly row: number;
  readonly key: string;
  /** Stored column; its label is `imports:column.<field>`. */
  readonly field: string;
  readonly amount: boolean;
  readonly from: string;
  readonly to: string;
}

/** Stored personal data stay masked here as everywhere; the new value comes from the person's own file. */
function stored(field: string, value: string): string {
  if (field === 'id_no' || field === 'owner_id_no') return maskIdNumber(value);
  return field === 'phone' ? maskPhone(value) : value;
}

const shown = (field: string, value: string): string =>
  AMOUNTS.has(field) && /^-?\d+$/.test(value) ? yuanGrouped(Number(value)) : value;

/** One line for every field that changes. */
export function changeLines(changes: ImportResult['changes']): ChangeLine[] {
  return changes.flatMap(({ row, key, fields }) =>
    fields.map(({ field, from, to }) => ({
      id: `${row}-${field}`,
      row,
      key,
      field,
      amount: AMOUNTS.has(field),
      from: shown(field, stored(field, from)),
      to: shown(field, to),
    })),
  );
}

export interface IssueLine {
  readonly id: number;
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly code: string;
}

export function issueLines(issues: ImportResult['refusals']): IssueLine[] {
  return issues.map(({ row, column, value, code }, id) => ({ id, row, column, value, code }));
}

export interface Blocker {
  readonly kind: string;
  readonly count: number;
}

/**
 * What stands in the way of an undo, one line per kind. Later changes are counted per table and add up; the other
 * counts of one kind look at the same rows from two sides (by loan, by party), so the larger one is told.
 */
export function blockersByKind(blockers: readonly Blocker[]): Blocker[] {
  const counts = new Map<string, number>();
  for (const { kind, count } of blockers) {
    const known = counts.get(kind) ?? 0;
    counts.set(kind, kind === 'changed-later' ? known + count : Math.max(known, count));
  }
  return [...counts].map(([kind, count]) => ({ kind, count }));
}
