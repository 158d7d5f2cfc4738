/**
 * The review of cases that are not closed (B4 §30, LIT-13): at least once a month; where a legal period has passed without what it
 * was for, the review says why and what is done about it.
 */
import { addMonths, type CalendarDate } from '../../kernel/calendarDate';
import { type Decision, granted, refused } from '../../kernel/result';
import { Inquiry, type TraceLine } from '../../rules/inquiry';
import type { RuleBook } from '../../rules/ruleBook';
import type { CaseFacts } from './caseFacts';
import type { CaseDeadline } from './deadlines';
import { isClosed } from './stages';

export interface Review {
  readonly on: CalendarDate;
  /** Kinds of the deadlines that had passed. */
  readonly overdue: readonly string[];
  readonly cause: string | null;
  /** What stands in the way. */
  readonly difficulty: string | null;
  readonly solution: string | null;
  /** By when the solution is to be done. */
  readonly until: CalendarDate | null;
  readonly finding: string;
  readonly by: string;
}

export interface ReviewStanding {
  /** null: a closed case is not reviewed. */
  readonly dueOn: CalendarDate | null;
  readonly isDue: boolean;
  readonly overdue: readonly Pick<CaseDeadline, 'key' | 'kind' | 'day'>[];
  readonly trace: readonly TraceLine[];
}

const isPassed = ({ state }: CaseDeadline): boolean => state === 'missed';

/** A month after the last review, or after the case was opened. `reviews` in the order of days. */
export function reviewStanding(
  book: RuleBook,
  facts: Pick<CaseFacts, 'stage' | 'openedOn' | 'deadlines' | 'asOf'>,
  reviews: readonly Pick<Review, 'on'>[],
): ReviewStanding {
  if (isClosed(facts.stage)) return { dueOn: null, isDue: false, overdue: [], trace: [] };
  const inquiry = new Inquiry(book);
  const from = reviews.at(-1)?.on ?? facts.openedOn;
  const months = inquiry.values('litigation/open-case-review-months', null, { from }).number('months');
  const dueOn = addMonths(from, months);
  const overdue = facts.deadlines.filter(isPassed).map(({ key, kind, day }) => ({ key, kind, day }));
  return { dueOn, isDue: facts.asOf >= dueOn, overdue, trace: inquiry.trace };
}

/** What a review says of a period that passed: all of it or nothing. */
export type Measures = Pick<Review, 'cause' | 'difficulty' | 'solution' | 'until'>;

/** Refusals in order: case-closed, review-cause-missing {overdue} with its article, review-until-past. */
export function decideReview(
  { dueOn, overdue, trace }: ReviewStanding,
  { cause, difficulty, solution, until }: Measures,
  today: CalendarDate,
): Decision<null> {
  if (dueOn === null) return refused('case-closed');
  const missing = [cause, difficulty, solution, until].filter((each) => each === null).length;
  if (missing > 0 && (missing < 4 || overdue.length > 0))
    return refused('review-cause-missing', { overdue: overdue.map(({ kind }) => kind) }, trace[0]?.article);
  if (until !== null && until < today) return refused('review-until-past');
  return granted(null);
}
