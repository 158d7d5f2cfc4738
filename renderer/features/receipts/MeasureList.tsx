/** Suspensions and reliefs of interest that were asked for, and where each stands. */
import type { MeasureView } from '@shared/contract/receipts.contract';
import { Link } from '@tanstack/react-router';
import { Table, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/sessionContext';
import { AmountText } from '../../ui/AmountText';
import { DateText } from '../../ui/DateText';
import { IssuePaper } from './IssuePaper';
import { type Account, loanName } from './receiptTypes';

const TONE = {
  open: 'processing',
  approved: 'success',
  returned: 'warning',
  rejected: 'error',
  withdrawn: 'default',
  void: 'default',
} as const;

export function MeasureList({ account }: { account: Account }) {
  const { t } = useTranslation();
  const mayRecord = useMay('receipt.record');
  if (account.measures.length === 0) return null;
  const names = new Map(account.loans.map((loan) => [loan.id, loanName(loan)]));
  return (
    <Table<MeasureView>
      size="small"
      aria-label={t('receipts:measures')}
      title={() => t('receipts:measures')}
      pagination={false}
      rowKey={({ id }) => id}
      dataSource={account.measures}
      columns={[
        { key: 'loan', title: t('receipts:column.loan'), render: (_, { loanId }) => names.get(loanId) },
        {
          key: 'measure',
          title: t('receipts:measure.kind'),
          render: (_, each) => t(`receipts:measure.${each.measure}`),
        },
        {
          key: 'amount',
          title: t('receipts:field.amount'),
          align: 'right',
          render: (_, { amount }) => <AmountText fen={amount} />,
        },
        { key: 'until', title: t('receipts:measure.until'), render: (_, { until }) => <DateText date={until} /> },
        {
          key: 'state',
          title: t('receipts:payment.state'),
          render: (_, { state, approval }) => (
            <>
              <Tag color={TONE[state]}>{t(`receipts:measureState.${state}`)}</Tag>
              {approval !== null && (
                <Link to="/approvals" search={{ id: approval } as never}>
                  {t('receipts:measure.approval', { id: approval })}
                </Link>
              )}
            </>
          ),
        },
        { key: 'by', title: t('receipts:payment.by'), render: (_, { by }) => by },
        {
          key: 'paper',
          title: '',
          render: (_, { id }) =>
            mayRecord && <IssuePaper form="DOC-REC-11" subject={String(id)} label={t('receipts:paper.measure')} />,
        },
      ]}
    />
  );
}
