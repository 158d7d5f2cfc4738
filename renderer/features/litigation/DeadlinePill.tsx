/** A deadline's day as a pill (ui.md §5): by the days that are left, dashed while the holidays of its year are not published. */
import { type CalendarDate, daysBetween } from '@shared/kernel/calendarDate';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../i18n/format';
import { tonePill } from '../workbench/pills';
import '../workbench/workbench.css';

interface Props {
  readonly day: CalendarDate;
  readonly today: CalendarDate;
  readonly provisional?: boolean;
}

export function DeadlinePill({ day, today, provisional = false }: Props) {
  const { t } = useTranslation();
  const left = daysBetween(today, day);
  const days = formatCount(Math.abs(left));
  const text =
    left === 0
      ? t('litigation:case.due.today')
      : t(left > 0 ? 'litigation:case.due.left' : 'litigation:case.due.over', { days });
  return (
    <span
      className={`qs-pill qs-pill-${tonePill(day, today)}`}
      style={provisional ? { outline: '1px dashed' } : undefined}
      title={provisional ? t('litigation:case.due.provisional') : undefined}
    >
      {day} {text}
    </span>
  );
}
