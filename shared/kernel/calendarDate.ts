/** Calendar dates as ISO text `YYYY-MM-DD`: they compare as text, store as text and have no time zone. */

export type CalendarDate = string;

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** A date from its parts, or null when no such day exists (30 February, month 13). */
export function calendarDate(year: number, month: number, day: number): CalendarDate | null {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return written(year, month, day);
}

const two = (part: number) => (part < 10 ? `0${part}` : `${part}`);

const written = (year: number, month: number, day: number): CalendarDate => `${year}-${two(month)}-${two(day)}`;

export function isCalendarDate(text: string): boolean {
  const match = ISO.exec(text);
  return match !== null && calendarDate(Number(match[1]), Number(match[2]), Number(match[3])) !== null;
}

export function dateParts(date: CalendarDate): { year: number; month: number; day: number } {
  const digit = (at: number) => date.charCodeAt(at) - 48;
  const pair = (at: number) => digit(at) * 10 + digit(at + 1);
  return { year: pair(0) * 100 + pair(2), month: pair(5), day: pair(8) };
}

/** Days from 0000-03-01 to 1970-01-01. Years that begin in March have their leap day at the end. */
const EPOCH = 719_468;
const DAYS_IN_400_YEARS = 146_097;

/** Days since 1970-01-01. Arithmetic instead of Date: a run over all loans asks for millions of days. */
export function epochDay(date: CalendarDate): number {
  const { year, month, day } = dateParts(date);
  const marchYear = month > 2 ? year : year - 1;
  const leaps = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return marchYear * 365 + leaps + dayOfYear - EPOCH;
}

export function fromEpochDay(epoch: number): CalendarDate {
  const days = epoch + EPOCH;
  const era = Math.floor(days / DAYS_IN_400_YEARS);
  const dayOfEra = days - era * DAYS_IN_400_YEARS;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return written(era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day);
}

export const addDays = (date: CalendarDate, days: number): CalendarDate => fromEpochDay(epochDay(date) + days);

export const daysBetween = (from: CalendarDate, to: CalendarDate): number => epochDay(to) - epochDay(from);

/** Corresponding day n months on; a missing one is the month's last day (law.md CAL-02). */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = dateParts(date);
  const index = year * 12 + (month - 1) + months;
  const y = Math.floor(index / 12);
  const m = (index % 12) + 1;
  return calendarDate(y, m, Math.min(day, daysInMonth(y, m))) as CalendarDate;
}

/** An Excel serial of the 1900 date system (1 = 1900-01-01; the false leap day 60 is skipped). */
export function fromExcelSerial(serial: number): CalendarDate | null {
  if (!Number.isInteger(serial) || serial < 1 || serial > 2_958_465 || serial === 60) return null;
  return fromEpochDay(serial - (serial > 60 ? 25_569 : 25_568));
}

/** Paper form `2026年9月20日`, no leading zeros (GB/T 9704). */
export function paperDate(date: CalendarDate): string {
  const { year, month, day } = dateParts(date);
  return `${year}年${month}月${day}日`;
}
