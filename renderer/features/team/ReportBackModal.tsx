/** The deputy head notes the day on which he saw somebody back from leave. */
import type { LeaveView } from '@shared/contract/team.contract';
import { App, Form, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { useOpenSession } from '../../app/sessionContext';
import { DateInput } from '../../ui/DateInput';
import { ErrorState } from '../../ui/ErrorState';

export function ReportBackModal({ leave, onClose }: { leave: LeaveView; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { businessDate } = useOpenSession().state;
  const [on, setOn] = useState<string | null>(businessDate);
  const report = useApiCommand('team.reportBack');
  const run = (): void => {
    if (on === null) return;
    report.mutate(
      { id: leave.id, on },
      {
        onSuccess: () => {
          void message.success(t('team:leave.reported', { person: leave.person }));
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      open
      centered
      width={420}
      title={t('team:leave.reportTitle', { person: leave.person })}
      okText={t('team:leave.report')}
      okButtonProps={{ disabled: on === null, loading: report.isPending }}
      onOk={run}
      onCancel={onClose}
    >
      {report.error && <ErrorState error={report.error} />}
      <p>{t('team:leave.reportNote', { from: leave.firstDay, to: leave.lastDay })}</p>
      <Form layout="vertical">
        <Form.Item label={t('team:leave.reportedOn')}>
          <DateInput aria-label={t('team:leave.reportedOn')} today={businessDate} value={on} onChange={setOn} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
