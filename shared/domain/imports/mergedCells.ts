/** Cells merged downwards: their value stands in the top row only and counts for every row below. */
import { fieldSpec } from './fields/kindSpecs';
import type { Mapping } from './mapping';
import type { MergedRange, RawCell, SheetLayout, SheetRow } from './sheet';

export class MergedCells {
  private readonly pending: MergedRange[];
  private active: { readonly range: MergedRange; readonly value: RawCell }[] = [];

  /** Amounts are not filled down: one figure over three rows is one amount, not three. */
  constructor(layout: SheetLayout, mapping: Mapping) {
    const columns = new Set(
      mapping.columns.filter((c) => fieldSpec(mapping.kind, c.field)?.type !== 'amount').map((c) => c.column),
    );
    this.pending = layout.merges
      .filter((m) => m.bottom > m.top && m.bottom >= mapping.firstDataRow - 1 && columns.has(m.left))
      .sort((a, b) => b.top - a.top);
  }

  /** The row's cells with merged values filled in; rows must come in order. */
  fill(row: SheetRow): readonly RawCell[] {
    if (this.pending.length === 0 && this.active.length === 0) return row.cells;
    const index = row.row - 1;
    this.active = this.active.filter(({ range }) => range.bottom >= index);
    for (let next = this.pending.at(-1); next !== undefined && next.top <= index; next = this.pending.at(-1)) {
      this.pending.pop();
      if (next.top === index) this.active.push({ range: next, value: row.cells[next.left] ?? null });
    }
    const blanks = this.active.filter(({ range }) => range.top < index && (row.cells[range.left] ?? '') === '');
    if (blanks.length === 0) return row.cells;
    const cells = [...row.cells];
    for (const { range, value } of blanks) {
      while (cells.length <= range.left) cells.push(null);
      cells[range.left] = value;
    }
    return cells;
  }
}
