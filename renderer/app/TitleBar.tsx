/** Title bar: name of the program and the bank, search, the signed-in person, lock. It is also where the window is dragged. */
import { LockOutlined } from '@ant-design/icons';
import { Button, Tag, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { UserMenu } from '../features/session/UserMenu';
import { useLock } from './lockWindow';
import { useOpenSession, useReadsOnly } from './sessionContext';
import { useShortcut } from './shortcuts';
import { SlotOutlet } from './slots';

export function TitleBar() {
  const { t } = useTranslation();
  const { state } = useOpenSession();
  const readsOnly = useReadsOnly();
  const lock = useLock();
  useShortcut('Ctrl+L', t('common:frame.lock'), lock);
  return (
    <header className="qs-title" data-pane>
      <span className="qs-title-name">{t('common:app.name')}</span>
      <span className="qs-title-bank">{state.bank?.name}</span>
      <SlotOutlet name="search" />
      {readsOnly && <Tag>{t('common:frame.readOnly')}</Tag>}
      <UserMenu />
      <Tooltip title={t('common:keys.hint', { label: t('common:frame.lock'), combo: 'Ctrl+L' })}>
        <Button type="text" icon={<LockOutlined />} onClick={lock}>
          {t('common:frame.lock')}
        </Button>
      </Tooltip>
    </header>
  );
}
