/** Recording that somebody is too close to a request (回避): who, and why. */
import type { ApprovalCommittee } from '@shared/contract/approvals.contract';
import { isReason, REASON_LENGTH } from '@shared/domain/users/reason';
import { App, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { ErrorState } from '../../ui/ErrorState';

export function ConflictModal({
  id,
  members,
  onClose,
}: {
  id: number;
  members: ApprovalCommittee['members'];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [userId, setUserId] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  const record = useApiCommand('approvals.recordConflict');
  const run = (): void => {
    if (userId === null) return;
    record.mutate(
      { id, userId, reason },
      {
        onSuccess: () => {
          void message.success(t('approvals:conflict.done'));
          onClose();
        },
      },
    );
  };
  const open = members.filter(({ vote, conflict }) => vote === null && conflict === null);
  return (
    <Modal
      open
      centered
      width={480}
      title={t('approvals:conflict.title')}
      okButtonProps={{ disabled: userId === null || !isReason(reason), loading: record.isPending }}
      onOk={run}
      onCancel={onClose}
    >
      {record.error !== null && <ErrorState error={record.error} />}
      <Form layout="vertical">
        <Form.Item label={t('approvals:conflict.who')} htmlFor="conflict-who">
          <Select
            id="conflict-who"
            value={userId}
            options={open.map((member) => ({ value: member.userId, label: member.display }))}
            onChange={setUserId}
          />
        </Form.Item>
        <Form.Item
          label={t('approvals:conflict.reason')}
          htmlFor="conflict-reason"
          extra={t('approvals:reasonShort', { least: REASON_LENGTH })}
        >
          <Input
            id="conflict-reason"
            maxLength={100}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
