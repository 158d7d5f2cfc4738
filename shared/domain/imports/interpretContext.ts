/** What the interpreter is told from outside: the import date, the branch's units, the contracts that exist. */
import type { CalendarDate } from '../../kernel/calendarDate';
import { foldText } from './foldText';
import type { RowReader } from './rowReader';

export interface ImportContext {
  /** The import date: later days are `date-future`. */
  readonly asOf: CalendarDate;
  /** Canonical name of a unit as written, or null: `unit-unknown`. See `unitResolver`. */
  readonly resolveUnit: (written: string) => string | null;
  /** Receipts only: whether a contract (by `contractKey`) is known; `contract-unknown` otherwise. Left out: not checked here. */
  readonly knowsContract?: (key: string) => boolean;
}

/** Units by name, width and spaces folded; with `create` an unknown name stands for itself (`--create-units`). */
export function unitResolver(names: Iterable<string>, create = false): (written: string) => string | null {
  const known = new Map<string, string>();
  for (const name of names) known.set(foldText(name), name);
  const answers = new Map<string, string | null>();
  return (written) => {
    const answer = answers.get(written);
    if (answer !== undefined) return answer;
    const key = foldText(written);
    let unit = known.get(key) ?? null;
    if (unit === null && create) {
      unit = written;
      known.set(key, unit);
    }
    if (answers.size < 10_000) answers.set(written, unit);
    return unit;
  };
}

/** The row's unit: its column, or the constant of the mapping; refuses `unit-unknown`, also for a blank when `required`. */
export function readUnit(
  reader: RowReader,
  context: ImportContext,
  constant: string | undefined,
  required: boolean,
): string | null {
  const written = reader.has('unit') ? reader.text('unit', 'key') : (constant ?? null);
  const unit = written === null ? null : context.resolveUnit(written);
  if (unit === null && (required || written !== null)) reader.refuse('unit-unknown', 'unit');
  return unit;
}
