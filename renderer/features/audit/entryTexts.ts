/** The words of a log entry: what was done, to what, with which facts. What has no word is shown by its code. */
import type { AuditEntry, LogFault } from '@shared/contract/audit.contract';
import { detailParts } from '@shared/domain/audit/detailParts';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../i18n/format';

export type TextedEntry = Pick<AuditEntry, 'action' | 'objectKind' | 'objectId' | 'detail'>;

export interface NamedFact {
  readonly key: string;
  readonly name: string;
  readonly value: string;
}

export function useEntryTexts() {
  const { t, i18n } = useTranslation();
  const named = (key: string, fallback: string): string => (i18n.exists(key) ? t(key) : fallback);
  /** Codes of the program have words; what a person typed stays as it is. */
  const valueText = (key: string, value: string): string => {
    if (key === 'field') return named(`parties:fact.${value}`, value);
    return /^[a-z]+$/.test(value) ? named(`audit:value.${key}.${value}`, value) : value;
  };
  const facts = (detail: TextedEntry['detail']): NamedFact[] =>
    detailParts(detail).map(({ key, value }) => ({
      key,
      name: named(`audit:detail.${key}`, key),
      value: valueText(key, value),
    }));
  return {
    action: (code: string): string => named(`audit:action.${code}`, code),
    objectKind: (kind: string): string => named(`audit:object.${kind}`, kind),
    object: ({ objectKind, objectId }: TextedEntry): string =>
      `${named(`audit:object.${objectKind}`, objectKind)} ${objectId}`.trim(),
    facts,
    detail: (detail: TextedEntry['detail']): string =>
      facts(detail)
        .map(({ name, value }) => t('audit:fact', { name, value }))
        .join(t('audit:factSeparator')),
  };
}

/** `王经办 wang`; whoever set the folder up was no user yet. */
export const personOf = ({ display, user }: Pick<AuditEntry, 'display' | 'user'>): string =>
  display === null || display === user ? user : `${display} ${user}`;

/** `第 12 至 15 条异常：条目缺失`. */
export function useFaultText(): (fault: LogFault) => string {
  const { t } = useTranslation();
  return ({ fault, from, to }) => {
    const place =
      from === to ? formatCount(from) : t('audit:verify.place', { from: formatCount(from), to: formatCount(to) });
    return t('audit:state.broken', { place, fault: t(`audit:fault.${fault}`) });
  };
}
