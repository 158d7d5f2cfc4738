/** Headings of amounts name the unit on screen: 贷款余额（万元）. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../app/preferences';

export function useWithUnit(): (title: string) => string {
  const { t } = useTranslation();
  const { amountUnit } = usePreferences();
  return useCallback(
    (title) => t('loans:column.withUnit', { title, unit: t(`common:unit.${amountUnit}`) }),
    [t, amountUnit],
  );
}
