/**
 * Checks over a whole file: repeated rows, contradicting rows, one identifier with two names. Rows stream past once; per record only
 * its key, a hash of its content and its place are kept. What is known when a row passes is told at once; what a later
 * row reveals about an earlier one is told at the end (`amendments`).
 */
import { foldText } from './foldText';
import type { CellIssue } from './records';

/** Findings about a row that was already handed on; a `refuse` takes its record back. */
export interface Amendment {
  readonly sheet: number;
  readonly row: number;
  readonly issues: readonly CellIssue[];
}

export interface PlacedRecord {
  readonly sheet: number;
  readonly row: number;
  /** What identifies the record within its kind. */
  readonly key: string;
  /** Of the row's content (RowReader.contentHash): rows that say the same hash the same. */
  readonly hash: number;
  /** Identifier and name of the party whose list it is. */
  readonly party: { readonly idNo: string | null; readonly name: string } | null;
  readonly keyColumn: number;
  readonly idColumn: number;
  readonly keyText: string;
}

interface Seen {
  readonly sheet: number;
  readonly row: number;
  readonly hash: number;
  conflict: boolean;
}

interface Holder {
  readonly name: string;
  conflict: boolean;
  readonly sheet: number;
  readonly row: number;
  /** Further rows of the holder, sheet and row in turn, until names differ; most holders have one. */
  more: number[] | null;
}

export class FileChecks {
  private readonly records = new Map<string, Seen>();
  private readonly holders = new Map<string, Holder>();
  private readonly late = new Map<string, { sheet: number; row: number; issues: CellIssue[] }>();

  private amend(sheet: number, row: number, issue: CellIssue): void {
    const place = `${sheet}:${row}`;
    const known = this.late.get(place);
    if (known === undefined) this.late.set(place, { sheet, row, issues: [issue] });
    else if (!known.issues.some((i) => i.code === issue.code)) known.issues.push(issue);
  }

  private repeated(r: PlacedRecord): CellIssue | null {
    const { hash } = r;
    const first = this.records.get(r.key);
    if (first === undefined) {
      this.records.set(r.key, { sheet: r.sheet, row: r.row, hash, conflict: false });
      return null;
    }
    const issue = { severity: 'refuse', column: r.keyColumn, value: r.keyText } as const;
    if (first.hash === hash && !first.conflict) return { ...issue, code: 'duplicate-in-file' };
    if (!first.conflict) this.amend(first.sheet, first.row, { ...issue, code: 'duplicate-conflict' });
    first.conflict = true;
    return { ...issue, code: 'duplicate-conflict' };
  }

  private otherName(r: PlacedRecord): CellIssue | null {
    if (r.party === null || r.party.idNo === null) return null;
    const { idNo } = r.party;
    const name = foldText(r.party.name);
    const holder = this.holders.get(idNo);
    if (holder === undefined) {
      this.holders.set(idNo, { name, conflict: false, sheet: r.sheet, row: r.row, more: null });
      return null;
    }
    const issue: CellIssue = { severity: 'warn', code: 'id-name-conflict', column: r.idColumn, value: idNo };
    if (!holder.conflict && holder.name === name) {
      if (holder.more === null) holder.more = [r.sheet, r.row];
      else holder.more.push(r.sheet, r.row);
      return null;
    }
    if (!holder.conflict) this.amend(holder.sheet, holder.row, issue);
    const more = holder.more ?? [];
    for (let i = 0; i < more.length; i += 2) this.amend(more[i] as number, more[i + 1] as number, issue);
    holder.more = null;
    holder.conflict = true;
    return issue;
  }

  /** Findings about a record that is otherwise acceptable; records that were refused do not take part. */
  check(r: PlacedRecord): CellIssue[] {
    const repeated = this.repeated(r);
    if (repeated !== null) return [repeated];
    const other = this.otherName(r);
    return other === null ? [] : [other];
  }

  /** What later rows revealed about earlier ones; call once, after the last row of the last sheet. */
  amendments(): Amendment[] {
    return [...this.late.values()];
  }
}
