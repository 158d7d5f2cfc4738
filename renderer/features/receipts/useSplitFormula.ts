/** What of a receipt went where, in one line with its numbers: in the books, and towards the debtor. */
import type { ReceiptLine } from '@shared/contract/receipts.contract';
import { yuanGrouped } from '@shared/kernel/money';
import { useTranslation } from 'react-i18next';

export type Split = Omit<ReceiptLine, 'loanId'>;

export function useSplitFormula(): (split: Split) => string {
  const { t } = useTranslation();
  return ({ costs, principal, interest, owedPrincipal, owedInterest }) =>
    t('receipts:why.formula', {
      costs: yuanGrouped(costs),
      principal: yuanGrouped(principal),
      interest: yuanGrouped(interest),
      owedPrincipal: yuanGrouped(owedPrincipal),
      owedInterest: yuanGrouped(owedInterest),
    });
}
