/** One condition of the ledger's filter as a short text, e.g. `本金余额 ≥ 50,000.00 元`. */
import { type LedgerCondition, MONEY_COLUMNS } from '@shared/domain/loans/ledger';
import type { TFunction } from 'i18next';
import { formatAmount } from '../../i18n/format';

const SIGN = { '=': '=', in: '=', '>=': '≥', '<=': '≤', '~': '≈' } as const;

export function conditionText(
  { column, operator, values }: LedgerCondition,
  t: TFunction,
  word: (column: string, value: string) => string,
): string {
  const amount = (fen: number): string => t('common:amount.yuan', { amount: formatAmount(fen, 'yuan') });
  const words = values.map((value) =>
    MONEY_COLUMNS.includes(column) && typeof value === 'number' ? amount(value) : word(column, String(value)),
  );
  return `${t(`loans:column.${column}`)} ${SIGN[operator]} ${words.join(t('common:list.separator'))}`;
}
