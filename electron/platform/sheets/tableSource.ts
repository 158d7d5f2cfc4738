/** What every reader of table files offers, whatever the format, and how much of a file the program is willing to take in. */

import type { SheetLayout, SheetRow } from '@shared/domain/imports/sheet';

export type TableFormat = 'xlsx' | 'xls' | 'csv';
export type TextEncoding = 'utf-8' | 'gb18030' | 'utf-16le';

export interface SheetName {
  readonly name: string;
  /** Hidden or very hidden in the workbook: offered last, never guessed. */
  readonly hidden: boolean;
}

export interface TableSource {
  readonly format: TableFormat;
  /** Lower-case hex digest of the file's bytes. */
  readonly sha256: string;
  readonly byteLength: number;
  /** Only for csv. */
  readonly encoding?: TextEncoding;
  readonly sheets: readonly SheetName[];
  layout(sheetIndex: number): Promise<SheetLayout>;
  /**
   * Rows in the order of the file, about 1,000 at a time; blank rows are left out and the others keep their number.
   * May be called again to read the sheet again. Damage met on the way is thrown as a refusal; an aborted signal as its reason.
   */
  rows(sheetIndex: number, signal?: AbortSignal): AsyncIterable<SheetRow[]>;
}

/** A reader without what is the same for every format. */
export type TableContent = Pick<TableSource, 'sheets' | 'layout' | 'rows' | 'encoding'>;

const MIB = 1024 * 1024;

export const LIMITS = {
  /** Bytes of the file on disk. */
  file: 64 * MIB,
  /** Bytes of all parts of a zip together, as it declares them. */
  unpacked: 1024 * MIB,
  /** A zip that unpacks to more than `ratioFrom` bytes and this many times its size is a bomb: real sheets stay below 40. */
  ratio: 150,
  ratioFrom: 64 * MIB,
  /** Bytes of a part that is held whole (workbook, styles, links). */
  part: 64 * MIB,
  /** Bytes and number of the shared strings, which are needed at random. */
  sharedStringBytes: 256 * MIB,
  /** Characters of XML between two row ends; the widest honest row is far below. */
  segment: 16 * MIB,
  sharedStrings: 10_000_000,
  /** Cells counted as rows times their width, so that a lone cell in column XFD cannot fill the memory. */
  cells: 50_000_000,
  /** Characters of XML in front of the rows, where the columns stand, and behind them, where the merges do. */
  beforeRows: 4 * MIB,
  behindRows: 64 * MIB,
  merges: 100_000,
  sheets: 1_000,
  rows: 1_048_576,
  columns: 16_384,
  /** Characters of one CSV record: an unclosed quote must not swallow the file. */
  record: 4 * MIB,
} as const;

/** Collects rows until a batch is worth an asynchronous step, and watches the limits of a sheet. */
export class RowBatch {
  private rows: SheetRow[] = [];
  private slots = 0;

  add(row: SheetRow): void {
    this.rows.push(row);
    this.slots += row.cells.length;
  }

  get full(): boolean {
    return this.rows.length >= 1_000 || this.slots >= 200_000;
  }

  get empty(): boolean {
    return this.rows.length === 0;
  }

  take(): SheetRow[] {
    const taken = this.rows;
    this.rows = [];
    this.slots = 0;
    return taken;
  }
}

/** A cell that shows nothing. */
export function isBlank(cell: SheetRow['cells'][number]): boolean {
  return cell === null || (typeof cell === 'string' && cell.trim() === '');
}
