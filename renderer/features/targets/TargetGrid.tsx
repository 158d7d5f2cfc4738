/** The targets, one row each with its nine dots; Enter opens the drawer with its steps. */
import type { TargetRow } from '@shared/contract/targets.contract';
import { STEPS } from '@shared/domain/targets/steps';
import { useNavigate } from '@tanstack/react-router';
import { Button, Select, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { useShortcut } from '../../app/shortcuts';
import { useUrlState } from '../../app/useUrlState';
import { formatAmount, formatCount, UNKNOWN } from '../../i18n/format';
import { AmountText } from '../../ui/AmountText';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { DataGrid } from '../../ui/grid/DataGrid';
import type { GridColumn } from '../../ui/grid/gridTypes';
import { Dots } from './Dots';
import { TargetDrawer } from './TargetDrawer';

const idOf = (stored: unknown): number | null => (Number.isSafeInteger(stored) ? (stored as number) : null);
const textOf = (stored: unknown): string | null => (typeof stored === 'string' ? stored : null);

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

/** By group and by step; both stay in the address. */
function useFilter(rows: readonly TargetRow[]) {
  const { t } = useTranslation();
  const [group, setGroup] = useUrlState('group', textOf);
  const [step, setStep] = useUrlState('step', textOf);
  const groups = [...new Set(rows.flatMap((row) => row.group ?? []))];
  const shown = rows.filter((row) => (group === null || row.group === group) && (step === null || row.step === step));
  const bar = (
    <div className="qs-target-bar">
      <Select
        allowClear
        style={{ width: 160 }}
        aria-label={t('targets:column.group')}
        placeholder={t('targets:column.group')}
        value={group ?? undefined}
        options={groups.map((value) => ({ value, label: value }))}
        onChange={(value?: string) => setGroup(value)}
      />
      <Select
        allowClear
        style={{ width: 160 }}
        aria-label={t('targets:column.step')}
        placeholder={t('targets:column.step')}
        value={step ?? undefined}
        options={STEPS.map((value) => ({ value, label: t(`targets:step.${value}`) }))}
        onChange={(value?: string) => setStep(value)}
      />
    </div>
  );
  const clear = (): void => {
    setGroup(undefined);
    setStep(undefined);
  };
  return { shown, bar, isFiltered: group !== null || step !== null, clear };
}

export function TargetGrid({ closed }: { closed: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const list = useApiQuery('targets.list', { closed });
  const columns = useColumns();
  const rows = list.data?.targets ?? [];
  const filter = useFilter(rows);
  const [id, setId] = useUrlState('id', idOf);
  useShortcut('F5', t('common:action.refresh'), () => void list.refetch());
  if (list.error) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  const { shown } = filter;
  const sum = (key: 'balance' | 'goal' | 'received') => shown.reduce((total, row) => total + (row[key] ?? 0), 0);
  const toLedger = (
    <Button type="primary" onClick={() => void navigate({ to: '/ledger' })}>
      {t('targets:toLedger')}
    </Button>
  );
  return (
    <>
      {filter.bar}
      <DataGrid<TargetRow>
        caption={t('targets:title')}
        columns={columns}
        rows={shown}
        keyOf={(row) => row.id}
        total={shown.length}
        loading={list.isPending}
        onOpen={(row) => setId(row.id)}
        empty={
          filter.isFiltered ? (
            <EmptyState why="filtered" onClearFilter={filter.clear} />
          ) : (
            <EmptyState why="none" action={toLedger} />
          )
        }
        totals={
          <span>
            {t('targets:totals', { count: shown.length, shown: formatCount(shown.length) })}{' '}
            {t('targets:column.balance')} <AmountText fen={sum('balance')} /> {t('targets:column.goal')}{' '}
            <AmountText fen={sum('goal')} /> {t('targets:column.received')} <AmountText fen={sum('received')} />
          </span>
        }
      />
      {id !== null && <TargetDrawer id={id} onClose={() => setId(undefined)} />}
    </>
  );
}
