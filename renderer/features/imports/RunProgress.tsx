/** How far a dry run or a write has come, with a cancel that says what it leaves behind (APP-04). */
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ApiStream } from '../../api/useApiStream';
import { ProgressPanel } from '../../ui/ProgressPanel';

export function RunProgress({ run }: { run: ApiStream<'imports.run'> }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { event } = run;
  const cancel = (): void => {
    run.cancel();
    void message.info(t('imports:run.cancelled'));
  };
  const known = event?.type === 'progress' ? event : null;
  return (
    <ProgressPanel
      stage={t(`imports:stage.${known?.stage ?? 'reading'}`)}
      done={known?.done ?? 0}
      total={known?.total ?? null}
      onCancel={cancel}
      cancelEffect={t('imports:run.cancelEffect')}
    />
  );
}
