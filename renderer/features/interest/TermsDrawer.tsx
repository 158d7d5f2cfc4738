/** Terms of interest as the contract has them, and what stood open on the first day to be computed. */
import type { LoanInterestView } from '@shared/contract/interest.contract';
import { INTEREST_KINDS } from '@shared/domain/interest/accrual';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { type Fen, yuanGrouped } from '@shared/kernel/money';
import { Alert, App, Button, Drawer, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand, useApiQuery } from '../../api/queries';
import { useKeptState } from '../../app/keptForms';
import { AmountInput } from '../../ui/AmountInput';
import { DateInput } from '../../ui/DateInput';
import { ErrorState } from '../../ui/ErrorState';
import { gapSentence } from './gapSentence';

interface Typed {
  readonly from: CalendarDate | null;
  readonly contract: Fen | null;
  readonly penalty: Fen | null;
  readonly compound: Fen | null;
  /** Percent a year; empty: the ledger's rate. */
  readonly rate: string;
  readonly uplift: string;
  readonly isCompound: boolean;
  readonly basis: 360 | 365;
  readonly callPenalty: boolean | null;
  readonly source: string;
}

const EMPTY: Typed = {
  ...{
    from: null,
    contract: 0,
    penalty: 0,
    compound: 0,
    rate: '',
    uplift: '',
    isCompound: false,
    basis: 360,
    callPenalty: null,
    source: '',
  },
};

const percent = (fraction: string): string => String(Number((Number(fraction) * 100).toFixed(8)));
const fraction = (typed: string): string => String(Number((Number(typed) / 100).toFixed(10)));

const isPercent = (text: string): boolean => text === '' || /^\d{1,3}(\.\d{1,6})?$/.test(text);

/** As it was recorded before; a loan with several dated rates keeps them unless one is typed. */
function typedOf({ terms }: LoanInterestView): Typed {
  if (terms === null) return EMPTY;
  const { from, open, rates, upliftPercent, compound, basis, callPenalty, source } = terms;
  const rate = rates.length === 1 && rates[0] ? percent(rates[0].annualRate) : '';
  const uplift = upliftPercent ?? '';
  return { ...{ from, ...open, rate, uplift, isCompound: compound, basis, callPenalty, source } };
}

interface Part {
  readonly typed: Typed;
  readonly loan: LoanInterestView;
  readonly change: (part: Partial<Typed>) => void;
}

function Opening({ typed, change, today }: Part & { today: CalendarDate }) {
  const { t } = useTranslation();
  const label = (key: string) => t(`interest:field.${key}`);
  return (
    <>
      <Form.Item label={label('from')} required extra={t('interest:hint.from')}>
        <DateInput aria-label={label('from')} today={today} value={typed.from} onChange={(from) => change({ from })} />
      </Form.Item>
      {INTEREST_KINDS.map((kind) => (
        <Form.Item key={kind} label={label(`open-${kind}`)}>
          <AmountInput
            aria-label={label(`open-${kind}`)}
            value={typed[kind]}
            onChange={(fen) => change({ [kind]: fen ?? 0 })}
          />
        </Form.Item>
      ))}
    </>
  );
}

const CALLS = [true, false, null] as const;
const CALL_WORD = new Map<boolean | null, string>([
  [true, 'yes'],
  [false, 'no'],
  [null, 'unsaid'],
]);

/** Of a loan that was called in: what its clause says of penalty interest from then on. */
function Call({ typed, change, loan }: Part) {
  const { t } = useTranslation();
  const label = t('interest:field.callPenalty');
  return (
    <Form.Item label={label} extra={t('interest:hint.callPenalty', { on: loan.calledInOn })}>
      <Radio.Group
        aria-label={label}
        value={typed.callPenalty}
        options={CALLS.map((value) => ({ value, label: t(`interest:callPenalty.${CALL_WORD.get(value)}`) }))}
        onChange={(event) => change({ callPenalty: event.target.value })}
      />
    </Form.Item>
  );
}

