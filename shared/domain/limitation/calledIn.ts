/**
 * A loan that was called in before its due date (law.md LIM-09): whether limitation and guarantee period count from that day
 * or from the contract's own due date is disputed. Alerts follow the day on which it was called in, which is safe.
 */
import type { CalendarDate } from '../../kernel/calendarDate';
import type { Inquiry } from '../../rules/inquiry';

export const earlierOf = (dueDate: CalendarDate, calledInOn: CalendarDate | null | undefined): CalendarDate =>
  calledInOn && calledInOn < dueDate ? calledInOn : dueDate;

/** The due date of the safe reading; the rule is traced where it decides. */
export function safeDue(inquiry: Inquiry, dueDate: CalendarDate, calledInOn: CalendarDate | null): CalendarDate {
  const safe = earlierOf(dueDate, calledInOn);
  if (safe !== dueDate) inquiry.valuesInForce('limitation/called-in', safe, { calledInOn: safe, dueDate });
  return safe;
}
