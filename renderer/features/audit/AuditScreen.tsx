/** The tamper-evident log (ui.md S33, APP-02): its chain's state, who did what, verifying and exporting it. Read only. */
import { ExportOutlined, SafetyCertificateOutlined, WarningOutlined } from '@ant-design/icons';
import type { AuditEntry, AuditFilter } from '@shared/contract/audit.contract';
import { isAcceptable } from '@shared/domain/audit/acceptable';
import { App, Button, Dropdown, Tooltip } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiPages, useApiQuery } from '../../api/queries';
import { useApiStream } from '../../api/useApiStream';
import { useMay, useOpenSession } from '../../app/sessionContext';
import { useShortcut } from '../../app/shortcuts';
import { useUrlState } from '../../app/useUrlState';
import { formatCount, formatInstant, UNKNOWN } from '../../i18n/format';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { DataGrid } from '../../ui/grid/DataGrid';
import type { GridColumn } from '../../ui/grid/gridTypes';
import { NoPermission } from '../../ui/NoPermission';
import { PageHeader } from '../../ui/PageHeader';
import { ProgressPanel } from '../../ui/ProgressPanel';
import { AcceptBreakModal } from './AcceptBreakModal';
import { AuditFilterBar } from './AuditFilterBar';
import './audit.css';
import { EMPTY_FILTER, filterAddress, isFiltered, readFilter } from './auditFilter';
import { ChainState } from './ChainState';
import { EntryDrawer } from './EntryDrawer';
import { personOf, useEntryTexts, useFaultText } from './entryTexts';
import { useLogExport } from './useLogExport';

const PAGE = 100;
/** While the chain is checked in the background the line above follows it. */
const WATCH_MS = 2_000;

function useColumns(): readonly GridColumn<AuditEntry>[] {
  const { t } = useTranslation();
  const texts = useEntryTexts();
  const column = (
    key: 'seq' | 'at' | 'user' | 'action' | 'object' | 'household' | 'detail' | 'workstation',
    width: number,
    of: (entry: AuditEntry) => string,
    more: Partial<GridColumn<AuditEntry>> = {},
  ): GridColumn<AuditEntry> => ({ key, title: t(`audit:column.${key}`), width, render: of, copy: of, ...more });
  return [
    column('seq', 72, ({ seq }) => formatCount(seq), { kind: 'count', sticky: true }),
    column('at', 136, ({ at }) => formatInstant(at), { kind: 'date' }),
    column('user', 128, personOf),
    column('action', 148, ({ action }) => texts.action(action)),
    column('object', 190, texts.object),
    column('household', 86, ({ household }) => household ?? UNKNOWN, { kind: 'id' }),
    column('detail', 420, ({ detail }) => texts.detail(detail) || UNKNOWN),
    column('workstation', 120, ({ workstation }) => workstation),
  ];
}

function useEntries(filter: AuditFilter) {
  const base = useMemo(() => ({ filter, limit: PAGE }), [filter]);
  const pages = useApiPages(
    'audit.page',
    base,
    (cursor: number | null) => ({ ...base, cursor }),
    (page) => page.next,
  );
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  const entries = useMemo(() => pages.data?.pages.flatMap((page) => page.entries) ?? [], [pages.data]);
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const isLoading = pages.isPending || pages.isPlaceholderData;
  return { entries, more, isLoading, error: pages.error, refetch: () => void pages.refetch() };
}

/** The filter in the address, the same object as long as it says the same. */
function useFilter(): [AuditFilter, (filter: AuditFilter) => void] {
  const [stored, set] = useUrlState('q', (value) => value);
  const text = JSON.stringify(readFilter(stored));
  const filter = useMemo(() => JSON.parse(text) as AuditFilter, [text]);
  return [filter, (next) => set(filterAddress(next))];
}

function useVerify() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const faultText = useFaultText();
  const run = useApiStream('audit.verify');
  const start = async (): Promise<void> => {
    const event = await run.start({});
    if (event?.type !== 'result') return;
    const { fault, entries } = event.result;
    // The line above the log goes on saying so; a notification would lie over the buttons that are needed now.
    if (fault) void message.error(faultText(fault));
    else void message.success(t('audit:verify.ok', { entries: formatCount(entries) }));
  };
  const cancel = (): void => {
    run.cancel();
    void message.info(t('audit:verify.cancelled'));
  };
  return { ...run, begin: () => void start(), cancel };
}

