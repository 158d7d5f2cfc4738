/** Gives an approved application up that will not be signed: its approval ends with it. */
import { App, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { ErrorState } from '../../ui/ErrorState';
import { useRequired } from '../../ui/useRequired';
import type { TermView } from './repaymentWords';

export function DropTermModal({ term, onClose }: { term: TermView; onClose: () => void }) {
  const { t } = useTranslation();
  const required = useRequired();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ reason: string }>();
  const drop = useApiCommand('repayment.dropTerm');
  const run = ({ reason }: { reason: string }): void =>
    drop.mutate(
      { id: term.id, rev: term.rev, reason },
      {
        onSuccess: () => {
          void message.success(t('repayment:termDropped'));
          onClose();
        },
      },
    );
  const reason = t('repayment:field.reason');
  return (
    <Modal
      open
      title={t('repayment:dropTermTitle', { id: term.id })}
      okText={t('repayment:action.dropTerm')}
      confirmLoading={drop.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form name="drop-term" form={form} layout="vertical" onFinish={run}>
        {drop.error && <ErrorState error={drop.error} />}
        <Form.Item name="reason" label={reason} rules={required.typed(reason, 4, t('repayment:need.drop'))}>
          <Input autoFocus maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
