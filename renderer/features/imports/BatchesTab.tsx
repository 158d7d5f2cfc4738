/** What was imported, newest first; Enter on a line, or its button, takes an import back as a whole. */
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../api/client';
import { useApiQuery } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { formatCount, formatInstant } from '../../i18n/format';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { DataGrid } from '../../ui/grid/DataGrid';
import type { GridColumn } from '../../ui/grid/gridTypes';
import { UndoModal } from './UndoModal';

type Batch = OutputOf<'imports.batches'>[number];
type CountKey = 'added' | 'changed' | 'refused';

function useBatchColumns(mayUndo: boolean, undo: (batch: Batch) => void): GridColumn<Batch>[] {
  const { t } = useTranslation();
  const title = (key: string): string => t(`imports:batch.${key}`);
  const text = (key: string, width: number, value: (row: Batch) => string): GridColumn<Batch> => ({
    key,
    title: title(key),
    width,
    render: value,
    copy: value,
  });
  const count = (key: CountKey): GridColumn<Batch> => ({
    ...text(key, 60, (row) => formatCount(row[key])),
    kind: 'count',
  });
  const action: GridColumn<Batch> = {
    key: 'action',
    title: title('action'),
    width: 60,
    render: (row) =>
      row.status === 'written' && (
        // The grid is one tab stop; Enter on the line does the same.
        <Button
          size="small"
          type="link"
          tabIndex={-1}
          aria-label={t('imports:undo.of', { batch: row.batch })}
          onClick={() => undo(row)}
        >
          {t('imports:undo.short')}
        </Button>
      ),
  };
  return [
    { ...text('batch', 124, (row) => row.batch), sticky: true, kind: 'id' },
    text('fileName', 208, (row) => row.fileName),
    text('kind', 84, (row) => t(`imports:kind.${row.kind}`)),
    text('asOf', 90, (row) => row.asOf),
    text('importedAt', 126, (row) => formatInstant(row.importedAt)),
    text('importedBy', 80, (row) => row.importedBy),
    count('added'),
    count('changed'),
    count('refused'),
    {
      ...text('status', 76, (row) => t(`imports:status.${row.status}`)),
      render: (row) => (
        <Tag color={row.status === 'written' ? 'success' : 'default'}>{t(`imports:status.${row.status}`)}</Tag>
      ),
    },
    ...(mayUndo ? [action] : []),
  ];
}

export function BatchesTab({ onImport }: { onImport?: () => void }) {
  const { t } = useTranslation();
  const mayUndo = useMay('import.run');
  const batches = useApiQuery('imports.batches', undefined);
  const [undoing, setUndoing] = useState<Batch | null>(null);
  const columns = useBatchColumns(mayUndo, setUndoing);
  if (batches.error) return <ErrorState error={batches.error} onRetry={() => void batches.refetch()} />;
  const open = (row: Batch): void => {
    if (mayUndo && row.status === 'written') setUndoing(row);
  };
  return (
    <>
      <DataGrid<Batch>
        caption={t('imports:tab.batches')}
        columns={columns}
        rows={batches.data ?? []}
        keyOf={(row) => row.batch}
        total={batches.data?.length}
        loading={batches.isPending}
        onOpen={open}
        empty={
          <EmptyState why="none" action={onImport && <Button onClick={onImport}>{t('imports:tab.new')}</Button>} />
        }
        totals={<span>{t('imports:batch.total', { count: batches.data?.length ?? 0 })}</span>}
      />
      {undoing && <UndoModal batch={undoing} onClose={() => setUndoing(null)} />}
    </>
  );
}
