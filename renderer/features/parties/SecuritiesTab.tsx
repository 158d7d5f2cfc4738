/** What stands behind the loans: guarantees with their periods as the papers word them, and mortgages and pledges. */
import type { Household } from '@shared/contract/parties.contract';
import { Table, type TableColumnType } from 'antd';
import { useTranslation } from 'react-i18next';
import { UNKNOWN } from '../../i18n/format';
import { AmountText } from '../../ui/AmountText';
import { DateText } from '../../ui/DateText';
import { useWithUnit } from '../loans/useWithUnit';
import { FileTable } from './FileTable';
import { type Collateral, type Guarantee, latestAppraisal } from './householdFigures';

function useGuaranteeColumns(): TableColumnType<Guarantee>[] {
  const { t } = useTranslation();
  const withUnit = useWithUnit();
  return [
    { title: t('parties:capacity.guarantor'), dataIndex: 'guarantor', fixed: 'left' },
    { title: t('parties:guarantee.kind'), render: (_, { kind }) => t(`parties:guaranteeKind.${kind}`) },
    { title: t('loans:column.contract'), dataIndex: 'contract', className: 'qs-figure' },
    {
      title: t('parties:guarantee.contract'),
      className: 'qs-figure',
      render: (_, { guaranteeContract }) => guaranteeContract ?? UNKNOWN,
    },
    {
      title: withUnit(t('parties:guarantee.amount')),
      align: 'right',
      render: (_, { amount }) => <AmountText fen={amount} />,
    },
    {
      title: t('parties:guarantee.from'),
      render: (_, { periodStart }) => <DateText date={periodStart} weekday={false} />,
    },
    { title: t('parties:guarantee.to'), render: (_, { periodEnd }) => <DateText date={periodEnd} weekday={false} /> },
    { title: t('parties:guarantee.wording'), render: (_, { periodWording }) => periodWording ?? UNKNOWN },
    { title: t('parties:guarantee.relation'), render: (_, { relation }) => relation ?? UNKNOWN },
  ];
}

function useCollateralColumns(): TableColumnType<Collateral>[] {
  const { t } = useTranslation();
  const withUnit = useWithUnit();
  const text = (key: 'security' | 'location' | 'quantity' | 'owner' | 'certificateNo' | 'sufficient' | 'validity') => ({
    title: t(`parties:collateral.${key}`),
    render: (_: unknown, item: Collateral) => item[key] ?? UNKNOWN,
  });
  const date = (key: 'registeredOn' | 'registrationExpiry') => ({
    title: t(`parties:collateral.${key}`),
    render: (_: unknown, item: Collateral) => <DateText date={item[key]} weekday={false} />,
  });
  return [
    { title: t('parties:collateral.kind'), dataIndex: 'kind', fixed: 'left' },
    text('security'),
    text('location'),
    text('quantity'),
    text('owner'),
    {
      title: withUnit(t('parties:collateral.value')),
      align: 'right',
      render: (_, item) => <AmountText fen={latestAppraisal(item)?.value} />,
    },
    {
      title: t('parties:collateral.valuedOn'),
      render: (_, item) => <DateText date={latestAppraisal(item)?.valuedOn} weekday={false} />,
    },
    text('certificateNo'),
    date('registeredOn'),
    date('registrationExpiry'),
    text('sufficient'),
    text('validity'),
    { title: t('loans:column.contract'), dataIndex: 'contract', className: 'qs-figure' },
    { title: t('parties:collateral.itemNo'), dataIndex: 'itemNo', className: 'qs-figure' },
  ];
}

/** Every appraisal of an item, newest first, where there is more than one. */
function Appraisals({ item }: { item: Collateral }) {
  const { t } = useTranslation();
  const withUnit = useWithUnit();
  return (
    <Table
      size="small"
      className="qs-file-appraisals"
      pagination={false}
      rowKey={({ valuedOn, value }) => `${valuedOn} ${value}`}
      dataSource={item.appraisals.toSorted((a, b) => (b.valuedOn ?? '').localeCompare(a.valuedOn ?? ''))}
      columns={[
        {
          title: t('parties:collateral.valuedOn'),
          render: (_, { valuedOn }) => <DateText date={valuedOn} weekday={false} />,
        },
        {
          title: withUnit(t('parties:collateral.appraised')),
          align: 'right',
          render: (_, { value }) => <AmountText fen={value} />,
        },
      ]}
    />
  );
}

export function SecuritiesTab({ file }: { file: Household }) {
  const { t } = useTranslation();
  return (
    <>
      <FileTable
        title={t('parties:guarantee.title', { count: file.guarantees.length })}
        columns={useGuaranteeColumns()}
        rows={file.guarantees}
        keyOf={({ id }) => id}
        empty={t('parties:empty.guarantees')}
      />
      <FileTable
        title={t('parties:collateral.title', { count: file.collateral.length })}
        columns={useCollateralColumns()}
        rows={file.collateral}
        keyOf={({ id }) => id}
        empty={t('parties:empty.collateral')}
        expandable={{
          expandedRowRender: (item) => <Appraisals item={item} />,
          rowExpandable: ({ appraisals }) => appraisals.length > 1,
        }}
      />
    </>
  );
}
