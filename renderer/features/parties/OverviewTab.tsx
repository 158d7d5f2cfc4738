/** First tab of the household file: the borrower on the left, the debts and who stands for them on the right. */
import type { LedgerRow } from '@shared/contract/loans.contract';
import type { Household } from '@shared/contract/parties.contract';
import { Descriptions, type TableColumnType } from 'antd';
import { useTranslation } from 'react-i18next';
import { UNKNOWN } from '../../i18n/format';
import { AmountText } from '../../ui/AmountText';
import { ClassTag } from '../../ui/ClassTag';
import { DateText } from '../../ui/DateText';
import { Masked } from '../../ui/Masked';
import { useWithUnit } from '../loans/useWithUnit';
import { FileTable } from './FileTable';
import { type Signatory, signatories } from './householdFigures';
import { useReveal } from './useReveal';

/** `张三、李四` of what occurs in a column of the loans. */
function occurring(loans: readonly LedgerRow[], column: 'officer' | 'status' | 'flags', separator: string): string {
  return [...new Set(loans.flatMap((loan) => loan[column] ?? []))].join(separator) || UNKNOWN;
}

function BorrowerFacts({ file }: { file: Household }) {
  const { t } = useTranslation();
  const revealOf = useReveal();
  const { borrower, loans } = file;
  const separator = t('common:list.separator');
  const line = (key: string, children: React.ReactNode) => ({ key, label: t(`parties:fact.${key}`), children });
  const organisation = borrower.kind === 'organisation';
  return (
    <section className="qs-file-section" aria-label={t('parties:overview.borrower')}>
      <header>
        <h2>{t('parties:overview.borrower')}</h2>
      </header>
      <Descriptions
        size="small"
        column={1}
        colon={false}
        className="qs-file-facts"
        items={[
          line('kind', t(`parties:kind.${borrower.kind}`)),
          line(
            'phone',
            <Masked
              masked={borrower.phone}
              label={t('parties:fact.phone')}
              onReveal={revealOf(borrower.id, 'phone')}
            />,
          ),
          line('address', borrower.address ?? UNKNOWN),
          organisation
            ? line('legalRepresentative', borrower.legalRepresentative ?? UNKNOWN)
            : line('spouse', borrower.spouse ?? UNKNOWN),
          ...(organisation ? [] : [line('employer', borrower.employer ?? UNKNOWN)]),
          line('flags', borrower.flags ?? occurring(loans, 'flags', separator)),
          line('status', borrower.status ?? occurring(loans, 'status', separator)),
          line('officer', occurring(loans, 'officer', separator)),
        ]}
      />
    </section>
  );
}

function useLoanColumns(): TableColumnType<LedgerRow>[] {
  const { t } = useTranslation();
  const withUnit = useWithUnit();
  return [
    { title: t('loans:column.contract'), dataIndex: 'contract', className: 'qs-figure' },
    { title: t('loans:column.fiveLevel'), render: (_, row) => <ClassTag level={row.fineLevel ?? row.fiveLevel} /> },
    {
      title: withUnit(t('loans:column.balance')),
      align: 'right',
      render: (_, row) => <AmountText fen={row.balance} />,
    },
    {
      title: withUnit(t('parties:overview.interest')),
      align: 'right',
      render: (_, row) => <AmountText fen={row.interestOn + row.interestOff} />,
    },
    {
      title: t('loans:column.dueDate'),
      render: (_, row) => <DateText date={row.extendedDueDate ?? row.dueDate} weekday={false} />,
    },
  ];
}

function useSignatoryColumns(): TableColumnType<Signatory>[] {
  const { t } = useTranslation();
  return [
    { title: t('parties:overview.who'), dataIndex: 'name', ellipsis: true, width: 180 },
    {
      title: t('parties:overview.capacity'),
      render: (_, { capacity, what }) =>
        capacity === 'guarantor' ? t(`parties:guaranteeKind.${what}`) : what || t('parties:capacity.collateral'),
    },
    { title: t('loans:column.contract'), dataIndex: 'contract', className: 'qs-figure' },
    {
      title: t('parties:overview.until'),
      render: (_, { until, wording }) => (until ? <DateText date={until} weekday={false} /> : (wording ?? UNKNOWN)),
    },
  ];
}

export function OverviewTab({ file }: { file: Household }) {
  const { t } = useTranslation();
  return (
    <div className="qs-file-overview">
      <BorrowerFacts file={file} />
      <div>
        <FileTable
          title={t('parties:tab.loans')}
          columns={useLoanColumns()}
          rows={file.loans}
          keyOf={({ id }) => id}
          empty={t('parties:empty.loans')}
        />
        <FileTable
          title={t('parties:overview.signatories')}
          columns={useSignatoryColumns()}
          rows={signatories(file)}
          keyOf={({ key }) => key}
          empty={t('parties:empty.signatories')}
        />
      </div>
    </div>
  );
}
