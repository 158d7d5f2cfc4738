/** Returned scans 回执扫描 (S16): drop files or choose a folder; what is not recognised waits here for matching by hand. */
import type { ScanView } from '@shared/contract/dunning.contract';
import { SCAN_STATES, type ScanState } from '@shared/domain/dunning/scans';
import { Alert, Button, Segmented } from 'antd';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pathsOfFiles } from '../../api/droppedPaths';
import { useApiCommand, useApiQuery } from '../../api/queries';
import { useApiStream } from '../../api/useApiStream';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { DataGrid } from '../../ui/grid/DataGrid';
import type { GridColumn } from '../../ui/grid/gridTypes';
import { ProgressPanel } from '../../ui/ProgressPanel';
import { ScanDrawer } from './ScanDrawer';
import { ScanFolder } from './ScanFolder';

/** Milliseconds between two looks at what the watched folder brought: it is received without this window's doing. */
const ASK_EVERY = 5_000;

function useColumns(): readonly GridColumn<ScanView>[] {
  const { t } = useTranslation();
  const column = (key: string, width: number, text: (scan: ScanView) => string): GridColumn<ScanView> => ({
    key,
    width,
    title: t(`dunning:scanColumn.${key}`),
    render: text,
    copy: text,
  });
  return [
    column('file', 260, (scan) => scan.fileName),
    column('page', 60, (scan) => String(scan.page)),
    column('why', 200, (scan) => (scan.why === null ? '' : t(`dunning:scanWhy.${scan.why}`))),
    column('missing', 90, (scan) => scan.missingPages.join('、')),
    column('number', 200, (scan) => scan.number ?? ''),
    column('addressee', 160, (scan) => scan.addressee ?? ''),
    column('receivedBy', 100, (scan) => scan.receivedBy),
  ];
}

function Result({ scans }: { scans: ReturnType<typeof useApiStream<'dunning.receiveScans'>> }) {
  const { t } = useTranslation();
  const { event } = scans;
  if (event?.type !== 'result') return null;
  const lines = [
    ...event.known.map(({ file, number }) =>
      number === null ? t('dunning:scan.known', { file }) : t('dunning:scan.knownAs', { file, number }),
    ),
    ...event.unreadable.map(({ file, code }) =>
      t('dunning:scan.unreadable', { file, why: t(`dunning:scanBad.${code}`) }),
    ),
  ];
  return (
    <Alert
      type={event.waiting > 0 || lines.length > 0 ? 'warning' : 'success'}
      showIcon
      title={t('dunning:scan.result', { filed: event.filed, waiting: event.waiting })}
      description={
        lines.length === 0 ? undefined : (
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )
      }
    />
  );
}

/** Takes dropped files, or asks for a folder of them. */
function DropZone({ onPaths, children }: { onPaths: (paths: string[]) => void; children: React.ReactNode }) {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const choose = useApiCommand('dunning.chooseScans');
  const drop = async (event: DragEvent): Promise<void> => {
    event.preventDefault();
    setOver(false);
    const paths = (await pathsOfFiles([...event.dataTransfer.files])).filter((path) => path !== '');
    if (paths.length > 0) onPaths(paths);
  };
  const pick = (): void => choose.mutate(undefined, { onSuccess: ({ path }) => path !== null && onPaths([path]) });
  return (
    <section
      className={over ? 'qs-drop qs-drop-over qs-dunning-drop' : 'qs-drop qs-dunning-drop'}
      aria-label={t('dunning:scan.drop')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => void drop(event)}
    >
      <span>{t('dunning:scan.drop')}</span>
      <Button onClick={pick} loading={choose.isPending}>
        {t('dunning:scan.choose')}
      </Button>
      {children}
    </section>
  );
}

export function ScansTab() {
  const { t } = useTranslation();
  const [state, setState] = useState<ScanState>('waiting');
  const [shown, setShown] = useState<ScanView | null>(null);
  const source = useApiQuery('dunning.scanFolder', undefined, { refetchEvery: ASK_EVERY });
  const refetchEvery = typeof source.data?.path === 'string' ? ASK_EVERY : undefined;
  const list = useApiQuery('dunning.scans', { status: state }, { keepOld: true, refetchEvery });
  const receiving = useApiStream('dunning.receiveScans');
  const columns = useColumns();
  if (receiving.running) {
    const progress = receiving.event?.type === 'progress' ? receiving.event : null;
    return (
      <ProgressPanel
        stage={t('dunning:scan.reading')}
        done={progress?.done ?? 0}
        total={progress?.total ?? null}
        onCancel={receiving.cancel}
        cancelEffect={t('dunning:scan.cancelEffect')}
      />
    );
  }
  if (list.error) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  const rows = list.data ?? [];
  return (
    <>
      <DropZone onPaths={(paths) => void receiving.start({ paths })}>
        <Segmented<ScanState>
          value={state}
          onChange={setState}
          options={SCAN_STATES.map((value) => ({ value, label: t(`dunning:scanState.${value}`) }))}
        />
      </DropZone>
      {source.data && <ScanFolder folder={source.data} />}
      {receiving.error && <ErrorState error={receiving.error} />}
      <Result scans={receiving} />
      <DataGrid<ScanView>
        caption={t('dunning:tab.scans')}
        columns={columns}
        rows={rows}
        total={rows.length}
        keyOf={(scan) => scan.id}
        loading={list.isPending}
        onOpen={setShown}
        empty={<EmptyState why="none" />}
      />
      {shown && <ScanDrawer scan={shown} onClose={() => setShown(null)} />}
    </>
  );
}
