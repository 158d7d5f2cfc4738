/** The recovery code, shown once, in two halves that two people keep apart. */
import { CopyOutlined, PrinterOutlined } from '@ant-design/icons';
import { Alert, App, Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyToClipboard } from '../../ui/clipboard';

export interface RecoveryCodeProps {
  readonly code: readonly [string, string];
  readonly bank: string;
  readonly onDone: () => void;
}

function Half({ part, text, bank }: { part: number; text: string; bank: string }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const copy = (): void => {
    copyToClipboard({ text });
    void message.success(t('setup:recovery.copied', { part }));
  };
  return (
    <section className="qs-recovery-half" aria-label={t('setup:recovery.half', { part })}>
      <header>
        <h2>{t('setup:recovery.half', { part })}</h2>
        <Button size="small" icon={<CopyOutlined />} onClick={copy}>
          {t('setup:recovery.copy', { part })}
        </Button>
      </header>
      <p className="qs-recovery-paper">{t('setup:recovery.paper', { bank, part })}</p>
      <code>{text}</code>
    </section>
  );
}

export function RecoveryCode({ code, bank, onDone }: RecoveryCodeProps) {
  const { t } = useTranslation();
  const [kept, setKept] = useState(false);
  return (
    <div className="qs-recovery">
      <Alert type="success" showIcon title={t('setup:recovery.made')} description={t('setup:recovery.intro')} />
      <div className="qs-recovery-halves">
        {code.map((text, index) => (
          <Half key={text} part={index + 1} text={text} bank={bank} />
        ))}
      </div>
      <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
        {t('setup:recovery.print')}
      </Button>
      <Checkbox checked={kept} autoFocus onChange={(event) => setKept(event.target.checked)}>
        {t('setup:recovery.kept')}
      </Checkbox>
      <footer className="qs-setup-foot">
        <span className="qs-hint">{kept ? '' : t('setup:recovery.first')}</span>
        <Button type="primary" disabled={!kept} onClick={onDone}>
          {t('setup:recovery.goOn')}
        </Button>
      </footer>
    </div>
  );
}
