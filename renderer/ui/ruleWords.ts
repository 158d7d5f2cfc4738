/** Names of facts and codes of the rules in the language on screen; what has no translation stays as the pack writes it. */
import { useTranslation } from 'react-i18next';

export interface RuleWords {
  /** `claimAmount` → 标的额. */
  readonly fact: (name: string) => string;
  /** A value: codes become words, true and false yes and no, everything else stays. */
  readonly value: (value: unknown) => string;
  /** The label of a row: one with words of its own, a band, a word, or conditions such as `daysOverdue >90 <=270`. */
  readonly row: (label: string) => string;
}

export function useRuleWords(): RuleWords {
  const { t, i18n } = useTranslation();
  const known = (key: string, otherwise: string): string => (i18n.exists(key) ? t(key) : otherwise);
  const value = (given: unknown): string => {
    if (given === null || given === undefined) return t('common:unknown');
    const text = String(given);
    const without = /^no-effect:(.+)$/.exec(text)?.[1];
    if (without !== undefined) return t('rules:noEffect', { kind: value(without) });
    return /^[a-z][a-z0-9-]*$/.test(text) ? known(`rules:word.${text}`, text) : text;
  };
  const fact = (name: string): string => known(`rules:fact.${name}`, name);
  const condition = (text: string): string => {
    const [name = '', ...written] = text.split(' ');
    return written.length === 0 ? value(text) : [fact(name), ...written.map(value)].join(' ');
  };
  const conditions = (label: string): string => label.split(', ').map(condition).join(', ');
  return { fact, value, row: (label) => known(`rules:row.${label}`, conditions(label)) };
}
