/** Words of the data as a person reads them in the language on screen; a word we do not know is shown as written. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { CLASS_LOOKS } from '../../ui/classTag.styles';

/** Canonical guarantee modes and the keys of their words. */
export const GUARANTEE_MODES = {
  信用: 'credit',
  保证: 'guarantee',
  抵押: 'mortgage',
  质押: 'pledge',
  联保: 'jointLiability',
} as const;

/** Canonical four-level forms and the keys of their words. */
export const FOUR_LEVELS = { 正常: 'normal', 逾期: 'overdue', 呆滞: 'stagnant', 呆账: 'bad' } as const;

export const SHEETS = ['on', 'off'] as const;

const keyIn = (words: Readonly<Record<string, string>>, value: string): string | undefined => words[value];

/** Puts a value of a column into words. */
export function useLoanWord(): (column: string, value: string) => string {
  const { t } = useTranslation();
  return useCallback(
    (column, value) => {
      if (value === '') return t('loans:filter.missing');
      const mode = column === 'guarantee' && keyIn(GUARANTEE_MODES, value);
      if (mode) return t(`loans:guarantee.${mode}`);
      const four = column === 'fourLevel' && keyIn(FOUR_LEVELS, value);
      if (four) return t(`loans:fourLevel.${four}`);
      if (column === 'sheet') return t(`loans:sheet.${value}`);
      const look = (column === 'fiveLevel' || column === 'fineLevel') && CLASS_LOOKS[value];
      return look ? t(`terms:class.${look.key}.full`) : value;
    },
    [t],
  );
}
