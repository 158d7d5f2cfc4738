/** What becomes of a reward sheet: computed as often as needed, submitted, approved, paid; only a draft is discarded. */
import type { CalendarDate } from '../../kernel/calendarDate';
import { type Decision, granted, refused } from '../../kernel/result';

export const SHEET_STATES = ['draft', 'submitted', 'approved', 'paid', 'discarded'] as const;
export type SheetState = (typeof SHEET_STATES)[number];

/** Refusals in order: sheet-period (it ends before it begins, or after today). */
export function decidePeriod(
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
  today: CalendarDate,
): Decision<null> {
  return to < from || to > today ? refused('sheet-period', { from, to }) : granted(null);
}

/** Refusals in order: sheet-not-draft {state}. */
export const decideDraft = (state: SheetState): Decision<null> =>
  state === 'draft' ? granted(null) : refused('sheet-not-draft', { state });

/** Refusals in order: sheet-not-approved {state}, sheet-pay-day (before the end of the period, or still to come). */
export function decidePayment(
  { state, to }: { readonly state: SheetState; readonly to: CalendarDate },
  on: CalendarDate,
  today: CalendarDate,
): Decision<null> {
  if (state !== 'approved') return refused('sheet-not-approved', { state });
  return on < to || on > today ? refused('sheet-pay-day', { on }) : granted(null);
}
