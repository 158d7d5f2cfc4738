/**
 * Where a receipt goes, loan by loan: as the bank books it and towards the debtor, with the articles behind it; below, what
 * it changes in receipts that come after it.
 */
import type { ReceiptPreview } from '@shared/contract/receipts.contract';
import { type Fen, yuanGrouped } from '@shared/kernel/money';
import { Table, type TableColumnType } from 'antd';
import { useTranslation } from 'react-i18next';
import { AmountInput } from '../../ui/AmountInput';
import { AmountText } from '../../ui/AmountText';
import { Why } from '../../ui/Why';
import { type Account, type AccountLoan, loanName } from './receiptTypes';
import { receivedOn } from './typedReceipt';
import type { ReceiptFormState } from './useReceiptForm';
import { useSplitFormula } from './useSplitFormula';

interface Row {
  readonly loan: AccountLoan;
  readonly tried: ReceiptPreview['loans'][number] | null;
}

/** What is left afterwards, or now while nothing is tried. */
const after = ({ loan, tried }: Row) => tried?.after ?? loan;

function useColumns(form: ReceiptFormState, account: Account): TableColumnType<Row>[] {
  const { t } = useTranslation();
  const { typed, change, preview } = form;
  const amount = (key: string, of: (row: Row) => Fen | null): TableColumnType<Row> => ({
    key,
    title: t(`receipts:column.${key}`),
    align: 'right',
    render: (_, row) => <AmountText fen={of(row)} />,
  });
  const entered = (key: 'accrued' | 'parts'): TableColumnType<Row> => ({
    key,
    title: t(`receipts:column.${key}`),
    width: 140,
    render: (_, { loan }) => (
      <AmountInput
        aria-label={t('receipts:ofLoan', { what: t(`receipts:column.${key}`), loan: loanName(loan) })}
        value={typed[key][loan.id] ?? null}
        onChange={(fen) => change({ [key]: { ...typed[key], [loan.id]: fen } })}
      />
    ),
  });
  const formula = useSplitFormula();
  const why: TableColumnType<Row> = {
    key: 'why',
    title: t('receipts:column.why'),
    render: (_, { tried }) =>
      tried?.line && preview ? (
        <Why
          of={{
            sentence: t(tried.agreed ? 'receipts:why.agreed' : 'receipts:why.law'),
            asOf: receivedOn(typed, account),
            formula: formula(tried.line),
            inputs: [
              {
                label: t('receipts:field.amount'),
                value: t('common:amount.yuan', { amount: yuanGrouped(typed.amount ?? 0) }),
              },
            ],
            rules: preview.trace,
          }}
        >
          {t(tried.agreed ? 'receipts:why.same' : 'receipts:why.both')}
        </Why>
      ) : null,
  };
  return [
    { key: 'loan', title: t('receipts:column.loan'), fixed: 'left', render: (_, { loan }) => loanName(loan) },
    amount('principal', ({ loan, tried }) => (tried?.before ?? loan).book.principal),
    amount('interest', ({ loan, tried }) => (tried?.before ?? loan).book.interest),
    entered('accrued'),
    ...(typed.isDesignated ? [entered('parts')] : []),
    amount('paidCosts', ({ tried }) => tried?.line?.costs ?? null),
    amount('paidPrincipal', ({ tried }) => tried?.line?.principal ?? null),
    amount('paidInterest', ({ tried }) => tried?.line?.interest ?? null),
    amount('leftPrincipal', (row) => after(row).book.principal),
    amount('leftInterest', (row) => after(row).book.interest),
    amount('owedPrincipal', (row) => after(row).owed.principal),
    amount('owedInterest', (row) => after(row).owed.interest),
    why,
  ];
}

type Adjustment = ReceiptPreview['adjustments'][number];

function Adjustments({ adjustments, account }: { adjustments: readonly Adjustment[]; account: Account }) {
  const { t } = useTranslation();
  const names = new Map(account.loans.map((loan) => [loan.id, loanName(loan)]));
  const amount = (key: 'principal' | 'interest' | 'owedPrincipal' | 'owedInterest'): TableColumnType<Adjustment> => ({
    key,
    title: t(`receipts:change.${key}`),
    align: 'right',
    render: (_, { line }) => <AmountText fen={line[key]} />,
  });
  return (
    <Table<Adjustment>
      size="small"
      pagination={false}
      title={() => t('receipts:change.title')}
      rowKey={({ number, line }) => `${number} ${line.loanId}`}
      dataSource={[...adjustments]}
      columns={[
        { key: 'number', title: t('receipts:payment.number'), render: (_, { number }) => number },
        { key: 'loan', title: t('receipts:column.loan'), render: (_, { line }) => names.get(line.loanId) },
        amount('principal'),
        amount('interest'),
        amount('owedPrincipal'),
        amount('owedInterest'),
      ]}
    />
  );
}

export function AllocationTable({ form, account }: { form: ReceiptFormState; account: Account }) {
  const { t } = useTranslation();
  const tried = new Map(form.preview?.loans.map((each) => [each.loanId, each]));
  const rows = account.loans.map((loan): Row => ({ loan, tried: tried.get(loan.id) ?? null }));
  const { preview } = form;
  return (
    <>
      <Table<Row>
        size="small"
        className="qs-receipt-allocation"
        aria-label={t('receipts:allocation')}
        pagination={false}
        scroll={{ x: 'max-content', y: 260 }}
        rowKey={({ loan }) => loan.id}
        dataSource={rows}
        columns={useColumns(form, account)}
      />
      {preview && preview.rest > 0 && (
        <p>
          {t('receipts:rest')} <AmountText fen={preview.rest} withUnit />
        </p>
      )}
      {preview && preview.adjustments.length > 0 && <Adjustments adjustments={preview.adjustments} account={account} />}
    </>
  );
}
