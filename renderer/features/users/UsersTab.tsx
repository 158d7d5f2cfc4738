/** People of the branch: how it stands with each, and what an administrator may do (S38). */
import { Button, Dropdown, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { useMay, useOpenSession } from '../../app/sessionContext';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { DataGrid } from '../../ui/grid/DataGrid';
import type { GridColumn } from '../../ui/grid/gridTypes';
import { EditUserDrawer } from './EditUserDrawer';
import { RemoveUserModal } from './RemoveUserModal';
import { TemporaryPasswordModal } from './TemporaryPasswordModal';
import { actionsFor, stateOf, type UserAction, type UserRow, type UserState } from './userActions';

const TAG_COLOR: Record<UserState, string> = { active: 'success', mustChange: 'warning', inactive: 'default' };

type Chosen = { readonly user: UserRow; readonly act: UserAction };

function Actions({ user, onChoose }: { user: UserRow; onChoose: (chosen: Chosen) => void }) {
  const { t } = useTranslation();
  const { user: self } = useOpenSession();
  const items = actionsFor(user, self.id).map((act) => ({
    key: act,
    label: t(`users:action.${act}`),
    danger: act === 'deactivate',
    onClick: () => onChoose({ user, act }),
  }));
  return (
    // The grid is one tab stop; Enter on the line does the first of them.
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button size="small" type="link" tabIndex={-1} aria-label={t('users:action.of', { name: user.display })}>
        {t('common:action.more')}
      </Button>
    </Dropdown>
  );
}

function useColumns(onChoose: ((chosen: Chosen) => void) | null): GridColumn<UserRow>[] {
  const { t } = useTranslation();
  const roles = (row: UserRow): string =>
    row.roles.map((role) => t(`terms:role.${role}`)).join(t('common:list.separator'));
  const text = (key: string, width: number, value: (row: UserRow) => string): GridColumn<UserRow> => ({
    key,
    title: t(`users:field.${key}`),
    width,
    render: value,
    copy: value,
  });
  const state = (row: UserRow): string => t(`users:status.${stateOf(row)}`);
  const action: GridColumn<UserRow> = {
    key: 'action',
    title: t('users:field.action'),
    width: 70,
    render: (row) => onChoose && <Actions user={row} onChoose={onChoose} />,
  };
  return [
    { ...text('display', 150, (row) => row.display), sticky: true },
    text('name', 130, (row) => row.name),
    text('unit', 200, (row) => row.unit),
    text('roles', 340, roles),
    { ...text('status', 120, state), render: (row) => <Tag color={TAG_COLOR[stateOf(row)]}>{state(row)}</Tag> },
    ...(onChoose ? [action] : []),
  ];
}

function Dialog({ chosen, onClose }: { chosen: Chosen; onClose: () => void }) {
  const { user, act } = chosen;
  if (act === 'edit') return <EditUserDrawer user={user} onClose={onClose} />;
  if (act === 'deactivate') return <RemoveUserModal user={user} onClose={onClose} />;
  return <TemporaryPasswordModal user={user} act={act} onClose={onClose} />;
}

export function UsersTab() {
  const { t } = useTranslation();
  const users = useApiQuery('users.list', undefined);
  const { user: self } = useOpenSession();
  const manages = useMay('user.manage');
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const columns = useColumns(manages ? setChosen : null);
  if (users.error) return <ErrorState error={users.error} onRetry={() => void users.refetch()} />;
  const open = (user: UserRow): void => {
    const [act] = actionsFor(user, self.id);
    if (manages && act) setChosen({ user, act });
  };
  return (
    <>
      <DataGrid<UserRow>
        caption={t('users:tab.users')}
        columns={columns}
        rows={users.data ?? []}
        keyOf={(row) => row.id}
        total={users.data?.length}
        loading={users.isPending}
        onOpen={open}
        empty={<EmptyState why="none" />}
        totals={<span>{t('users:total.users', { count: users.data?.length ?? 0 })}</span>}
      />
      {chosen && <Dialog chosen={chosen} onClose={() => setChosen(null)} />}
    </>
  );
}
