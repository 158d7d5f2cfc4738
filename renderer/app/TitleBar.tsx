/** Title bar: name of the program and the bank, search, the signed-in person, lock. It is also where the window is dragged. */
import { LockOutlined, UserOutlined } from '@ant-design/icons';
import { Button, Tag, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../api/queries';
import { useOpenSession } from './sessionContext';
import { useShortcut } from './shortcuts';
import { SlotOutlet } from './slots';

export function TitleBar() {
  const { t } = useTranslation();
  const { user, state } = useOpenSession();
  const lock = useApiCommand('session.lock');
  const lockNow = (): void => lock.mutate(undefined);
  useShortcut('Ctrl+L', t('common:frame.lock'), lockNow);
  const roles = user.roles.map((role) => t(`terms:role.${role}`)).join(t('common:list.separator'));
  return (
    <header className="qs-title" data-pane>
      <span className="qs-title-name">{t('common:app.name')}</span>
      <span className="qs-title-bank">{state.bank?.name}</span>
      <SlotOutlet name="search" />
      {user.roles.includes('auditor') && <Tag>{t('common:frame.readOnly')}</Tag>}
      <Tooltip title={roles}>
        <span className="qs-title-user">
          <UserOutlined aria-hidden /> {user.display}
        </span>
      </Tooltip>
      <Tooltip title={t('common:keys.hint', { label: t('common:frame.lock'), combo: 'Ctrl+L' })}>
        <Button type="text" icon={<LockOutlined />} loading={lock.isPending} onClick={lockNow}>
          {t('common:frame.lock')}
        </Button>
      </Tooltip>
    </header>
  );
}
