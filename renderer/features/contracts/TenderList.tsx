/** The internal tenders, the newest first. */
import type { TenderRow } from '@shared/contract/contracts.contract';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { idIn } from '../../app/urlReaders';
import { useUrlState } from '../../app/useUrlState';
import { formatAmount } from '../../i18n/format';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { DataGrid } from '../../ui/grid/DataGrid';
import type { GridColumn } from '../../ui/grid/gridTypes';
import { AnnounceModal } from './AnnounceModal';
import { TenderDrawer } from './TenderDrawer';

function useColumns(): readonly GridColumn<TenderRow>[] {
  const { t } = useTranslation();
  const state = ({ openedAt }: TenderRow): string =>
    t(openedAt === null ? 'contracts:tender.sealed' : 'contracts:tender.opened');
  const column = (
    key: string,
    width: number,
    of: (row: TenderRow) => string,
    more: Partial<GridColumn<TenderRow>> = {},
  ): GridColumn<TenderRow> => ({ key, title: t(`contracts:tender.${key}`), width, render: of, copy: of, ...more });
  return [
    column('title', 300, ({ title }) => title, { sticky: true }),
    column('opensOn', 120, ({ opensOn }) => opensOn, { kind: 'date' }),
    column('state', 120, state, { render: (row) => <Tag>{state(row)}</Tag> }),
    column('held', 150, ({ held }) => formatAmount(held, 'yuan'), { kind: 'amount' }),
    column('by', 120, ({ by }) => by),
  ];
}

export function TenderList() {
  const { t } = useTranslation();
  const mayPrepare = useMay('contract.prepare');
  const [isNew, setIsNew] = useState(false);
  const [id, setId] = useUrlState('tender', idIn);
  const list = useApiQuery('contracts.list', undefined);
  const columns = useColumns();
  if (list.error) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  const rows = list.data?.tenders ?? [];
  return (
    <>
      <div className="qs-filter-line">
        {mayPrepare && (
          <Button type="primary" onClick={() => setIsNew(true)}>
            {t('contracts:announce.verb')}
          </Button>
        )}
      </div>
      <DataGrid<TenderRow>
        caption={t('contracts:view.tenders')}
        columns={columns}
        rows={rows}
        keyOf={(row) => row.id}
        total={rows.length}
        loading={list.isPending}
        onOpen={(row) => setId(row.id)}
        empty={<EmptyState why="none" />}
      />
      {isNew && list.data && <AnnounceModal today={list.data.today} onClose={() => setIsNew(false)} onDone={setId} />}
      {id !== null && <TenderDrawer id={id} onClose={() => setId(undefined)} />}
    </>
  );
}
