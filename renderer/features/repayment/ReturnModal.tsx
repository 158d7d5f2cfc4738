/** The signed copy came back: a day for each who signed it, and the reply of a balance confirmation. */
import { REPLIES, type Reply } from '@shared/domain/repayment/signatories';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { App, Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { DateInput } from '../../ui/DateInput';
import { ErrorState } from '../../ui/ErrorState';
import type { DebtPaperView } from './repaymentWords';

export interface ReturnModalProps {
  readonly paper: DebtPaperView;
  readonly today: CalendarDate;
  readonly onClose: () => void;
}

interface ReplyFieldsProps {
  readonly reply: Reply | null;
  readonly difference: string;
  readonly onReply: (reply: Reply) => void;
  readonly onDifference: (difference: string) => void;
}

/** What a balance confirmation came back with. */
function ReplyFields({ reply, difference, onReply, onDifference }: ReplyFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item label={t('repayment:column.reply')} required>
        <Radio.Group
          value={reply}
          options={REPLIES.map((value) => ({ value, label: t(`repayment:reply.${value}`) }))}
          onChange={(event) => onReply(event.target.value)}
        />
      </Form.Item>
      {reply === 'differs' && (
        <Form.Item label={t('repayment:field.difference')} required>
          <Input
            aria-label={t('repayment:field.difference')}
            maxLength={200}
            value={difference}
            onChange={(event) => onDifference(event.target.value)}
          />
        </Form.Item>
      )}
    </>
  );
}

export function ReturnModal({ paper, today, onClose }: ReturnModalProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [days, setDays] = useState<Readonly<Record<string, CalendarDate | null>>>({});
  const [reply, setReply] = useState<Reply | null>(null);
  const [difference, setDifference] = useState('');
  const record = useApiCommand('repayment.recordReturn');
  const asksReply = paper.form === 'DOC-REC-07';
  const signatures = Object.entries(days).flatMap(([key, signedOn]) => (signedOn === null ? [] : [{ key, signedOn }]));
  const run = (): void =>
    record.mutate(
      {
        documentId: paper.documentId,
        rev: paper.rev,
        signatures,
        reply,
        difference: reply === 'differs' ? difference.trim() : null,
      },
      {
        onSuccess: () => {
          void message.success(t('repayment:returned', { number: paper.number }));
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      title={t('repayment:returnTitle', { number: paper.number })}
      okText={t('repayment:action.return')}
      okButtonProps={{ disabled: signatures.length === 0 || (asksReply && reply === null) }}
      confirmLoading={record.isPending}
      onOk={run}
      onCancel={onClose}
    >
      <Form layout="vertical">
        {record.error && <ErrorState error={record.error} />}
        <p className="qs-hint">{t('repayment:returnHint')}</p>
        {paper.signatories
          .filter(({ signedOn }) => signedOn === null)
          .map(({ key, role, name }) => (
            <Form.Item key={key} label={`${t(`repayment:role.${role}`)} ${name}`}>
              <DateInput
                aria-label={t('repayment:signedBy', { name })}
                today={today}
                value={days[key] ?? null}
                onChange={(signedOn) => setDays((old) => ({ ...old, [key]: signedOn }))}
              />
            </Form.Item>
          ))}
        {asksReply && (
          <ReplyFields reply={reply} difference={difference} onReply={setReply} onDifference={setDifference} />
        )}
      </Form>
    </Modal>
  );
}
