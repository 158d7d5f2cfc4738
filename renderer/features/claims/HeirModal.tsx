/** Who inherited from a dead borrower, what he got at most, and the papers that show it; a correction replaces the record. */
import type { ClaimsFile } from '@shared/contract/claims.contract';
import { HEIR_CAPACITIES, type HeirCapacity } from '@shared/domain/dunning/heirs';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { Fen } from '@shared/kernel/money';
import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { AmountInput } from '../../ui/AmountInput';
import { DateInput } from '../../ui/DateInput';
import { ErrorState } from '../../ui/ErrorState';
import { useRequired } from '../../ui/useRequired';

interface Typed {
  readonly name: string;
  readonly idNo: string;
  readonly address: string;
  readonly phone?: string;
  readonly capacity: HeirCapacity;
  readonly estate: Fen;
  readonly renouncedOn?: CalendarDate | null;
  readonly evidence: string;
}

interface Props {
  readonly household: number;
  readonly heir: ClaimsFile['heirs'][number] | null;
  readonly today: CalendarDate;
  readonly onClose: () => void;
}

const MOST = { name: 40, idNo: 30, address: 120, phone: 40, evidence: 300 } as const;

export function HeirModal({ household, heir, today, onClose }: Props) {
  const { t } = useTranslation();
  const required = useRequired();
  const [form] = Form.useForm<Typed>();
  const record = useApiCommand('claims.recordHeir');
  const label = (key: string) => t(`claims:column.${key}`);
  const words = (key: keyof typeof MOST) => (
    <Form.Item name={key} label={label(key)} rules={key === 'phone' ? [] : required.typed(label(key), 2)}>
      <Input maxLength={MOST[key]} autoFocus={key === 'name'} />
    </Form.Item>
  );
  const submit = ({ phone, renouncedOn, ...typed }: Typed): void =>
    record.mutate(
      {
        ...{ household, replaces: heir?.id ?? null, ...typed },
        ...{ phone: phone?.trim() || null, renouncedOn: renouncedOn ?? null },
      },
      { onSuccess: onClose },
    );
  return (
    <Modal
      open
      title={t(heir ? 'claims:correctTitle' : 'claims:action.heir')}
      okText={t('claims:action.save')}
      okButtonProps={{ loading: record.isPending }}
      onOk={form.submit}
      onCancel={onClose}
    >
      {record.error && <ErrorState error={record.error} />}
      <Form<Typed>
        name="heir"
        form={form}
        layout="horizontal"
        labelCol={{ flex: '120px' }}
        initialValues={heir ?? { capacity: 'heir' }}
        onFinish={submit}
      >
        {words('name')}
        {words('idNo')}
        {words('address')}
        {words('phone')}
        <Form.Item name="capacity" label={label('capacity')} rules={required.chosen(label('capacity'))}>
          <Select options={HEIR_CAPACITIES.map((value) => ({ value, label: t(`claims:capacity.${value}`) }))} />
        </Form.Item>
        <Form.Item
          name="estate"
          label={label('estate')}
          extra={t('claims:estateHint')}
          rules={required.given(label('estate'))}
        >
          <AmountInput />
        </Form.Item>
        <Form.Item name="renouncedOn" label={label('renouncedOn')}>
          <DateInput today={today} />
        </Form.Item>
        {words('evidence')}
      </Form>
    </Modal>
  );
}
