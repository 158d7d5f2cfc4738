/** Rules of fields that must be filled: the message says what to do with which field. */
import type { Rule } from 'antd/es/form';
import { useTranslation } from 'react-i18next';

export interface RequiredRules {
  /** A line or text that is typed, of at least so many characters. */
  readonly typed: (label: string, least?: number) => Rule[];
  /** A day, a sum. */
  readonly given: (label: string) => Rule[];
  readonly chosen: (label: string) => Rule[];
}

export function useRequired(): RequiredRules {
  const { t } = useTranslation();
  return {
    typed: (label, least = 1) => [
      { required: true, whitespace: true, message: t('common:required.typed', { label }) },
      ...(least > 1 ? [{ min: least, message: t('common:required.least', { label, least }) }] : []),
    ],
    given: (label) => [{ required: true, message: t('common:required.typed', { label }) }],
    chosen: (label) => [{ required: true, message: t('common:required.chosen', { label }) }],
  };
}
