/** A further unit: its name and the short mark that its numbers carry. */
import { App, Form, Input, Modal } from 'antd';
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
    <Modal
      open={open}
      width={420}
      title={t('users:add.unit')}
      okText={t('common:action.save')}
      okButtonProps={{ loading: add.isPending, ['data-enter-last' as never]: true }}
      onOk={() => form.submit()}
      onCancel={onClose}
      modalRender={(dialog) => (
        <div onKeyDown={onEnter} role="presentation">
          {dialog}
        </div>
      )}
    >
      <Form<NewUnit>
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
      </Form>
    </Modal>
  );
}
