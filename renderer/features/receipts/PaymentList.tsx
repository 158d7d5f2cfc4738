/** Receipts that were recorded here: how each was spread, adjusted, taken back; reversal keeps both entries. */
import type { PaymentView } from '@shared/contract/receipts.contract';
import { percentText } from '@shared/domain/receipts/shares';
import { yuanGrouped } from '@shared/kernel/money';
import { App, Button, Space, Table, type TableColumnType, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { formatInstant } from '../../i18n/format';
import { AmountText } from '../../ui/AmountText';
import { DateText } from '../../ui/DateText';
import { useComplain } from '../../ui/useComplain';
import { useReason } from '../../ui/useReason';
import { Why } from '../../ui/Why';
import { IssuePaper } from './IssuePaper';
import { type Account, loanName } from './receiptTypes';
import { type Split, useSplitFormula } from './useSplitFormula';

type LineRow = PaymentView['lines'][number];

const TONE = { open: 'processing', 'in-ledger': 'default', 'in-core': 'success', reversed: 'error' } as const;

/** Every line that was posted, in its order: nothing is rewritten. */
function Lines({ payment, names }: { payment: PaymentView; names: ReadonlyMap<number, string> }) {
  const { t } = useTranslation();
  const amount = (
    key: 'costs' | 'principal' | 'interest' | 'owedPrincipal' | 'owedInterest',
  ): TableColumnType<LineRow> => ({
    key,
    title: t(`receipts:change.${key}`),
    align: 'right',
    render: (_, line) => <AmountText fen={line[key]} />,
  });
  const { designation, doubleReason, remark, reversal } = payment;
  const notes = [
    designation && t('receipts:note.designation', { note: designation.note }),
    doubleReason && t('receipts:note.double', { reason: doubleReason }),
    reversal && t('receipts:note.reversal', { ...reversal }),
    remark,
  ].filter((note) => note !== null && note !== '');
  return (
    <>
      <Table<LineRow>
        size="small"
        pagination={false}
        rowKey={(line) => payment.lines.indexOf(line)}
        dataSource={payment.lines}
        columns={[
          { key: 'kind', title: t('receipts:line.title'), render: (_, { kind }) => t(`receipts:line.${kind}`) },
          { key: 'loan', title: t('receipts:column.loan'), render: (_, { loanId }) => names.get(loanId) },
          amount('costs'),
          amount('principal'),
          amount('interest'),
          amount('owedPrincipal'),
          amount('owedInterest'),
          {
            key: 'postedOn',
            title: t('receipts:line.postedOn'),
            render: (_, line) => <DateText date={line.postedOn} />,
          },
          {
            key: 'cause',
            title: t('receipts:line.why'),
            render: (_, { cause, causeNo }) => t(`receipts:cause.${cause}`, { number: causeNo }),
          },
        ]}
      />
      {notes.map((note) => (
        <p key={note} className="qs-hint">
          {note}
        </p>
      ))}
    </>
  );
}

function useReversal() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const complain = useComplain();
  const reverse = useApiCommand('receipts.reverse');
  const { ask, dialog } = useReason('reverse');
  const start = ({ id, number }: PaymentView): void => {
    const requestId = crypto.randomUUID();
    ask({
      title: t('receipts:reverse.title', { number }),
      verb: t('receipts:reverse.verb'),
      note: t('receipts:reverse.note'),
      act: async (reason) => {
        try {
          const { adjusted } = await reverse.mutateAsync({ id, reason, requestId });
          void message.success(t('receipts:reverse.done', { number, count: adjusted }));
          return true;
        } catch (error) {
          complain(error);
          return false;
        }
      },
    });
  };
  return { start, dialog };
}

/** All lines of a receipt together, adjustments and reversal included. */
function splitOf({ lines }: PaymentView): Split {
  const sum = (of: keyof Split): number => lines.reduce((all, line) => all + line[of], 0);
  const [costs, principal, interest] = [sum('costs'), sum('principal'), sum('interest')];
  return { costs, principal, interest, owedPrincipal: sum('owedPrincipal'), owedInterest: sum('owedInterest') };
}

