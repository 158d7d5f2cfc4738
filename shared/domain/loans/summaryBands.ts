/**
 * Bands of the summary ledger (LOAN-06) as tables, and the way from a cell back to its loans. A band holds its upper
 * end and not its lower one; a missing value belongs to no band.
 */
import type { CalendarDate } from '../../kernel/calendarDate';
import type { Fen } from '../../kernel/money';
import type { FilterColumn, LedgerCondition, SummaryDimension } from './ledger';

export interface Band<T> {
  readonly label: string;
  /** Last value of the band; null: no upper end. */
  readonly to: T | null;
}

const wan = (amount: number): Fen => amount * 1_000_000;

/** Periods in which the loan was granted: the years by which old bad loans were cut off and taken over. */
export const FORMATION_PERIODS: readonly Band<CalendarDate>[] = [
  { label: '<=1996', to: '1996-12-31' },
  { label: '1997-1999', to: '1999-12-31' },
  { label: '2000+', to: null },
];

/** Bands of the balance, in fen. */
export const AMOUNT_BANDS: readonly Band<Fen>[] = [
  { label: '<=1万', to: wan(1) },
  { label: '1-5万', to: wan(5) },
  { label: '5-10万', to: wan(10) },
  { label: '10-50万', to: wan(50) },
  { label: '50-100万', to: wan(100) },
  { label: '100-500万', to: wan(500) },
  { label: '>500万', to: null },
];

/** Dimensions that are a column of the ledger as it stands. `actual-user` is the kind of use: 本人, 冒名贷款 … */
const COLUMN_OF: Partial<Record<SummaryDimension, FilterColumn>> = {
  unit: 'unit',
  'five-level': 'fiveLevel',
  'fine-level': 'fineLevel',
  'four-level': 'fourLevel',
  guarantee: 'guarantee',
  'sheet-status': 'sheetStatus',
  officer: 'officer',
  'actual-user': 'occupancy',
};

/** The conditions that list exactly the loans of one cell, to be added to the summary's own filter. */
export function cellConditions(
  dims: readonly SummaryDimension[],
  key: readonly (string | null)[],
): readonly LedgerCondition[] {
  return dims.flatMap((dim, index) => conditionsOf(dim, key[index] ?? null));
}

function conditionsOf(dim: SummaryDimension, value: string | null): LedgerCondition[] {
  const column = COLUMN_OF[dim];
  if (column) return [{ column, operator: '=', values: [value ?? ''] }];
  if (dim === 'formation-period') return bandConditions('issueDate', FORMATION_PERIODS, value, nextDay);
  if (dim === 'amount-band') return bandConditions('balance', AMOUNT_BANDS, value, (fen) => fen + 1);
  if (dim === 'due-year' && value === null) return [{ column: 'dueDate', operator: '=', values: [''] }];
  if (dim === 'due-year') {
    return [
      { column: 'dueDate', operator: '>=', values: [`${value}-01-01`] },
      { column: 'dueDate', operator: '<=', values: [`${value}-12-31`] },
    ];
  }
  // The cause of default is not recorded yet: its only cell holds every loan.
  return [];
}

/** Bands of dates end with a year. */
const nextDay = (lastOfYear: CalendarDate): CalendarDate => `${Number(lastOfYear.slice(0, 4)) + 1}-01-01`;

function bandConditions<T extends string | number>(
  column: FilterColumn,
  bands: readonly Band<T>[],
  label: string | null,
  after: (value: T) => T,
): LedgerCondition[] {
  if (label === null) return [{ column, operator: '=', values: [''] }];
  const index = bands.findIndex((band) => band.label === label);
  const below = bands[index - 1]?.to;
  const to = bands[index]?.to;
  const conditions: LedgerCondition[] = [];
  if (below !== undefined && below !== null) conditions.push({ column, operator: '>=', values: [after(below)] });
  if (to !== undefined && to !== null) conditions.push({ column, operator: '<=', values: [to] });
  return conditions;
}
