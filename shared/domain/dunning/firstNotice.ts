/** When the first dunning notice of a loan is due (B2 §20). */
import { addDays, addMonths, type CalendarDate } from '../../kernel/calendarDate';
import { refuse } from '../../kernel/result';
import { type Evaluator, evaluator } from '../../rules/evaluation';
import { date, optional } from '../../rules/facts';
import type { Inquiry } from '../../rules/inquiry';

/**
 * Nominal day, not moved for rest days. A loan of up to and including one year is short-term. Refuses
 * `due-before-issue`. `asOf` null: the version now in force.
 */
export function firstNoticeDue(
  inquiry: Inquiry,
  issueDate: CalendarDate,
  dueDate: CalendarDate,
  asOf: CalendarDate | null,
): CalendarDate {
  if (dueDate < issueDate) refuse('due-before-issue', { issueDate, dueDate });
  const rule = inquiry.values('dunning/first-due', asOf, { issueDate, dueDate });
  const shortTerm = dueDate <= addMonths(issueDate, rule.number('shortTermMonths'));
  return shortTerm ? addDays(dueDate, -rule.number('shortDays')) : addMonths(dueDate, -rule.number('longMonths'));
}

export const dunningEvaluators: readonly Evaluator[] = [
  evaluator('dunning/first-due', { issueDate: date, dueDate: date, asOf: optional(date) }, (inquiry, facts) => ({
    noticeDue: firstNoticeDue(inquiry, facts.issueDate, facts.dueDate, facts.asOf),
  })),
];
