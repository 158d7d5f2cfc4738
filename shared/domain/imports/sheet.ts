/**
 * What a reader of .xlsx, .xls or .csv hands on: rows of raw cells, nothing interpreted yet.
 * Cells are plain values where possible: a branch's file holds millions of them.
 */

/** A cell formatted as a date in the workbook; `serial` is the 1900-system serial as stored. */
export interface DateCell {
  readonly kind: 'date';
  readonly serial: number;
}

/** #REF!, #DIV/0! and their kin. */
export interface ErrorCell {
  readonly kind: 'error';
  readonly code: string;
}

/**
 * A formula with the value that the workbook last computed for it. `formula` is empty where the file does not spell it out
 * (.xls, and cells that share the formula of another).
 */
export interface FormulaCell {
  readonly kind: 'formula';
  readonly formula: string;
  readonly value: string | number | boolean | DateCell | ErrorCell | null;
}

export type RawCell = string | number | boolean | DateCell | ErrorCell | FormulaCell | null;

export interface SheetRow {
  /** Sheet row from 1; for CSV the record number from 1, headings included. */
  readonly row: number;
  /** Cells from column A; trailing empties may be absent. */
  readonly cells: readonly RawCell[];
}

/** Zero-based, inclusive. */
export interface MergedRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface SheetLayout {
  readonly name: string;
  /** Hidden or very hidden in the workbook: never guessed to be the one to import. */
  readonly hidden?: boolean;
  readonly merges: readonly MergedRange[];
  /** Zero-based indexes of hidden columns: shown in the mapping, never guessed. */
  readonly hiddenColumns: readonly number[];
}
