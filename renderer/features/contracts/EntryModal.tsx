/** What happened under a contract; what the rules compute (interest, bonus, compensation) is not typed. */
import type { ContractDetail } from '@shared/contract/contracts.contract';
import { ADVANCES, type Advance, ENTRIES_OF, type EntryKind } from '@shared/domain/contracts/contractTerms';
import type { Fen } from '@shared/kernel/money';
import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { AmountInput } from '../../ui/AmountInput';
import { DateInput } from '../../ui/DateInput';
import { ErrorState } from '../../ui/ErrorState';

interface Typed {
  readonly kind: EntryKind;
  readonly contract: string | null;
  readonly collectedOn: string | null;
  readonly on: string | null;
  readonly amount: Fen | null;
  readonly evidence: string;
  readonly advance: Advance | null;
}

const ABOUT_LOAN: readonly EntryKind[] = ['preserved', 'lost'];
/** Characters of the evidence. */
const LEAST = 4;

function complete({ kind, on, evidence, ...typed }: Typed) {
  if (on === null || [...evidence.trim()].length < LEAST) return null;
  const isOfLoan = ABOUT_LOAN.includes(kind);
  if (isOfLoan ? typed.contract === null : typed.amount === null) return null;
  if (kind === 'turnover' && typed.collectedOn === null) return null;
  if (kind === 'advance' && typed.advance === null) return null;
  return {
    kind,
    on,
    evidence,
    contract: isOfLoan ? typed.contract : null,
    amount: isOfLoan ? null : typed.amount,
    collectedOn: kind === 'turnover' ? typed.collectedOn : null,
    advance: kind === 'advance' ? typed.advance : null,
  };
}

interface FieldsProps {
  readonly contract: ContractDetail;
  readonly typed: Typed;
  readonly onChange: (part: Partial<Typed>) => void;
}

function Fields({ contract, typed, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const day = (key: 'collectedOn' | 'on') => (
    <Form.Item label={t(`contracts:entry.${key}`)}>
      <DateInput
        aria-label={t(`contracts:entry.${key}`)}
        today={contract.today}
        value={typed[key]}
        onChange={(date) => onChange({ [key]: date })}
      />
    </Form.Item>
  );
  return (
    <Form layout="vertical">
      <Form.Item label={t('contracts:entry.kind')} htmlFor="entry-kind">
        <Select
          id="entry-kind"
          value={typed.kind}
          options={ENTRIES_OF[contract.kind].map((value) => ({ value, label: t(`contracts:entry.${value}`) }))}
          onChange={(kind) => onChange({ kind })}
        />
      </Form.Item>
      {typed.kind === 'turnover' && day('collectedOn')}
      {typed.kind === 'advance' && (
        <Form.Item label={t('contracts:entry.advanceOf')} htmlFor="entry-advance">
          <Select
            id="entry-advance"
            value={typed.advance}
            options={ADVANCES.map((value) => ({ value, label: t(`contracts:advance.${value}`) }))}
            onChange={(advance) => onChange({ advance })}
          />
        </Form.Item>
      )}
      {day('on')}
      {ABOUT_LOAN.includes(typed.kind) ? (
        <Form.Item label={t('contracts:entry.loan')} htmlFor="entry-loan">
          <Select
            id="entry-loan"
            showSearch
            value={typed.contract}
            options={contract.loanRows.map(({ contract: value, borrower }) => ({
              value,
              label: `${borrower} ${value}`,
            }))}
            onChange={(value: string) => onChange({ contract: value })}
          />
        </Form.Item>
      ) : (
        <Form.Item label={t('contracts:entry.amount')} htmlFor="entry-amount">
          <AmountInput id="entry-amount" value={typed.amount} onChange={(amount) => onChange({ amount })} />
        </Form.Item>
      )}
      <Form.Item label={t('contracts:entry.evidence')} htmlFor="entry-evidence">
        <Input
          id="entry-evidence"
          maxLength={500}
          value={typed.evidence}
          onChange={(event) => onChange({ evidence: event.target.value })}
        />
      </Form.Item>
    </Form>
  );
}

export function EntryModal({ contract, onClose }: { contract: ContractDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const { id, kind, today } = contract;
  const [requestId] = useState(() => crypto.randomUUID());
  const [typed, setTyped] = useState<Typed>({
    kind: ENTRIES_OF[kind][0] ?? 'payout',
    contract: null,
    collectedOn: null,
    on: today,
    amount: null,
    evidence: '',
    advance: null,
  });
  const record = useApiCommand('contracts.record');
  const ready = complete(typed);
  return (
    <Modal
      open
      centered
      width={480}
      title={t('contracts:entry.verb')}
      okText={t('contracts:entry.verb')}
      okButtonProps={{ disabled: ready === null, loading: record.isPending }}
      onOk={() => ready && record.mutate({ id, ...ready, requestId }, { onSuccess: onClose })}
      onCancel={onClose}
    >
      {record.error && <ErrorState error={record.error} />}
      <Fields contract={contract} typed={typed} onChange={(part) => setTyped((before) => ({ ...before, ...part }))} />
    </Modal>
  );
}
