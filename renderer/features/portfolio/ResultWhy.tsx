/** Why a result of the run is what it is: the rules that were consulted then, or what was missing. */
import type { ResultRow } from '@shared/contract/portfolio.contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { useRuleWords } from '../../ui/ruleWords';
import { Why } from '../../ui/Why';

export function ResultWhy({ row, children }: { row: ResultRow; children: ReactNode }) {
  const { t, i18n } = useTranslation();
  const words = useRuleWords();
  const { loanId, kind, subject } = row;
  const reason = useApiQuery('portfolio.why', { loanId, kind, subject });
  if (!reason.data) return children;
  const { asOf, trace, provisional, refusal, missing } = reason.data;
  const because = (): string => {
    if (refusal === null) return t(`portfolio:overview.why.${kind}`);
    const facts = missing.map(words.fact).join(t('common:list.separator'));
    if (facts !== '') return t('portfolio:overview.why.missing', { facts });
    const code = `errors:${refusal}.title`;
    return i18n.exists(code) ? t(code) : t('portfolio:overview.why.refused', { code: refusal });
  };
  return <Why of={{ sentence: because(), asOf, rules: trace, provisional }}>{children}</Why>;
}
