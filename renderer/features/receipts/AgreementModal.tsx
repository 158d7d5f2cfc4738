/** The written agreement that principal comes first (民法典 561): recorded with its evidence, ended by a day. */
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { DateInput } from '../../ui/DateInput';
import { DateText } from '../../ui/DateText';
import { ErrorState } from '../../ui/ErrorState';
import type { Account } from './receiptTypes';

interface Props {
  readonly household: number;
  readonly account: Account;
  readonly onClose: () => void;
}

export function AgreementModal({ household, account, onClose }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const record = useApiCommand('receipts.recordAgreement');
  const end = useApiCommand('receipts.endAgreement');
  const [day, setDay] = useState<CalendarDate | null>(account.today);
  const [evidence, setEvidence] = useState('');
  const open = account.agreements.find(({ endedOn }) => endedOn === null);
  const onSuccess = ({ adjusted }: { adjusted: number }): void => {
    void message.success(t('receipts:agreement.done', { count: adjusted }));
    onClose();
  };
  const act = (): void => {
    if (day === null) return;
    if (open) end.mutate({ id: open.id, rev: open.rev, endedOn: day }, { onSuccess });
    else record.mutate({ household, agreedOn: day, evidence: evidence.trim() }, { onSuccess });
  };
  const error = record.error ?? end.error;
  const ready = day !== null && (open !== undefined || evidence.trim() !== '');
  return (
    <Modal
      open
      title={t('receipts:agreement.title')}
      onCancel={onClose}
      footer={[
        <Button key="close" onClick={onClose}>
          {t('common:action.close')}
        </Button>,
        <Button key="act" type="primary" disabled={!ready} loading={record.isPending || end.isPending} onClick={act}>
          {t(open ? 'receipts:agreement.end' : 'receipts:agreement.record')}
        </Button>,
      ]}
    >
      <p className="qs-hint">{t('receipts:agreement.note')}</p>
      <ul>
        {account.agreements.map(({ id, agreedOn, endedOn, evidence: basis }) => (
          <li key={id}>
            <DateText date={agreedOn} /> {basis} {endedOn && t('receipts:agreement.ended', { date: endedOn })}
          </li>
        ))}
      </ul>
      {error && <ErrorState error={error} />}
      <Form.Item label={t(open ? 'receipts:agreement.endedOn' : 'receipts:agreement.agreedOn')}>
        <DateInput
          aria-label={t(open ? 'receipts:agreement.endedOn' : 'receipts:agreement.agreedOn')}
          today={account.today}
          value={day}
          onChange={setDay}
        />
      </Form.Item>
      {!open && (
        <Form.Item label={t('receipts:agreement.evidence')}>
          <Input
            aria-label={t('receipts:agreement.evidence')}
            maxLength={200}
            value={evidence}
            onChange={(event) => setEvidence(event.target.value)}
          />
        </Form.Item>
      )}
    </Modal>
  );
}
