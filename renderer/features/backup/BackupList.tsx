/** The verified generations, newest first; each can be saved as one file. */
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { useApiStream } from '../../api/useApiStream';
import { useMay } from '../../app/sessionContext';
import { formatCount, formatInstant } from '../../i18n/format';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { DataGrid } from '../../ui/grid/DataGrid';
import type { GridColumn } from '../../ui/grid/gridTypes';
import { BackupProgressPanel } from './BackupProgressPanel';
import type { Generation } from './backupTypes';
import { megabytes } from './lastBackup';

/** Columns that need no right. */
function useGenerationColumns(): GridColumn<Generation>[] {
  const { t } = useTranslation();
  const column = (
    key: string,
    width: number,
    text: (row: Generation) => string,
    more = {},
  ): GridColumn<Generation> => ({
    key,
    title: t(`backup:field.${key}`),
    width,
    render: text,
    copy: text,
    ...more,
  });
  return [
    column('at', 160, (row) => formatInstant(row.at), { sticky: true }),
    column('reason', 110, (row) => t(`backup:reason.${row.reason}`)),
    column('size', 110, (row) => megabytes(row.bytes), { kind: 'count' }),
    column('attachments', 90, (row) => formatCount(row.attachments), { kind: 'count' }),
    column('second', 120, (row) => t(row.secondDevice ? 'backup:second.yes' : 'backup:second.no')),
    column('program', 110, (row) => row.program),
  ];
}

function usePack() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const choose = useApiCommand('backup.choosePackPath');
  const pack = useApiStream('backup.pack');
  const save = async (id: string): Promise<void> => {
    const path = await choose.mutateAsync({ id, title: t('backup:pack.title') }).catch(() => null);
    if (!path) return;
    const event = await pack.start({ id, path });
    if (event?.kind === 'packed') void message.success(t('backup:pack.done', { path }), 8);
  };
  return { pack, save, error: choose.error ?? pack.error };
}

export function BackupList({ generations }: { generations: readonly Generation[] }) {
  const { t } = useTranslation();
  const { pack, save, error } = usePack();
  const mayPack = useMay('backup.create');
  const action: GridColumn<Generation> = {
    key: 'actions',
    title: t('backup:field.actions'),
    width: 130,
    render: (row) => (
      <Button size="small" type="link" disabled={pack.running} onClick={() => void save(row.id)}>
        {t('backup:pack.action')}
      </Button>
    ),
  };
  const columns = [...useGenerationColumns(), ...(mayPack ? [action] : [])];
  return (
    <>
      {pack.running && <BackupProgressPanel event={pack.event} onCancel={pack.cancel} />}
      {error && <ErrorState error={error} />}
      <DataGrid<Generation>
        caption={t('backup:list.caption')}
        columns={columns}
        rows={generations}
        keyOf={(row) => row.id}
        total={generations.length}
        empty={<EmptyState why="none" />}
        totals={<span>{t('backup:list.total', { count: generations.length })}</span>}
      />
    </>
  );
}
