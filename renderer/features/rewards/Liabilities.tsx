/** The register of liabilities (RWD-04): the earliest deadline first; performance and withdrawal in a dialog. */
import type { LiabilityRow } from '@shared/contract/rewards.contract';
import { Button, Space, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { formatAmount, UNKNOWN } from '../../i18n/format';
import { AmountText } from '../../ui/AmountText';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { DataGrid } from '../../ui/grid/DataGrid';
import type { GridColumn } from '../../ui/grid/gridTypes';
import { ExportButton } from './ExportButton';
import { LiabilityModal } from './LiabilityModal';
import { RecordLiabilityModal } from './RecordLiabilityModal';
import { LIABILITY_COLOUR } from './stateColour';

function useColumns(): readonly GridColumn<LiabilityRow>[] {
  const { t } = useTranslation();
  const column = (
    key: string,
    width: number,
    of: (row: LiabilityRow) => string,
    more: Partial<GridColumn<LiabilityRow>> = {},
  ): GridColumn<LiabilityRow> => ({ key, title: t(`rewards:liability.${key}`), width, render: of, copy: of, ...more });
  const amount = (key: 'amount' | 'performed'): GridColumn<LiabilityRow> =>
    column(key, 120, (row) => formatAmount(row[key], 'yuan'), {
      kind: 'amount',
      render: (row) => <AmountText fen={row[key]} />,
    });
  return [
    column('person', 100, ({ person }) => person, { sticky: true }),
    column('state', 110, ({ state }) => t(`rewards:liabilityState.${state}`), {
      render: ({ state }) => <Tag color={LIABILITY_COLOUR[state]}>{t(`rewards:liabilityState.${state}`)}</Tag>,
    }),
    column('deadline', 110, ({ deadline }) => deadline, { kind: 'date' }),
    amount('amount'),
    amount('performed'),
    column('kind', 110, ({ kind }) => t(`rewards:liabilityKind.${kind}`)),
    column('borrower', 120, ({ borrower }) => borrower),
    column('contract', 210, ({ contract }) => contract, { kind: 'id' }),
    column('decision', 220, ({ decision }) => decision),
    column('decidedOn', 110, ({ decidedOn }) => decidedOn, { kind: 'date' }),
    column('performedOn', 110, ({ performedOn }) => performedOn ?? UNKNOWN, { kind: 'date' }),
    column('unit', 110, ({ unit }) => unit),
    column('withdrawnWhy', 160, ({ withdrawnWhy }) => withdrawnWhy ?? ''),
  ];
}

export function Liabilities() {
  const { t } = useTranslation();
  const mayRecord = useMay('liability.record');
  const [isNew, setIsNew] = useState(false);
  const [chosen, setChosen] = useState<LiabilityRow | null>(null);
  const list = useApiQuery('rewards.liabilities', undefined);
  const columns = useColumns();
  if (list.error) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  const rows = list.data?.liabilities ?? [];
  const record = mayRecord && (
    <Button type="primary" onClick={() => setIsNew(true)}>
      {t('rewards:liability.record')}
    </Button>
  );
  return (
    <>
      <div className="qs-filter-line">
        <Space>
          {record}
          <ExportButton what="liabilities" />
        </Space>
      </div>
      <DataGrid<LiabilityRow>
        caption={t('rewards:view.liabilities')}
        columns={columns}
        rows={rows}
        keyOf={({ id }) => id}
        total={rows.length}
        loading={list.isPending}
        onOpen={mayRecord ? setChosen : undefined}
        empty={<EmptyState why="none" action={record} />}
      />
      {isNew && list.data && <RecordLiabilityModal today={list.data.today} onClose={() => setIsNew(false)} />}
      {chosen && list.data && (
        <LiabilityModal today={list.data.today} liability={chosen} onClose={() => setChosen(null)} />
      )}
    </>
  );
}
