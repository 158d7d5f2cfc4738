/** The only way to the time of day; tests hand in a fixed one. */
import type { CalendarDate } from '@shared/kernel/calendarDate';

export interface Clock {
  now(): Date;
  /** Today by this computer's calendar. */
  today(): CalendarDate;
}

function localDate(date: Date): CalendarDate {
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

export const systemClock: Clock = {
  now: () => new Date(),
  today: () => localDate(new Date()),
};

export function fixedClock(instant: string): Clock {
  return { now: () => new Date(instant), today: () => localDate(new Date(instant)) };
}
