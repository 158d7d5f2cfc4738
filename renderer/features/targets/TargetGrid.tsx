/** The targets, one row each with its nine dots; Enter opens the drawer with its steps. */
import type { TargetRow } from '@shared/contract/targets.contract';
import { STEPS, type Step } from '@shared/domain/targets/steps';
import { useNavigate } from '@tanstack/react-router';
import { Button, Input, Select, Tag } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../api/client';
import { useApiPages } from '../../api/queries';
import { useShortcut } from '../../app/shortcuts';
import { idIn, textIn } from '../../app/urlReaders';
import { useUrlState } from '../../app/useUrlState';
import { formatAmount, formatCount, UNKNOWN } from '../../i18n/format';
import { AmountText } from '../../ui/AmountText';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { DataGrid } from '../../ui/grid/DataGrid';
import type { GridColumn } from '../../ui/grid/gridTypes';
import { Dots } from './Dots';
import { RegisterExport } from './RegisterExport';
import { TargetDrawer } from './TargetDrawer';

function useColumns(): readonly GridColumn<TargetRow>[] {
  const { t } = useTranslation();
  const column = (
    key: string,
    width: number,
    of: (row: TargetRow) => string,
    more: Partial<GridColumn<TargetRow>> = {},
  ): GridColumn<TargetRow> => ({ key, title: t(`targets:column.${key}`), width, render: of, copy: of, ...more });
  const amount = (key: 'balance' | 'goal' | 'received'): GridColumn<TargetRow> =>
    column(key, 120, (row) => formatAmount(row[key], 'yuan'), {
      kind: 'amount',
      render: (row) => <AmountText fen={row[key]} />,
    });
  return [
    column('borrower', 150, ({ borrower }) => borrower, { sticky: true }),
    column('dots', 136, ({ step }) => t(`targets:step.${step}`), { render: ({ dots }) => <Dots dots={dots} /> }),
    column('step', 116, ({ step }) => t(`targets:step.${step}`)),
    column('stepOn', 96, ({ stepOn }) => stepOn, { kind: 'date' }),
    column('group', 90, ({ group }) => group ?? UNKNOWN),
    column('manager', 90, ({ manager }) => manager ?? UNKNOWN),
    amount('balance'),
    amount('goal'),
    amount('received'),
    column('dueOn', 120, ({ dueOn }) => dueOn ?? UNKNOWN, {
      kind: 'date',
      render: ({ dueOn, late }) => (
        <>
          {dueOn ?? UNKNOWN} {late && <Tag color="error">{t('targets:late')}</Tag>}
        </>
      ),
    }),
    column('source', 110, ({ source }) => t(`targets:source.${source}`)),
    column('unit', 110, ({ unit }) => unit),
  ];
}

const isStep = (stored: unknown): Step | null => STEPS.find((step) => step === stored) ?? null;

/** By group, step and part of the name; all stay in the address. */
function useFilter(closed: boolean) {
  const [group, setGroup] = useUrlState('group', textIn);
  const [step, setStep] = useUrlState('step', isStep);
  const [text, setText] = useUrlState('text', textIn);
  const wanted = useMemo(() => ({ closed, group, step, text: text ?? '' }), [closed, group, step, text]);
  const clear = (): void => {
    setGroup(undefined);
    setStep(undefined);
    setText(undefined);
  };
  return { wanted, setGroup, setStep, setText, clear, isFiltered: group !== null || step !== null || text !== null };
}
type Filter = ReturnType<typeof useFilter>;

function FilterLine({ filter, groups }: { filter: Filter; groups: readonly string[] }) {
  const { t } = useTranslation();
  const { wanted, setGroup, setStep, setText } = filter;
  return (
    <div className="qs-target-bar">
      <Input.Search
        allowClear
        style={{ width: 180 }}
        aria-label={t('targets:find')}
        placeholder={t('targets:find')}
        defaultValue={wanted.text}
        onSearch={(value) => setText(value.trim() === '' ? undefined : value.trim())}
      />
      <Select
        allowClear
        style={{ width: 160 }}
        aria-label={t('targets:column.group')}
        placeholder={t('targets:column.group')}
        value={wanted.group ?? undefined}
        options={groups.map((value) => ({ value, label: value }))}
        onChange={(value?: string) => setGroup(value)}
      />
      <Select
        allowClear
        style={{ width: 160 }}
        aria-label={t('targets:column.step')}
        placeholder={t('targets:column.step')}
        value={wanted.step ?? undefined}
        options={STEPS.map((value) => ({ value, label: t(`targets:step.${value}`) }))}
        onChange={(value?: Step) => setStep(value)}
      />
      <RegisterExport wanted={{ what: 'targets', ...wanted }} />
    </div>
  );
}

const PAGE = 200;

function useTargets(wanted: Filter['wanted']) {
  const pages = useApiPages(
    'targets.list',
    wanted,
    (offset: number | null) => ({ ...wanted, offset: offset ?? 0, limit: PAGE }),
    ({ targets, total, offset }) => (offset + targets.length < total ? offset + targets.length : null),
  );
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  const rows = useMemo(() => pages.data?.pages.flatMap(({ targets }) => targets) ?? [], [pages.data]);
  const more = (): void => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  };
  return { ...pages, rows, more, first: pages.data?.pages[0] };
}

function Totals({ of }: { of: OutputOf<'targets.list'> }) {
  const { t } = useTranslation();
  const { total, totals } = of;
  return (
    <span>
      {t('targets:totals', { count: total, shown: formatCount(total) })}{' '}
      {(['balance', 'goal', 'received'] as const).map((key) => (
        <span key={key}>
          {t(`targets:column.${key}`)} <AmountText fen={totals[key]} />{' '}
        </span>
      ))}
    </span>
  );
}

export function TargetGrid({ closed }: { closed: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const filter = useFilter(closed);
  const list = useTargets(filter.wanted);
  const columns = useColumns();
  const [id, setId] = useUrlState('id', idIn);
  useShortcut('F5', t('common:action.refresh'), () => void list.refetch());
  if (list.error) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  const toLedger = (
    <Button type="primary" onClick={() => void navigate({ to: '/ledger' })}>
      {t('targets:toLedger')}
    </Button>
  );
  return (
    <>
      <FilterLine filter={filter} groups={list.first?.groups ?? []} />
      <DataGrid<TargetRow>
        caption={t('targets:title')}
        columns={columns}
        rows={list.rows}
        keyOf={(row) => row.id}
        total={list.first?.total}
        loading={list.isPending}
        onReachEnd={list.more}
        onOpen={(row) => setId(row.id)}
        empty={
          filter.isFiltered ? (
            <EmptyState why="filtered" onClearFilter={filter.clear} />
          ) : (
            <EmptyState why="none" action={toLedger} />
          )
        }
        totals={list.first && <Totals of={list.first} />}
      />
      {id !== null && <TargetDrawer id={id} onClose={() => setId(undefined)} />}
    </>
  );
}
