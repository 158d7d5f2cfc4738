/** How long a mortgage or registered pledge can be enforced, measured from the limitation of its main debt (law.md SEC-01 to SEC-04). */
import { addMonths, type CalendarDate } from '../../kernel/calendarDate';
import type { Inquiry } from '../../rules/inquiry';

export interface MainDebt {
  /** End of the limitation of action; null while a proceeding or an obstacle lasts. */
  readonly expiry: CalendarDate | null;
  /**
   * End of the period for enforcement once the debt itself is judged: without an application in time the mortgage is
   * no longer protected (担保制度解释 44(1)). Absent while there is no judgment.
   */
  readonly enforcementExpiry?: CalendarDate | null;
}

/**
 * The law on the day of exercise counts: between 2000-12-13 and 2007-09-30 two years beyond the main limitation, since
 * then none. null while nothing runs. Refuses `rule-not-in-force` before 2000-12-13.
 */
export function mortgageEnd(inquiry: Inquiry, main: MainDebt, exercisedOn: CalendarDate): CalendarDate | null {
  const end = main.enforcementExpiry === undefined ? main.expiry : main.enforcementExpiry;
  const rule = inquiry.values('limitation/mortgage', exercisedOn, { expiry: end });
  return end === null ? null : inquiry.rolled(addMonths(end, rule.number('yearsAfterMain') * 12));
}
