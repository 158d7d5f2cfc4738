/** Rules of fields that must be filled: the message says what to do with which field. */
import { lettersIn } from '@shared/domain/users/reason';
import type { Rule } from 'antd/es/form';
import { useTranslation } from 'react-i18next';

export interface RequiredRules {
  /** A line or text that is typed, of at least so many characters; the hint tells what it has to say, where the label alone does not. */
  readonly typed: (label: string, least?: number, hint?: string) => Rule[];
  /** A day, a sum. */
  readonly given: (label: string) => Rule[];
  readonly chosen: (label: string) => Rule[];
}

export function useRequired(): RequiredRules {
  const { t } = useTranslation();
  return {
    typed: (label, least = 1, hint) => [
      {
        required: true,
        whitespace: true,
        message: t(hint ? 'common:required.typedHint' : 'common:required.typed', { label, hint }),
      },
      ...(least > 1
        ? [
            {
              // Dots say nothing, nor does the contract take them; of an empty field the rule above speaks alone.
              validator: async (_: unknown, typed: string | undefined): Promise<void> => {
                if (typed?.trim() && lettersIn(typed) < least) throw new Error('too little is said');
              },
              message: t(hint ? 'common:required.leastHint' : 'common:required.least', { label, least, hint }),
            },
          ]
        : []),
    ],
    given: (label) => [{ required: true, message: t('common:required.typed', { label }) }],
    chosen: (label) => [{ required: true, message: t('common:required.chosen', { label }) }],
  };
}
