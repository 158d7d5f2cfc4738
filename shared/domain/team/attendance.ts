/**
 * Attendance per person and day (TEAM-04, B1 §16-18). Leave and coming back are never typed: they follow from approved leave, and
 * so does absence after it, until he reports back. The other marks are what the captain or the leader saw.
 */
import { addDays, type CalendarDate } from '../../kernel/calendarDate';
import type { Fen } from '../../kernel/money';
import type { Inquiry } from '../../rules/inquiry';
import { awayUntil, type Leave } from './leave';

export const MARKS = ['present', 'leave', 'reported', 'absent', 'badge'] as const;
export type Mark = (typeof MARKS)[number];

/** What a keeper may type. */
export const TYPED_MARKS = ['present', 'absent', 'badge'] as const;
export type TypedMark = (typeof TYPED_MARKS)[number];

/** Why a day is marked as it is: typed, or by a leave. */
export const CAUSES = ['typed', 'leave', 'reported-back', 'overstayed', 'not-reported'] as const;
export type Cause = (typeof CAUSES)[number];

export interface DayMark {
  readonly mark: Mark;
  readonly cause: Cause;
  readonly leaveId: number | null;
}

const byLeave = (mark: Mark, cause: Cause, leave: Leave): DayMark => ({ mark, cause, leaveId: leave.id });

/** What an approved leave makes of a day; null: nothing. */
function leaveMark(leave: Leave, day: CalendarDate, today: CalendarDate, isRestDay: boolean): DayMark | null {
  if (leave.state !== 'approved' || day < leave.firstDay) return null;
  if (day === leave.reportedOn) return byLeave('reported', 'reported-back', leave);
  if (day <= awayUntil(leave)) return byLeave('leave', 'leave', leave);
  // He has the whole of today to report back.
  const isOver = leave.reportedOn === null ? day >= today : day > leave.reportedOn;
  if (isOver || isRestDay) return null;
  return byLeave('absent', leave.reportedOn === null ? 'not-reported' : 'overstayed', leave);
}

/** The mark of a day, null while nothing is known of it. A leave that is not over goes before what was typed. */
export function dayMark(
  typed: TypedMark | null,
  leaves: readonly Leave[],
  day: CalendarDate,
  today: CalendarDate,
  isRestDay: boolean,
): DayMark | null {
  // A later leave speaks before an earlier one that was never reported back.
  for (const leave of leaves.toSorted((a, b) => (a.firstDay < b.firstDay ? 1 : -1))) {
    const mark = leaveMark(leave, day, today, isRestDay);
    if (mark) return mark;
  }
  return typed === null ? null : { mark: typed, cause: 'typed', leaveId: null };
}

export interface MonthTotals {
  readonly present: number;
  readonly leave: number;
  readonly absent: number;
  readonly badge: number;
  /** Fen: each badge violation by the rule of its day. */
  readonly fine: Fen;
}

/** Coming back and a missing badge are days of work. */
export function monthTotals(
  inquiry: Inquiry,
  days: readonly { readonly day: CalendarDate; readonly mark: DayMark | null }[],
): MonthTotals {
  const count = (...marks: Mark[]) => days.filter(({ mark }) => mark && marks.includes(mark.mark)).length;
  const fine = days
    .filter(({ mark }) => mark?.mark === 'badge')
    .reduce((sum, { day }) => sum + inquiry.values('team/badge-fine', day).fen('fine'), 0);
  return {
    present: count('present', 'reported', 'badge'),
    leave: count('leave'),
    absent: count('absent'),
    badge: count('badge'),
    fine,
  };
}

/** The days of a month `YYYY-MM`. */
export function daysOf(month: string): CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1)) days.push(day);
  return days;
}
