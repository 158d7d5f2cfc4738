/** A fee of the case is booked; one with a tariff begins with what the tariff says. */
import type { CaseMoneyView } from '@shared/contract/caseMoney.contract';
import type { CaseView } from '@shared/contract/litigationViews';
import { FEE_KINDS, FEE_MOVES, type FeeKind, type FeeMove, hasTariff } from '@shared/domain/litigation/fees';
import { App, Checkbox, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { useKeptState } from '../../app/keptForms';
import { AmountInput } from '../../ui/AmountInput';
import { DateInput } from '../../ui/DateInput';
import { ErrorState } from '../../ui/ErrorState';
import { TariffLine } from './TariffLine';
import './caseMoney.css';

interface Typed {
  readonly kind: FeeKind;
  readonly move: FeeMove;
  readonly amount: number | null;
  readonly on: string | null;
  readonly voucherNo: string;
  readonly payee: string;
  readonly base: number | null;
  readonly tariffOn: string | null;
  readonly halved: boolean;
  readonly reason: string;
}

/** What the tariff says of a kind of fee in this case, as the form begins with it. */
function ofTariff({ quotes }: CaseMoneyView, kind: FeeKind): Partial<Typed> {
  const quote = quotes.find((each) => each.kind === kind);
  if (!quote) return { base: null, tariffOn: null, halved: false };
  return { amount: quote.amount, base: quote.base, tariffOn: quote.on, halved: quote.halved };
}

const fresh = (money: CaseMoneyView, court: string | null): Typed => ({
  ...{ kind: 'acceptance', move: 'paid', amount: null, on: money.today, voucherNo: '', payee: court ?? '' },
  ...{ base: null, tariffOn: null, halved: false, reason: '' },
  ...ofTariff(money, 'acceptance'),
});

const asksTariff = ({ kind, move }: Typed): boolean => hasTariff(kind) && (move === 'paid' || move === 'advanced');

function complete(typed: Typed) {
  const { kind, move, amount, on, base, tariffOn, halved } = typed;
  const voucherNo = typed.voucherNo.trim();
  const payee = typed.payee.trim();
  if (amount === null || amount <= 0 || on === null || voucherNo === '' || payee === '') return null;
  if (asksTariff(typed) && (base === null || tariffOn === null)) return null;
  const tariff = asksTariff(typed) && base !== null && tariffOn !== null ? { base, on: tariffOn, halved } : null;
  return { kind, move, amount, on, voucherNo, payee, tariff, reason: typed.reason.trim() || null };
}

interface FieldsProps {
  readonly typed: Typed;
  readonly money: CaseMoneyView;
  readonly change: (part: Partial<Typed>) => void;
}

function TariffFields({ typed, money, change }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item label={t('caseMoney:column.base')} htmlFor="fee-base" required>
        <AmountInput id="fee-base" value={typed.base} onChange={(base) => change({ base })} />
      </Form.Item>
      <Form.Item label={t('caseMoney:tariffOn')} required>
        <DateInput
          aria-label={t('caseMoney:tariffOn')}
          today={money.today}
          value={typed.tariffOn}
          onChange={(tariffOn) => change({ tariffOn })}
        />
      </Form.Item>
      <Checkbox checked={typed.halved} onChange={(event) => change({ halved: event.target.checked })}>
        {t('caseMoney:halved')}
      </Checkbox>
      <TariffLine kind={typed.kind} base={typed.base} on={typed.tariffOn} halved={typed.halved} />
    </>
  );
}

function Fields({ typed, money, change }: FieldsProps) {
  const { t } = useTranslation();
  const title = (key: string) => t(`caseMoney:column.${key}`);
  const text = (name: 'voucherNo' | 'payee' | 'reason', most: number) => (
    <Form.Item label={title(name)} htmlFor={`fee-${name}`} required={name !== 'reason'}>
      <Input
        id={`fee-${name}`}
        maxLength={most}
        value={typed[name]}
        onChange={(event) => change({ [name]: event.target.value })}
      />
    </Form.Item>
  );
  return (
    <Form layout="vertical" size="small" className="qs-fee-form">
      <Form.Item label={title('kind')} htmlFor="fee-kind">
        <Select
          id="fee-kind"
          value={typed.kind}
          options={FEE_KINDS.map((value) => ({ value, label: t(`caseMoney:kind.${value}`) }))}
          onChange={(kind: FeeKind) => change({ kind, ...ofTariff(money, kind) })}
        />
      </Form.Item>
      <Form.Item label={title('move')} htmlFor="fee-move">
        <Select
          id="fee-move"
          value={typed.move}
          options={FEE_MOVES.map((value) => ({ value, label: t(`caseMoney:move.${value}`) }))}
          onChange={(move: FeeMove) => change({ move })}
        />
      </Form.Item>
      {asksTariff(typed) && <TariffFields typed={typed} money={money} change={change} />}
      <Form.Item label={title('amount')} htmlFor="fee-amount" required>
        <AmountInput id="fee-amount" value={typed.amount} onChange={(amount) => change({ amount })} />
      </Form.Item>
      <Form.Item label={title('on')} required>
        <DateInput aria-label={title('on')} today={money.today} value={typed.on} onChange={(on) => change({ on })} />
      </Form.Item>
      {text('voucherNo', 60)}
      {text('payee', 100)}
      {text('reason', 200)}
    </Form>
  );
}

export function FeeModal({ file, money, onClose }: { file: CaseView; money: CaseMoneyView; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [requestId] = useState(() => crypto.randomUUID());
  const [typed, setTyped] = useKeptState(`case-fee-${file.id}`, fresh(money, file.court));
  const book = useApiCommand('caseMoney.book');
  const ready = complete(typed);
  const run = (): void =>
    void (
      ready &&
      book.mutate(
        { id: file.id, ...ready, requestId },
        {
          onSuccess: () => {
            void message.success(t('caseMoney:done.book'));
            setTyped(fresh(money, file.court));
            onClose();
          },
        },
      )
    );
  return (
    <Modal
      open
      centered
      width={640}
      title={t('caseMoney:book')}
      okText={t('caseMoney:book')}
      okButtonProps={{ disabled: ready === null, loading: book.isPending }}
      onOk={run}
      onCancel={onClose}
    >
      {book.error && <ErrorState error={book.error} />}
      <Fields typed={typed} money={money} change={(part) => setTyped((before) => ({ ...before, ...part }))} />
    </Modal>
  );
}
