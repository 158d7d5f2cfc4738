/** Attaching the text of a regulation: which file, of which document of the rules, its title, number and first day. */
import type { RuledDocument } from '@shared/contract/regulations.contract';
import { App, Button, Form, Input, Modal, Select, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { useOpenSession } from '../../app/sessionContext';
import { DateInput } from '../../ui/DateInput';
import { ErrorState } from '../../ui/ErrorState';
import { pastedPath } from '../../ui/pastedPath';
import { useRequired } from '../../ui/useRequired';

interface Typed {
  readonly path: string;
  readonly document: string;
  readonly title: string;
  readonly number?: string;
  readonly effectiveFrom: string;
}

const NAME = 120;

function PathInput({ id, value = '', onChange }: { id?: string; value?: string; onChange?: (path: string) => void }) {
  const { t } = useTranslation();
  const choose = useApiCommand('regulations.chooseFile');
  return (
    <Space.Compact block>
      <Input
        id={id}
        value={value}
        spellCheck={false}
        placeholder={t('regulations:add.pathHint')}
        onChange={(event) => onChange?.(event.target.value)}
        onBlur={() => onChange?.(pastedPath(value))}
      />
      <Button
        loading={choose.isPending}
        onClick={() => choose.mutate(undefined, { onSuccess: (path) => path && onChange?.(path) })}
      >
        {t('regulations:add.choose')}
      </Button>
    </Space.Compact>
  );
}

export function AddRegulation({ documents, onClose }: { documents: readonly RuledDocument[]; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { businessDate } = useOpenSession().state;
  const [form] = Form.useForm<Typed>();
  const add = useApiCommand('regulations.add');
  const save = ({ number = '', path, ...typed }: Typed): void =>
    add.mutate(
      { ...typed, number, path: pastedPath(path) },
      {
        onSuccess: ({ pages }) => {
          void message.success(t('regulations:add.done', { title: typed.title, count: pages }));
          onClose();
        },
      },
    );
  const required = useRequired();
  return (
    <Modal
      open
      width={560}
      title={t('regulations:add.verb')}
      footer={null}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <Form<Typed> name="regulation" form={form} labelCol={{ flex: '96px' }} labelWrap onFinish={save}>
        {add.error && <ErrorState error={add.error} />}
        <Form.Item name="path" label={t('regulations:add.path')} rules={required.typed(t('regulations:add.path'))}>
          <PathInput />
        </Form.Item>
        <Form.Item name="document" label={t('regulations:document')} rules={required.chosen(t('regulations:document'))}>
          <Select<string>
            showSearch
            popupMatchSelectWidth={false}
            options={documents.map(({ document }) => ({ value: document, label: document }))}
            onChange={(document) => !form.getFieldValue('title') && form.setFieldValue('title', document)}
          />
        </Form.Item>
        <Form.Item name="title" label={t('regulations:title')} rules={required.typed(t('regulations:title'))}>
          <Input maxLength={NAME} />
        </Form.Item>
        <Form.Item name="number" label={t('regulations:number')}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item
          name="effectiveFrom"
          label={t('regulations:effectiveFrom')}
          rules={required.given(t('regulations:effectiveFrom'))}
        >
          <DateInput today={businessDate} />
        </Form.Item>
        <Space>
          <Button type="primary" htmlType="submit" loading={add.isPending}>
            {t('regulations:add.verb')}
          </Button>
          <Button onClick={onClose}>{t('common:action.cancel')}</Button>
        </Space>
      </Form>
    </Modal>
  );
}
