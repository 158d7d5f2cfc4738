/** Targets for which nobody has planned anything (S02), the largest first; Enter opens the household. */
import type { IdleTargetView, Scope } from '@shared/contract/workbench.contract';
import { useNavigate } from '@tanstack/react-router';
import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { formatAmount, UNKNOWN } from '../../i18n/format';
import { AmountText } from '../../ui/AmountText';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { DataGrid } from '../../ui/grid/DataGrid';
import type { GridColumn } from '../../ui/grid/gridTypes';

function useColumns(): readonly GridColumn<IdleTargetView>[] {
  const { t } = useTranslation();
  const column = (key: 'borrower' | 'unit' | 'group' | 'manager', width: number): GridColumn<IdleTargetView> => {
    const of = (row: IdleTargetView): string => row[key] ?? UNKNOWN;
    return { key, title: t(`targets:column.${key}`), width, render: of, copy: of, sticky: key === 'borrower' };
  };
  return [
    column('borrower', 170),
    {
      key: 'balance',
      title: t('targets:column.balance'),
      width: 130,
      kind: 'amount',
      render: ({ balance }) => <AmountText fen={balance} />,
      copy: ({ balance }) => formatAmount(balance, 'yuan'),
    },
    column('group', 100),
    column('manager', 100),
    column('unit', 120),
  ];
}

export function IdleDrawer({ scope, onClose }: { scope: Scope; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const list = useApiQuery('workbench.idle', { scope });
  const columns = useColumns();
  const rows = list.data?.households ?? [];
  return (
    <Drawer open size={720} title={t('workbench:idle.title')} onClose={onClose}>
      <div className="qs-idle">
        <p className="qs-hint">{t('workbench:idle.hint')}</p>
        {list.error && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
        <DataGrid<IdleTargetView>
          caption={t('workbench:idle.title')}
          columns={columns}
          rows={rows}
          keyOf={({ id }) => id}
          total={rows.length}
          loading={list.isPending}
          onOpen={({ household }) =>
            void navigate({ to: '/household/$key', params: { key: household }, search: { tab: 'measures' } as never })
          }
          empty={<EmptyState why="none" />}
        />
      </div>
    </Drawer>
  );
}