function Contract({ typed, change, loan }: Part) {
  const { t } = useTranslation();
  const label = (key: string) => t(`interest:field.${key}`);
  const faultOf = (text: string) =>
    isPercent(text) ? {} : { validateStatus: 'error' as const, help: t('interest:notPercent') };
  const ledger =
    loan.annualRate === null ? t('interest:hint.noRate') : t('interest:hint.rate', { rate: percent(loan.annualRate) });
  return (
    <>
      <Form.Item label={label('rate')} extra={ledger} {...faultOf(typed.rate)}>
        <Input
          aria-label={label('rate')}
          suffix="%"
          maxLength={10}
          value={typed.rate}
          onChange={(event) => change({ rate: event.target.value.trim() })}
        />
      </Form.Item>
      <Form.Item label={label('uplift')} extra={t('interest:hint.uplift')} {...faultOf(typed.uplift)}>
        <Input
          aria-label={label('uplift')}
          suffix="%"
          maxLength={10}
          value={typed.uplift}
          onChange={(event) => change({ uplift: event.target.value.trim() })}
        />
      </Form.Item>
      <Form.Item label={label('compound')} required>
        <Radio.Group
          aria-label={label('compound')}
          value={typed.isCompound}
          options={[true, false].map((value) => ({ value, label: t(`interest:compound.${value ? 'yes' : 'no'}`) }))}
          onChange={(event) => change({ isCompound: event.target.value })}
        />
      </Form.Item>
      <Form.Item label={label('basis')} required>
        <Radio.Group
          aria-label={label('basis')}
          value={typed.basis}
          options={[360, 365].map((value) => ({ value, label: value }))}
          onChange={(event) => change({ basis: event.target.value })}
        />
      </Form.Item>
      {loan.calledInOn !== null && <Call typed={typed} loan={loan} change={change} />}
      <Form.Item label={label('source')} required>
        <Input
          aria-label={label('source')}
          maxLength={200}
          value={typed.source}
          onChange={(event) => change({ source: event.target.value })}
        />
      </Form.Item>
    </>
  );
}

interface Props {
  readonly loan: LoanInterestView;
  readonly today: CalendarDate;
  readonly onClose: () => void;
}

/** What is typed, for the contract; null while a day is missing or a percentage is no number. */
function termsOf(typed: Typed, loan: LoanInterestView) {
  const { from, rate, uplift, isCompound, basis, callPenalty, contract, penalty, compound } = typed;
  if (from === null || !isPercent(rate) || !isPercent(uplift)) return null;
  const kept = loan.terms !== null && loan.terms.rates.length > 1 ? [...loan.terms.rates] : [];
  return {
    ...{ loan: loan.id, from, compound: isCompound, basis, callPenalty },
    open: { contract: contract ?? 0, penalty: penalty ?? 0, compound: compound ?? 0 },
    rates: rate === '' ? kept : [{ from, annualRate: fraction(rate) }],
    upliftPercent: uplift === '' ? null : uplift,
  };
}

/** What the typed terms come to, before they are saved. */
function Tried({ input }: { input: NonNullable<ReturnType<typeof termsOf>> }) {
  const { t } = useTranslation();
  const { data, error } = useApiQuery('interest.preview', input, { keepOld: true });
  if (error) return <ErrorState error={error} />;
  if (!data) return null;
  const { accrual, gap } = data;
  const [contract, penalty, compound] = INTEREST_KINDS.map((kind) => yuanGrouped(accrual?.[kind] ?? 0));
  return (
    <>
      {gap && <Alert type="warning" showIcon title={gapSentence(t, gap)} />}
      {accrual && <p className="qs-hint">{t('interest:tried', { contract, penalty, compound })}</p>}
    </>
  );
}

export function TermsDrawer({ loan, today, onClose }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [fresh] = useState(() => typedOf(loan));
  const [typed, setTyped] = useKeptState<Typed>(`interest.terms.${loan.id}`, fresh);
  const record = useApiCommand('interest.recordTerms');
  const change = (part: Partial<Typed>) => setTyped((old) => ({ ...old, ...part }));
  const terms = termsOf(typed, loan);
  const submit = (): void => {
    if (terms === null) return;
    record.mutate(
      { ...terms, seen: loan.terms?.id ?? null, source: typed.source },
      {
        onSuccess: () => {
          void message.success(t('interest:recorded', { contract: loan.contract }));
          setTyped(fresh);
          onClose();
        },
      },
    );
  };
  const part = { typed, loan, change };
  return (
    <Drawer open size={560} title={t('interest:recordTitle', { contract: loan.contract })} onClose={onClose}>
      <Form layout="horizontal" labelCol={{ flex: '150px' }} labelWrap>
        {record.error && <ErrorState error={record.error} />}
        <Opening {...part} today={today} />
        <Contract {...part} />
        <div className="qs-drawer-foot">
          {terms && <Tried input={terms} />}
          <Button
            type="primary"
            disabled={terms === null || typed.source.trim().length < 2}
            loading={record.isPending}
            onClick={submit}
          >
            {t('interest:action.save')}
          </Button>
        </div>
      </Form>
    </Drawer>
  );
}
