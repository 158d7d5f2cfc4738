/**
 * Conditions of decision tables as a lawyer writes them: `">90 <=270"`, `"<=500000.00"`, `["抵押", "质押"]`, `true`.
 * Compiled once; a missing condition fits everything.
 */
import { addDays, isCalendarDate } from '../kernel/calendarDate';
import { parseFen } from '../kernel/money';
import type { JsonValue } from './packText';
import type { Cell, Condition, TableInput } from './ruleTypes';

const BOUND = /^(<=|>=|<|>|=)(.+)$/;

const COMPARE: Readonly<Record<string, (cell: Cell, bound: Cell) => boolean>> = {
  '<': (cell, bound) => cell < bound,
  '<=': (cell, bound) => cell <= bound,
  '>': (cell, bound) => cell > bound,
  '>=': (cell, bound) => cell >= bound,
  '=': (cell, bound) => cell === bound,
};

function readBound(text: string, input: TableInput): Cell | null {
  if (input.type === 'date') return isCalendarDate(text) ? text : null;
  if (input.type === 'money') {
    const fen = parseFen(text);
    return typeof fen === 'number' ? fen : null;
  }
  const value = Number(text);
  return text !== '' && Number.isFinite(value) ? value : null;
}

/** A bound with its neighbours: the next whole number, fen or day below and above it. */
const around = (bound: Cell, input: TableInput): Cell[] =>
  input.type === 'date'
    ? [addDays(String(bound), -1), bound, addDays(String(bound), 1)]
    : [Number(bound) - 1, bound, Number(bound) + 1];

function readBounds(text: string, input: TableInput): Condition | null {
  const tests: ((cell: Cell) => boolean)[] = [];
  const probes: Cell[] = [];
  for (const part of text.split(' ')) {
    const match = BOUND.exec(part);
    const bound = match ? readBound(match[2] as string, input) : null;
    if (!match || bound === null) return null;
    const holds = COMPARE[match[1] as string] as (cell: Cell, bound: Cell) => boolean;
    tests.push((cell) => holds(cell, bound));
    probes.push(...around(bound, input));
  }
  return { written: text, fits: (cell) => tests.every((test) => test(cell)), probes };
}

/** The condition of `raw` for a column, or null when it cannot be read or names a word the column does not have. */
export function readCondition(raw: JsonValue, input: TableInput): Condition | null {
  if (input.type === 'boolean')
    return typeof raw === 'boolean'
      ? { written: String(raw), fits: (cell) => cell === raw, probes: [true, false] }
      : null;
  if (input.type !== 'enum') return typeof raw === 'string' ? readBounds(raw, input) : null;
  const words = Array.isArray(raw) ? raw : [raw];
  if (words.length === 0 || !words.every((word) => typeof word === 'string' && input.values.includes(word)))
    return null;
  const set = new Set<Cell>(words as string[]);
  return { written: words.join(' '), fits: (cell) => set.has(cell), probes: input.values };
}

/** One fact that stands for "any" in a column without conditions. */
export function anyCell(input: TableInput): readonly Cell[] {
  if (input.type === 'enum') return input.values;
  if (input.type === 'boolean') return [true, false];
  return [input.type === 'date' ? '2000-01-01' : 0];
}
