/** Entries of the contact log in words. */
import type { ContactView } from '@shared/contract/contacts.contract';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../app/preferences';
import { formatAmount, UNKNOWN } from '../../i18n/format';

export interface ContactWords {
  readonly person: (entry: ContactView) => string;
  /** Amount, day, and what became of it. */
  readonly promise: (entry: ContactView) => string;
  readonly mark: (entry: ContactView) => { readonly counts: boolean; readonly text: string };
}

export function useContactWords(): ContactWords {
  const { t } = useTranslation();
  const { amountUnit } = usePreferences();
  const amount = (fen: number) => t(`common:amount.${amountUnit}`, { amount: formatAmount(fen, amountUnit) });
  return {
    person: ({ person, counterpart }) => `${person} ${t(`contacts:counterpart.${counterpart}`)}`,
    promise: ({ promise }) => {
      if (promise === null) return UNKNOWN;
      const what = t('contacts:promise.of', { date: promise.on, amount: amount(promise.amount) });
      const paid = promise.paid > 0 ? ` ${t('contacts:promise.paid', { amount: amount(promise.paid) })}` : '';
      return `${what} ${t(`contacts:promise.${promise.state}`)}${paid}`;
    },
    mark: ({ withdrawn, correctedBy, corrects }) => {
      if (withdrawn) return { counts: false, text: t('contacts:mark.withdrawn') };
      if (correctedBy !== null) return { counts: false, text: t('contacts:mark.corrected', { id: correctedBy }) };
      const text = corrects === null ? t('contacts:mark.valid') : t('contacts:mark.corrects', { id: corrects });
      return { counts: true, text };
    },
  };
}
