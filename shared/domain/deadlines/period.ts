/** Periods of days, working days, months and years (law.md §16): the day that starts a period is not counted. */
import { addDays, addMonths, type CalendarDate } from '../../kernel/calendarDate';
import type { Inquiry } from '../../rules/inquiry';

export type PeriodUnit = 'calendar' | 'working' | 'month' | 'year';

/**
 * Last day of a period of `length` units after `start`. Months and years end on the corresponding day, or on the last of
 * the month (CAL-02). With `roll` a last day without work moves to the next with work; a count of working days ends
 * on one anyway. Make-up workdays are workdays (CAL-04).
 */
export function periodEnd(
  inquiry: Inquiry,
  start: CalendarDate,
  length: number,
  unit: PeriodUnit,
  roll: boolean,
): CalendarDate {
  if (unit === 'working') return nthWorkday(inquiry, start, length);
  const end = unit === 'calendar' ? addDays(start, length) : addMonths(start, unit === 'year' ? length * 12 : length);
  return roll ? inquiry.rolled(end) : end;
}

function nthWorkday(inquiry: Inquiry, start: CalendarDate, length: number): CalendarDate {
  let day = start;
  for (let counted = 0; counted < length; ) {
    day = addDays(day, 1);
    if (!inquiry.isRestDay(day)) counted++;
  }
  return day;
}
