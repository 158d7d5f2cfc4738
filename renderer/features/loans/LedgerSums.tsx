/** The line below the ledger: totals of the whole filter from the server, then of the chosen rows. */
import type { LedgerTotals } from '@shared/contract/loans.contract';
import { Button, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../i18n/format';
import { AmountText } from '../../ui/AmountText';
import type { Sums } from './ledgerState';

function Figures({ sums }: { sums: Sums | null }) {
  const { t } = useTranslation();
  const money = ['principal', 'balance', 'interestOn', 'interestOff'] as const;
  return (
    <>
      <span className="qs-figure">
        {t('loans:sums.count', { loans: formatCount(sums?.loans), borrowers: formatCount(sums?.borrowers) })}
      </span>
      {money.map((column) => (
        <span key={column} className="qs-ledger-sum">
          <span className="qs-hint">{t(`loans:column.${column}`)}</span> <AmountText fen={sums?.[column]} withUnit />
        </span>
      ))}
    </>
  );
}

export interface LedgerSumsProps {
  readonly totals: LedgerTotals | null;
  readonly failed: boolean;
  /** null while nothing is chosen. */
  readonly chosen: Sums | null;
  readonly onUnchoose: () => void;
  /** Rows behind the last one could not be read. */
  readonly onRetry: (() => void) | null;
}

export function LedgerSums({ totals, failed, chosen, onUnchoose, onRetry }: LedgerSumsProps) {
  const { t } = useTranslation();
  return (
    <>
      {chosen && (
        <div className="qs-ledger-sums qs-ledger-chosen" role="status">
          <span>{t('loans:sums.chosen')}</span>
          <Figures sums={chosen} />
          <Button type="link" size="small" onClick={onUnchoose}>
            {t('loans:sums.unchoose')}
          </Button>
        </div>
      )}
      <section className="qs-ledger-sums" aria-label={t('loans:sums.label')}>
        <span>{t('loans:sums.filter')}</span>
        <Figures sums={totals} />
        {totals === null && !failed && <Spin size="small" />}
        {failed && <span className="qs-hint">{t('loans:sums.failed')}</span>}
        {onRetry && (
          <Button type="link" size="small" onClick={onRetry}>
            {t('loans:sums.cutShort')}
          </Button>
        )}
      </section>
    </>
  );
}
