/** Users and rights (S38): who may sign in, the units they work in, which role may do what, and what keeps the folder closed. */
import { Button, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/sessionContext';
import { useShortcut } from '../../app/shortcuts';
import { useUrlState } from '../../app/useUrlState';
import { NoPermission } from '../../ui/NoPermission';
import { PageHeader } from '../../ui/PageHeader';
import { AddUnitModal } from './AddUnitModal';
import { AddUserDrawer } from './AddUserDrawer';
import { BankTab } from './BankTab';
import { RightsTab } from './RightsTab';
import { SafetyTab } from './SafetyTab';
import { UnitsTab } from './UnitsTab';
import { UsersTab } from './UsersTab';
import './users.css';

const TABS = ['users', 'units', 'bank', 'rights', 'safety'] as const;
type Tab = (typeof TABS)[number];

const readTab = (stored: unknown): Tab => TABS.find((tab) => tab === stored) ?? 'users';

const BODY: Record<Tab, () => React.JSX.Element> = {
  users: UsersTab,
  units: UnitsTab,
  bank: BankTab,
  rights: RightsTab,
  safety: SafetyTab,
};

type Form = 'users' | 'units';

/** Which form is open; each closes itself only, since a slow save may end when the other one is open already. */
function useAdding(tab: Tab) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState<Form | null>(null);
  const form: Form = tab === 'units' ? 'units' : 'users';
  const allowed = useMay(form === 'users' ? 'user.manage' : 'unit.manage');
  const mayAdd = allowed && (tab === 'users' || tab === 'units');
  const label = t(form === 'users' ? 'users:add.user' : 'users:add.unit');
  useShortcut('Ctrl+N', label, () => setAdding(form), mayAdd && adding === null);
  const close = (closed: Form): void => setAdding((open) => (open === closed ? null : open));
  const button = (
    <Button type="primary" title={t('common:keys.hint', { label, combo: 'Ctrl+N' })} onClick={() => setAdding(form)}>
      {label}
    </Button>
  );
  return { adding, close, button: mayAdd ? button : null };
}

function People() {
  const { t } = useTranslation();
  const [wanted, setTab] = useUrlState('tab', readTab);
  const manages = useMay('user.manage');
  const tab = wanted === 'safety' && !manages ? 'users' : wanted;
  const { adding, close, button } = useAdding(tab);
  const Body = BODY[tab];
  return (
    <>
      <PageHeader title={t('nav:users.full')} actions={button} />
      <div className="qs-tabbed">
        <Tabs
          size="small"
          activeKey={tab}
          onChange={(key) => setTab(readTab(key))}
          items={TABS.filter((key) => manages || key !== 'safety').map((key) => ({
            key,
            label: t(`users:tab.${key}`),
          }))}
        />
        <Body />
      </div>
      <AddUserDrawer open={adding === 'users'} onClose={() => close('users')} />
      <AddUnitModal open={adding === 'units'} onClose={() => close('units')} />
    </>
  );
}

export default function UsersScreen() {
  return useMay('user.view') ? <People /> : <NoPermission permission="user.view" />;
}
