/** An administrator takes note of a broken log with a reason of his own; what it does stands above the button. */
import { isReason, REASON_LENGTH } from '@shared/domain/users/reason';
import { App, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { refusalOf } from '../../api/refusal';
import { RefusalPanel } from '../../ui/RefusalPanel';

export function AcceptBreakModal({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [reason, setReason] = useState('');
  const accept = useApiCommand('audit.acceptBreak');
  const refusal = accept.error && refusalOf(accept.error);
  const enough = isReason(reason);
  const confirm = (): void => {
    if (!enough || accept.isPending) return;
    accept.mutate(
      { reason },
      {
        onSuccess: ({ accepted }) => {
          void message.success(t('audit:accept.done', { count: accepted }));
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      open
      width={520}
      title={t('audit:accept.title')}
      okText={t('audit:accept.verb')}
      okButtonProps={{ danger: true, disabled: !enough, loading: accept.isPending }}
      onOk={confirm}
      onCancel={onClose}
    >
      <p>{t('audit:accept.note')}</p>
      {refusal && <RefusalPanel refusal={refusal} />}
      <Form.Item
        extra={t('audit:accept.short', { least: REASON_LENGTH })}
        validateStatus={reason !== '' && !enough ? 'warning' : undefined}
      >
        <Input.TextArea
          autoFocus
          rows={3}
          maxLength={200}
          aria-label={t('audit:accept.reason')}
          placeholder={t('audit:accept.reason')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Form.Item>
    </Modal>
  );
}
