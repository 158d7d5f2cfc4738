/** A deadline that may be moved is moved to a later day, with a reason that stays. */
import type { CaseView, DeadlineView } from '@shared/contract/litigationViews';
import { isReason } from '@shared/domain/users/reason';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { App, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { DateInput } from '../../ui/DateInput';
import { ErrorState } from '../../ui/ErrorState';

interface Props {
  readonly file: CaseView;
  readonly deadline: DeadlineView;
  readonly onClose: () => void;
}

export function PostponeModal({ file, deadline, onClose }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [until, setUntil] = useState<CalendarDate | null>(null);
  const [reason, setReason] = useState('');
  const postpone = useApiCommand('litigation.postpone');
  const run = (): void => {
    if (until === null) return;
    postpone.mutate(
      { id: file.id, deadline: deadline.key, until, reason: reason.trim() },
      {
        onSuccess: () => {
          void message.success(t('litigation:case.done.postpone', { day: until }));
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      open
      centered
      title={t('litigation:case.postponeTitle', {
        what: t(`litigation:case.deadline.${deadline.kind}`),
        day: deadline.day,
      })}
      okText={t('litigation:case.postpone')}
      okButtonProps={{ disabled: until === null || !isReason(reason), loading: postpone.isPending }}
      onOk={run}
      onCancel={onClose}
    >
      {postpone.error && <ErrorState error={postpone.error} />}
      <Form layout="vertical">
        <Form.Item label={t('litigation:case.postponeUntil')} required>
          <DateInput
            aria-label={t('litigation:case.postponeUntil')}
            today={file.today}
            value={until}
            onChange={setUntil}
          />
        </Form.Item>
        <Form.Item label={t('litigation:case.reason')} htmlFor="postpone-reason" required>
          <Input
            id="postpone-reason"
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
