/** Units of the branch with the marks that their numbers carry. */
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../api/client';
import { useApiQuery } from '../../api/queries';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { DataGrid } from '../../ui/grid/DataGrid';
import type { GridColumn } from '../../ui/grid/gridTypes';
import { Loading } from '../../ui/Loading';

type UnitRow = OutputOf<'units.list'>[number];

export function UnitsTab() {
  const { t } = useTranslation();
  const units = useApiQuery('units.list', undefined);
  if (units.error) return <ErrorState error={units.error} onRetry={() => void units.refetch()} />;
  if (!units.data) return <Loading />;
  const level = (row: UnitRow): string => t(`users:level.${row.level}`);
  const columns: GridColumn<UnitRow>[] = [
    {
      key: 'name',
      title: t('users:field.unitName'),
      width: 260,
      sticky: true,
      render: (row) => row.name,
      copy: (row) => row.name,
    },
    {
      key: 'mark',
      title: t('users:field.mark'),
      width: 120,
      render: (row) => row.mark || t('common:unknown'),
      copy: (row) => row.mark,
    },
    { key: 'level', title: t('users:field.level'), width: 140, render: level, copy: level },
  ];
  return (
    <DataGrid<UnitRow>
      caption={t('users:tab.units')}
      columns={columns}
      rows={units.data}
      keyOf={(row) => row.id}
      total={units.data.length}
      empty={<EmptyState why="none" />}
      totals={<span>{t('users:total.units', { count: units.data.length })}</span>}
    />
  );
}
