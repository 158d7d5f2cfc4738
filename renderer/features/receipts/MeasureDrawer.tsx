/** Asks for a suspension or relief of interest (B1 §19): hardship, what two people found, papers, the three principles. */
import { HARDSHIPS, type Hardship, MEASURES, type Measure, PRINCIPLES } from '@shared/domain/receipts/interestMeasure';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { Fen } from '@shared/kernel/money';
import { App, Button, Drawer, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { useKeptState } from '../../app/keptForms';
import { AmountInput } from '../../ui/AmountInput';
import { AmountText } from '../../ui/AmountText';
import { DateInput } from '../../ui/DateInput';
import { ErrorState } from '../../ui/ErrorState';
import { type Account, loanName } from './receiptTypes';

interface TypedMeasure {
  readonly loanId: number | null;
  readonly measure: Measure;
  readonly amount: Fen | null;
  readonly hardship: Hardship;
  readonly facts: string;
  readonly evidence: string;
  readonly investigators: readonly string[];
  readonly principles: readonly string[];
  readonly conditions: string;
  readonly until: CalendarDate | null;
}

const EMPTY: TypedMeasure = {
  loanId: null,
  measure: 'partial-suspension',
  amount: null,
  hardship: 'family',
  facts: '',
  evidence: '',
  investigators: [],
  principles: ['', '', ''],
  conditions: '',
  until: null,
};

interface Part {
  readonly typed: TypedMeasure;
  readonly change: (part: Partial<TypedMeasure>) => void;
  readonly account: Account;
}

function What({ typed, change, account }: Part) {
  const { t } = useTranslation();
  const loan = account.loans.find(({ id }) => id === typed.loanId);
  return (
    <>
      <Form.Item label={t('receipts:column.loan')} required>
        <Select
          aria-label={t('receipts:column.loan')}
          value={typed.loanId}
          options={account.loans.map((each) => ({ value: each.id, label: loanName(each) }))}
          onChange={(loanId) => change({ loanId })}
        />
        {loan && (
          <span className="qs-hint">
            {t('receipts:measure.owed')} <AmountText fen={loan.owed.interest} withUnit />
          </span>
        )}
      </Form.Item>
      <Form.Item label={t('receipts:measure.kind')} required extra={t(`receipts:measure.effect.${typed.measure}`)}>
        <Select
          aria-label={t('receipts:measure.kind')}
          value={typed.measure}
          options={MEASURES.map((value) => ({ value, label: t(`receipts:measure.${value}`) }))}
          onChange={(measure) =>
            change(measure === 'full-suspension' && loan ? { measure, amount: loan.owed.interest } : { measure })
          }
        />
      </Form.Item>
      <Form.Item label={t('receipts:field.amount')} required>
        <AmountInput
          aria-label={t('receipts:field.amount')}
          value={typed.amount}
          onChange={(amount) => change({ amount })}
        />
      </Form.Item>
      <Form.Item label={t('receipts:measure.until')}>
        <DateInput
          aria-label={t('receipts:measure.until')}
          today={account.today}
          value={typed.until}
          onChange={(until) => change({ until })}
        />
      </Form.Item>
    </>
  );
}

function Reasons({ typed, change, account }: Part) {
  const { t } = useTranslation();
  const words = (key: 'facts' | 'evidence' | 'conditions', most: number) => (
    <Form.Item label={t(`receipts:measure.${key}`)} required={key !== 'conditions'}>
      <Input.TextArea
        aria-label={t(`receipts:measure.${key}`)}
        autoSize={{ minRows: key === 'facts' ? 3 : 1 }}
        maxLength={most}
        value={typed[key]}
        onChange={(event) => change({ [key]: event.target.value })}
      />
    </Form.Item>
  );
  return (
    <>
      <Form.Item label={t('receipts:measure.hardship')} required>
        <Select
          aria-label={t('receipts:measure.hardship')}
          value={typed.hardship}
          options={HARDSHIPS.map((value) => ({ value, label: t(`receipts:hardship.${value}`) }))}
          onChange={(hardship) => change({ hardship })}
        />
      </Form.Item>
      {words('facts', 2_000)}
      <Form.Item label={t('receipts:measure.investigators')} required>
        <Select
          mode="tags"
          maxCount={5}
          aria-label={t('receipts:measure.investigators')}
          value={[...typed.investigators]}
          options={account.colleagues.map((value) => ({ value }))}
          onChange={(investigators) => change({ investigators })}
        />
      </Form.Item>
      {words('evidence', 500)}
      {PRINCIPLES.map((principle, index) => (
        <Form.Item key={principle} label={t(`receipts:principle.${principle}`)} required>
          <Input
            aria-label={t(`receipts:principle.${principle}`)}
            maxLength={300}
            value={typed.principles[index]}
            onChange={(event) =>
              change({ principles: typed.principles.map((old, at) => (at === index ? event.target.value : old)) })
            }
          />
        </Form.Item>
      ))}
      {words('conditions', 500)}
    </>
  );
}

export function MeasureDrawer({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [typed, setTyped] = useKeptState<TypedMeasure>(`receipts.measure.${account.household}`, EMPTY);
  const ask = useApiCommand('receipts.askMeasure');
  const { loanId, amount, facts, evidence, principles } = typed;
  const texts = [facts, evidence, ...principles];
  const isComplete = texts.every((text) => text.trim() !== '') && typed.investigators.length >= 2;
  const submit = (): void => {
    if (loanId === null || amount === null || amount <= 0) return;
    const conditions = typed.conditions.trim() || null;
    ask.mutate(
      { ...typed, loanId, amount, conditions, investigators: [...typed.investigators], principles: [...principles] },
      {
        onSuccess: ({ approval }) => {
          void message.success(t('receipts:measure.asked', { id: approval }));
          setTyped(EMPTY);
          onClose();
        },
      },
    );
  };
  const part = { typed, account, change: (more: Partial<TypedMeasure>) => setTyped((old) => ({ ...old, ...more })) };
  return (
    <Drawer open size={560} title={t('receipts:measure.title')} onClose={onClose}>
      <Form layout="vertical">
        {ask.error && <ErrorState error={ask.error} />}
        <What {...part} />
        <Reasons {...part} />
        <div className="qs-drawer-foot">
          <Button
            type="primary"
            disabled={!isComplete || loanId === null || amount === null}
            loading={ask.isPending}
            onClick={submit}
          >
            {t('receipts:measure.submit')}
          </Button>
        </div>
      </Form>
    </Drawer>
  );
}
