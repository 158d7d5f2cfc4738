/** Names of facts and codes of the rules in the language on screen; what has no translation stays as the pack writes it. */
import { useTranslation } from 'react-i18next';

export interface RuleWords {
  /** `claimAmount` → 标的额. */
  readonly fact: (name: string) => string;
  /** A value: codes become words, true and false yes and no, everything else stays. */
  readonly value: (value: unknown) => string;
}

export function useRuleWords(): RuleWords {
  const { t, i18n } = useTranslation();
  const known = (key: string, otherwise: string): string => (i18n.exists(key) ? t(key) : otherwise);
  const value = (given: unknown): string => {
    if (given === null || given === undefined) return t('common:unknown');
    const text = String(given);
    return /^[a-z][a-z0-9-]*$/.test(text) ? known(`rules:word.${text}`, text) : text;
  };
  return { fact: (name) => known(`rules:fact.${name}`, name), value };
}
