/** Entering a decision on somebody's liability for a loan (RWD-04, B2 §18, §19, §28, B3 §8). */
import { LIABILITY_KINDS, type LiabilityKind } from '@shared/domain/rewards/liability';
import type { Fen } from '@shared/kernel/money';
import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { useKeptState } from '../../app/keptForms';
import { AmountInput } from '../../ui/AmountInput';
import { DateInput } from '../../ui/DateInput';
import { ErrorState } from '../../ui/ErrorState';
import { LEAST } from './CostsModal';

interface Typed {
  readonly contract: string;
  readonly person: string;
  readonly kind: LiabilityKind;
  readonly amount: Fen | null;
  readonly decision: string;
  readonly decidedOn: string | null;
  readonly deadline: string | null;
}

const FRESH: Typed = {
  contract: '',
  person: '',
  kind: 'irregular-lending',
  amount: null,
  decision: '',
  decidedOn: null,
  deadline: null,
};

function complete({ amount, decidedOn, deadline, ...texts }: Typed) {
  if (amount === null || amount <= 0 || decidedOn === null || deadline === null) return null;
  const { contract, person, decision } = texts;
  if (contract.trim() === '' || person.trim() === '' || [...decision.trim()].length < LEAST) return null;
  return { ...texts, amount, decidedOn, deadline };
}

function Fields({ typed, today, onChange }: { typed: Typed; today: string; onChange: (part: Partial<Typed>) => void }) {
  const { t } = useTranslation();
  const text = (key: 'contract' | 'person' | 'decision', maxLength: number) => (
    <Form.Item label={t(`rewards:liability.${key}`)} htmlFor={`liability-${key}`}>
      <Input
        id={`liability-${key}`}
        maxLength={maxLength}
        value={typed[key]}
        onChange={(event) => onChange({ [key]: event.target.value })}
      />
    </Form.Item>
  );
  const day = (key: 'decidedOn' | 'deadline') => (
    <Form.Item label={t(`rewards:liability.${key}`)}>
      <DateInput
        aria-label={t(`rewards:liability.${key}`)}
        today={today}
        value={typed[key]}
        onChange={(date) => onChange({ [key]: date })}
      />
    </Form.Item>
  );
  return (
    <Form layout="vertical">
      {text('contract', 60)}
      {text('person', 40)}
      <Form.Item label={t('rewards:liability.kind')} htmlFor="liability-kind">
        <Select
          id="liability-kind"
          value={typed.kind}
          options={LIABILITY_KINDS.map((value) => ({ value, label: t(`rewards:liabilityKind.${value}`) }))}
          onChange={(kind) => onChange({ kind })}
        />
      </Form.Item>
      <Form.Item label={t('rewards:liability.amount')} htmlFor="liability-amount">
        <AmountInput id="liability-amount" value={typed.amount} onChange={(amount) => onChange({ amount })} />
      </Form.Item>
      {text('decision', 500)}
      {day('decidedOn')}
      {day('deadline')}
    </Form>
  );
}

export function RecordLiabilityModal({ today, onClose }: { today: string; onClose: () => void }) {
  const { t } = useTranslation();
  const [requestId] = useState(() => crypto.randomUUID());
  const [typed, setTyped] = useKeptState('liability', FRESH);
  const record = useApiCommand('rewards.recordLiability');
  const ready = complete(typed);
  const run = (): void => {
    if (!ready) return;
    record.mutate(
      { ...ready, requestId },
      {
        onSuccess: () => {
          setTyped(FRESH);
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      open
      centered
      width={480}
      title={t('rewards:liability.record')}
      okText={t('rewards:liability.record')}
      okButtonProps={{ disabled: ready === null, loading: record.isPending }}
      onOk={run}
      onCancel={onClose}
    >
      {record.error && <ErrorState error={record.error} />}
      <Fields typed={typed} today={today} onChange={(part) => setTyped((before) => ({ ...before, ...part }))} />
    </Modal>
  );
}
