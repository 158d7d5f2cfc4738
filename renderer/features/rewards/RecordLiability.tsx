/**
 * Entering a decision on somebody's liability for a loan (RWD-04, B2 §18, §19, §28, B3 §8). Whoever has to recover the loan by it is
 * appointed with the same entry (TEAM-06).
 */
import { LIABILITY_KINDS, type LiabilityKind } from '@shared/domain/rewards/liability';
import { IRREGULARITIES } from '@shared/domain/targets/responsibility';
import type { Fen } from '@shared/kernel/money';
import { Button, Checkbox, Drawer, Form, Input, Select } from 'antd';
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
  readonly post: string;
  readonly kind: LiabilityKind;
  readonly irregularity: string | null;
  readonly amount: Fen | null;
  readonly decision: string;
  readonly decidedOn: string | null;
  readonly deadline: string | null;
  readonly appoint: boolean;
}

const FRESH: Typed = {
  contract: '',
  person: '',
  post: '',
  kind: 'irregular-lending',
  irregularity: null,
  amount: null,
  decision: '',
  decidedOn: null,
  deadline: null,
  appoint: true,
};

function complete({ amount, decidedOn, deadline, post, ...rest }: Typed) {
  if (amount === null || amount <= 0 || decidedOn === null || deadline === null) return null;
  const { contract, person, decision, kind, irregularity } = rest;
  if (contract.trim() === '' || person.trim() === '' || [...decision.trim()].length < LEAST) return null;
  if ((kind === 'irregular-lending') !== (irregularity !== null)) return null;
  return { ...rest, amount, decidedOn, deadline, post: post.trim() === '' ? null : post };
}

interface FieldsProps {
  readonly typed: Typed;
  readonly today: string;
  readonly onChange: (part: Partial<Typed>) => void;
}

function KindFields({ typed, onChange }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item label={t('rewards:liability.kind')} htmlFor="liability-kind">
        <Select
          id="liability-kind"
          value={typed.kind}
          options={LIABILITY_KINDS.map((value) => ({ value, label: t(`rewards:liabilityKind.${value}`) }))}
          onChange={(kind) => onChange({ kind, irregularity: null })}
        />
      </Form.Item>
      {typed.kind === 'irregular-lending' && (
        <Form.Item label={t('rewards:liability.irregularity')} htmlFor="liability-irregularity">
          <Select
            id="liability-irregularity"
            value={typed.irregularity}
            options={IRREGULARITIES.map((value) => ({ value, label: t(`targets:irregularity.${value}`) }))}
            onChange={(irregularity) => onChange({ irregularity })}
          />
        </Form.Item>
      )}
    </>
  );
}

function Fields({ typed, today, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const text = (key: 'contract' | 'person' | 'post' | 'decision', maxLength: number) => (
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
    <Form labelCol={{ flex: '120px' }} labelAlign="right">
      {text('contract', 60)}
      {text('person', 40)}
      {text('post', 40)}
      <KindFields typed={typed} today={today} onChange={onChange} />
      <Form.Item label={t('rewards:liability.amount')} htmlFor="liability-amount">
        <AmountInput id="liability-amount" value={typed.amount} onChange={(amount) => onChange({ amount })} />
      </Form.Item>
      {text('decision', 500)}
      {day('decidedOn')}
      {day('deadline')}
      <Checkbox checked={typed.appoint} onChange={(event) => onChange({ appoint: event.target.checked })}>
        {t('rewards:liability.appoint')}
      </Checkbox>
    </Form>
  );
}

interface Props {
  readonly today: string;
  /** Of the loan, where it is known already. */
  readonly contract?: string;
  readonly onClose: () => void;
}

export function RecordLiability({ today, contract = '', onClose }: Props) {
  const { t } = useTranslation();
  const [requestId] = useState(() => crypto.randomUUID());
  const [typed, setTyped] = useKeptState(`liability-${contract}`, { ...FRESH, contract });
  const record = useApiCommand('rewards.recordLiability');
  const ready = complete(typed);
  const run = (): void => {
    if (!ready) return;
    record.mutate(
      { ...ready, requestId },
      {
        onSuccess: () => {
          setTyped({ ...FRESH, contract });
          onClose();
        },
      },
    );
  };
  return (
    <Drawer
      open
      size={480}
      title={t('rewards:liability.record')}
      onClose={onClose}
      footer={
        <Button type="primary" disabled={ready === null} loading={record.isPending} onClick={run}>
          {t('rewards:liability.record')}
        </Button>
      }
    >
      {record.error && <ErrorState error={record.error} />}
      <Fields typed={typed} today={today} onChange={(part) => setTyped((before) => ({ ...before, ...part }))} />
    </Drawer>
  );
}
