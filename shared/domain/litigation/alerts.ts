/** When a deadline is told again: ten, five, two and one working days before (law.md §6). */
import { addDays, type CalendarDate, daysBetween } from '../../kernel/calendarDate';
import type { Inquiry } from '../../rules/inquiry';

export const ALERTS = [10, 5, 2, 1] as const;
export type Alert = (typeof ALERTS)[number];

/** No count of working days matters beyond this many calendar days. */
const HORIZON_DAYS = 40;

/** Working days after `today` up to `day`, both ends of a rest kept out; null beyond the horizon, 0 on the day and after. */
export function workdaysLeft(inquiry: Inquiry, today: CalendarDate, day: CalendarDate): number | null {
  if (daysBetween(today, day) > HORIZON_DAYS) return null;
  let left = 0;
  for (let next = addDays(today, 1); next <= day; next = addDays(next, 1)) if (!inquiry.isRestDay(next)) left++;
  return left;
}

/** The alert that has been reached: 10, 5, 2 or 1; null while there is time. The day itself and what is past are 1. */
export function alertOf(inquiry: Inquiry, today: CalendarDate, day: CalendarDate): Alert | null {
  const left = workdaysLeft(inquiry, today, day);
  if (left === null) return null;
  return ALERTS.findLast((alert) => left <= alert) ?? null;
}
