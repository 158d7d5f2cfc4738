/** The card in front of the frame (sign-in, set-up): name of the program, language, content. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../../app/StatusBar';
import './gate.css';

export interface GateCardProps {
  readonly title: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

export function GateCard({ title, wide = false, children }: GateCardProps) {
  const { t } = useTranslation();
  return (
    <main className="qs-gate">
      <div className={wide ? 'qs-gate-card qs-gate-wide' : 'qs-gate-card'}>
        <header className="qs-gate-head">
          <span className="qs-title-name">{t('common:app.name')}</span>
          <h1>{title}</h1>
          <LanguageSwitch />
        </header>
        {children}
      </div>
    </main>
  );
}
