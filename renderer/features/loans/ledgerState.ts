/** What the ledger shows (filter, order, columns, view), as it stands in the page's address and in a saved view. */
import { ledgerFilter, ledgerSort } from '@shared/contract/loans.contract';
import {
  FILTER_COLUMNS,
  type FilterColumn,
  type FilterOperator,
  LEDGER_COLUMNS,
  type LedgerColumn,
  type LedgerCondition,
  type LedgerFilter,
  type SortColumn,
} from '@shared/domain/loans/ledger';

export interface LedgerSort {
  readonly column: SortColumn;
  readonly descending: boolean;
}

export interface LedgerState {
  readonly filter: LedgerFilter;
  readonly sort: LedgerSort;
  /** Shown columns in their order; the borrower always leads. */
  readonly columns: readonly LedgerColumn[];
  /** The saved view this began with. */
  readonly view: number | null;
  /** Loan on which the keyboard stands, so that coming back from a household finds its row. */
  readonly row: number | null;
}

/** The detail ledger of LOAN-05, most asked for first. */
export const DEFAULT_COLUMNS: readonly LedgerColumn[] = [
  'borrower',
  'fiveLevel',
  'balance',
  'interestOn',
  'interestOff',
  'unit',
  'dueDate',
  'guarantee',
  'guarantors',
  'officer',
  'contract',
  'idNumber',
  'phone',
  'address',
  'collateral',
  'sheetStatus',
];

export const EMPTY_FILTER: LedgerFilter = { conditions: [] };
const DEFAULT_SORT: LedgerSort = { column: 'borrower', descending: false };

export const DEFAULT_LEDGER: LedgerState = {
  filter: EMPTY_FILTER,
  sort: DEFAULT_SORT,
  columns: DEFAULT_COLUMNS,
  view: null,
  row: null,
};

const isColumn = (value: unknown): value is LedgerColumn => LEDGER_COLUMNS.includes(value as LedgerColumn);
const idOrNull = (value: unknown): number | null => (Number.isSafeInteger(value) ? (value as number) : null);

/** Shown columns made whole: known ones, each once, the borrower first. */
export function columnsInOrder(columns: unknown): readonly LedgerColumn[] {
  if (!Array.isArray(columns)) return DEFAULT_COLUMNS;
  const known = columns.filter(isColumn).filter((column) => column !== 'borrower');
  return ['borrower', ...new Set(known)];
}

/** Whatever an address holds → a state that the server takes; parts that make no sense fall back to the defaults. */
export function readLedgerState(stored: unknown): LedgerState {
  if (typeof stored !== 'object' || stored === null) return DEFAULT_LEDGER;
  const { filter, sort, columns, view, row } = stored as Record<string, unknown>;
  const readFilter = ledgerFilter.safeParse(filter ?? {});
  const readSort = ledgerSort.safeParse(sort);
  return {
    filter: readFilter.success ? tidyFilter(readFilter.data) : EMPTY_FILTER,
    sort: readSort.success ? readSort.data : DEFAULT_SORT,
    columns: columnsInOrder(columns),
    view: idOrNull(view),
    row: idOrNull(row),
  };
}

/** For the address: only what differs from the defaults; undefined when nothing does. */
export function ledgerAddress(state: LedgerState): Partial<LedgerState> | undefined {
  const parts = Object.entries(state).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(DEFAULT_LEDGER[key as keyof LedgerState]),
  );
  return parts.length === 0 ? undefined : (Object.fromEntries(parts) as Partial<LedgerState>);
}

function tidyFilter({ text, conditions }: LedgerFilter): LedgerFilter {
  return text ? { text, conditions } : { conditions };
}

export const isFiltered = (filter: LedgerFilter): boolean => Boolean(filter.text) || filter.conditions.length > 0;

/** The values of the condition on that column, empty when there is none. */
export function valuesOf(
  filter: LedgerFilter,
  column: FilterColumn,
  operator: FilterOperator,
): readonly (string | number)[] {
  return filter.conditions.find((each) => each.column === column && each.operator === operator)?.values ?? [];
}

/** The filter with that condition replaced; without values it goes. Its place among the others is kept. */
export function withValues(
  filter: LedgerFilter,
  column: FilterColumn,
  operator: FilterOperator,
  values: readonly (string | number)[],
): LedgerFilter {
  const same = (each: LedgerCondition): boolean => each.column === column && each.operator === operator;
  const next: LedgerCondition = { column, operator, values };
  const kept = filter.conditions.some(same) ? filter.conditions : [...filter.conditions, next];
  const conditions = kept.flatMap((each) => (same(each) ? (values.length > 0 ? [next] : []) : [each]));
  return { ...filter, conditions };
}

/** The filter with another search text; without one when it is empty. */
export function withText({ conditions }: LedgerFilter, text: string): LedgerFilter {
  return text ? { text, conditions } : { conditions };
}

/** Columns with a field of their own in the filter bar; the others show as tags below it. */
const BAR_COLUMNS: readonly FilterColumn[] = ['unit', 'fiveLevel', 'guarantee', 'sheet'];

/** Conditions outside the filter bar, in the order of the columns. */
export function furtherConditions(filter: LedgerFilter): readonly LedgerCondition[] {
  const place = ({ column }: LedgerCondition): number => FILTER_COLUMNS.indexOf(column);
  const inBar = ({ column, operator }: LedgerCondition): boolean => BAR_COLUMNS.includes(column) && operator === 'in';
  return filter.conditions.filter((each) => !inBar(each)).sort((a, b) => place(a) - place(b));
}

export interface LedgerLook {
  readonly filter: LedgerFilter;
  readonly sort: LedgerSort;
  readonly columns: readonly LedgerColumn[];
}

/** Whether the ledger still looks as the view says. */
export function looksLike(state: LedgerLook, view: LedgerLook): boolean {
  const look = ({ filter, sort, columns }: LedgerLook): string =>
    JSON.stringify([filter.text ?? '', filter.conditions, sort.column, sort.descending, columns]);
  return look(state) === look({ ...view, columns: columnsInOrder(view.columns) });
}

export interface Sums {
  readonly loans: number;
  readonly borrowers: number;
  readonly principal: number;
  readonly balance: number;
  readonly interestOn: number;
  readonly interestOff: number;
}

/** Totals of the chosen rows, in fen; each household counts once. */
export function sumOf(
  rows: readonly { household: string; principal: number; balance: number; interestOn: number; interestOff: number }[],
): Sums {
  const sum = (pick: 'principal' | 'balance' | 'interestOn' | 'interestOff'): number =>
    rows.reduce((total, row) => total + row[pick], 0);
  return {
    loans: rows.length,
    borrowers: new Set(rows.map(({ household }) => household)).size,
    principal: sum('principal'),
    balance: sum('balance'),
    interestOn: sum('interestOn'),
    interestOff: sum('interestOff'),
  };
}
