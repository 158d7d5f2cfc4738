/** Counts, totals and the lists of findings of one import, as the dry run shows them. */
import type { ImportResult } from '@shared/contract/imports.contract';
import type { Heading } from '@shared/domain/imports/heading';
import type { CellIssue, ImportKind, ImportRecords, ParsedRow } from '@shared/domain/imports/records';
import type { Fen } from '@shared/kernel/money';
import { sentenceOf } from '../../platform/sentences';
import type { Applied, Differences } from './applier';

/** Beyond this the lists are cut; the counts and the reject file stay complete. */
const LISTED = 10_000;
const LISTED_CHANGES = 200;

export class Tally {
  added = 0;
  changed = 0;
  unchanged = 0;
  warned = 0;
  refused = 0;
  readonly totals: Record<string, Fen> = {};
  readonly differences: Differences = { new: 0, settled: 0, worsened: 0, absent: 0 };
  readonly refusals: ImportResult['refusals'] = [];
  readonly warnings: ImportResult['warnings'] = [];
  readonly changes: ImportResult['changes'] = [];
  /** Sheet rows that are not written, with every finding: what the reject file holds. */
  readonly rejected = new Map<number, readonly CellIssue[]>();
  readonly unknownUnits = new Set<string>();
  readonly #sheet: string;
  readonly #titles: ReadonlyMap<number, string>;

  constructor(sheet: string, heading: Heading) {
    this.#sheet = sheet;
    this.#titles = new Map(heading.columns.map((column) => [column.column, column.name]));
  }

  /** A row that was refused or held back before it met the ledger. */
  reject(row: ParsedRow<ImportKind>, kind: 'refused' | 'warned'): void {
    this[kind] += 1;
    this.rejected.set(row.row, row.issues);
    this.list(row);
    for (const issue of row.issues)
      if (issue.code === 'unit-unknown' && issue.value !== '') this.unknownUnits.add(issue.value);
  }

  list(row: ParsedRow<ImportKind>): void {
    for (const issue of row.issues) {
      const target = issue.severity === 'refuse' ? this.refusals : this.warnings;
      if (target.length < LISTED) target.push(this.#entry(row.row, issue));
    }
  }

  #entry(row: number, issue: CellIssue): ImportResult['refusals'][number] {
    const column = this.#titles.get(issue.column) ?? '';
    const message = sentenceOf(issue.code, { value: issue.value });
    return { sheet: this.#sheet, row, column, code: issue.code, value: issue.value, message };
  }

  /** A row that met the ledger. */
  take(row: ParsedRow<ImportKind>, kind: ImportKind, applied: Applied, columnOf: (field: string) => number): void {
    if (applied.status === 'refused' || applied.status === 'warned') {
      const severity = applied.status === 'refused' ? 'refuse' : 'warn';
      const issue: CellIssue = {
        severity,
        code: applied.code,
        column: columnOf(applied.field),
        value: recordText(row, applied.field),
      };
      this.reject({ ...row, issues: [...row.issues, issue] }, applied.status);
      return;
    }
    this[applied.status] += 1;
    this.list(row);
    if (row.record) this.#sum(kind, row.record);
    if (applied.status === 'changed' && this.changes.length < LISTED_CHANGES) {
      this.changes.push({ row: row.row, key: applied.key, fields: [...applied.fields] });
    }
  }

  #sum(kind: ImportKind, record: ImportRecords[ImportKind]): void {
    const add = (key: string, fen: Fen) => {
      this.totals[key] = (this.totals[key] ?? 0) + fen;
    };
    if (kind === 'loans') {
      const loan = record as ImportRecords['loans'];
      add('principal', loan.principalFen);
      add('balance', loan.balanceFen);
      add('interestOn', loan.interestOnFen);
      add('interestOff', loan.interestOffFen);
    }
    if (kind === 'receipts') {
      const receipt = record as ImportRecords['receipts'];
      add('principal', receipt.principalFen);
      add('interest', receipt.interestFen);
    }
  }
}

function recordText(row: ParsedRow<ImportKind>, field: string): string {
  const value = (row.record as unknown as Record<string, unknown> | null)?.[field];
  return typeof value === 'string' ? value.slice(0, 80) : '';
}
