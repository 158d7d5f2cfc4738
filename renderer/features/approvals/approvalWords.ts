/** Frozen content and levels in words: labels and codes have texts, what a person typed stays as it is. */
import type { ApprovalContentLine } from '@shared/contract/approvals.contract';
import type { Level } from '@shared/domain/approvals/levels';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../app/preferences';
import { formatAmount, formatCount, formatDate, UNKNOWN } from '../../i18n/format';

export function useApprovalWords() {
  const { t, i18n } = useTranslation();
  const { language } = usePreferences();
  const named = (key: string, fallback: string): string => (i18n.exists(key) ? t(key) : fallback);
  /** What was ticked of a checklist is frozen by its codes. */
  const conditions = (codes: string): string =>
    codes
      .split('、')
      .map((code) => named(`approvals:condition.${code}`, code))
      .join('、');
  const value = (line: ApprovalContentLine | null): string => {
    if (line === null) return UNKNOWN;
    switch (line.type) {
      case 'amount':
        return t('common:amount.yuan', { amount: formatAmount(line.value, 'yuan') });
      case 'count':
        return formatCount(line.value);
      case 'date':
        return formatDate(line.value, language);
      case 'percent':
        return `${line.value} %`;
      case 'word':
        return named(`approvals:word.${line.value}`, named(`measures:name.${line.value}`, line.value));
      default:
        if (line.field === 'checks') return conditions(line.value) || UNKNOWN;
        return line.value === '' ? UNKNOWN : line.value;
    }
  };
  return {
    kind: (id: string): string => named(`approvals:kind.${id}`, id),
    field: (name: string): string => named(`approvals:field.${name}`, name),
    fact: (name: string): string => named(`approvals:fact.${name}`, name),
    level: (level: Level): string => t(`approvals:level.${level}`),
    value,
  };
}
