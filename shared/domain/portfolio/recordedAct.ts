/** Acts that a limitation clock hears: a receipt of money, a delivered notice, a signed paper, or what a contact left. For one signatory only. */
import type { CalendarDate } from '../../kernel/calendarDate';
import type { RawFacts } from '../../rules/facts';
import type { EventKind, LimitationEvent } from '../limitation/events';
import type { Grade, GradeReason } from './grades';

export interface Act {
  readonly kind: EventKind;
  readonly on: CalendarDate;
  readonly evidence: string | null;
  readonly content: 'notice' | 'consent-to-perform' | null;
  readonly grade: Grade;
  readonly reason: GradeReason;
  readonly source: 'receipt' | 'notice' | 'contact' | 'paper' | 'case';
  /** Number of the receipt, notice, contact, signed paper or case. */
  readonly sourceNo: string;
}

export interface RecordedAct extends Act {
  readonly loanId: number;
  /** null is the borrower. */
  readonly guaranteeId: number | null;
}

/** A debt is restarted by what was done after it fell due; before, nothing runs that could be interrupted. */
export const dueAct = <A extends Act>(act: A, dueDate: CalendarDate): A =>
  act.on < dueDate && act.grade !== 'none' ? { ...act, grade: 'none', reason: 'before-due' } : act;

/** Against the signatory whose clock is asked: a guarantor's events say that they concern him. */
type Against = 'all' | null;

/** Acts as facts of a limitation question. */
export const eventsOf = (acts: readonly Act[], grades: readonly Grade[], against: Against = null): RawFacts[] =>
  acts
    .filter(({ grade }) => grades.includes(grade))
    .map(({ kind, on, evidence, content }) => ({
      kind,
      on,
      ...(against === null ? {} : { against }),
      ...(evidence === null ? {} : { evidence }),
      ...(content === null ? {} : { content }),
    }));

/** The same acts as the clock takes them. */
export const clockEvents = (
  acts: readonly Act[],
  grades: readonly Grade[],
  against: Against = null,
): LimitationEvent[] =>
  acts
    .filter(({ grade }) => grades.includes(grade))
    .map(({ kind, on, evidence, content }) => ({ kind, on, against, evidence, content, level: null }));
