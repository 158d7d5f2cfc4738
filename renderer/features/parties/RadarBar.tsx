/** A period as a bar that fills with time, and its start in words: colour and length are never alone. Its end has a column. */
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { useTranslation } from 'react-i18next';
import { elapsed, type Tone } from './radarFigures';

export interface RadarBarProps {
  readonly span: { readonly from: CalendarDate; readonly to: CalendarDate | null };
  readonly asOf: CalendarDate;
  readonly tone: Tone;
}

export function RadarBar({ span, asOf, tone }: RadarBarProps) {
  const { t } = useTranslation();
  const filled = elapsed(span, asOf);
  const { from, to } = span;
  const whole = to === null ? t('portfolio:open', { from }) : t('portfolio:span', { from, to });
  return (
    <span className="qs-radar-span" title={whole}>
      <span className={`qs-radar-bar qs-radar-${tone}`} aria-hidden>
        <span style={{ width: `${filled ?? 0}%` }} />
      </span>
      <span className="qs-figure qs-hint">{t('portfolio:open', { from })}</span>
    </span>
  );
}
