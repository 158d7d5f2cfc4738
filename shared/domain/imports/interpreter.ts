/**
 * Rows of a sheet → records with what was found about them. Streams: feed batches in order to `next`, then `finish`; findings that need
 * the whole file come from `FileChecks`, which the sheets of one file share.
 */
import type { FileChecks } from './fileChecks';
import type { ImportContext } from './interpretContext';
import { readHistory, readReceipt, readSubjectBalance } from './kinds/readBooks';
import { readCase } from './kinds/readCase';
import { readLoan } from './kinds/readLoan';
import { readNotice } from './kinds/readNotice';
import { readCollateral, readGuarantee, readPartyRow } from './kinds/readSecurities';
import type { Mapping } from './mapping';
import { MergedCells } from './mergedCells';
import { recordKey, recordParty } from './recordKey';
import type { CellIssue, ImportKind, ImportRecords, ParsedRow } from './records';
import { RowFilter } from './rowFilter';
import { RowReader, shownCell } from './rowReader';
import type { SheetLayout, SheetRow } from './sheet';
import { dropParents } from './subjectParents';

export interface Interpreter<K extends ImportKind> {
  /** Records of these rows; the rows before the first data row may be among them and count as skipped. */
  next(rows: readonly SheetRow[]): ParsedRow<K>[];
  /** Rows held back until the end (subject balances), and how many lines were not records. */
  finish(): { readonly rows: ParsedRow<K>[]; readonly skipped: number };
}

export interface InterpreterInput<K extends ImportKind> {
  readonly mapping: Mapping & { readonly kind: K };
  readonly context: ImportContext;
  readonly layout: SheetLayout;
  /** Shared by the sheets of one file. */
  readonly checks: FileChecks;
  /** Number of the sheet within the file, told in amendments. */
  readonly sheet?: number;
}

/** Whether the row may not be written; `record` may be there all the same, for the list of rejects. */
export const isRefused = (row: { readonly issues: readonly CellIssue[] }): boolean =>
  row.issues.some((issue) => issue.severity === 'refuse');

type ReadRow = () => ImportRecords[ImportKind] | null;

function rowReading(reader: RowReader, context: ImportContext, mapping: Mapping): ReadRow {
  const items = new Map<string, number>();
  const ordinal = (contract: string): number => {
    const n = (items.get(contract) ?? 0) + 1;
    items.set(contract, n);
    return n;
  };
  const readings: Readonly<Record<ImportKind, ReadRow>> = {
    loans: () => readLoan(reader, context, mapping),
    parties: () => readPartyRow(reader, context, mapping),
    guarantors: () => readGuarantee(reader, context),
    collateral: () => readCollateral(reader, context, ordinal),
    receipts: () => readReceipt(reader, context, mapping),
    'subject-balances': () => readSubjectBalance(reader, context, mapping),
    'classification-history': () => readHistory(reader, context),
    notices: () => readNotice(reader, context, mapping),
    cases: () => readCase(reader, context, mapping, ordinal),
  };
  return readings[mapping.kind];
}

const KEY_FIELD = {
  loans: 'contractNo',
  parties: 'partyName',
  guarantors: 'contractNo',
  collateral: 'contractNo',
  receipts: 'receiptNo',
  'subject-balances': 'subject',
  'classification-history': 'contractNo',
  notices: 'noticeNo',
  cases: 'contractNo',
} as const;

class SheetInterpreter<K extends ImportKind> implements Interpreter<K> {
  private readonly reader: RowReader;
  private readonly filter: RowFilter;
  private readonly merged: MergedCells;
  private readonly read: ReadRow;
  private held: ParsedRow<K>[] = [];
  private lastRow = 0;
  private skipped = 0;

  constructor(private readonly input: InterpreterInput<K>) {
    const { mapping, layout, context } = input;
    this.reader = new RowReader(mapping);
    this.filter = new RowFilter(mapping);
    this.merged = new MergedCells(layout, mapping);
    this.read = rowReading(this.reader, context, mapping);
  }

  private checked(row: number, record: ImportRecords[K]): CellIssue[] {
    const { mapping, checks, sheet = 0 } = this.input;
    const field = KEY_FIELD[mapping.kind];
    return checks.check({
      sheet,
      row,
      hash: this.reader.contentHash,
      key: recordKey(mapping.kind, record),
      party: recordParty(mapping.kind, record),
      keyColumn: this.reader.column(field),
      keyText: shownCell(this.reader.raw(field)),
      idColumn: this.reader.column('idNo'),
    });
  }

  private parse(row: SheetRow): ParsedRow<K> | null {
    const cells = this.merged.fill(row);
    if (!this.filter.isRecord(cells)) return null;
    this.reader.begin(cells);
    const record = this.read() as ImportRecords[K] | null;
    const parsed = { row: row.row, record, issues: this.reader.issues };
    if (record === null || isRefused(parsed)) return parsed;
    const late = this.checked(row.row, record);
    return late.length === 0 ? parsed : { ...parsed, issues: [...parsed.issues, ...late] };
  }

  next(rows: readonly SheetRow[]): ParsedRow<K>[] {
    const { mapping } = this.input;
    const parsed: ParsedRow<K>[] = [];
    for (const row of rows) {
      // Readers leave blank rows out: the gap in the numbers is them.
      this.skipped += row.row - this.lastRow - 1;
      this.lastRow = row.row;
      const result = row.row < mapping.firstDataRow ? null : this.parse(row);
      if (result === null) this.skipped++;
      else parsed.push(result);
    }
    if (mapping.kind !== 'subject-balances') return parsed;
    this.held.push(...parsed);
    return [];
  }

  finish(): { rows: ParsedRow<K>[]; skipped: number } {
    const rows = this.held as ParsedRow<'subject-balances'>[];
    if (rows.length === 0) return { rows: [], skipped: this.skipped };
    const { kept, parents } = dropParents(rows, this.reader.column('subject'));
    this.held = [];
    return { rows: kept as ParsedRow<K>[], skipped: this.skipped + parents };
  }
}

export function createInterpreter<K extends ImportKind>(input: InterpreterInput<K>): Interpreter<K> {
  return new SheetInterpreter(input);
}
