/**
 * Instalments against receipts (REC-09): money of the agreement's debts since it was signed pays one instalment after the
 * other. One that is not covered at the end of its day is missed.
 */
import { type CalendarDate, daysBetween } from '../../kernel/calendarDate';
import type { Fen } from '../../kernel/money';
import { type Instalment, sumOf } from './agreement';

/** A receipt; one that was taken back has its negative counterpart of the same day. */
export interface Paid {
  readonly on: CalendarDate;
  readonly amount: Fen;
}

export const INSTALMENT_STATES = ['paid', 'paid-late', 'due', 'missed'] as const;
export type InstalmentState = (typeof INSTALMENT_STATES)[number];

export interface FollowedInstalment extends Instalment {
  readonly state: InstalmentState;
  readonly paid: Fen;
  /** Day of the receipt that covered it. */
  readonly paidOn: CalendarDate | null;
}

/** Day on which receipts first came to `amount` and never fell below it again; null: they do not. */
function coveredOn(receipts: readonly Paid[], amount: Fen): CalendarDate | null {
  let sum = 0;
  let since: CalendarDate | null = null;
  for (const { on, amount: each } of receipts) {
    sum += each;
    since = sum >= amount ? (since ?? on) : null;
  }
  return since;
}

/** `receipts` since the signing, in any order. */
export function followInstalments(
  instalments: readonly Instalment[],
  receipts: readonly Paid[],
  today: CalendarDate,
): FollowedInstalment[] {
  const ordered = receipts.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const received = Math.max(
    0,
    ordered.reduce((sum, { amount }) => sum + amount, 0),
  );
  let before = 0;
  return instalments.map((instalment) => {
    const amount = sumOf(instalment);
    const paid = Math.min(amount, Math.max(0, received - before));
    before += amount;
    const paidOn = coveredOn(ordered, before);
    const late = instalment.payBy < (paidOn ?? today);
    const state: InstalmentState = paidOn !== null ? (late ? 'paid-late' : 'paid') : late ? 'missed' : 'due';
    return { ...instalment, state, paid, paidOn };
  });
}

/** The first instalment that is later than the agreement allows: the whole debt may be called in; null: none. */
export const breach = (
  followed: readonly FollowedInstalment[],
  graceDays: number,
  today: CalendarDate,
): number | null =>
  followed.find(({ state, payBy }) => state === 'missed' && daysBetween(payBy, today) > graceDays)?.seq ?? null;