function Actions({ filter, verify }: { filter: AuditFilter; verify: ReturnType<typeof useVerify> }) {
  const { t } = useTranslation();
  const { alarm } = useOpenSession().state;
  const mayExport = useMay('audit.export');
  const mayAccept = useMay('audit.accept-break') && alarm !== null && isAcceptable(alarm.code);
  const [isAccepting, setAccepting] = useState(false);
  const file = useLogExport(filter);
  useShortcut('Ctrl+E', t('audit:export.verb'), () => file.askFor('xlsx'), mayExport);
  const button = (
    <Button icon={<ExportOutlined aria-hidden />} loading={file.isRunning} aria-disabled={!mayExport}>
      {t('audit:export.verb')}
    </Button>
  );
  return (
    <>
      {mayAccept && (
        <Button danger icon={<WarningOutlined aria-hidden />} onClick={() => setAccepting(true)}>
          {t('audit:accept.verb')}
        </Button>
      )}
      <Button icon={<SafetyCertificateOutlined aria-hidden />} loading={verify.running} onClick={verify.begin}>
        {t('audit:verify.verb')}
      </Button>
      {mayExport ? (
        <Dropdown
          trigger={['click']}
          menu={{
            items: (['xlsx', 'jsonl'] as const).map((key) => ({ key, label: t(`audit:export.${key}`) })),
            onClick: ({ key }) => file.askFor(key as 'xlsx' | 'jsonl'),
          }}
        >
          {button}
        </Dropdown>
      ) : (
        <Tooltip title={t('audit:export.forbidden')}>{button}</Tooltip>
      )}
      {file.dialog}
      {isAccepting && <AcceptBreakModal onClose={() => setAccepting(false)} />}
    </>
  );
}

function Entries({ filter, onClear }: { filter: AuditFilter; onClear: () => void }) {
  const { t } = useTranslation();
  const data = useEntries(filter);
  const count = useApiQuery('audit.count', filter, { keepOld: true });
  const columns = useColumns();
  const [looked, setLooked] = useState<AuditEntry | null>(null);
  const [isLooking, setLooking] = useState(false);
  useShortcut('F5', t('common:action.refresh'), data.refetch);
  if (data.error && data.entries.length === 0) return <ErrorState error={data.error} onRetry={data.refetch} />;
  const total = count.data?.entries;
  return (
    <>
      <DataGrid<AuditEntry>
        caption={t('audit:title')}
        columns={columns}
        rows={data.entries}
        keyOf={({ seq }) => seq}
        total={total}
        loading={data.isLoading}
        onReachEnd={data.more}
        onActive={setLooked}
        onOpen={(entry) => {
          setLooked(entry);
          setLooking(true);
        }}
        empty={<EmptyState why={isFiltered(filter) ? 'filtered' : 'none'} onClearFilter={onClear} />}
        totals={
          <span>{total === undefined ? UNKNOWN : t('audit:count', { count: total, shown: formatCount(total) })}</span>
        }
      />
      <EntryDrawer entry={isLooking ? looked : null} onClose={() => setLooking(false)} />
    </>
  );
}

function Audit() {
  const { t } = useTranslation();
  const [filter, setFilter] = useFilter();
  const state = useApiQuery('audit.state', undefined, { refetchEvery: WATCH_MS });
  const verify = useVerify();
  const seen = verify.event?.type === 'progress' ? verify.event : null;
  return (
    <>
      <PageHeader
        title={t('audit:title')}
        status={<ChainState state={state.data} />}
        actions={<Actions filter={filter} verify={verify} />}
      />
      {verify.running && (
        <ProgressPanel
          stage={t('audit:verify.stage')}
          done={seen?.done ?? 0}
          total={seen?.total ?? null}
          onCancel={verify.cancel}
          cancelEffect={t('audit:verify.cancelEffect')}
        />
      )}
      {verify.error && <ErrorState error={verify.error} onRetry={verify.begin} />}
      <AuditFilterBar filter={filter} users={state.data?.users ?? []} onFilter={setFilter} />
      <Entries filter={filter} onClear={() => setFilter(EMPTY_FILTER)} />
    </>
  );
}

export default function AuditScreen() {
  const may = useMay('audit.view');
  return may ? <Audit /> : <NoPermission permission="audit.view" />;
}
