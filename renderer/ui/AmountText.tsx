/** An amount of money in the unit the person chose; the exact amount in yuan is always one hover away. */
import type { Fen } from '@shared/kernel/money';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../app/preferences';
import { formatAmount } from '../i18n/format';

export interface AmountTextProps {
  /** Fen; null is unknown and shown as a dash, never as zero. */
  readonly fen: Fen | null | undefined;
  /** Names the unit behind the figure; off in tables, whose headings name it. */
  readonly withUnit?: boolean;
}

export function AmountText({ fen, withUnit = false }: AmountTextProps) {
  const { t } = useTranslation();
  const { amountUnit } = usePreferences();
  const exact =
    fen === null || fen === undefined ? undefined : t('common:amount.yuan', { amount: formatAmount(fen, 'yuan') });
  const shown = formatAmount(fen, amountUnit);
  return (
    <span className="qs-figure" title={exact}>
      {withUnit && exact ? t(`common:amount.${amountUnit}`, { amount: shown }) : shown}
    </span>
  );
}
