/** What came of an approved step, and when it was done. */
import type { ConductStepView } from '@shared/contract/measures.contract';
import { App, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { useOpenSession } from '../../app/sessionContext';
import { DateInput } from '../../ui/DateInput';
import { ErrorState } from '../../ui/ErrorState';
import { useRequired } from '../../ui/useRequired';

interface Finished {
  readonly doneOn: string;
  readonly result: string;
}

export function FinishStepModal({ step, onClose }: { step: ConductStepView; onClose: () => void }) {
  const { t } = useTranslation();
  const required = useRequired();
  const { message } = App.useApp();
  const { businessDate } = useOpenSession().state;
  const [form] = Form.useForm<Finished>();
  const finish = useApiCommand('measures.finishStep');
  const run = ({ doneOn, result }: Finished): void =>
    finish.mutate(
      { id: step.id, rev: step.rev, doneOn, result },
      {
        onSuccess: () => {
          void message.success(t('measures:step.finished'));
          onClose();
        },
      },
    );
  const [doneOn, result] = [t('measures:step.doneOn'), t('measures:move.result')];
  return (
    <Modal
      open
      title={t('measures:step.finishTitle', { act: t(`measures:act.${step.act}`) })}
      okText={t('measures:step.finish')}
      confirmLoading={finish.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<Finished>
        name="finish-step"
        form={form}
        layout="vertical"
        initialValues={{ doneOn: businessDate }}
        onFinish={run}
      >
        {finish.error && <ErrorState error={finish.error} />}
        <Form.Item name="doneOn" label={doneOn} rules={required.given(doneOn)}>
          <DateInput today={businessDate} />
        </Form.Item>
        <Form.Item name="result" label={result} rules={required.typed(result, 4, t('measures:need.result'))}>
          <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 5 }} maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
