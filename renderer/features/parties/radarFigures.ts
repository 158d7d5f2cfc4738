/** What the limitation tab derives from a line of the radar; pure. */
import type { RadarLine } from '@shared/contract/portfolio.contract';
import { type CalendarDate, daysBetween } from '@shared/kernel/calendarDate';

export type Verdict = RadarLine['verdict'];
export type Tone = 'good' | 'soon' | 'risk' | 'lost' | 'plain';

/** Days before an end at which a line stands out. */
const SOON_DAYS = 90;

/** Days from `asOf` to the end; negative once it is past, null where nothing runs. */
export const daysLeft = ({ expiry }: Pick<RadarLine, 'expiry'>, asOf: CalendarDate): number | null =>
  expiry === null ? null : daysBetween(asOf, expiry);

/** Limitation that ran out is a risk; only a guarantee whose period ended is lost. */
export function toneOf(line: Pick<RadarLine, 'verdict' | 'expiry'>, asOf: CalendarDate): Tone {
  if (line.verdict === 'lost') return 'lost';
  if (line.verdict === 'defence-risk' || line.verdict === 'barred') return 'risk';
  if (line.verdict !== 'running' && line.verdict !== 'restored') return 'plain';
  const left = daysLeft(line, asOf);
  return left !== null && left <= SOON_DAYS ? 'soon' : 'good';
}

/** How much of a bar has passed, in percent; null while it has no end. */
export function elapsed(
  { from, to }: { from: CalendarDate; to: CalendarDate | null },
  asOf: CalendarDate,
): number | null {
  if (to === null) return null;
  const whole = daysBetween(from, to);
  if (whole <= 0) return 100;
  return Math.min(100, Math.max(0, Math.round((daysBetween(from, asOf) / whole) * 100)));
}

/**
 * Key below `portfolio:` of what a line says of itself: a guarantee inside its period is not yet a matter of limitation, and what
 * was judged is none any more.
 */
export function verdictKey(line: Pick<RadarLine, 'verdict' | 'role' | 'limitation' | 'judgment'>): string {
  if (line.judgment !== null && line.verdict !== 'refused') return `judged.${line.verdict}`;
  const isInPeriod = line.role === 'guarantor' && line.verdict === 'running' && line.limitation === null;
  return isInPeriod ? 'periodRunning' : `verdict.${line.verdict}`;
}
