/**
 * Exact fractions of BigInt, for products of money, rates and days: nothing is rounded before the end.
 * A value is always in lowest terms with a positive denominator, so equal values are equal field by field.
 */
import { assert, present } from './assert';
import type { Fen } from './money';

export interface Exact {
  readonly n: bigint;
  readonly d: bigint;
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** numerator / denominator in lowest terms; a zero denominator is a bug of the caller. */
export function fraction(numerator: bigint, denominator: bigint): Exact {
  assert(denominator !== 0n, 'a fraction has a denominator');
  const sign = denominator < 0n ? -1n : 1n;
  const common = gcd(numerator, denominator * sign) || 1n;
  return { n: (numerator * sign) / common, d: (denominator * sign) / common };
}

export const whole = (value: number | bigint): Exact => ({ n: BigInt(value), d: 1n });

export const ZERO: Exact = whole(0);

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;
const QUOTIENT = /^(-?\d+)\/([1-9]\d*)$/;

/** Decimal text or a quotient of whole numbers ("0.000175", "1/3"); null for anything else. */
export function parseExact(text: string): Exact | null {
  const quotient = QUOTIENT.exec(text);
  if (quotient) return fraction(BigInt(quotient[1] as string), BigInt(quotient[2] as string));
  const decimal = DECIMAL.exec(text);
  if (!decimal) return null;
  const [, sign, integer, places = ''] = decimal as unknown as [string, string, string, string | undefined];
  const value = BigInt(integer + places);
  return fraction(sign === '-' ? -value : value, 10n ** BigInt(places.length));
}

export const plus = (a: Exact, b: Exact): Exact => fraction(a.n * b.d + b.n * a.d, a.d * b.d);

export const minus = (a: Exact, b: Exact): Exact => fraction(a.n * b.d - b.n * a.d, a.d * b.d);

export const times = (a: Exact, b: Exact): Exact => fraction(a.n * b.n, a.d * b.d);

export const over = (a: Exact, b: Exact): Exact => fraction(a.n * b.d, a.d * b.n);

export const product = (...factors: readonly Exact[]): Exact => factors.reduce(times, whole(1));

export const sum = (terms: readonly Exact[]): Exact => terms.reduce(plus, ZERO);

/** -1, 0 or 1, as a sort function wants it. */
export function compare(a: Exact, b: Exact): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const lesser = (a: Exact, b: Exact): Exact => (compare(a, b) <= 0 ? a : b);

/** Half up, away from zero: 2.5 → 3, -2.5 → -3. */
export function roundHalfUp(value: Exact): bigint {
  const magnitude = value.n < 0n ? -value.n : value.n;
  const rounded = (2n * magnitude + value.d) / (2n * value.d);
  return value.n < 0n ? -rounded : rounded;
}

/** Exact fen → whole fen, half up. Beyond the safe range of money is a bug: facts are limited before. */
export function toFen(value: Exact): Fen {
  const fen = Number(roundHalfUp(value));
  assert(Number.isSafeInteger(fen), 'amounts stay in the safe range');
  return fen;
}

/**
 * Parts of one sum in exact fen (none below zero), rounded together: the sum half up, and the fen that are left after rounding each
 * part down go to the largest remainders, the part named first before the others.
 */
export function roundTogether(parts: readonly Exact[]): Fen[] {
  const down = parts.map(({ n, d }) => {
    assert(n >= 0n, 'a part of a sum is not negative');
    return n / d;
  });
  const rest = toFen(sum(parts)) - Number(down.reduce((total, part) => total + part, 0n));
  const remainder = (index: number): Exact => minus(parts[index] as Exact, whole(down[index] as bigint));
  const order = [...parts.keys()].sort((a, b) => compare(remainder(b), remainder(a)) || a - b);
  const favoured = new Set(order.slice(0, rest));
  return down.map((part, index) => Number(part) + (favoured.has(index) ? 1 : 0));
}

/** Half up to `places`, all of them written: 0.1234. */
export function fixedText(value: Exact, places: number): string {
  const scaled = roundHalfUp(times(value, whole(10n ** BigInt(places))));
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(places + 1, '0');
  const cut = digits.length - places;
  return `${scaled < 0n ? '-' : ''}${digits.slice(0, cut)}${places > 0 ? `.${digits.slice(cut)}` : ''}`;
}

/** A rate as decimal text without needless zeros, at most ten places: 0.25, 0.000175, 1. */
export const rateText = (value: Exact): string => fixedText(value, 10).replace(/\.?0+$/, '');

/** A rate as decimal text → percent, at most four places: `0.15` → `15%`. */
export const ratePercent = (rate: string): string =>
  `${fixedText(times(present(parseExact(rate), 'a rate is decimal text'), whole(100)), 4).replace(/\.?0+$/, '')}%`;
