/** What the dry run counted: tiles that choose the list below, differences to the ledger, totals. */
import type { ImportResult } from '@shared/contract/imports.contract';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../i18n/format';
import { AmountText } from '../../ui/AmountText';
import { DIFFERENCES, OUTCOMES, type Outcome } from './results';

export interface OutcomeTilesProps {
  readonly result: ImportResult;
  readonly chosen: Outcome;
  readonly onChoose: (outcome: Outcome) => void;
}

export function OutcomeTiles({ result, chosen, onChoose }: OutcomeTilesProps) {
  const { t } = useTranslation();
  return (
    <section className="qs-tiles" aria-label={t('imports:check.outcomes')} data-pane>
      {OUTCOMES.map((outcome) => (
        <button
          key={outcome}
          type="button"
          className={`qs-tile qs-tile-${result[outcome] > 0 ? outcome : 'zero'}`}
          aria-pressed={chosen === outcome}
          onClick={() => onChoose(outcome)}
        >
          <span>{t(`imports:outcome.${outcome}`)}</span>
          <b className="qs-figure">{formatCount(result[outcome])}</b>
        </button>
      ))}
    </section>
  );
}

/** Against the ledger (IMP-04); only loan lists have them. */
export function Differences({ result }: { result: ImportResult }) {
  const { t } = useTranslation();
  const totals = Object.entries(result.totals);
  return (
    <div className="qs-import-sums">
      {result.kind === 'loans' &&
        DIFFERENCES.map((key) => (
          <span key={key} title={t(`imports:differenceHint.${key}`)}>
            {t(`imports:difference.${key}`)} <b className="qs-figure">{formatCount(result.differences[key])}</b>
          </span>
        ))}
      {totals.length > 0 && <span className="qs-import-gap" />}
      {totals.map(([key, fen]) => (
        <span key={key}>
          {t(`imports:total.${key}`)}{' '}
          <b>
            <AmountText fen={fen} withUnit />
          </b>
        </span>
      ))}
    </div>
  );
}
