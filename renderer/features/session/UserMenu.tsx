/** The signed-in person in the title bar: who, with which roles, and his own password. */
import { UserOutlined } from '@ant-design/icons';
import { App, Button, Dropdown, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenSession } from '../../app/sessionContext';
import { ChangePasswordForm } from './ChangePasswordForm';

function ChangePasswordModal({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const done = (): void => {
    void message.success(t('session:change.done'));
    onClose();
  };
  return (
    <Modal open width={460} title={t('session:change.title')} footer={null} onCancel={onClose}>
      <ChangePasswordForm
        oldLabel={t('session:change.old')}
        onDone={done}
        actions={<Button onClick={onClose}>{t('common:action.cancel')}</Button>}
      />
    </Modal>
  );
}

export function UserMenu() {
  const { t } = useTranslation();
  const { user } = useOpenSession();
  const [changing, setChanging] = useState(false);
  const roles = user.roles.map((role) => t(`terms:role.${role}`)).join(t('common:list.separator'));
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'roles', label: roles, disabled: true },
            { type: 'divider' },
            { key: 'password', label: t('session:change.title'), onClick: () => setChanging(true) },
          ],
        }}
      >
        <Button
          type="text"
          className="qs-title-user"
          icon={<UserOutlined />}
          title={roles}
          aria-label={t('session:menu.user', { name: user.display })}
        >
          {user.display}
        </Button>
      </Dropdown>
      {changing && <ChangePasswordModal onClose={() => setChanging(false)} />}
    </>
  );
}
