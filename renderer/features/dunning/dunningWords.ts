/** Words of notices for the screen, by the codes of the contract. */
import type { NoticeView, PackEntry } from '@shared/contract/dunning.contract';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

export interface DunningWords {
  readonly form: (code: string) => string;
  /** The name with what the person is in the household. */
  readonly addressee: (of: Pick<PackEntry, 'addressee' | 'role'>) => string;
  readonly list: (parts: readonly string[]) => string;
  /** Why a paper cannot be printed. */
  readonly why: (finding: PackEntry['blocked'][number]) => string;
  readonly outcome: (notice: Pick<NoticeView, 'outcome' | 'missing' | 'scans' | 'voided'>) => string;
}

export function useDunningWords(): DunningWords {
  const { t, i18n } = useTranslation();
  return useMemo(() => {
    const form = (code: string): string =>
      i18n.exists(`dunning:form.${code}`) ? t(`dunning:form.${code}`) : t('dunning:form.other');
    return {
      form,
      addressee: ({ addressee: name, role }) => t('dunning:addressee.named', { name, role: t(`dunning:role.${role}`) }),
      list: (parts) => parts.join(t('dunning:addressee.separator')),
      why: ({ code, subject }) => {
        const key = i18n.exists(`dunning:why.${code}`) ? code : 'form-does-not-fit';
        const text = t(`dunning:why.${key}`);
        const about = subject === null ? null : i18n.exists(`dunning:form.${subject}`) ? form(subject) : subject;
        return about === null ? text : t('dunning:why.about', { text, about });
      },
      outcome: ({ outcome, missing, scans, voided }) => {
        if (voided) return t('dunning:notice.void');
        if (outcome !== 'open') return t(`dunning:outcome.${outcome}`);
        return scans > 0
          ? t('dunning:outcome.toCheck')
          : missing
            ? t('dunning:outcome.missing')
            : t('dunning:outcome.open');
      },
    };
  }, [t, i18n]);
}
