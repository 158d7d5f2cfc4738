/** Promises to pay: kept or broken by the money that came in afterwards, never by somebody's word. */
import type { CalendarDate } from '../../kernel/calendarDate';
import type { Fen } from '../../kernel/money';

export interface GivenPromise {
  readonly id: number;
  /** The day on which it was given. */
  readonly given: CalendarDate;
  readonly amount: Fen;
  readonly on: CalendarDate;
}

export interface PaidAmount {
  readonly on: CalendarDate;
  /** Principal and interest; a reversal is negative. */
  readonly amount: Fen;
}

export const PROMISE_STATES = ['open', 'kept', 'broken'] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];

export interface PromiseOutcome {
  readonly id: number;
  readonly state: PromiseState;
  /** What came in for it, at most the amount. */
  readonly paid: Fen;
}

/**
 * Each yuan counts for one promise only: for the one that falls due first among those given by then. What comes in after the
 * day does not keep a promise. On the day itself it is still open.
 */
export function promiseOutcomes(
  promises: readonly GivenPromise[],
  receipts: readonly PaidAmount[],
  asOf: CalendarDate,
): PromiseOutcome[] {
  const due = promises.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id - b.id));
  const left = netPerDay(receipts.filter(({ on }) => on <= asOf));
  return due.map(({ id, given, amount, on }) => {
    let paid = 0;
    for (const day of left) {
      if (day.on < given || day.on > on) continue;
      const taken = Math.min(day.amount, amount - paid);
      paid += taken;
      day.amount -= taken;
    }
    return { id, paid, state: paid >= amount ? 'kept' : on < asOf ? 'broken' : 'open' };
  });
}

/** What came in on each day, in order of days; a reversal takes from the newest money before it. */
function netPerDay(receipts: readonly PaidAmount[]): { on: CalendarDate; amount: Fen }[] {
  const days: { on: CalendarDate; amount: Fen }[] = [];
  for (const { on, amount } of receipts.toSorted((a, b) =>
    a.on < b.on ? -1 : a.on > b.on ? 1 : b.amount - a.amount,
  )) {
    if (amount >= 0) {
      days.push({ on, amount });
      continue;
    }
    let back = -amount;
    for (const day of days.toReversed()) {
      const taken = Math.min(day.amount, back);
      day.amount -= taken;
      back -= taken;
    }
  }
  return days;
}
