/** Figures as people read them (ui.md §6): one set of formatters for tables, charts and popovers. */
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { epochDay } from '@shared/kernel/calendarDate';
import { type Fen, wanGrouped, yuanGrouped } from '@shared/kernel/money';
import { INTL_LOCALE, type Language } from './languages';

export type AmountUnit = 'yuan' | 'wan';

/** What stands where a value is unknown: never a zero. */
export const UNKNOWN = '—';

const typographicMinus = (text: string): string => text.replace(/^-/, '\u2212');

/** Fen → `1,234,567.89` or `123.46` (万元, half up), with a typographic minus; no unit word. */
export function formatAmount(fen: Fen | null | undefined, unit: AmountUnit): string {
  if (fen === null || fen === undefined) return UNKNOWN;
  return typographicMinus(unit === 'wan' ? wanGrouped(fen) : yuanGrouped(fen));
}

/** `2026-11-22 周日`; without the weekday where `weekday` is false. */
export function formatDate(date: CalendarDate | null | undefined, language: Language, weekday = true): string {
  if (!date) return UNKNOWN;
  if (!weekday) return date;
  const name = new Intl.DateTimeFormat(INTL_LOCALE[language], { weekday: 'short', timeZone: 'UTC' });
  return `${date} ${name.format(epochDay(date) * 86_400_000)}`;
}

/** ISO instant → `2026-11-22 14:05` on this computer's clock, 24 h. */
export function formatInstant(instant: string | null | undefined): string {
  if (!instant) return UNKNOWN;
  const at = new Date(instant);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** A fraction (0.1234) → `12.34 %`; null is unknown. */
export function formatPercent(fraction: number | null | undefined, places = 2): string {
  if (fraction === null || fraction === undefined) return UNKNOWN;
  return `${typographicMinus((fraction * 100).toFixed(places))} %`;
}

/** Counts with separators: 1204 → `1,204`. */
export function formatCount(count: number | null | undefined): string {
  if (count === null || count === undefined) return UNKNOWN;
  return typographicMinus(String(count).replace(/\B(?=(\d{3})+$)/g, ','));
}
