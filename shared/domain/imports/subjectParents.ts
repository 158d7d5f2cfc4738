/** Subject balances list sums beside their parts (13 beside 1301–1304): a parent that equals its leaves is not counted. */
import type { ParsedRow, SubjectBalanceRecord } from './records';

type Row = ParsedRow<'subject-balances'>;

/** Fen; debit positive. */
const closing = (r: SubjectBalanceRecord): number => r.closingDebitFen - r.closingCreditFen;

/**
 * Splits off the parents whose closing balance is the sum of the leaves below them. A parent that differs stays, with the warning
 * `total-mismatch`: either the list is cut short or it does not add up.
 */
export function dropParents(rows: readonly Row[], column: number): { kept: Row[]; parents: number } {
  const byUnit = new Map<string, Row[]>();
  for (const row of rows) {
    const unit = row.record?.unit;
    if (unit === undefined) continue;
    const group = byUnit.get(unit);
    if (group === undefined) byUnit.set(unit, [row]);
    else group.push(row);
  }
  const parents = new Set<Row>();
  const differing = new Set<Row>();
  for (const group of byUnit.values()) {
    const records = group.map((row) => row.record as SubjectBalanceRecord);
    const below = (code: string) => records.filter((r) => r.subject.length > code.length && r.subject.startsWith(code));
    group.forEach((row, i) => {
      const record = records[i] as SubjectBalanceRecord;
      const leaves = below(record.subject).filter((r) => below(r.subject).length === 0);
      if (leaves.length === 0) return;
      const sum = leaves.reduce((total, leaf) => total + closing(leaf), 0);
      (sum === closing(record) ? parents : differing).add(row);
    });
  }
  const kept = rows
    .filter((row) => !parents.has(row))
    .map((row): Row => {
      if (!differing.has(row)) return row;
      const value = row.record?.subject ?? '';
      return { ...row, issues: [...row.issues, { severity: 'warn', code: 'total-mismatch', column, value }] };
    });
  return { kept, parents: parents.size };
}
