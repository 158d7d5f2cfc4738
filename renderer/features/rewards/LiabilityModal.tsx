/** One liability: what was performed of it, or that it is withdrawn, and why. */
import type { LiabilityRow } from '@shared/contract/rewards.contract';
import type { Fen } from '@shared/kernel/money';
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { AmountInput } from '../../ui/AmountInput';
import { AmountText } from '../../ui/AmountText';
import { DateInput } from '../../ui/DateInput';
import { ErrorState } from '../../ui/ErrorState';
import { LEAST } from './CostsModal';

interface Props {
  readonly today: string;
  readonly liability: LiabilityRow;
  readonly onClose: () => void;
}

export function LiabilityModal({ today, liability, onClose }: Props) {
  const { t } = useTranslation();
  const { id, rev, person, contract, state } = liability;
  const left = liability.amount - liability.performed;
  const [on, setOn] = useState<string | null>(today);
  const [amount, setAmount] = useState<Fen | null>(left);
  const [text, setText] = useState('');
  const perform = useApiCommand('rewards.performLiability');
  const withdraw = useApiCommand('rewards.withdrawLiability');
  const said = [...text.trim()].length >= LEAST;
  const isRunning = state === 'open' || state === 'overdue';
  const ready = isRunning && on !== null && amount !== null && amount > 0 && said;
  const onSuccess = onClose;
  const error = perform.error ?? withdraw.error;
  return (
    <Modal
      open
      centered
      width={520}
      title={`${person} ${contract}`}
      onCancel={onClose}
      footer={[
        <Button key="close" onClick={onClose}>
          {t('common:action.close')}
        </Button>,
        <Button
          key="withdraw"
          disabled={state === 'withdrawn' || !said}
          loading={withdraw.isPending}
          onClick={() => withdraw.mutate({ id, rev, why: text }, { onSuccess })}
        >
          {t('rewards:liability.withdraw')}
        </Button>,
        <Button
          key="perform"
          type="primary"
          disabled={!ready}
          loading={perform.isPending}
          onClick={() => ready && perform.mutate({ id, rev, on, amount, evidence: text }, { onSuccess })}
        >
          {t('rewards:liability.perform')}
        </Button>,
      ]}
    >
      {error && <ErrorState error={error} />}
      <p>
        {t('rewards:liability.left')} <AmountText fen={left} withUnit />
      </p>
      <Form layout="vertical">
        <Form.Item label={t('rewards:liability.performedOn')}>
          <DateInput aria-label={t('rewards:liability.performedOn')} today={today} value={on} onChange={setOn} />
        </Form.Item>
        <Form.Item label={t('rewards:liability.performed')} htmlFor="liability-performed">
          <AmountInput id="liability-performed" value={amount} onChange={setAmount} />
        </Form.Item>
        <Form.Item label={t('rewards:liability.evidence')} htmlFor="liability-evidence">
          <Input
            id="liability-evidence"
            maxLength={500}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
