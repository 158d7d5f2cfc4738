/** A temporary password: for somebody who forgot his, or who comes back after a removal. He changes it at his sign-in. */
import { App, Button, Form, Modal, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { ErrorState } from '../../ui/ErrorState';
import { useEnterMovesOn } from '../../ui/useEnterMovesOn';
import { PasswordFields } from './PasswordFields';
import type { UserRow } from './userActions';

export interface TemporaryPasswordModalProps {
  readonly user: UserRow;
  readonly act: 'resetPassword' | 'reactivate';
  readonly onClose: () => void;
}

export function TemporaryPasswordModal({ user, act, onClose }: TemporaryPasswordModalProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const give = useApiCommand(`users.${act}`);
  const onEnter = useEnterMovesOn();
  const save = ({ password }: { password: string }): void =>
    give.mutate(
      { id: user.id, password },
      {
        onSuccess: () => {
          void message.success(t(`users:${act}.done`, { name: user.display }));
          onClose();
        },
      },
    );
  return (
    <Modal open width={480} title={t(`users:${act}.title`, { name: user.display })} footer={null} onCancel={onClose}>
      <p>{t(`users:${act}.effect`)}</p>
      <Form<{ password: string }>
        name="temporary-password"
        labelCol={{ flex: '96px' }}
        labelWrap
        onFinish={save}
        onKeyDown={onEnter}
        scrollToFirstError={{ focus: true }}
      >
        {give.error && <ErrorState error={give.error} />}
        <PasswordFields label={t('users:password.temporary')} />
        <p className="qs-hint">{t('users:password.temporaryHint')}</p>
        <Space>
          <Button type="primary" htmlType="submit" loading={give.isPending}>
            {t(`users:${act}.confirm`)}
          </Button>
          <Button onClick={onClose}>{t('common:action.cancel')}</Button>
        </Space>
      </Form>
    </Modal>
  );
}
