/**
 * The work bench (工作台, S02, RPT-01): what is overdue, due today and this week; Enter opens an item at the place to act. Beside it the
 * load of seven days, the month's plan, and who has nothing planned; the list is printed as the day's work sheet.
 */
import { SCOPES, type Scope, type WorkItemView } from '@shared/contract/workbench.contract';
import { SPANS, type Span, WORK_KINDS, type WorkKind } from '@shared/domain/workbench/workItem';
import { type CalendarDate, daysBetween } from '@shared/kernel/calendarDate';
import { useRouter } from '@tanstack/react-router';
import { Segmented, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand, useApiQuery } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { useShortcut } from '../../app/shortcuts';
import { textIn } from '../../app/urlReaders';
import { useUrlState } from '../../app/useUrlState';
import { formatCount, UNKNOWN } from '../../i18n/format';
import { AmountText } from '../../ui/AmountText';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { ExportMenu } from '../../ui/ExportMenu';
import { DataGrid } from '../../ui/grid/DataGrid';
import type { GridColumn } from '../../ui/grid/gridTypes';
import { NoPermission } from '../../ui/NoPermission';
import { PageHeader } from '../../ui/PageHeader';
import { Board } from './Board';
import { Counters } from './Counters';
import { IdleDrawer } from './IdleDrawer';
import { ItemActions } from './ItemActions';
import './workbench.css';
import { tonePill } from './pills';
import { SettleModal, type Settling } from './SettleModal';

/** Words of what is to be done: a limited step is a code, everything else was typed by a person. */
function useWhat(): (item: WorkItemView) => string {
  const { t } = useTranslation();
  return ({ kind, what }) => (kind === 'step' ? t(`measures:act.${what}`) : what);
}

function useDayText(today: CalendarDate): (day: CalendarDate | null) => string {
  const { t } = useTranslation();
  return (day) => {
    if (day === null) return t('workbench:noDay');
    const left = daysBetween(today, day);
    if (left === 0) return t('workbench:dueToday');
    return t(left > 0 ? 'workbench:left' : 'workbench:over', { days: formatCount(Math.abs(left)) });
  };
}

/** The day that it had by itself, and why it has another one now. */
function PutOff({ item }: { item: WorkItemView }) {
  const { t } = useTranslation();
  const { postponed } = item;
  if (postponed === null) return null;
  const { from, times, by, reason } = postponed;
  return (
    <span className="qs-hint" title={t('workbench:postponedWhy', { by, reason })}>
      {t('workbench:postponed', { from: from ?? UNKNOWN, times: formatCount(times) })}
    </span>
  );
}

function useColumns(
  today: CalendarDate,
  onOpen: (item: WorkItemView) => void,
  onSettle: (settling: Settling) => void,
): readonly GridColumn<WorkItemView>[] {
  const { t } = useTranslation();
  const what = useWhat();
  const dayText = useDayText(today);
  const column = (
    key: string,
    width: number,
    of: (item: WorkItemView) => string,
    more: Partial<GridColumn<WorkItemView>> = {},
  ): GridColumn<WorkItemView> => ({ key, title: t(`workbench:column.${key}`), width, render: of, copy: of, ...more });
  return [
    column('day', 178, ({ day }) => `${day ?? ''} ${dayText(day)}`, {
      sticky: true,
      render: ({ day }) => (
        <>
          <span className={`qs-pill qs-pill-${tonePill(day, today)}`}>{dayText(day)}</span>{' '}
          <span className="qs-figure qs-hint">{day}</span>
        </>
      ),
    }),
    column('kind', 100, ({ kind }) => t(`workbench:kind.${kind}`)),
    column('borrower', 126, ({ borrower }) => borrower ?? UNKNOWN),
    column('what', 214, what, {
      render: (item) => (
        <>
          {what(item)} <PutOff item={item} />
        </>
      ),
    }),
    column('amount', 112, ({ amount }) => String(amount ?? ''), {
      kind: 'amount',
      render: ({ amount }) => (amount === null ? null : <AmountText fen={amount} />),
    }),
    column('responsible', 76, ({ responsible }) => responsible ?? UNKNOWN),
    column('unit', 92, ({ unit }) => unit ?? UNKNOWN),
    column('act', 118, () => '', {
      render: (item) => <ItemActions item={item} onOpen={() => onOpen(item)} onSettle={onSettle} />,
    }),
  ];
}

