/** One liability: what was performed of it, what was decided when its time had passed, or that it is withdrawn, and why. */
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

interface FieldsProps {
  readonly today: string;
  readonly typed: { readonly on: string | null; readonly amount: Fen | null; readonly text: string };
  readonly onOn: (on: string | null) => void;
  readonly onAmount: (amount: Fen | null) => void;
  readonly onText: (text: string) => void;
}

function Fields({ today, typed, onOn, onAmount, onText }: FieldsProps) {
  const { t } = useTranslation();
  const { on, amount, text } = typed;
  return (
    <Form layout="vertical">
      <Form.Item label={t('rewards:liability.performedOn')}>
        <DateInput aria-label={t('rewards:liability.performedOn')} today={today} value={on} onChange={onOn} />
      </Form.Item>
      <Form.Item label={t('rewards:liability.performed')} htmlFor="liability-performed">
        <AmountInput id="liability-performed" value={amount} onChange={onAmount} />
      </Form.Item>
      <Form.Item label={t('rewards:liability.evidence')} htmlFor="liability-evidence">
        <Input id="liability-evidence" maxLength={500} value={text} onChange={(event) => onText(event.target.value)} />
      </Form.Item>
    </Form>
  );
}

export function LiabilityModal({ today, liability, onClose }: Props) {
  const { t } = useTranslation();
  const { id, rev, person, contract, state } = liability;
  const left = liability.amount - liability.performed;
  const [on, setOn] = useState<string | null>(today);
  const [amount, setAmount] = useState<Fen | null>(left);
  const [text, setText] = useState('');
  const perform = useApiCommand('rewards.performLiability');
  const handle = useApiCommand('rewards.handleLiability');
  const withdraw = useApiCommand('rewards.withdrawLiability');
  const said = [...text.trim()].length >= LEAST;
  const isRunning = state === 'open' || state === 'overdue';
  const ready = isRunning && on !== null && amount !== null && amount > 0 && said;
  const onSuccess = onClose;
  const error = perform.error ?? handle.error ?? withdraw.error;
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
          key="handle"
          disabled={state !== 'overdue' || on === null || !said}
          loading={handle.isPending}
          onClick={() => on !== null && handle.mutate({ id, rev, on, decision: text }, { onSuccess })}
        >
          {t('rewards:liability.handle')}
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
      <Fields today={today} typed={{ on, amount, text }} onOn={setOn} onAmount={setAmount} onText={setText} />
    </Modal>
  );
}
