/** The register of liabilities (RWD-04, LED-07): the earliest deadline first; performance, handling and withdrawal in a dialog. */
import type { LiabilityRow } from '@shared/contract/rewards.contract';
import { Link } from '@tanstack/react-router';
import { Button, Space, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../api/client';
import { useApiQuery } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { formatAmount, formatPercent, UNKNOWN } from '../../i18n/format';
import { AmountText } from '../../ui/AmountText';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { DataGrid } from '../../ui/grid/DataGrid';
import type { GridColumn } from '../../ui/grid/gridTypes';
import { Why } from '../../ui/Why';
import { ExportButton } from './ExportButton';
import { LiabilityModal } from './LiabilityModal';
import { RecordLiability } from './RecordLiability';
import { LIABILITY_COLOUR } from './stateColour';

function useColumns(): readonly GridColumn<LiabilityRow>[] {
  const { t } = useTranslation();
  const column = (
    key: string,
    width: number,
    of: (row: LiabilityRow) => string,
    more: Partial<GridColumn<LiabilityRow>> = {},
  ): GridColumn<LiabilityRow> => ({ key, title: t(`rewards:liability.${key}`), width, render: of, copy: of, ...more });
  const amount = (key: 'amount' | 'performed' | 'balance' | 'received'): GridColumn<LiabilityRow> =>
    column(key, 120, (row) => formatAmount(row[key], 'yuan'), {
      kind: 'amount',
      render: (row) => <AmountText fen={row[key]} />,
    });
  return [
    column('person', 100, ({ person }) => person, { sticky: true }),
    column('state', 110, ({ state }) => t(`rewards:liabilityState.${state}`), {
      render: ({ state }) => <Tag color={LIABILITY_COLOUR[state]}>{t(`rewards:liabilityState.${state}`)}</Tag>,
    }),
    column('post', 90, ({ post }) => post ?? ''),
    column('isAppointed', 90, ({ isAppointed }) => (isAppointed ? t('rewards:liability.appointed') : '')),
    column('deadline', 110, ({ deadline }) => deadline, { kind: 'date' }),
    amount('amount'),
    column('share', 90, ({ share }) => formatPercent(share === null ? null : Number(share)), { kind: 'count' }),
    amount('performed'),
    amount('received'),
    column('kind', 110, ({ kind }) => t(`rewards:liabilityKind.${kind}`)),
    column('irregularity', 110, ({ irregularity }) => t(`targets:irregularity.${irregularity ?? 'none'}`)),
    column('borrower', 120, ({ borrower }) => borrower),
    column('contract', 210, ({ contract }) => contract, { kind: 'id' }),
    amount('balance'),
    column('decision', 220, ({ decision }) => decision),
    column('decidedOn', 110, ({ decidedOn }) => decidedOn, { kind: 'date' }),
    column('performedOn', 110, ({ performedOn }) => performedOn ?? UNKNOWN, { kind: 'date' }),
    column('unit', 110, ({ unit }) => unit),
    column('handling', 200, ({ handling, handledOn }) => (handling === null ? '' : `${handledOn} ${handling}`)),
    column('withdrawnWhy', 160, ({ withdrawnWhy }) => withdrawnWhy ?? ''),
  ];
}

/** What follows when a time passes, by the rule. */
function Consequence({ of }: { of: OutputOf<'rewards.liabilities'>['consequence'] }) {
  const { t } = useTranslation();
  return (
    <Why of={{ sentence: t('rewards:liability.why'), rules: of.trace }}>
      {t('rewards:liability.consequence', { what: t(`targets:consequence.${of.what}`) })}
    </Why>
  );
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
          <Link to="/targets" search={{ view: 'responsible' } as never}>
            {t('rewards:liability.toResponsible')}
          </Link>
          {list.data && <Consequence of={list.data.consequence} />}
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
      {isNew && list.data && <RecordLiability today={list.data.today} onClose={() => setIsNew(false)} />}
      {chosen && list.data && (
        <LiabilityModal today={list.data.today} liability={chosen} onClose={() => setChosen(null)} />
      )}
    </>
  );
}
