/** The detail ledger's columns, filters and sort orders (LOAN-05): the one list that screen, export and command line share. */

export const LEDGER_COLUMNS = [
  'household',
  'borrower',
  'unit',
  'idNumber',
  'address',
  'phone',
  'contract',
  'receipt',
  'issueDate',
  'dueDate',
  'extendedDueDate',
  'principal',
  'balance',
  'interestOn',
  'interestOff',
  'guarantee',
  'guarantors',
  'collateral',
  'fourLevel',
  'fiveLevel',
  'fineLevel',
  'sheet',
  'sheetStatus',
  'subject',
  'nplDate',
  'purpose',
  'officer',
  'approver',
  'occupancy',
  'actualUser',
  'flags',
  'status',
  'remark',
] as const;
export type LedgerColumn = (typeof LEDGER_COLUMNS)[number];

export const MONEY_COLUMNS: readonly LedgerColumn[] = ['principal', 'balance', 'interestOn', 'interestOff'];
export const DATE_COLUMNS: readonly LedgerColumn[] = ['issueDate', 'dueDate', 'extendedDueDate', 'nplDate'];

/** Columns that the server can order by; each has an index, so that a page is found at any depth. */
export const SORT_COLUMNS = [
  'household',
  'borrower',
  'unit',
  'contract',
  'dueDate',
  'balance',
  'principal',
  'fiveLevel',
  'nplDate',
] as const;
export type SortColumn = (typeof SORT_COLUMNS)[number];

/** Columns that a condition may name; personal data are searched with `text`, never compared. */
export const FILTER_COLUMNS = [
  'household',
  'borrower',
  'unit',
  'contract',
  'receipt',
  'issueDate',
  'dueDate',
  'extendedDueDate',
  'principal',
  'balance',
  'interestOn',
  'interestOff',
  'guarantee',
  'fourLevel',
  'fiveLevel',
  'fineLevel',
  'sheet',
  'sheetStatus',
  'subject',
  'nplDate',
  'purpose',
  'officer',
  'approver',
  'occupancy',
  'actualUser',
  'flags',
  'status',
] as const;
export type FilterColumn = (typeof FILTER_COLUMNS)[number];

export const FILTER_OPERATORS = ['=', '>=', '<=', '~', 'in'] as const;
export type FilterOperator = (typeof FILTER_OPERATORS)[number];

/**
 * Money values are fen; `in` takes several values, `~` a part of the text, `>=` and `<=` compare money and dates.
 * The empty text stands for a missing value in `=` and `in`.
 */
export interface LedgerCondition {
  readonly column: FilterColumn;
  readonly operator: FilterOperator;
  readonly values: readonly (string | number)[];
}

export interface LedgerFilter {
  /** Two characters or more: any part of name, ID, phone, contract, receipt or address. */
  readonly text?: string;
  readonly conditions: readonly LedgerCondition[];
}

export const SUMMARY_DIMENSIONS = [
  'unit',
  'five-level',
  'fine-level',
  'four-level',
  'guarantee',
  'sheet-status',
  'formation-period',
  'amount-band',
  'due-year',
  'officer',
  'cause',
  'actual-user',
] as const;
export type SummaryDimension = (typeof SUMMARY_DIMENSIONS)[number];
