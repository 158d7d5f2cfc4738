/** Faults of a draft as people read them, each at its place. */
import type { CellFault } from '@shared/contract/rules.contract';
import { useTranslation } from 'react-i18next';
import { type RuleWords, useRuleWords } from '../../ui/ruleWords';

/** The sentence of a fault; null without one. */
export type FaultText = (fault: CellFault | null) => string | null;

/** The first fault of a cell, a value or a field of the head (`row` null). */
export const faultAt = (faults: readonly CellFault[], row: number | null, field: string): CellFault | null =>
  faults.find((fault) => fault.row === row && fault.field === field) ?? null;

/** What has no cell of its own: the table as a whole, or a row. */
export const wholeFaults = (faults: readonly CellFault[]): CellFault[] => faults.filter(({ field }) => field === null);

/** The engine shows facts that meet no row, or several, as an object: here in words. */
function inWords(detail: string, words: RuleWords): string {
  const shown = /\{.*\}/.exec(detail)?.[0];
  if (!shown) return detail;
  const facts = Object.entries(JSON.parse(shown) as Record<string, unknown>);
  return facts.map(([name, value]) => `${words.fact(name)} ${words.value(value)}`).join('  ');
}

export function useFaultText(): FaultText {
  const { t, i18n } = useTranslation();
  const words = useRuleWords();
  return (fault) => {
    if (!fault) return null;
    const { code, detail } = fault;
    if (i18n.exists(`rules:fault.expected.${detail}`)) return t(`rules:fault.expected.${detail}`);
    return i18n.exists(`rules:fault.code.${code}`)
      ? t(`rules:fault.code.${code}`, { detail: inWords(detail, words) })
      : `${code}: ${detail}`;
  };
}
