/** The form of a receipt: what came in, where it goes, who collected it, and why it can or cannot be recorded. */
import { CHANNELS, RECOVERY_FORMS } from '@shared/domain/receipts/channels';
import { rmbCapitals } from '@shared/kernel/rmbCapitals';
import { Alert, App, Button, Checkbox, Input, type InputRef, Select } from 'antd';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../app/shortcuts';
import { AmountInput } from '../../ui/AmountInput';
import { DateInput } from '../../ui/DateInput';
import { ErrorState } from '../../ui/ErrorState';
import { useRefusalText } from '../../ui/RefusalPanel';
import { useEnterMovesOn } from '../../ui/useEnterMovesOn';
import { AllocationTable } from './AllocationTable';
import { Collectors } from './Collectors';
import type { Account } from './receiptTypes';
import { bookedOn, type OfCase, receivedOn } from './typedReceipt';
import { type ReceiptFormState, useReceiptForm } from './useReceiptForm';

interface Part {
  readonly form: ReceiptFormState;
  readonly account: Account;
}

function Field({ label, wide, children }: { label: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className={wide ? 'qs-receipt-field qs-receipt-wide' : 'qs-receipt-field'}>
      <span className="qs-hint">{label}</span>
      {children}
    </div>
  );
}

function Money({ form: { typed, change }, account, first }: Part & { first: RefObject<InputRef | null> }) {
  const { t } = useTranslation();
  const label = (key: string) => t(`receipts:field.${key}`);
  return (
    <>
      <Field label={label('receivedOn')}>
        <DateInput
          ref={first}
          aria-label={label('receivedOn')}
          today={account.today}
          value={receivedOn(typed, account)}
          onChange={(date) => change({ receivedOn: date })}
        />
      </Field>
      <Field label={label('bookedOn')}>
        <DateInput
          aria-label={label('bookedOn')}
          today={account.today}
          value={bookedOn(typed, account)}
          onChange={(date) => change({ bookedOn: date })}
        />
      </Field>
      <Field label={label('amount')} wide>
        <AmountInput aria-label={label('amount')} value={typed.amount} onChange={(amount) => change({ amount })} />
        {typed.amount !== null && typed.amount > 0 && <span className="qs-hint">{rmbCapitals(typed.amount)}</span>}
      </Field>
      <Field label={label('costsOwed')}>
        <AmountInput
          aria-label={label('costsOwed')}
          value={typed.costsOwed}
          onChange={(costsOwed) => change({ costsOwed })}
        />
      </Field>
    </>
  );
}

function Paper({ form: { typed, change }, account }: Part) {
  const { t } = useTranslation();
  const label = (key: string) => t(`receipts:field.${key}`);
  return (
    <>
      <Field label={label('voucherNo')}>
        <Input
          aria-label={label('voucherNo')}
          maxLength={60}
          value={typed.voucherNo}
          onChange={(event) => change({ voucherNo: event.target.value })}
        />
      </Field>
      <Field label={label('payer')}>
        <Input
          aria-label={label('payer')}
          maxLength={100}
          value={typed.payer ?? account.borrower}
          onChange={(event) => change({ payer: event.target.value })}
        />
      </Field>
      <Field label={label('channel')}>
        <Select
          aria-label={label('channel')}
          value={typed.channel}
          options={CHANNELS.map((value) => ({ value, label: t(`receipts:channel.${value}`) }))}
          onChange={(channel) => change({ channel })}
        />
      </Field>
      <Field label={label('form')}>
        <Select
          aria-label={label('form')}
          value={typed.form}
          popupMatchSelectWidth={false}
          options={RECOVERY_FORMS.map((value) => ({ value, label: t(`receipts:form.${value}`) }))}
          onChange={(form) => change({ form })}
        />
      </Field>
      <Field label={label('remark')} wide>
        <Input
          aria-label={label('remark')}
          maxLength={500}
          value={typed.remark}
          onChange={(event) => change({ remark: event.target.value })}
        />
      </Field>
    </>
  );
}

