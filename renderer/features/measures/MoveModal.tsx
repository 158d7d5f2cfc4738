/** What came of a measure: begun, done or failed, with a sentence. */
import type { PlanItem } from '@shared/contract/measures.contract';
import { App, Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { ErrorState } from '../../ui/ErrorState';
import { useRequired } from '../../ui/useRequired';
import { useMeasureWords } from './measureWords';

const STATES = ['started', 'done', 'failed'] as const;

interface Move {
  readonly state: (typeof STATES)[number];
  readonly result: string;
}

export function MoveModal({ item, onClose }: { item: PlanItem; onClose: () => void }) {
  const { t } = useTranslation();
  const required = useRequired();
  const { message } = App.useApp();
  const { name } = useMeasureWords();
  const [form] = Form.useForm<Move>();
  const move = useApiCommand('measures.moveItem');
  const run = ({ state, result }: Move): void =>
    move.mutate(
      { item: item.id, state, result },
      {
        onSuccess: () => {
          void message.success(t('measures:move.done'));
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      title={t('measures:move.title', { measure: name(item.measure) })}
      okText={t('measures:move.verb')}
      confirmLoading={move.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<Move> name="move-measure" form={form} layout="vertical" initialValues={{ state: 'done' }} onFinish={run}>
        {move.error && <ErrorState error={move.error} />}
        <Form.Item name="state" label={t('measures:move.state')}>
          <Select
            options={STATES.filter((state) => state !== item.state).map((state) => ({
              value: state,
              label: t(`measures:state.${state}`),
            }))}
          />
        </Form.Item>
        <Form.Item
          name="result"
          label={t('measures:move.result')}
          rules={required.typed(t('measures:move.result'), 2, t('measures:need.move'))}
        >
          <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 5 }} maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
