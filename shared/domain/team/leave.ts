/** Leave (TEAM-04, B1 §18): asked, decided by the deputy head alone, ended by reporting back to him. */
import { addDays, type CalendarDate, daysBetween } from '../../kernel/calendarDate';
import { type Decision, granted, refused } from '../../kernel/result';

export const LEAVE_KINDS = ['rest', 'personal', 'sick', 'other'] as const;
export type LeaveKind = (typeof LEAVE_KINDS)[number];

/** As requests end; `returned` may be asked for anew. */
export const LEAVE_STATES = ['asked', 'approved', 'refused'] as const;
export type LeaveState = (typeof LEAVE_STATES)[number];

export interface Leave {
  readonly id: number;
  readonly userId: number;
  readonly firstDay: CalendarDate;
  /** The last day away. */
  readonly lastDay: CalendarDate;
  readonly state: LeaveState;
  /** The day on which he was back. */
  readonly reportedOn: CalendarDate | null;
}

/** The last day that he is really away: reporting back early ends a leave. */
export const awayUntil = ({ lastDay, reportedOn }: Leave): CalendarDate =>
  reportedOn !== null && reportedOn <= lastDay ? addDays(reportedOn, -1) : lastDay;

/** Calendar days, both ends counted. */
export const leaveDays = (firstDay: CalendarDate, lastDay: CalendarDate): number => daysBetween(firstDay, lastDay) + 1;

export const LEAVE_RULE = 'team/leave-approval';

/**
 * `own`: leaves of the same person. A day is asked for once: it was granted or waits for the deputy head already (B1 §18).
 * Refusals in order: leave-dates, leave-overlap {from, to} with `article`.
 */
export function decideLeave(
  asked: { readonly firstDay: CalendarDate; readonly lastDay: CalendarDate },
  own: readonly Leave[],
  article: string,
): Decision<null> {
  const { firstDay, lastDay } = asked;
  if (lastDay < firstDay) return refused('leave-dates');
  const other = own.find(
    (leave) => leave.state !== 'refused' && leave.firstDay <= lastDay && awayUntil(leave) >= firstDay,
  );
  return other ? refused('leave-overlap', { from: other.firstDay, to: awayUntil(other) }, article) : granted(null);
}

/** Refusals in order: leave-not-approved, leave-reported {on}, leave-report-early {from}, leave-report-future. */
export function decideReport(leave: Leave, on: CalendarDate, today: CalendarDate): Decision<null> {
  if (leave.state !== 'approved') return refused('leave-not-approved');
  if (leave.reportedOn !== null) return refused('leave-reported', { on: leave.reportedOn });
  if (on < leave.firstDay) return refused('leave-report-early', { from: leave.firstDay });
  return on > today ? refused('leave-report-future') : granted(null);
}
