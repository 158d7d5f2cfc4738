/** What went wrong, inline: a refusal with its way out, or a failure with retry and diagnostics to copy. */
import { Alert, App, Button, Space } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalOf } from '../api/refusal';
import { copyToClipboard } from './clipboard';
import { diagnosticsOf } from './diagnostics';
import { RefusalPanel } from './RefusalPanel';

export interface ErrorStateProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** Shown where it stands, even when what was pressed is a scroll away from it, as at the foot of a long drawer. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) place.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  return (
    <div ref={place}>
      <Wrong error={error} onRetry={onRetry} />
    </div>
  );
}

function Wrong({ error, onRetry }: ErrorStateProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const refusal = refusalOf(error);
  const retry = onRetry && <Button onClick={onRetry}>{t('common:action.retry')}</Button>;
  if (refusal) {
    return (
      <div className="qs-state">
        <RefusalPanel refusal={refusal} actions={retry} />
      </div>
    );
  }
  const copy = (): void => {
    copyToClipboard({ text: diagnosticsOf(error, window.location.href, new Date()) });
    message.success(t('common:diagnostics.copied'));
  };
  return (
    <Alert
      className="qs-state"
      type="error"
      showIcon
      title={t('common:error.title')}
      description={t('common:error.unchanged')}
      action={
        <Space>
          {retry}
          <Button onClick={copy}>{t('common:diagnostics.copy')}</Button>
        </Space>
      }
    />
  );
}