/** Towards the debtor it went as in the books: principal first was agreed, or there was one part only. */
const isAlike = ({ principal, interest, owedPrincipal, owedInterest }: Split): boolean =>
  principal === owedPrincipal && interest === owedInterest;

function useMoneyColumns(): TableColumnType<PaymentView>[] {
  const { t } = useTranslation();
  const formula = useSplitFormula();
  const amountInput = (fen: number) => ({
    label: t('receipts:field.amount'),
    value: t('common:amount.yuan', { amount: yuanGrouped(fen) }),
  });
  return [
    { key: 'number', title: t('receipts:payment.number'), render: (_, { number }) => number },
    {
      key: 'receivedOn',
      title: t('receipts:field.receivedOn'),
      render: (_, each) => <DateText date={each.receivedOn} />,
    },
    {
      key: 'amount',
      title: t('receipts:field.amount'),
      align: 'right',
      render: (_, each) => <AmountText fen={each.amount} />,
    },
    {
      key: 'principal',
      title: t('receipts:part.principal'),
      align: 'right',
      render: (_, each) => {
        const split = splitOf(each);
        return (
          <Why
            of={{
              sentence: t(isAlike(split) ? 'receipts:why.alike' : 'receipts:why.law'),
              asOf: each.receivedOn,
              formula: formula(split),
              inputs: [amountInput(each.amount)],
              rules: each.trace,
            }}
          >
            <AmountText fen={split.principal} />
          </Why>
        );
      },
    },
    {
      key: 'interest',
      title: t('receipts:part.interest'),
      align: 'right',
      render: (_, each) => <AmountText fen={splitOf(each).interest} />,
    },
  ];
}

function useFactColumns(): TableColumnType<PaymentView>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'state',
      title: t('receipts:payment.state'),
      render: (_, { state, rest }) => (
        <>
          <Tag color={TONE[state]}>{t(`receipts:state.${state}`)}</Tag>
          {rest > 0 && state === 'open' && <Tag color="warning">{t('receipts:payment.rest')}</Tag>}
        </>
      ),
    },
    { key: 'voucherNo', title: t('receipts:field.voucherNo'), render: (_, { voucherNo }) => voucherNo },
    {
      key: 'channel',
      title: t('receipts:field.channel'),
      render: (_, { channel }) => t(`receipts:channel.${channel}`),
    },
    {
      key: 'collectors',
      title: t('receipts:collectors.title'),
      render: (_, { collectors }) =>
        collectors.map(({ name, ppm }) => `${name} ${percentText(ppm)}%`).join(t('common:list.separator')),
    },
    { key: 'by', title: t('receipts:payment.by'), render: (_, { by, at }) => `${by} ${formatInstant(at)}` },
  ];
}

export function PaymentList({ account }: { account: Account }) {
  const { t } = useTranslation();
  const mayReverse = useMay('receipt.reverse');
  const mayRecord = useMay('receipt.record');
  const { start, dialog } = useReversal();
  const names = new Map(account.loans.map((loan) => [loan.id, loanName(loan)]));
  const act: TableColumnType<PaymentView> = {
    key: 'act',
    title: '',
    render: (_, payment) => (
      <Space>
        {mayRecord && payment.state !== 'reversed' && (
          <IssuePaper form="DOC-RWD-01" subject={payment.number} label={t('receipts:paper.slip')} />
        )}
        {mayReverse && (payment.state === 'open' || payment.state === 'in-ledger') && (
          <Button size="small" onClick={() => start(payment)}>
            {t('receipts:reverse.verb')}
          </Button>
        )}
      </Space>
    ),
  };
  const columns = [...useMoneyColumns(), ...useFactColumns(), act];
  return (
    <>
      <Table<PaymentView>
        size="small"
        className="qs-receipt-payments"
        aria-label={t('receipts:payments')}
        title={() => t('receipts:payments')}
        pagination={false}
        scroll={{ x: 'max-content' }}
        rowKey={({ id }) => id}
        dataSource={account.payments}
        columns={columns}
        locale={{ emptyText: t('receipts:noPayments') }}
        expandable={{ expandedRowRender: (payment) => <Lines payment={payment} names={names} /> }}
      />
      {dialog}
    </>
  );
}
