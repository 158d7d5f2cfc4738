/** Withdrawing an entry: what it does, and why. */
import { App, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { ErrorState } from '../../ui/ErrorState';
import { useRequired } from '../../ui/useRequired';

export function WithdrawContactModal({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useTranslation();
  const required = useRequired();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ reason: string }>();
  const withdraw = useApiCommand('contacts.withdraw');
  const run = ({ reason }: { reason: string }): void =>
    withdraw.mutate(
      { id, reason },
      {
        onSuccess: () => {
          void message.success(t('contacts:withdraw.done'));
          onClose();
        },
      },
    );
  const label = t('contacts:withdraw.reason');
  return (
    <Modal
      open
      title={t('contacts:withdraw.title', { id })}
      okText={t('contacts:action.withdraw')}
      confirmLoading={withdraw.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p>{t('contacts:withdraw.effect')}</p>
      <Form<{ reason: string }> name="withdraw-contact" form={form} layout="vertical" onFinish={run}>
        {withdraw.error && <ErrorState error={withdraw.error} />}
        <Form.Item name="reason" label={label} rules={required.typed(label, 4, t('contacts:need.withdraw'))}>
          <Input maxLength={200} autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  );
}
