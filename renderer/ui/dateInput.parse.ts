/** Every form in which a clerk types a date (ui.md §4): pure, so that fields, filters and tests share it. */
import { addDays, type CalendarDate, calendarDate } from '@shared/kernel/calendarDate';

const EIGHT = /^(\d{4})(\d{2})(\d{2})$/;
const SIX = /^(\d{2})(\d{2})(\d{2})$/;
const SEPARATED = /^(\d{4}|\d{2})([-/.])(\d{1,2})\2(\d{1,2})$/;
const CHINESE = /^(\d{4}|\d{2})年(\d{1,2})月(\d{1,2})日?$/;
const OFFSET = /^([+-])(\d{1,5})$/;

/** Two-digit years: up to 20 years ahead of today belong to this century, the rest to the one before. */
function fullYear(text: string, today: CalendarDate): number {
  if (text.length === 4) return Number(text);
  const thisYear = Number(today.slice(0, 4));
  const century = Math.floor(thisYear / 100) * 100;
  const year = century + Number(text);
  return year > thisYear + 20 ? year - 100 : year;
}

/** Full-width digits and signs, as an input method leaves them, to ASCII; spaces go. */
function narrow(typed: string): string {
  return typed
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/。/g, '.')
    .replace(/\s/g, '');
}

/**
 * What was typed → a calendar date, or null when it is none: 20261122, 261122, 2026-11-22, 2026/11/22, 2026.11.22,
 * 2026年11月22日, `t` (today), `+7` and `-3` (days from today).
 */
export function parseTypedDate(typed: string, today: CalendarDate): CalendarDate | null {
  const text = narrow(typed);
  if (/^t$/i.test(text)) return today;
  const offset = OFFSET.exec(text);
  if (offset) return addDays(today, Number(offset[2]) * (offset[1] === '-' ? -1 : 1));
  const plain = EIGHT.exec(text) ?? SIX.exec(text) ?? CHINESE.exec(text);
  if (plain) return calendarDate(fullYear(plain[1]!, today), Number(plain[2]), Number(plain[3]));
  const separated = SEPARATED.exec(text);
  if (separated) return calendarDate(fullYear(separated[1]!, today), Number(separated[3]), Number(separated[4]));
  return null;
}
