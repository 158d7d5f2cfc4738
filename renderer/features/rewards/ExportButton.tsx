/** A sheet, the ledger of rewards or the register of liabilities as a file, for a reason that is logged (ORG-06). */
import { App, Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '../../api/client';
import { useApiCommand } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { ErrorState } from '../../ui/ErrorState';
import { useReason } from '../../ui/useReason';

type Export = InputOf<'rewards.exportRegister'>;

export function ExportButton({ what, id = null }: Pick<Export, 'what'> & { id?: number | null }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const mayExport = useMay('reward.export');
  const exporting = useApiCommand('rewards.exportRegister');
  const { ask, dialog } = useReason('export');
  if (!mayExport) return null;
  const start = (format: Export['format']): void =>
    ask({
      title: t('rewards:export.title'),
      verb: t('rewards:export.verb'),
      note: t('rewards:export.note'),
      act: async (reason) => {
        const done = await exporting.mutateAsync({ what, id, format, reason, path: null }).catch(() => null);
        if (done?.path) void message.success(t('rewards:export.done', { path: done.path }));
        return true;
      },
    });
  return (
    <>
      <Dropdown
        menu={{
          items: (['xlsx', 'pdf'] as const).map((key) => ({ key, label: t(`rewards:export.${key}`) })),
          onClick: ({ key }) => start(key as Export['format']),
        }}
      >
        <Button loading={exporting.isPending}>{t('rewards:export.verb')}</Button>
      </Dropdown>
      {exporting.error && <ErrorState error={exporting.error} />}
      {dialog}
    </>
  );
}
