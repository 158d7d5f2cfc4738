/** Rates as lists give them → the annual rate as an exact decimal fraction in text. */
import { halfWidth } from '../foldText';
import { remembered } from '../remembered';
import type { RowReader } from '../rowReader';

/** `text` / 10^shift as decimal text without superfluous zeros, at least four places. */
function shiftDecimal(digits: bigint, places: number): string {
  const text = digits.toString().padStart(places + 1, '0');
  const whole = text.slice(0, text.length - places);
  const fraction = text
    .slice(text.length - places)
    .replace(/0+$/, '')
    .padEnd(4, '0');
  return `${whole}.${fraction}`;
}

/** Monthly ‰ × 12 / 1000, or annual % / 100; a cell with its own % or ‰ wins. Null when it is not a plain decimal. */
export function annualRateOf(text: string, period: 'month' | 'year'): string | null {
  const match = /^(\d{1,3})(?:\.(\d{1,10}))?([%‰])?$/.exec(halfWidth(text).replace(/\s+/g, '').replace('％', '%'));
  if (!match) return null;
  const [, whole = '', fraction = '', sign] = match;
  const digits = BigInt(whole + fraction);
  const perMille = sign === undefined ? period === 'month' : sign === '‰';
  const times = period === 'month' ? 12n : 1n;
  return shiftDecimal(digits * times, fraction.length + (perMille ? 3 : 2));
}

const monthly = remembered((text) => annualRateOf(text, 'month'));
const annual = remembered((text) => annualRateOf(text, 'year'));

/** Warns `amount-text` for a rate that cannot be read. */
export function readAnnualRate(reader: RowReader): string | null {
  const field = reader.raw('monthlyRate') !== null ? 'monthlyRate' : 'annualRate';
  const text = reader.text(field);
  if (text === null) return null;
  const rate = field === 'monthlyRate' ? monthly(text) : annual(text);
  if (rate === null) reader.warn('amount-text', field);
  return rate;
}
