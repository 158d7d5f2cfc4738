/**
 * The class that the rules give at least (law.md §7, B2 §10). A suggestion with its reasons: a person decides, and may
 * always decide for worse.
 */
import { addMonths, type CalendarDate } from '../../kernel/calendarDate';
import type { Inquiry, TableMatch } from '../../rules/inquiry';
import { FIVE_LEVELS, type FiveLevel, FORMS, type OccupancyForm, worse } from './classes';

export interface FiveLevelFacts {
  /** Days since the earliest unpaid due date of principal or interest, extensions counted; 0 = nothing is overdue. */
  readonly daysOverdue: number;
  readonly guarantee: string;
  readonly reportingDate: CalendarDate;
  readonly flags: readonly string[];
}

export interface ClassReason {
  readonly class: FiveLevel;
  readonly article: string;
}

const asReasons = (matches: readonly TableMatch[]): ClassReason[] =>
  matches.map(({ gives, article }) => ({ class: gives.class as FiveLevel, article }));

export function suggestFiveLevel(inquiry: Inquiry, facts: FiveLevelFacts) {
  const { daysOverdue, guarantee, reportingDate } = facts;
  const reasons = [
    ...asReasons(inquiry.table('classification/five-level', reportingDate, { daysOverdue, guarantee })),
    ...facts.flags.flatMap((flag) =>
      asReasons(inquiry.table('classification/five-level-flags', reportingDate, { flag, daysOverdue })),
    ),
  ];
  const floor = reasons.reduce<FiveLevel>((found, reason) => worse(FIVE_LEVELS, found, reason.class), '正常');
  // Stock from before the 2023 rules may carry its old class until the end of the transition.
  const transition = inquiry.valuesInForce('classification/reclassification-deadline', reportingDate);
  if (transition) inquiry.warn('old-stock-in-transition', { lastDay: transition.text('lastDay') });
  return { class: floor, reasons };
}

export interface FourLevelFacts {
  /** After extension. */
  readonly dueDate: CalendarDate;
  readonly asOf: CalendarDate;
  readonly flags: readonly string[];
}

export interface FormReason {
  readonly class: OccupancyForm;
  readonly article: string;
}

export function suggestForm(inquiry: Inquiry, facts: FourLevelFacts) {
  const { dueDate, asOf } = facts;
  const months = inquiry.values('classification/doubtful-after-months', asOf, { dueDate, asOf }).number('months');
  const pastDue = asOf > dueDate;
  const aYearPastDue = pastDue && asOf >= addMonths(dueDate, months);
  const matches = [
    inquiry.row('classification/four-level', asOf, { pastDue, aYearPastDue }),
    ...facts.flags.flatMap((flag) => inquiry.table('classification/four-level-flags', asOf, { flag, aYearPastDue })),
  ];
  const reasons = matches.map(({ gives, article }): FormReason => ({ class: gives.form as OccupancyForm, article }));
  return { form: reasons.reduce<OccupancyForm>((found, reason) => worse(FORMS, found, reason.class), '正常'), reasons };
}
