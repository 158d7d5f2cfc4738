/** The contracts of recovery, the newest first; one with a trustee or a lawyer is drafted here, a contractor's comes from a tender. */
import type { ContractRow } from '@shared/contract/contracts.contract';
import { Button, Space, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { idIn } from '../../app/urlReaders';
import { useUrlState } from '../../app/useUrlState';
import { formatAmount, formatCount, UNKNOWN } from '../../i18n/format';
import { AmountText } from '../../ui/AmountText';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { DataGrid } from '../../ui/grid/DataGrid';
import type { GridColumn } from '../../ui/grid/gridTypes';
import { ContractDrawer } from './ContractDrawer';
import { DraftModal } from './DraftModal';
import { ExportButton } from './ExportButton';

function useColumns(): readonly GridColumn<ContractRow>[] {
  const { t } = useTranslation();
  const column = (
    key: string,
    width: number,
    of: (row: ContractRow) => string,
    more: Partial<GridColumn<ContractRow>> = {},
  ): GridColumn<ContractRow> => ({ key, title: t(`contracts:column.${key}`), width, render: of, copy: of, ...more });
  const amount = (key: 'amount' | 'bond'): GridColumn<ContractRow> =>
    column(key, 130, (row) => formatAmount(row[key], 'yuan'), {
      kind: 'amount',
      render: (row) => <AmountText fen={row[key]} />,
    });
  return [
    column('party', 170, ({ party }) => party, { sticky: true }),
    column('kind', 100, ({ kind }) => t(`contracts:kind.${kind}`)),
    column('state', 90, ({ state }) => t(`contracts:state.${state}`), {
      render: ({ state }) => (
        <Tag color={state === 'signed' ? 'success' : undefined}>{t(`contracts:state.${state}`)}</Tag>
      ),
    }),
    column('loans', 70, ({ loans }) => formatCount(loans), { kind: 'count' }),
    amount('amount'),
    amount('bond'),
    column('signedOn', 100, ({ signedOn }) => signedOn ?? UNKNOWN, { kind: 'date' }),
    column('until', 100, ({ until }) => until ?? UNKNOWN, { kind: 'date' }),
    column('basis', 220, ({ basis }) => basis),
  ];
}

export function ContractList() {
  const { t } = useTranslation();
  const mayPrepare = useMay('contract.prepare');
  const [isNew, setIsNew] = useState(false);
  const [id, setId] = useUrlState('id', idIn);
  const list = useApiQuery('contracts.list', undefined);
  const columns = useColumns();
  if (list.error) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  const rows = list.data?.contracts ?? [];
  const draft = mayPrepare && (
    <Button type="primary" onClick={() => setIsNew(true)}>
      {t('contracts:draft.verb')}
    </Button>
  );
  return (
    <>
      <div className="qs-filter-line">
        <Space>
          {draft}
          <ExportButton what="contracts" />
        </Space>
      </div>
      <DataGrid<ContractRow>
        caption={t('contracts:view.contracts')}
        columns={columns}
        rows={rows}
        keyOf={(row) => row.id}
        total={rows.length}
        loading={list.isPending}
        onOpen={(row) => setId(row.id)}
        empty={<EmptyState why="none" />}
      />
      {isNew && <DraftModal onClose={() => setIsNew(false)} onDone={setId} />}
      {id !== null && <ContractDrawer id={id} onClose={() => setId(undefined)} />}
    </>
  );
}
