/** Ending a group with a reason; its targets have to be given to others before. */
import type { TeamGroup } from '@shared/contract/team.contract';
import { isReason, REASON_LENGTH } from '@shared/domain/users/reason';
import { App, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { ErrorState } from '../../ui/ErrorState';

export function EndGroupModal({ group, onClose }: { group: TeamGroup; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [reason, setReason] = useState('');
  const end = useApiCommand('team.endGroup');
  const run = (): void =>
    end.mutate(
      { id: group.id, rev: group.rev, reason },
      {
        onSuccess: () => {
          void message.success(t('team:group.ended', { name: group.name }));
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      centered
      width={420}
      title={t('team:group.endTitle', { name: group.name })}
      okText={t('team:group.end')}
      okButtonProps={{ disabled: !isReason(reason), loading: end.isPending, danger: true }}
      onOk={run}
      onCancel={onClose}
    >
      {end.error && <ErrorState error={end.error} />}
      <Form layout="vertical">
        <Form.Item
          label={t('team:group.endReason')}
          htmlFor="end-reason"
          extra={t('common:reason.short', { least: REASON_LENGTH })}
        >
          <Input
            id="end-reason"
            autoFocus
            maxLength={100}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
