/** The last line of a step: what to know, back, and the buttons that lead on. */
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface WizardFootProps {
  readonly hint?: ReactNode;
  readonly onBack?: () => void;
  readonly children?: ReactNode;
}

export function WizardFoot({ hint, onBack, children }: WizardFootProps) {
  const { t } = useTranslation();
  return (
    <footer className="qs-import-foot" data-pane>
      <span className="qs-import-foot-hint">{hint}</span>
      {onBack && <Button onClick={onBack}>{t('common:action.previous')}</Button>}
      {children}
    </footer>
  );
}
