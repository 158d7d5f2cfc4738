/** The month sheet under the keyboard: which cell is next, which letter means what, what Ctrl+D fills (ui.md S15). */
import type { MonthRow } from '@shared/contract/team.contract';
import type { TypedMark } from '@shared/domain/team/attendance';
import type { CalendarDate } from '@shared/kernel/calendarDate';

export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** Typed letters; the characters come from an input method. */
const LETTERS: Readonly<Record<string, TypedMark>> = {
  '1': 'present',
  c: 'present',
  出: 'present',
  '2': 'absent',
  k: 'absent',
  旷: 'absent',
  曠: 'absent',
  '3': 'badge',
  h: 'badge',
  徽: 'badge',
};

/** null: take the mark away; undefined: no key of the sheet. */
export function markOfKey(key: string): TypedMark | null | undefined {
  if (key === 'Delete' || key === 'Backspace') return null;
  return LETTERS[key.toLowerCase()];
}

const STEPS: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The cell that an arrow key leads to, inside the sheet; null: no arrow key. */
export function movedCell(cell: Cell, key: string, rows: number, columns: number): Cell | null {
  const step = STEPS[key];
  if (!step) return null;
  const within = (value: number, size: number): number => Math.min(size - 1, Math.max(0, value));
  return { row: within(cell.row + step[0], rows), column: within(cell.column + step[1], columns) };
}

/** Whether a keeper may type here: his people, a day that has come, and none that a leave decides. */
export function isTypable(row: MonthRow, day: CalendarDate, today: CalendarDate): boolean {
  const mark = row.marks.find((each) => each.day === day)?.mark;
  return row.editable && day <= today && (mark === null || mark === undefined || mark.cause === 'typed');
}

export interface MarkToKeep {
  readonly userId: number;
  readonly day: CalendarDate;
  readonly mark: TypedMark | null;
}

/** Ctrl+D: the mark of a cell for everybody below it on the same day who can be marked. */
export function filledDown(
  people: readonly MonthRow[],
  from: Cell,
  day: CalendarDate,
  today: CalendarDate,
): MarkToKeep[] {
  const mark = people[from.row]?.marks.find((each) => each.day === day)?.mark;
  if (mark?.cause !== 'typed') return [];
  return people
    .slice(from.row + 1)
    .filter((row) => isTypable(row, day, today))
    .map(({ id }) => ({ userId: id, day, mark: mark.mark as TypedMark }));
}
