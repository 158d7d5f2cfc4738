/**
 * The plan of measures of a household (REC-01, B1 §12): versions, each judged by the three principles, whose items are added and
 * dropped but never rewritten. An item's state is its last step.
 */
import type { CalendarDate } from '../../kernel/calendarDate';

export const MEASURE_STATES = ['planned', 'started', 'done', 'failed', 'dropped'] as const;
export type MeasureState = (typeof MEASURE_STATES)[number];

/** What makes a plan due for revision (B1 §14). */
export const REOPENING_CAUSES = ['instalment-missed'] as const;
export type ReopeningCause = (typeof REOPENING_CAUSES)[number];

/** What may follow; nothing follows an end. Dropping is done by a revision of the plan. */
const NEXT: Readonly<Record<MeasureState, readonly MeasureState[]>> = {
  planned: ['started', 'done', 'failed', 'dropped'],
  started: ['done', 'failed', 'dropped'],
  done: [],
  failed: [],
  dropped: [],
};

export const mayFollow = (from: MeasureState, to: MeasureState): boolean => NEXT[from].includes(to);

export const isOpen = (state: MeasureState): boolean => NEXT[state].length > 0;

export interface DueItem {
  readonly state: MeasureState;
  readonly dueOn: CalendarDate;
}

export const isLate = ({ state, dueOn }: DueItem, asOf: CalendarDate): boolean => isOpen(state) && dueOn < asOf;
