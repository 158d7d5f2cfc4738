/** Removing a person: what it does in plain words, why, and the wait while the folder gets a new key (reliability). */
import { isReason, REASON_LENGTH } from '@shared/domain/users/reason';
import { App, Button, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { RotationProgress } from '../session/RotationProgress';
import type { UserRow } from './userActions';

export function RemoveUserModal({ user, onClose }: { user: UserRow; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ reason: string }>();
  const remove = useApiCommand('users.deactivate');
  const run = ({ reason }: { reason: string }): void =>
    remove.mutate(
      { id: user.id, reason: reason.trim() },
      {
        onSuccess: ({ rotated }) => {
          const name = user.display;
          if (rotated) void message.success(t('users:deactivate.done', { name }));
          else void message.warning(t('users:deactivate.doneLater', { name }), 10);
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      width={520}
      title={t('users:deactivate.title', { name: user.display })}
      closable={!remove.isPending}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={[
        <Button key="cancel" autoFocus disabled={remove.isPending} onClick={onClose}>
          {t('common:action.cancel')}
        </Button>,
        <Button key="remove" danger loading={remove.isPending} onClick={form.submit}>
          {t('users:deactivate.confirm', { name: user.display })}
        </Button>,
      ]}
    >
      <ul className="qs-effects">
        {(['signIn', 'history', 'key', 'code'] as const).map((effect) => (
          <li key={effect}>{t(`users:deactivate.effect.${effect}`, { name: user.display })}</li>
        ))}
      </ul>
      <Form<{ reason: string }> name="remove-user" form={form} layout="vertical" onFinish={run}>
        {remove.error && <ErrorState error={remove.error} />}
        <Form.Item
          name="reason"
          label={t('users:deactivate.reason')}
          rules={[
            {
              required: true,
              validator: async (_: unknown, typed: string | undefined): Promise<void> => {
                if (!isReason(typed ?? '')) throw new Error('no reason');
              },
              message: t('users:deactivate.reasonShort', { least: REASON_LENGTH }),
            },
          ]}
        >
          <Input.TextArea rows={2} maxLength={200} disabled={remove.isPending} />
        </Form.Item>
      </Form>
      {remove.isPending && (
        <div role="status">
          <Loading /> {t('users:deactivate.working')}
          <RotationProgress />
        </div>
      )}
    </Modal>
  );
}
