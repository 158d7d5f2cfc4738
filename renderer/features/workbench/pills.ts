/** Tone of a deadline pill (ui.md §5): by the days that are left. */
import { type CalendarDate, daysBetween } from '@shared/kernel/calendarDate';

const TONES = ['over', 'days3', 'days10', 'days30', 'days90', 'far'] as const;
export type PillTone = (typeof TONES)[number];

/** What has no day is as pressing as what is due today. */
export function tonePill(day: CalendarDate | null, today: CalendarDate): PillTone {
  const left = day === null ? 0 : daysBetween(today, day);
  if (left < 0) return 'over';
  if (left <= 3) return 'days3';
  if (left <= 10) return 'days10';
  if (left <= 30) return 'days30';
  return left <= 90 ? 'days90' : 'far';
}
