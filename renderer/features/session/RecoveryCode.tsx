/** A recovery code that was just made, shown once, in two halves that two people keep apart. */
import { PrinterOutlined } from '@ant-design/icons';
import { Alert, App, Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { usePreferences } from '../../app/preferences';
import { ErrorState } from '../../ui/ErrorState';
import './recovery.css';

export interface RecoveryCodeProps {
  readonly code: readonly [string, string];
  /** Stands on the paper; empty where it is not known before sign-in. */
  readonly bank: string;
  /** What has happened, over the code. */
  readonly title: string;
  readonly intro: string;
  readonly doneLabel: string;
  readonly onDone: () => void;
  readonly busy?: boolean;
  /** For a code that is not in force yet: leaves everything as it was. */
  readonly giveUp?: { readonly label: string; readonly run: () => void };
}

/** No copying: a clipboard may be kept by the system, and the two halves belong into two hands. */
function Half({ part, text }: { part: number; text: string }) {
  const { t } = useTranslation();
  return (
    <section className="qs-recovery-half" aria-label={t('session:recovery.half', { part })}>
      <h2>{t('session:recovery.half', { part })}</h2>
      <code>{text}</code>
    </section>
  );
}

/** Through the program's own engine and the print dialog; no file is made. */
function PrintButton({ code, bank }: Pick<RecoveryCodeProps, 'code' | 'bank'>) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { language } = usePreferences();
  const print = useApiCommand('window.printRecoveryCode');
  const run = (): void =>
    print.mutate(
      { bank, code: [...code], language },
      { onSuccess: ({ outcome }) => void (outcome === 'sent' && message.success(t('session:recovery.sent'))) },
    );
  return (
    <>
      {print.error && <ErrorState error={print.error} />}
      <Button icon={<PrinterOutlined />} loading={print.isPending} onClick={run}>
        {t('session:recovery.print')}
      </Button>
    </>
  );
}

export function RecoveryCode({ code, bank, title, intro, doneLabel, onDone, busy, giveUp }: RecoveryCodeProps) {
  const { t } = useTranslation();
  const [kept, setKept] = useState(false);
  return (
    <div className="qs-recovery">
      <Alert type="success" showIcon title={title} description={intro} />
      <div className="qs-recovery-halves">
        {code.map((text, index) => (
          <Half key={text} part={index + 1} text={text} />
        ))}
      </div>
      <PrintButton code={code} bank={bank} />
      <Checkbox checked={kept} autoFocus onChange={(event) => setKept(event.target.checked)}>
        {t('session:recovery.kept')}
      </Checkbox>
      <footer className="qs-gate-foot-line">
        <span className="qs-hint">{kept ? '' : t('session:recovery.first')}</span>
        {giveUp && (
          <Button disabled={busy} onClick={giveUp.run}>
            {giveUp.label}
          </Button>
        )}
        <Button type="primary" disabled={!kept} loading={busy} onClick={onDone}>
          {doneLabel}
        </Button>
      </footer>
    </div>
  );
}
