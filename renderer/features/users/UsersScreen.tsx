/** People and units of the branch (S38 in its first form): who may sign in, with which roles, and the units they work in. */
import { Button, Tabs, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../api/client';
import { useApiQuery } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { useShortcut } from '../../app/shortcuts';
import { useUrlState } from '../../app/useUrlState';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { DataGrid } from '../../ui/grid/DataGrid';
import type { GridColumn } from '../../ui/grid/gridTypes';
import { Loading } from '../../ui/Loading';
import { NoPermission } from '../../ui/NoPermission';
import { PageHeader } from '../../ui/PageHeader';
import { AddUnitModal } from './AddUnitModal';
import { AddUserDrawer } from './AddUserDrawer';
import './users.css';

type UserRow = OutputOf<'users.list'>[number];
type UnitRow = OutputOf<'units.list'>[number];
type UsersTab = 'users' | 'units';

const readTab = (stored: unknown): UsersTab => (stored === 'units' ? 'units' : 'users');

function UsersList() {
  const { t } = useTranslation();
  const users = useApiQuery('users.list', undefined);
  const roles = (row: UserRow): string =>
    row.roles.map((role) => t(`terms:role.${role}`)).join(t('common:list.separator'));
  if (users.error) return <ErrorState error={users.error} onRetry={() => void users.refetch()} />;
  const columns: GridColumn<UserRow>[] = [
    {
      key: 'display',
      title: t('users:field.display'),
      width: 160,
      sticky: true,
      render: (row) => row.display,
      copy: (row) => row.display,
    },
    { key: 'name', title: t('users:field.name'), width: 140, render: (row) => row.name, copy: (row) => row.name },
    { key: 'unit', title: t('users:field.unit'), width: 200, render: (row) => row.unit, copy: (row) => row.unit },
    { key: 'roles', title: t('users:field.roles'), width: 360, render: roles, copy: roles },
    {
      key: 'active',
      title: t('users:field.status'),
      width: 90,
      render: (row) => <Tag>{t(row.active ? 'users:status.active' : 'users:status.inactive')}</Tag>,
      copy: (row) => t(row.active ? 'users:status.active' : 'users:status.inactive'),
    },
  ];
  return (
    <DataGrid<UserRow>
      caption={t('users:tab.users')}
      columns={columns}
      rows={users.data ?? []}
      keyOf={(row) => row.id}
      total={users.data?.length}
      loading={users.isPending}
      empty={<EmptyState why="none" />}
      totals={<span>{t('users:total.users', { count: users.data?.length ?? 0 })}</span>}
    />
  );
}

function UnitsList() {
  const { t } = useTranslation();
  const units = useApiQuery('units.list', undefined);
  if (units.error) return <ErrorState error={units.error} onRetry={() => void units.refetch()} />;
  if (!units.data) return <Loading />;
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
    {
      key: 'level',
      title: t('users:field.level'),
      width: 140,
      render: (row) => t(`users:level.${row.level}`),
      copy: (row) => t(`users:level.${row.level}`),
    },
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

/** Which form is open; each closes itself only, since a slow save may end when the other one is open already. */
function useAdding(tab: UsersTab) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState<UsersTab | null>(null);
  const mayAdd = useMay(tab === 'users' ? 'user.manage' : 'unit.manage');
  const label = t(tab === 'users' ? 'users:add.user' : 'users:add.unit');
  useShortcut('Ctrl+N', label, () => setAdding(tab), mayAdd && adding === null);
  const close = (form: UsersTab): void => setAdding((open) => (open === form ? null : open));
  const button = (
    <Button type="primary" title={t('common:keys.hint', { label, combo: 'Ctrl+N' })} onClick={() => setAdding(tab)}>
      {label}
    </Button>
  );
  return { adding, close, button: mayAdd ? button : null };
}

function People() {
  const { t } = useTranslation();
  const [tab, setTab] = useUrlState('tab', readTab);
  const { adding, close, button } = useAdding(tab);
  return (
    <>
      <PageHeader title={t('nav:users.full')} actions={button} />
      <div className="qs-tabbed">
        <Tabs
          size="small"
          activeKey={tab}
          onChange={(key) => setTab(readTab(key))}
          items={(['users', 'units'] as const).map((key) => ({ key, label: t(`users:tab.${key}`) }))}
        />
        {tab === 'users' ? <UsersList /> : <UnitsList />}
      </div>
      <AddUserDrawer open={adding === 'users'} onClose={() => close('users')} />
      <AddUnitModal open={adding === 'units'} onClose={() => close('units')} />
    </>
  );
}

export default function UsersScreen() {
  return useMay('user.view') ? <People /> : <NoPermission permission="user.view" />;
}
