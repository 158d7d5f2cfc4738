/** The money of a case (ui.md S09): fees by the tariff and as booked, costs against what may come in, receipts, interest for delay. */
import type { CaseMoneyView } from '@shared/contract/caseMoney.contract';
import type { CaseView } from '@shared/contract/litigationViews';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { formatAmount } from '../../i18n/format';
import { AmountText } from '../../ui/AmountText';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { useRefusalText } from '../../ui/RefusalPanel';
import { Why } from '../../ui/Why';
import { FileTable } from '../parties/FileTable';
import { FeeEntries } from './FeeEntries';
import { FeeModal } from './FeeModal';
import { MoneyReceived } from './MoneyReceived';

/** Why nothing may be booked, and that the suit would cost more than it brings. */
function Warnings({ money }: { money: CaseMoneyView }) {
  const { t } = useTranslation();
  const text = useRefusalText();
  const { closed, benefit } = money;
  return (
    <>
      {closed && (
        <Alert
          type="error"
          showIcon
          title={text({ code: closed.code }).title}
          description={[text({ code: closed.because }).title, closed.article].filter(Boolean).join(' ')}
        />
      )}
      {benefit.isFlagged && <Alert type="warning" showIcon title={t('caseMoney:flagged')} />}
    </>
  );
}

function Tariff({ money }: { money: CaseMoneyView }) {
  const { t } = useTranslation();
  return (
    <FileTable
      title={t('caseMoney:tariff')}
      rows={money.quotes}
      keyOf={({ kind }) => kind}
      empty={t('caseMoney:noTariff')}
      columns={[
        { title: t('caseMoney:column.kind'), render: (_, { kind }) => t(`caseMoney:kind.${kind}`) },
        { title: t('caseMoney:column.base'), align: 'right', render: (_, { base }) => <AmountText fen={base} /> },
        { title: t('caseMoney:column.on'), render: (_, { on }) => on },
        {
          title: t('caseMoney:column.amount'),
          align: 'right',
          render: (_, quote) => (
            <Why
              of={{
                sentence: t(quote.halved ? 'caseMoney:whyHalved' : 'caseMoney:why', {
                  base: formatAmount(quote.base, 'yuan'),
                }),
                asOf: quote.on,
                rules: quote.trace,
              }}
            >
              <AmountText fen={quote.amount} />
            </Why>
          ),
        },
        {
          title: t('caseMoney:column.prepaid'),
          render: (_, { prepaid }) => t(prepaid ? 'caseMoney:prepaid' : 'caseMoney:fromDebtor'),
        },
      ]}
    />
  );
}

function Benefit({ money: { benefit, sums } }: { money: CaseMoneyView }) {
  const { t } = useTranslation();
  const lines = [
    ...(['paid', 'advanced', 'recovered', 'refunded'] as const).map((move) => ({ key: move, fen: sums[move] })),
    ...(['toCome', 'spent', 'expected', 'net'] as const).map((key) => ({ key, fen: benefit[key] })),
  ];
  return (
    <FileTable
      title={t('caseMoney:benefit')}
      rows={lines}
      keyOf={({ key }) => key}
      empty=""
      columns={[
        { title: t('caseMoney:column.what'), render: (_, { key }) => t(`caseMoney:sum.${key}`) },
        { title: t('caseMoney:column.amount'), align: 'right', render: (_, { fen }) => <AmountText fen={fen} /> },
      ]}
    />
  );
}

export function MoneyTab({ file }: { file: CaseView }) {
  const { t } = useTranslation();
  const mayBook = useMay('receipt.record');
  const [isBooking, setIsBooking] = useState(false);
  const { data, error, refetch } = useApiQuery('caseMoney.show', { id: file.id });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <>
      <Warnings money={data} />
      <Tariff money={data} />
      <FeeEntries
        money={data}
        extra={
          mayBook && (
            <Button size="small" type="primary" onClick={() => setIsBooking(true)}>
              {t('caseMoney:book')}
            </Button>
          )
        }
      />
      <Benefit money={data} />
      <MoneyReceived file={file} money={data} />
      {isBooking && <FeeModal file={file} money={data} onClose={() => setIsBooking(false)} />}
    </>
  );
}