/** The debtor may say which of his debts he pays (民法典 560); what a case brought in pays the debts of the case. */
function Designation({ form: { typed, change }, ofCase }: Pick<Part, 'form'> & { ofCase: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="qs-receipt-designation">
      <Checkbox checked={typed.isDesignated} onChange={(event) => change({ isDesignated: event.target.checked })}>
        {t(`receipts:designation.${ofCase ? 'ofCase' : 'label'}`)}
      </Checkbox>
      {typed.isDesignated && (
        <Input
          aria-label={t('receipts:designation.note')}
          placeholder={t('receipts:designation.note')}
          maxLength={200}
          value={typed.note}
          onChange={(event) => change({ note: event.target.value })}
        />
      )}
    </div>
  );
}

/** Everything that stands in the way, and what a look-alike asks for. */
function Problems({ form: { problems, typed, change } }: Pick<Part, 'form'>) {
  const { t } = useTranslation();
  const sentence = useRefusalText();
  const asks = problems.some(({ code }) => code === 'receipt-looks-double') || typed.doubleReason !== '';
  return (
    <>
      {problems.map((problem) => {
        const { title, todo } = sentence(problem);
        const article = problem.article && t('common:refusal.article', { article: problem.article });
        return (
          <Alert
            key={problem.code}
            type="warning"
            showIcon
            title={title}
            description={[article, todo].filter(Boolean).join(' ')}
          />
        );
      })}
      {asks && (
        <Input
          aria-label={t('receipts:field.doubleReason')}
          placeholder={t('receipts:field.doubleReason')}
          maxLength={200}
          value={typed.doubleReason}
          onChange={(event) => change({ doubleReason: event.target.value })}
        />
      )}
    </>
  );
}

/** The save button names the first thing that is missing. */
function Save({ form, onSave }: Pick<Part, 'form'> & { onSave: () => void }) {
  const { t } = useTranslation();
  const sentence = useRefusalText();
  const [gap] = form.gaps;
  const [problem] = form.problems;
  const reason = gap ? t(`receipts:missing.${gap}`) : problem ? sentence(problem).title : null;
  return (
    <div className="qs-receipt-save">
      <Button
        type="primary"
        data-enter-last
        disabled={reason !== null || form.preview === null}
        loading={form.isSaving}
        onClick={onSave}
      >
        {t('receipts:save')}
      </Button>
      {reason && <span className="qs-hint">{reason}</span>}
    </div>
  );
}

export interface ReceiptFormProps {
  readonly household: number;
  readonly account: Account;
  /** The case that brought the money in. */
  readonly ofCase?: OfCase;
  readonly onSaved?: () => void;
  /** Goes up when the form is to begin under the cursor. */
  readonly picks?: number;
}

/** The first field, focused after each pick; not within the same paint, in which the field cannot select its text. */
function useFirstField(picks: number): RefObject<InputRef | null> {
  const first = useRef<InputRef>(null);
  useEffect(() => {
    if (picks === 0) return;
    const timer = setTimeout(() => first.current?.focus());
    return () => clearTimeout(timer);
  }, [picks]);
  return first;
}

export function ReceiptForm({ household, account, ofCase, onSaved, picks = 0 }: ReceiptFormProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const form = useReceiptForm(household, account, ofCase ?? null);
  const onEnter = useEnterMovesOn();
  const first = useFirstField(picks);
  /** Begins the collectors anew after each receipt: an open list of names would stay. */
  const [saved, setSaved] = useState(0);
  const save = () =>
    form.save(({ number, adjusted }) => {
      setSaved((count) => count + 1);
      void message.success(t(adjusted > 0 ? 'receipts:savedAdjusted' : 'receipts:saved', { number, count: adjusted }));
      onSaved?.();
    });
  useShortcut('Ctrl+S', t('receipts:save'), save);
  return (
    <section className="qs-receipt-form" aria-label={t('receipts:new')} onKeyDownCapture={onEnter}>
      <div className="qs-receipt-fields">
        <Money form={form} account={account} first={first} />
        <Paper form={form} account={account} />
      </div>
      <Designation form={form} ofCase={ofCase !== undefined} />
      <AllocationTable form={form} account={account} />
      <Collectors key={saved} form={form} colleagues={account.colleagues} />
      <Problems form={form} />
      {form.error && <ErrorState error={form.error} />}
      <Save form={form} onSave={save} />
    </section>
  );
}
