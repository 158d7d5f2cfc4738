/** The reward sheets, the newest first; one is computed for a period that is over. */
import type { RewardSheet } from '@shared/contract/rewards.contract';
import { Button, Space, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { formatAmount, formatCount, UNKNOWN } from '../../i18n/format';
import { AmountText } from '../../ui/AmountText';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { DataGrid } from '../../ui/grid/DataGrid';
import type { GridColumn } from '../../ui/grid/gridTypes';
import { ExportButton } from './ExportButton';
import { PeriodModal } from './PeriodModal';
import { STATE_COLOUR } from './stateColour';

function useColumns(): readonly GridColumn<RewardSheet>[] {
  const { t } = useTranslation();
  const column = (
    key: string,
    width: number,
    of: (row: RewardSheet) => string,
    more: Partial<GridColumn<RewardSheet>> = {},
  ): GridColumn<RewardSheet> => ({ key, title: t(`rewards:sheet.${key}`), width, render: of, copy: of, ...more });
  return [
    column('id', 60, ({ id }) => String(id), { kind: 'count' }),
    column('period', 220, ({ from, to }) => `${from} – ${to}`, { kind: 'date' }),
    column('state', 90, ({ state }) => t(`rewards:state.${state}`), {
      render: ({ state }) => <Tag color={STATE_COLOUR[state]}>{t(`rewards:state.${state}`)}</Tag>,
    }),
    column('lines', 80, ({ lines }) => formatCount(lines), { kind: 'count' }),
    column('people', 80, ({ people }) => formatCount(people), { kind: 'count' }),
    column('total', 130, ({ total }) => formatAmount(total, 'yuan'), {
      kind: 'amount',
      render: ({ total }) => <AmountText fen={total} />,
    }),
    column('run', 80, ({ run }) => String(run), { kind: 'count' }),
    column('by', 100, ({ by }) => by),
    column('paidOn', 110, ({ paidOn }) => paidOn ?? UNKNOWN, { kind: 'date' }),
    column('voucherNo', 140, ({ voucherNo }) => voucherNo ?? UNKNOWN, { kind: 'id' }),
  ];
}

export function SheetList({ onOpen }: { onOpen: (id: number) => void }) {
  const { t } = useTranslation();
  const mayPrepare = useMay('reward.prepare');
  const [asked, setAsked] = useState(false);
  const list = useApiQuery('rewards.list', undefined);
  const columns = useColumns();
  if (list.error) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  const sheets = list.data?.sheets ?? [];
  const compute = mayPrepare && (
    <Button type="primary" onClick={() => setAsked(true)}>
      {t('rewards:compute.verb')}
    </Button>
  );
  return (
    <>
      <div className="qs-filter-line">
        <Space>
          {compute}
          <ExportButton what="rewards" />
        </Space>
      </div>
      <DataGrid<RewardSheet>
        caption={t('rewards:view.sheets')}
        columns={columns}
        rows={sheets}
        keyOf={({ id }) => id}
        total={sheets.length}
        loading={list.isPending}
        onOpen={({ id }) => onOpen(id)}
        empty={<EmptyState why="none" action={compute} />}
      />
      {asked && list.data && (
        <PeriodModal today={list.data.today} sheet={null} onClose={() => setAsked(false)} onDone={onOpen} />
      )}
    </>
  );
}
