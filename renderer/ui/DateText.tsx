/** A calendar date with its weekday, or a dash. */
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { usePreferences } from '../app/preferences';
import { formatDate } from '../i18n/format';

export function DateText({ date, weekday = true }: { date: CalendarDate | null | undefined; weekday?: boolean }) {
  const { language } = usePreferences();
  return <time className="qs-figure">{formatDate(date, language, weekday)}</time>;
}
