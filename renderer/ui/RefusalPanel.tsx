/** A refusal (ui.md §4): what cannot be done, the article, what is still missing, what would make it pass. */
import type { Refusal } from '@shared/kernel/result';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface MissingStep {
  readonly key: string;
  readonly label: ReactNode;
  /** Who is responsible, or a button that leads to the step. */
  readonly action?: ReactNode;
}

export interface RefusalPanelProps {
  readonly refusal: Refusal;
  /** What is still missing, one line each. */
  readonly missing?: readonly MissingStep[];
  /** Buttons that lead on. */
  readonly actions?: ReactNode;
}

/** The sentences of a refusal; `{title, todo}` live in errors.json under its code. */
export function useRefusalText(): (refusal: Refusal) => { title: string; todo: string } {
  const { t, i18n } = useTranslation();
  return ({ code, facts }) => {
    const known = i18n.exists(`errors:${code}.title`);
    const key = known ? code : 'unknown-refusal';
    const values = known ? facts : { code };
    return { title: t(`errors:${key}.title`, values ?? {}), todo: t(`errors:${key}.todo`, values ?? {}) };
  };
}

export function RefusalPanel({ refusal, missing = [], actions }: RefusalPanelProps) {
  const { t } = useTranslation();
  const { title, todo } = useRefusalText()(refusal);
  return (
    <Alert
      className="qs-refusal"
      type="warning"
      showIcon
      role="alert"
      title={title}
      description={
        <>
          {refusal.article && <p>{t('common:refusal.article', { article: refusal.article })}</p>}
          {missing.length > 0 && (
            <>
              <p>{t('common:refusal.missing')}</p>
              <ul>
                {missing.map((step) => (
                  <li key={step.key}>
                    {step.label} {step.action}
                  </li>
                ))}
              </ul>
            </>
          )}
          <p>{todo}</p>
        </>
      }
      action={actions}
    />
  );
}
