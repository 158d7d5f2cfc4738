/** Asks to call in a loan that is not due: which, by which clause, for which breach. */
import type { ClaimsFile } from '@shared/contract/claims.contract';
import { App, Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { ErrorState } from '../../ui/ErrorState';
import { useRequired } from '../../ui/useRequired';

interface Typed {
  readonly loan: number;
  readonly clause: string;
  readonly breach: string;
}

interface Props {
  readonly household: number;
  readonly undue: ClaimsFile['undue'];
  readonly onClose: () => void;
}

export function AccelerationModal({ household, undue, onClose }: Props) {
  const { t } = useTranslation();
  const required = useRequired();
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  const ask = useApiCommand('claims.askAcceleration');
  const label = (key: string) => t(`claims:column.${key}`);
  const submit = (typed: Typed): void =>
    ask.mutate(
      { household, ...typed },
      {
        onSuccess: ({ approval }) => {
          void message.success(t('claims:asked', { id: approval }));
          onClose();
        },
      },
    );
  const words = (key: 'clause' | 'breach', most: number) => (
    <Form.Item name={key} label={label(key)} extra={t(`claims:hint.${key}`)} rules={required.typed(label(key), 2)}>
      <Input maxLength={most} />
    </Form.Item>
  );
  return (
    <Modal
      open
      title={t('claims:action.accelerate')}
      okText={t('claims:action.ask')}
      okButtonProps={{ loading: ask.isPending }}
      onOk={form.submit}
      onCancel={onClose}
    >
      {ask.error && <ErrorState error={ask.error} />}
      <Form<Typed>
        name="acceleration"
        form={form}
        layout="vertical"
        initialValues={{ loan: undue[0]?.id }}
        onFinish={submit}
      >
        <Form.Item name="loan" label={label('contract')} rules={required.chosen(label('contract'))}>
          <Select options={undue.map(({ id, contract }) => ({ value: id, label: contract }))} />
        </Form.Item>
        {words('clause', 60)}
        {words('breach', 120)}
      </Form>
    </Modal>
  );
}
