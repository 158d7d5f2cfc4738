/** A signature that was recorded wrongly: whose it was, the right day or none, and why. */
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { App, Form, Input, Modal, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { DateInput } from '../../ui/DateInput';
import { ErrorState } from '../../ui/ErrorState';
import { useRequired } from '../../ui/useRequired';
import type { DebtPaperView } from './repaymentWords';

interface Typed {
  readonly key: string;
  readonly signed: 'otherDay' | 'none';
  readonly signedOn?: CalendarDate | null;
  readonly reason: string;
}

export interface CorrectModalProps {
  readonly paper: DebtPaperView;
  readonly today: CalendarDate;
  readonly onClose: () => void;
}

function Fields({ paper, today }: Pick<CorrectModalProps, 'paper' | 'today'>) {
  const { t } = useTranslation();
  const signed = Form.useWatch<Typed['signed']>('signed');
  const signers = paper.signatories.filter(({ signedOn }) => signedOn !== null);
  const required = useRequired();
  return (
    <>
      <Form.Item
        name="key"
        label={t('repayment:field.signatory')}
        rules={required.chosen(t('repayment:field.signatory'))}
      >
        <Select
          options={signers.map(({ key, role, name, signedOn }) => ({
            value: key,
            label: `${t(`repayment:role.${role}`)} ${name} ${signedOn}`,
          }))}
        />
      </Form.Item>
      <Form.Item name="signed" label={t('repayment:field.signed')}>
        <Radio.Group
          options={(['none', 'otherDay'] as const).map((value) => ({ value, label: t(`repayment:signed.${value}`) }))}
        />
      </Form.Item>
      {signed === 'otherDay' && (
        <Form.Item
          name="signedOn"
          label={t('repayment:field.signedOn')}
          rules={required.given(t('repayment:field.signedOn'))}
        >
          <DateInput today={today} />
        </Form.Item>
      )}
      <Form.Item
        name="reason"
        label={t('repayment:field.correctReason')}
        rules={required.typed(t('repayment:field.correctReason'), 4, t('repayment:need.correct'))}
      >
        <Input maxLength={200} />
      </Form.Item>
    </>
  );
}

export function CorrectModal({ paper, today, onClose }: CorrectModalProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  const correct = useApiCommand('repayment.correctSignature');
  const { documentId, rev, number } = paper;
  const run = ({ key, signed, signedOn, reason }: Typed): void =>
    correct.mutate(
      { documentId, rev, key, signedOn: signed === 'none' ? null : (signedOn ?? null), reason },
      {
        onSuccess: () => {
          void message.success(t('repayment:correctedDone', { number }));
          onClose();
        },
      },
    );
  const only = paper.signatories.filter(({ signedOn }) => signedOn !== null);
  const initial = { signed: 'none' as const, ...(only.length === 1 && { key: only[0]?.key }) };
  return (
    <Modal
      open
      title={t('repayment:correctTitle', { number })}
      okText={t('repayment:action.correct')}
      confirmLoading={correct.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<Typed> name="correct-signature" form={form} layout="vertical" initialValues={initial} onFinish={run}>
        {correct.error && <ErrorState error={correct.error} />}
        <p className="qs-hint">{t('repayment:correctHint')}</p>
        <Fields paper={paper} today={today} />
      </Form>
    </Modal>
  );
}
