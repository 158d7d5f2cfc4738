/** Suspension of a limitation period: obstacles inside its last six months (民法典 194, 民法通则 139; LIM-05, 10, 11). */
import { addDays, addMonths, type CalendarDate, daysBetween } from '../../kernel/calendarDate';
import type { Inquiry } from '../../rules/inquiry';
import type { LimitationEvent } from './events';

export interface Obstacle {
  readonly began: CalendarDate;
  /** null: still there. */
  readonly ended: CalendarDate | null;
}

/** Pairs each beginning with the next end. */
export function obstaclesOf(events: readonly LimitationEvent[]): Obstacle[] {
  const obstacles: Obstacle[] = [];
  let began: CalendarDate | null = null;
  for (const { kind, on } of events) {
    if (kind === 'suspension-began') began ??= on;
    if (kind !== 'suspension-ended' || began === null) continue;
    obstacles.push({ began, ended: on });
    began = null;
  }
  return began === null ? obstacles : [...obstacles, { began, ended: null }];
}

/**
 * The nominal end of a period after the obstacles that touch its last months; null while one of them lasts. The version of
 * `rule` is that of the day on which the obstacle went away: one that lasted on 2017-10-01 follows the new law.
 */
export function suspended(
  inquiry: Inquiry,
  rule: string,
  nominal: CalendarDate,
  obstacles: readonly Obstacle[],
): CalendarDate | null {
  let end = nominal;
  for (const { began, ended } of obstacles) {
    const values = inquiry.valuesInForce(rule, ended ?? began, { began, ended });
    if (values === null) continue;
    const windowStart = addMonths(end, -values.number('windowMonths'));
    if (began > end || (ended !== null && ended <= windowStart)) continue;
    if (ended === null) return null;
    const effective = began > windowStart ? began : windowStart;
    end =
      values.text('effect') === 'tail'
        ? addMonths(ended, values.number('tailMonths'))
        : addDays(ended, daysBetween(effective, end));
  }
  return end;
}
