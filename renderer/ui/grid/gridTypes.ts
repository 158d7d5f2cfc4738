/** What a screen tells the grid (ui.md §4 Tables). */
import type { ReactNode } from 'react';

/** `id`: digits that must stay text when pasted (ID, account, contract numbers). */
export type CellKind = 'text' | 'id' | 'amount' | 'date' | 'count';

export interface GridColumn<Row> {
  readonly key: string;
  /** Translated heading, with the unit where there is one. */
  readonly title: string;
  /** CSS px at 100 %. */
  readonly width: number;
  readonly kind?: CellKind;
  readonly render: (row: Row) => ReactNode;
  /** Text for the clipboard; absent columns are left out of a copy. */
  readonly copy?: (row: Row) => string;
  /** The server can order by it. */
  readonly sortable?: boolean;
  /** Stays at the left edge: the name column. */
  readonly sticky?: boolean;
}

export interface GridSort {
  readonly column: string;
  readonly descending: boolean;
}

export type RowKey = string | number;
