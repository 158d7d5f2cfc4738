/** The only way to the time of day; tests hand in a fixed one. */
import type { CalendarDate } from '@shared/kernel/calendarDate';

export interface Clock {
  now(): Date;
  /** Today by this computer's calendar. */
  today(): CalendarDate;
}

const pad = (value: number) => String(value).padStart(2, '0');

/** The day by this computer's calendar. */
export function localDate(date: Date): CalendarDate {
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** The day of an instant by this computer's calendar; the text of an instant begins with the day in Greenwich. */
export const localDay = (instant: string): CalendarDate => localDate(new Date(instant));

/** `2026-11-22 10:30` on this computer's clock, as watermarks say it. */
export const localMinute = (date: Date): string =>
  `${localDate(date)} ${pad(date.getHours())}:${pad(date.getMinutes())}`;

export const systemClock: Clock = {
  now: () => new Date(),
  today: () => localDate(new Date()),
};

export function fixedClock(instant: string): Clock {
  return { now: () => new Date(instant), today: () => localDay(instant) };
}