const readSpan = (stored: unknown): Span | null => SPANS.find((span) => span === stored) ?? null;
const readScope = (stored: unknown): Scope => SCOPES.find((scope) => scope === stored) ?? 'mine';
const readKind = (stored: unknown): WorkKind | null => WORK_KINDS.find((kind) => kind === stored) ?? null;

/** What the list is narrowed to; all of it stays in the address. */
function useFilter() {
  const [span, setSpan] = useUrlState('span', readSpan);
  const [scope, setScope] = useUrlState('scope', readScope);
  const [kind, setKind] = useUrlState('kind', readKind);
  const [person, setPerson] = useUrlState('person', textIn);
  const wanted = { scope, spans: span === null ? [...SPANS] : [span], kinds: kind === null ? [] : [kind], person };
  const clear = (): void => {
    setSpan(undefined);
    setKind(undefined);
    setPerson(undefined);
  };
  const isFiltered = span !== null || kind !== null || person !== null;
  return { wanted, span, setSpan, scope, setScope, kind, setKind, person, setPerson, clear, isFiltered };
}

/** The sheet of what is on screen, to take along. */
function SheetButton({ wanted }: { wanted: ReturnType<typeof useFilter>['wanted'] }) {
  const mayExport = useMay('ledger.export');
  const { mutateAsync, isPending, error } = useApiCommand('workbench.exportSheet');
  if (!mayExport) return null;
  return (
    <ExportMenu
      words="workbench"
      isPending={isPending}
      error={error}
      onExport={async (format, reason) => (await mutateAsync({ ...wanted, format, reason, path: null })).path}
    />
  );
}

const keyOf = ({ kind, key }: Pick<WorkItemView, 'kind' | 'key'>): string => `${kind} ${key}`;

function Bench() {
  const { t } = useTranslation();
  const router = useRouter();
  const filter = useFilter();
  const { wanted, scope, setScope } = filter;
  const work = useApiQuery('workbench.list', wanted, { keepOld: true });
  const [isIdleShown, showIdle] = useState(false);
  useShortcut('F5', t('common:action.refresh'), () => void work.refetch());
  const data = work.data;
  const today = data?.today ?? '1970-01-01';
  const [settling, settle] = useState<Settling | null>(null);
  const [at, setAt] = useState<string | null>(null);
  const active = data?.items.find((item) => keyOf(item) === at);
  const start = (how: Settling['how']) => (): void => {
    if (active) settle({ item: active, how });
  };
  useShortcut('Alt+P', t('workbench:act.postpone'), start('postpone'), Boolean(active?.may.postpone));
  useShortcut('Alt+D', t('workbench:act.done'), start('done'), active?.may.done === true);
  const what = useWhat();
  const open = ({ link }: WorkItemView): void => router.history.push(link);
  const columns = useColumns(today, open, settle);
  if (work.error) return <ErrorState error={work.error} onRetry={() => void work.refetch()} />;
  const asOf = data?.portfolioAsOf;
  return (
    <>
      <PageHeader
        title={t('workbench:title')}
        status={asOf ? t('workbench:portfolioAsOf', { date: asOf }) : t('workbench:portfolioNone')}
        actions={
          <Space size="small">
            <SheetButton wanted={wanted} />
            <Segmented<Scope>
              aria-label={t('workbench:scope.label')}
              value={scope}
              options={SCOPES.map((each) => ({ value: each, label: t(`workbench:scope.${each}`) }))}
              onChange={setScope}
            />
          </Space>
        }
      />
      <Counters board={data} filter={filter} />
      {data && <Board board={data} filter={filter} onIdle={() => showIdle(true)} />}
      <DataGrid<WorkItemView>
        caption={t('workbench:title')}
        columns={columns}
        rows={data?.items ?? []}
        keyOf={keyOf}
        total={data?.items.length}
        loading={work.isPending}
        onOpen={open}
        onActive={(item) => setAt(keyOf(item))}
        empty={<EmptyState why={filter.isFiltered ? 'filtered' : 'nothing-due'} onClearFilter={filter.clear} />}
        totals={<span>{t('workbench:count', { count: data?.items.length ?? 0 })}</span>}
      />
      {settling && <SettleModal {...settling} what={what(settling.item)} today={today} onClose={() => settle(null)} />}
      {isIdleShown && <IdleDrawer scope={scope} onClose={() => showIdle(false)} />}
    </>
  );
}

export default function WorkbenchScreen() {
  const may = useMay('ledger.view');
  return may ? <Bench /> : <NoPermission permission="ledger.view" />;
}
