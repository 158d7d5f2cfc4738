/** The period of receipts that a sheet is computed for, at first or again. */
import type { RewardSheet } from '@shared/contract/rewards.contract';
import { App, Form, Modal, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { DateInput } from '../../ui/DateInput';
import { ErrorState } from '../../ui/ErrorState';

interface Props {
  readonly today: string;
  /** null: a new one. */
  readonly sheet: Pick<RewardSheet, 'id' | 'rev' | 'from' | 'to'> | null;
  readonly onClose: () => void;
  readonly onDone: (id: number) => void;
}

export function PeriodModal({ today, sheet, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [requestId] = useState(() => crypto.randomUUID());
  const [from, setFrom] = useState<string | null>(sheet?.from ?? `${today.slice(0, 8)}01`);
  const [to, setTo] = useState<string | null>(sheet?.to ?? today);
  const compute = useApiCommand('rewards.compute');
  const again = useApiCommand('rewards.recompute');
  const finish = (id: number): void => {
    onDone(id);
    onClose();
  };
  const run = (): void => {
    if (from === null || to === null) return;
    if (sheet === null) compute.mutate({ from, to, requestId }, { onSuccess: ({ id }) => finish(id) });
    else
      again.mutate(
        { id: sheet.id, rev: sheet.rev, from, to },
        {
          onSuccess: ({ id, changes }) => {
            void message.success(t('rewards:compute.again', { count: changes }));
            finish(id);
          },
        },
      );
  };
  const day = (key: 'from' | 'to', value: string | null, onChange: (day: string | null) => void) => (
    <DateInput aria-label={t(`rewards:compute.${key}`)} today={today} value={value} onChange={onChange} />
  );
  const error = compute.error ?? again.error;
  return (
    <Modal
      open
      centered
      width={440}
      title={t('rewards:compute.title')}
      okText={t(sheet === null ? 'rewards:compute.verb' : 'rewards:compute.repeat')}
      okButtonProps={{ disabled: from === null || to === null, loading: compute.isPending || again.isPending }}
      onOk={run}
      onCancel={onClose}
    >
      <p className="qs-hint">{t('rewards:compute.note')}</p>
      {error && <ErrorState error={error} />}
      <Form layout="vertical">
        <Form.Item label={t('rewards:compute.period')}>
          <Space>
            {day('from', from, setFrom)}
            {day('to', to, setTo)}
          </Space>
        </Form.Item>
      </Form>
    </Modal>
  );
}
