/** What the filing level answered to a permit that was approved (B4 §14, §20). */
import type { CaseView } from '@shared/contract/litigationViews';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { App, Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { DateInput } from '../../ui/DateInput';
import { ErrorState } from '../../ui/ErrorState';

const OUTCOMES = ['agreed', 'refused'] as const;

interface Props {
  readonly file: CaseView;
  readonly permit: number;
  readonly onClose: () => void;
}

export function PermitFilingModal({ file, permit, onClose }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [on, setOn] = useState<CalendarDate | null>(file.today);
  const [outcome, setOutcome] = useState<(typeof OUTCOMES)[number]>('agreed');
  const [number, setNumber] = useState('');
  const record = useApiCommand('litigation.filePermit');
  const verb = t('litigation:case.permit.file');
  const run = (): void => {
    if (on === null) return;
    record.mutate(
      { id: file.id, permit, on, outcome, number: number.trim() },
      {
        onSuccess: () => {
          void message.success(t('litigation:case.permit.filed'));
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      open
      centered
      title={`${verb} ${t(`litigation:case.filingLevel.${file.gate.filingLevel}`)}`}
      okText={verb}
      okButtonProps={{ disabled: on === null || number.trim() === '', loading: record.isPending }}
      onOk={run}
      onCancel={onClose}
    >
      {record.error && <ErrorState error={record.error} />}
      <Form layout="vertical">
        <Form.Item label={t('litigation:case.actOn')} required>
          <DateInput aria-label={t('litigation:case.actOn')} today={file.today} value={on} onChange={setOn} />
        </Form.Item>
        <Form.Item label={t('litigation:case.permit.outcome')}>
          <Radio.Group
            value={outcome}
            options={OUTCOMES.map((value) => ({ value, label: t(`litigation:case.filingOutcome.${value}`) }))}
            onChange={(event) => setOutcome(event.target.value)}
          />
        </Form.Item>
        <Form.Item label={t('litigation:case.filingNumber')} htmlFor="permit-filing-number" required>
          <Input
            id="permit-filing-number"
            maxLength={100}
            value={number}
            onChange={(event) => setNumber(event.target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
