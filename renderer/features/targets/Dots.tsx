/** The nine steps of a target at a glance: done, passed over, now, to come; their words are in the name. */
import { type Dot, STEPS } from '@shared/domain/targets/steps';
import { useTranslation } from 'react-i18next';

export function Dots({ dots }: { dots: readonly Dot[] }) {
  const { t } = useTranslation();
  const now = STEPS[dots.indexOf('current')];
  return (
    <span className="qs-dots" role="img" aria-label={now && t(`targets:step.${now}`)}>
      {STEPS.map((step, place) => (
        <i
          key={step}
          className={`qs-dot qs-dot-${dots[place]}`}
          title={`${place + 1} ${t(`targets:step.${step}`)} ${t(`targets:dot.${dots[place]}`)}`}
        />
      ))}
    </span>
  );
}
