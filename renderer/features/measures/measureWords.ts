/** Measures, acts and verdicts in words. */
import type { MeasureVerdict } from '@shared/contract/measures.contract';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../api/client';

export type Measures = OutputOf<'measures.household'>;

/** Colour of a standing beside its word. */
export const STANDING_COLOUR: Readonly<Record<MeasureVerdict['standing'], string>> = {
  allow: 'success',
  record: 'processing',
  warn: 'warning',
  block: 'error',
};

export interface MeasureWords {
  readonly name: (measure: string) => string;
  /** fits / does not fit. */
  readonly verdict: (verdict: MeasureVerdict) => string;
  /** Who has to agree; empty for nobody. */
  readonly approval: (verdict: MeasureVerdict) => string;
}

export function useMeasureWords(): MeasureWords {
  const { t } = useTranslation();
  return {
    name: (measure) => t(`measures:name.${measure}`),
    verdict: ({ suits }) => t(suits ? 'measures:suits' : 'measures:unsuited'),
    // Nobody can agree to what law forbids.
    approval: ({ approval, standing }) =>
      approval === null || standing === 'block'
        ? ''
        : t('measures:approval', { level: t(`measures:level.${approval}`) }),
  };
}
