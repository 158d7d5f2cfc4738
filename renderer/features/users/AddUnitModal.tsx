/** A further unit: its name and the short mark that its numbers carry. */
import { App, Button, Form, Input, Modal, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { ErrorState } from '../../ui/ErrorState';
import { useEnterMovesOn } from '../../ui/useEnterMovesOn';

interface NewUnit {
  readonly name: string;
  readonly mark?: string;
}

export function AddUnitModal({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<NewUnit>();
  const add = useApiCommand('units.add');
  const onEnter = useEnterMovesOn();
  const save = (typed: NewUnit): void =>
    add.mutate(
      { name: typed.name.trim(), mark: typed.mark?.trim() ?? '' },
      {
        onSuccess: (unit) => {
          void message.success(t('users:added.unit', { name: unit.name }));
          form.resetFields();
          onClose();
        },
      },
    );
  return (
    <Modal open={open} width={420} title={t('users:add.unit')} footer={null} onCancel={onClose}>
      <Form<NewUnit>
        onKeyDownCapture={onEnter}
        name="new-unit"
        form={form}
        labelCol={{ flex: '96px' }}
        labelWrap
        onFinish={save}
        scrollToFirstError={{ focus: true }}
      >
        {add.error && <ErrorState error={add.error} />}
        <Form.Item
          name="name"
          label={t('users:field.unitName')}
          rules={[{ required: true, whitespace: true, message: t('setup:required.unitName') }]}
        >
          <Input maxLength={40} autoFocus />
        </Form.Item>
        <Form.Item name="mark" label={t('users:field.mark')} extra={t('users:unit.markHint')}>
          <Input maxLength={8} />
        </Form.Item>
        <Space>
          <Button type="primary" htmlType="submit" loading={add.isPending}>
            {t('common:action.save')}
          </Button>
          <Button onClick={onClose}>{t('common:action.cancel')}</Button>
        </Space>
      </Form>
    </Modal>
  );
}
