/**
 * Interest suspended in part or in whole, or let off (B1 §19, REC-12): for real hardship only, looked into by two people,
 * with papers, and approved. A suspension is the bank's own accounting and leaves the debt as it is; only a relief takes it
 * away. Principal is never let off here.
 */
import type { CalendarDate } from '../../kernel/calendarDate';
import { type Fen, yuanGrouped } from '../../kernel/money';
import type { Refusal } from '../../kernel/result';

/** Inputs of the rule `authority/interest-relief`. */
export const MEASURES = ['partial-suspension', 'full-suspension', 'relief'] as const;
export type Measure = (typeof MEASURES)[number];

export const HARDSHIPS = ['family', 'insolvent', 'other'] as const;
export type Hardship = (typeof HARDSHIPS)[number];

export const MEASURE_STATES = ['open', 'approved', 'returned', 'rejected', 'withdrawn', 'void'] as const;
export type MeasureState = (typeof MEASURE_STATES)[number];

/** The three principles of B1 §19: less risk and a safe claim, less loss, more recovered. Each asks for a reason. */
export const PRINCIPLES = ['risk', 'loss', 'recovery'] as const;

export interface MeasureDraft {
  readonly measure: Measure;
  readonly amount: Fen;
  readonly investigators: readonly string[];
  readonly until: CalendarDate | null;
}

/**
 * What stands in the way, the first to be refused: measure-exceeds-interest {interest}, measure-not-all {interest} (a full
 * suspension takes all that is owed), measure-investigators, measure-until-past. `interest`: owed by the debtor today.
 */
export function measureProblems(draft: MeasureDraft, interest: Fen, today: CalendarDate): Refusal[] {
  const { measure, amount, investigators, until } = draft;
  const problems: Refusal[] = [];
  if (amount > interest)
    problems.push({ code: 'measure-exceeds-interest', facts: { interest: yuanGrouped(interest) } });
  else if (measure === 'full-suspension' && amount !== interest)
    problems.push({ code: 'measure-not-all', facts: { interest: yuanGrouped(interest) } });
  if (new Set(investigators).size < 2) problems.push({ code: 'measure-investigators' });
  if (until !== null && until <= today) problems.push({ code: 'measure-until-past' });
  return problems;
}
