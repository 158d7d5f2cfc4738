/** Ends an agreement: performed, broken, replaced, or given up before it was signed. */
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { App, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { DateInput } from '../../ui/DateInput';
import { ErrorState } from '../../ui/ErrorState';
import { useRequired } from '../../ui/useRequired';
import type { AgreementView } from './repaymentWords';

interface Typed {
  readonly endedOn: CalendarDate;
  readonly reason: string;
}

export interface EndAgreementModalProps {
  readonly agreement: AgreementView;
  readonly today: CalendarDate;
  readonly onClose: () => void;
}

export function EndAgreementModal({ agreement, today, onClose }: EndAgreementModalProps) {
  const { t } = useTranslation();
  const required = useRequired();
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  const end = useApiCommand('repayment.endAgreement');
  const run = (typed: Typed): void =>
    end.mutate(
      { id: agreement.id, rev: agreement.rev, ...typed },
      {
        onSuccess: () => {
          void message.success(t('repayment:ended'));
          onClose();
        },
      },
    );
  const [endedOn, reason] = [t('repayment:field.endedOn'), t('repayment:field.reason')];
  return (
    <Modal
      open
      title={t('repayment:endTitle', { id: agreement.id })}
      okText={t('repayment:action.end')}
      confirmLoading={end.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<Typed> name="end-agreement" form={form} layout="vertical" initialValues={{ endedOn: today }} onFinish={run}>
        {end.error && <ErrorState error={end.error} />}
        <Form.Item name="endedOn" label={endedOn} rules={required.given(endedOn)}>
          <DateInput today={today} />
        </Form.Item>
        <Form.Item name="reason" label={reason} rules={required.typed(reason, 4, t('repayment:need.end'))}>
          <Input autoFocus maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
