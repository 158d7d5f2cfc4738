/** Dates in every form that branches' lists hold: text, date cells, bare serials, months. */
import { type CalendarDate, calendarDate, daysInMonth, fromExcelSerial } from '../../kernel/calendarDate';
import { halfWidth } from './foldText';
import type { RawCell } from './sheet';

export interface DateReading {
  readonly date: CalendarDate | null;
  /** `date-impossible`: shaped like a date, but no such day (or no plausible one); `date-text`: not a date. */
  readonly problem: 'date-impossible' | 'date-text' | null;
}

/** 1930-01-01 and 2099-12-31: the serials that a bare number is believed to mean. */
const FIRST_SERIAL = 10_959;
const LAST_SERIAL = 73_050;
/** Loans begin after 1900; core systems write 2999 for "no end". */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2999;

const BLANK: DateReading = { date: null, problem: null };
const IMPOSSIBLE: DateReading = { date: null, problem: 'date-impossible' };
const TEXT: DateReading = { date: null, problem: 'date-text' };

/** What lists and core systems write where there is no date. */
const NO_DATE = /^(?:0+|0000-00-00|9999-?12-?31|[-—/]+|无|空|NULL)?$/i;
const PARTED = /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?$/;
const TIME_PART = /(?:T|\s+)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$|(?<=日)\s*\d{1,2}[时点:].*$/;

function fromParts(year: number, month: number, day: number): DateReading {
  const date = year < FIRST_YEAR || year > LAST_YEAR ? null : calendarDate(year, month, day);
  return date === null ? IMPOSSIBLE : { date, problem: null };
}

function fromNumber(n: number): DateReading {
  if (n === 0 || n === 99_991_231) return BLANK;
  const whole = Math.floor(n);
  if (whole >= 10_000_000 && whole <= 99_999_999 && whole === n)
    return fromParts(Math.floor(n / 10_000), Math.floor(n / 100) % 100, n % 100);
  if (whole < FIRST_SERIAL || whole > LAST_SERIAL) return IMPOSSIBLE;
  return { date: fromExcelSerial(whole), problem: null };
}

function fromText(raw: string): DateReading {
  const text = halfWidth(raw)
    .trim()
    .replace(/^'/, '')
    .replace(/^="(.*)"$/, '$1')
    .replace(TIME_PART, '');
  if (NO_DATE.test(text)) return BLANK;
  const parted = PARTED.exec(text.replace(/\s+/g, ''));
  if (parted) return fromParts(Number(parted[1]), Number(parted[2]), Number(parted[3]));
  if (/^\d+(?:\.\d+)?$/.test(text)) return fromNumber(Number(text));
  return TEXT;
}

/** Reads one cell; `date` and `problem` are both null for a blank one. */
export function readDate(cell: RawCell | undefined): DateReading {
  if (cell === null || cell === undefined || cell === '') return BLANK;
  if (typeof cell === 'string') return fromText(cell);
  if (typeof cell === 'number') return fromNumber(cell);
  if (typeof cell === 'boolean') return TEXT;
  if (cell.kind === 'formula') return readDate(cell.value);
  if (cell.kind === 'error') return TEXT;
  const date = fromExcelSerial(Math.floor(cell.serial));
  return date === null || Number(date.slice(0, 4)) > LAST_YEAR ? IMPOSSIBLE : { date, problem: null };
}

/** Reads `YYYYMM`, `2026-10`, `2026年10月`, or any date (its month) → `YYYY-MM`. */
export function readMonth(cell: RawCell | undefined): { month: string | null; problem: DateReading['problem'] } {
  const text = typeof cell === 'number' ? String(cell) : typeof cell === 'string' ? halfWidth(cell).trim() : '';
  const parts = /^'?(\d{4})(?:[-/.]|年)?(\d{1,2})月?$/.exec(text);
  if (parts && (text.length !== 5 || /\D/.test(text))) {
    const { date, problem } = fromParts(Number(parts[1]), Number(parts[2]), 1);
    return { month: date === null ? null : date.slice(0, 7), problem };
  }
  const { date, problem } = readDate(cell);
  return { month: date === null ? null : date.slice(0, 7), problem };
}

/** The last day of a `YYYY-MM` month. */
export function monthEnd(month: string): CalendarDate {
  const [year, m] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  return `${month}-${String(daysInMonth(year, m)).padStart(2, '0')}`;
}

/** `readDate` that remembers: a column repeats its few thousand days over a whole file. */
export function createDateReader(): (cell: RawCell | undefined) => DateReading {
  const seen = new Map<string | number, DateReading>();
  const seenSerials = new Map<number, DateReading>();
  const recall = <K>(memory: Map<K, DateReading>, key: K, cell: RawCell): DateReading => {
    const known = memory.get(key);
    if (known !== undefined) return known;
    const reading = readDate(cell);
    if (memory.size > 50_000) memory.clear();
    memory.set(key, reading);
    return reading;
  };
  return (cell) => {
    if (cell === null || cell === undefined || cell === '') return BLANK;
    if (typeof cell === 'string' || typeof cell === 'number') return recall(seen, cell, cell);
    return typeof cell === 'object' && cell.kind === 'date' ? recall(seenSerials, cell.serial, cell) : readDate(cell);
  };
}
