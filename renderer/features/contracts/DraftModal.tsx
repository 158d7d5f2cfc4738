/** Drafting a contract with a trustee or with a lawyer at risk: with whom, on what basis, for which loans, at what rate. */
import { Form, Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '../../api/client';
import { useApiCommand } from '../../api/queries';
import { useKeptState } from '../../app/keptForms';
import { ErrorState } from '../../ui/ErrorState';
import { decimalOf } from './percent';

type Kind = InputOf<'contracts.draft'>['kind'];
const KINDS: readonly Kind[] = ['trusteeship', 'risk-agency'];

interface Typed {
  readonly kind: Kind;
  readonly party: string;
  readonly basis: string;
  readonly contracts: string;
  /** Percent. */
  readonly fee: number | null;
  readonly late: number | null;
  readonly years: number | null;
}

const FRESH: Typed = { kind: 'trusteeship', party: '', basis: '', contracts: '', fee: null, late: null, years: 1 };
/** Characters of a basis. */
const LEAST = 4;
const MOST_YEARS = 10;

function complete({ kind, party, basis, contracts, fee, late, years }: Typed) {
  const numbers = contracts.split(/\s+/).filter((each) => each !== '');
  const isTrustee = kind === 'trusteeship';
  if (party.trim() === '' || [...basis.trim()].length < LEAST || numbers.length === 0) return null;
  if (fee === null || years === null || (isTrustee && late === null)) return null;
  const lateRate = isTrustee && late !== null ? decimalOf(late) : null;
  return { kind, party, basis, contracts: numbers, feeRate: decimalOf(fee), lateRate, years };
}

function Fields({ typed, onChange }: { typed: Typed; onChange: (part: Partial<Typed>) => void }) {
  const { t } = useTranslation();
  const label = (key: string) => ({ label: t(`contracts:draft.${key}`), htmlFor: `contract-${key}` });
  const number = (key: 'fee' | 'late' | 'years', max: number) => (
    <Form.Item {...label(key)}>
      <InputNumber
        id={`contract-${key}`}
        min={key === 'years' ? 1 : 0.01}
        max={max}
        value={typed[key]}
        onChange={(value) => onChange({ [key]: value })}
      />
    </Form.Item>
  );
  const text = (key: 'party' | 'basis', maxLength: number) => (
    <Form.Item {...label(key)}>
      <Input
        id={`contract-${key}`}
        maxLength={maxLength}
        value={typed[key]}
        onChange={(event) => onChange({ [key]: event.target.value })}
      />
    </Form.Item>
  );
  return (
    <Form layout="vertical">
      <Form.Item {...label('kind')}>
        <Select
          id="contract-kind"
          value={typed.kind}
          options={KINDS.map((value) => ({ value, label: t(`contracts:kind.${value}`) }))}
          onChange={(kind) => onChange({ kind })}
        />
      </Form.Item>
      {text('party', 60)}
      {text('basis', 500)}
      <Form.Item {...label('contracts')} extra={t('contracts:draft.contractsHint')}>
        <Input.TextArea
          id="contract-contracts"
          rows={4}
          value={typed.contracts}
          onChange={(event) => onChange({ contracts: event.target.value })}
        />
      </Form.Item>
      {number('fee', 99)}
      {typed.kind === 'trusteeship' && number('late', 99)}
      {number('years', MOST_YEARS)}
    </Form>
  );
}

export function DraftModal({ onClose, onDone }: { onClose: () => void; onDone: (id: number) => void }) {
  const { t } = useTranslation();
  const [requestId] = useState(() => crypto.randomUUID());
  const [typed, setTyped] = useKeptState('recovery-contract', FRESH);
  const draft = useApiCommand('contracts.draft');
  const ready = complete(typed);
  const run = (): void => {
    if (!ready) return;
    draft.mutate(
      { ...ready, requestId },
      {
        onSuccess: ({ id }) => {
          setTyped(FRESH);
          onDone(id);
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      open
      centered
      width={520}
      title={t('contracts:draft.verb')}
      okText={t('contracts:draft.verb')}
      okButtonProps={{ disabled: ready === null, loading: draft.isPending }}
      onOk={run}
      onCancel={onClose}
    >
      {draft.error && <ErrorState error={draft.error} />}
      <Fields typed={typed} onChange={(part) => setTyped((before) => ({ ...before, ...part }))} />
    </Modal>
  );
}
