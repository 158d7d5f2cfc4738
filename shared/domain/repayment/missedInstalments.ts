/**
 * What is overdue of a plan while the rest is not: instalments of an extension's plan, or of an agreement in force that is
 * not broken so far that all of it is due (documents.md DOC-REC-02).
 */
import { type CalendarDate, daysBetween } from '../../kernel/calendarDate';
import type { Fen } from '../../kernel/money';
import { sumOf } from './agreement';
import { breach, type FollowedInstalment } from './followUp';

export interface MissedInstalment {
  readonly seq: number;
  readonly payBy: CalendarDate;
  readonly principal: Fen;
  readonly interest: Fen;
  readonly paid: Fen;
  readonly daysLate: number;
  readonly owed: Fen;
}

export interface MissedPlan {
  readonly kind: 'extension' | 'agreement';
  readonly loanIds: readonly number[];
  readonly instalments: readonly MissedInstalment[];
}

/** null: nothing is missed, or the whole debt is due. `graceDays`: an instalment later than these makes all due; null: none does. */
export function missedOf(
  plan: Pick<MissedPlan, 'kind' | 'loanIds'>,
  followed: readonly FollowedInstalment[],
  graceDays: number | null,
  today: CalendarDate,
): MissedPlan | null {
  if (graceDays !== null && breach(followed, graceDays, today) !== null) return null;
  const missed = followed.filter(({ state }) => state === 'missed');
  if (missed.length === 0) return null;
  const instalments = missed.map(({ seq, payBy, principal, interest, paid }) => {
    const owed = sumOf({ principal, interest }) - paid;
    return { seq, payBy, principal, interest, paid, daysLate: daysBetween(payBy, today), owed };
  });
  return { ...plan, instalments };
}

/** Overdue of all plans together. */
export const overdueOf = (plans: readonly MissedPlan[]): Fen =>
  plans.reduce((sum, { instalments }) => sum + instalments.reduce((all, { owed }) => all + owed, 0), 0);
