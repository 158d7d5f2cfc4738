/** Draws up an agreement: debts, order of payment, a schedule that is proposed and may be put right, who follows it. */

import { AGREED_ORDERS, type AgreedOrder } from '@shared/domain/repayment/agreement';
import { addMonths, type CalendarDate } from '@shared/kernel/calendarDate';
import { App, Button, Drawer, Form, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../api/client';
import { useApiCommand, useApiQuery } from '../../api/queries';
import { useKeptState } from '../../app/keptForms';
import { AmountText } from '../../ui/AmountText';
import { DateInput } from '../../ui/DateInput';
import { ErrorState } from '../../ui/ErrorState';
import { RefusalPanel } from '../../ui/RefusalPanel';
import { Why } from '../../ui/Why';
import type { Repayment } from './repaymentWords';
import { type Row, ScheduleTable } from './ScheduleTable';

interface Typed {
  /** null: all that are owed. */
  readonly loans: readonly number[] | null;
  readonly order: AgreedOrder;
  readonly first: CalendarDate | null;
  readonly count: number;
  readonly months: number;
  /** null: as proposed. */
  readonly rows: readonly Row[] | null;
  readonly follower: number | null;
  readonly graceDays: number;
}

const EMPTY: Typed = {
  loans: null,
  order: 'statutory',
  first: null,
  count: 12,
  months: 1,
  rows: null,
  follower: null,
  graceDays: 30,
};

interface Part {
  readonly typed: Typed;
  readonly repayment: Repayment;
  readonly change: (part: Partial<Typed>) => void;
}

function Debts({ typed, repayment, change }: Part) {
  const { t } = useTranslation();
  const all = repayment.loans.map(({ id }) => id);
  return (
    <>
      <Form.Item label={t('repayment:field.contracts')} required>
        <Select
          mode="multiple"
          aria-label={t('repayment:field.contracts')}
          value={[...(typed.loans ?? all)]}
          options={repayment.loans.map(({ id, contract }) => ({ value: id, label: contract }))}
          onChange={(loans) => change({ loans, rows: null })}
        />
      </Form.Item>
      <Form.Item label={t('repayment:field.order')} required extra={t(`repayment:orderHint.${typed.order}`)}>
        <Select
          aria-label={t('repayment:field.order')}
          value={typed.order}
          options={AGREED_ORDERS.map((value) => ({ value, label: t(`repayment:order.${value}`) }))}
          onChange={(order) => change({ order, rows: null })}
        />
      </Form.Item>
    </>
  );
}

function Rhythm({ typed, repayment, change }: Part) {
  const { t } = useTranslation();
  const number = (key: 'count' | 'months', most: number) => (
    <Form.Item label={t(`repayment:field.${key}`)} required>
      <InputNumber
        aria-label={t(`repayment:field.${key}`)}
        min={1}
        max={most}
        precision={0}
        value={typed[key]}
        onChange={(value) => change({ [key]: value ?? 1, rows: null })}
      />
    </Form.Item>
  );
  return (
    <>
      <Form.Item label={t('repayment:field.first')} required>
        <DateInput
          aria-label={t('repayment:field.first')}
          today={repayment.today}
          value={typed.first ?? addMonths(repayment.today, 1)}
          onChange={(first) => change({ first, rows: null })}
        />
      </Form.Item>
      {number('count', 120)}
      {number('months', 36)}
    </>
  );
}

function Following({ typed, repayment, change }: Part) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item label={t('repayment:field.follower')} required>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t('repayment:field.follower')}
          value={typed.follower}
          options={repayment.people.map(({ id, display }) => ({ value: id, label: display }))}
          onChange={(follower) => change({ follower })}
        />
      </Form.Item>
      <Form.Item label={t('repayment:field.graceDays')} required>
        <InputNumber
          aria-label={t('repayment:field.graceDays')}
          min={0}
          max={90}
          precision={0}
          value={typed.graceDays}
          onChange={(days) => change({ graceDays: days ?? 0 })}
        />
      </Form.Item>
    </>
  );
}

function Judged({ judged }: { judged: OutputOf<'repayment.schedule'> }) {
  const { t } = useTranslation();
  const { debt, latest, trace, fault, provisional } = judged;
  return (
    <>
      <p>
        {t('repayment:field.debt')} <AmountText fen={debt.principal + debt.interest} withUnit />
        {'　'}
        <Why of={{ sentence: t('repayment:whyLatest'), rules: trace, provisional }}>
          {t('repayment:latest', { date: latest })}
        </Why>
      </p>
      {fault && <RefusalPanel refusal={fault} />}
    </>
  );
}

export interface AgreementDrawerProps {
  readonly household: number;
  readonly repayment: Repayment;
  readonly onClose: () => void;
}

export function AgreementDrawer({ household, repayment, onClose }: AgreementDrawerProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [typed, setTyped] = useKeptState<Typed>(`repayment.agreement.${household}`, EMPTY);
  const loans = typed.loans ?? repayment.loans.map(({ id }) => id);
  const rhythm = {
    first: typed.first ?? addMonths(repayment.today, 1),
    count: typed.count,
    months: typed.months,
  };
  const { order, graceDays, follower } = typed;
  const judged = useApiQuery(
    'repayment.schedule',
    { household, loans: [...loans], order, rhythm, typed: typed.rows && [...typed.rows] },
    { enabled: loans.length > 0, keepOld: true },
  );
  const ask = useApiCommand('repayment.askAgreement');
  const rows = typed.rows ?? judged.data?.instalments ?? [];
  const submit = (): void => {
    if (follower === null) return;
    const instalments = rows.map(({ dueOn, principal, interest }) => ({ dueOn, principal, interest }));
    ask.mutate(
      { household, loans: [...loans], order, follower, graceDays, instalments },
      {
        onSuccess: ({ approval }) => {
          void message.success(t('repayment:asked', { id: approval }));
          setTyped(EMPTY);
          onClose();
        },
      },
    );
  };
  const part = { typed, repayment, change: (more: Partial<Typed>) => setTyped((old) => ({ ...old, ...more })) };
  return (
    <Drawer open size={760} title={t('repayment:action.draw')} onClose={onClose}>
      <Form layout="horizontal" labelCol={{ flex: '130px' }} labelWrap>
        {ask.error && <ErrorState error={ask.error} />}
        <Debts {...part} />
        <Rhythm {...part} />
        {judged.error && <ErrorState error={judged.error} />}
        {judged.data && <Judged judged={judged.data} />}
        <ScheduleTable
          rows={rows}
          payBy={judged.data?.instalments.map(({ payBy }) => payBy) ?? []}
          today={repayment.today}
          onChange={(changed) => part.change({ rows: changed })}
        />
        <Following {...part} />
        <div className="qs-drawer-foot">
          <Button
            type="primary"
            disabled={follower === null || judged.isFetching || judged.data?.fault !== null}
            loading={ask.isPending}
            onClick={submit}
          >
            {t('repayment:action.ask')}
          </Button>
        </div>
      </Form>
    </Drawer>
  );
}
