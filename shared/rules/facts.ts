/**
 * Facts as they come over the wire: amounts as decimal yuan text, rates as decimal text, dates as ISO text. Everything
 * that is missing is told at once (`needs-facts`); what cannot be true is refused with `fact-invalid` and its name.
 */
import { type CalendarDate, isCalendarDate } from '../kernel/calendarDate';
import { type Exact, parseExact } from '../kernel/exact';
import { type Fen, parseFen } from '../kernel/money';
import { type Decision, granted, needs, refused } from '../kernel/result';

export interface FactType<T> {
  /** What is expected, for the person who typed something else. */
  readonly expected: string;
  /** What a missing fact means; absent = it must be given. */
  readonly absent?: { readonly value: T };
  /** The value, or undefined when `raw` is not one. */
  readonly read: (raw: unknown) => T | undefined;
  /** Of a list: what each of its items is. */
  readonly item?: FactType<unknown>;
  /** Of an object: its named parts. */
  readonly parts?: FactTypes;
}

export type FactTypes = Readonly<Record<string, FactType<unknown>>>;
export type FactsOf<S extends FactTypes> = { readonly [K in keyof S]: S[K] extends FactType<infer T> ? T : never };
export type RawFacts = Readonly<Record<string, unknown>>;

/** Larger amounts belong to no branch, and their products with day counts stay readable. */
const MOST_FEN = 1_000_000_000_000_000;

function readFen(raw: unknown): Fen | undefined {
  const text = typeof raw === 'number' && Number.isFinite(raw) ? String(raw) : raw;
  if (typeof text !== 'string') return undefined;
  const fen = parseFen(text.trim());
  return typeof fen === 'number' && Math.abs(fen) <= MOST_FEN ? fen : undefined;
}

/** An amount of at least 0.00 yuan, no finer than a fen. */
export const money: FactType<Fen> = {
  expected: 'yuan >= 0.00',
  read: (raw) => {
    const fen = readFen(raw);
    return fen !== undefined && fen >= 0 ? fen : undefined;
  },
};

export const date: FactType<CalendarDate> = {
  expected: 'YYYY-MM-DD',
  read: (raw) => (typeof raw === 'string' && isCalendarDate(raw) ? raw : undefined),
};

export const bool: FactType<boolean> = {
  expected: 'true | false',
  read: (raw) => (typeof raw === 'boolean' ? raw : undefined),
};

export const text: FactType<string> = {
  expected: 'text',
  read: (raw) => (typeof raw === 'string' ? raw : undefined),
};

/** A count of days and the like: a whole number from 0 to `most`. */
export const count = (most = 1_000_000): FactType<number> => ({
  expected: `0..${most}`,
  read: (raw) => {
    const value = typeof raw === 'string' && /^\d+$/.test(raw) ? Number(raw) : raw;
    return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most ? value : undefined;
  },
});

/** A decimal fraction or a percent, exact; never negative unless `signed`. */
export const decimal = (signed = false): FactType<Exact> => ({
  expected: signed ? 'decimal' : 'decimal >= 0',
  read: (raw) => {
    const value = typeof raw === 'number' || typeof raw === 'string' ? parseExact(String(raw)) : null;
    return value !== null && (signed || value.n >= 0n) ? value : undefined;
  },
});

export const oneOf = <T extends string | number>(...words: readonly T[]): FactType<T> => ({
  expected: words.join(' | '),
  read: (raw) => words.find((word) => word === raw || String(word) === raw),
});

export const list = <T>(item: FactType<T>): FactType<readonly T[]> => ({
  expected: `list of ${item.expected}`,
  item,
  read: (raw) => {
    if (!Array.isArray(raw)) return undefined;
    const items = raw.map((each) => item.read(each));
    return items.every((each) => each !== undefined) ? (items as T[]) : undefined;
  },
});

/** An object of named facts, e.g. one payment. Missing parts make the whole invalid; so do unknown ones when `closed`. */
export const record = <S extends FactTypes>(shape: S, closed = false): FactType<FactsOf<S>> => ({
  expected: `{${Object.entries(shape)
    .map(([name, type]) => `${name}${type.absent ? '?' : ''}: ${type.expected}`)
    .join(', ')}}`,
  parts: shape,
  read: (raw) => {
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return undefined;
    if (closed && Object.keys(raw).some((name) => !Object.hasOwn(shape, name))) return undefined;
    const facts = readFacts(shape, raw as RawFacts);
    return facts.kind === 'granted' ? facts.value : undefined;
  },
});

export const optional = <T>(type: FactType<T>): FactType<T | null> => ({ ...type, absent: { value: null } });

export const withDefault = <T>(type: FactType<T>, value: T): FactType<T> => ({ ...type, absent: { value } });

/** null is a word of its own (an application without an amount), not a missing fact. */
export const nullable = <T>(type: FactType<T>): FactType<T | null> => ({
  expected: `${type.expected} | null`,
  read: (raw) => (raw === null ? null : type.read(raw)),
});

/** Refuses in this order: everything missing at once, then the first fact that cannot be read. */
export function readFacts<S extends FactTypes>(types: S, raw: RawFacts): Decision<FactsOf<S>> {
  const facts: Record<string, unknown> = {};
  const missing: string[] = [];
  let invalid: { readonly fact: string; readonly expected: string } | null = null;
  for (const [name, type] of Object.entries(types)) {
    const given = raw[name];
    const value = given === undefined ? undefined : type.read(given);
    if (value !== undefined) facts[name] = value;
    else if (given === undefined || given === null) {
      if (type.absent) facts[name] = type.absent.value;
      else missing.push(name);
    } else invalid ??= { fact: name, expected: type.expected };
  }
  if (missing.length > 0) return needs(missing);
  if (invalid !== null) return refused('fact-invalid', invalid);
  return granted(facts as FactsOf<S>);
}
