/** Money that the case brought in, against the receipts that book it (B4 §20), and the interest for delayed performance. */
import type { CaseMoneyView } from '@shared/contract/caseMoney.contract';
import type { CaseView } from '@shared/contract/litigationViews';
import { Button, Select, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { formatAmount, UNKNOWN } from '../../i18n/format';
import { AmountText } from '../../ui/AmountText';
import { ErrorState } from '../../ui/ErrorState';
import { Why } from '../../ui/Why';
import { FileTable } from '../parties/FileTable';
import { ReceiveDrawer } from './ReceiveDrawer';

const COLOUR = { booked: 'success', late: 'warning', missing: 'error', waiting: undefined } as const;

function Delay({ delay }: { delay: NonNullable<CaseMoneyView['delay']> }) {
  const { t } = useTranslation();
  if (delay.amount === null) return <p className="qs-hint">{t('caseMoney:delayUnknown', { since: delay.since })}</p>;
  const formula = delay.segments
    .map(({ base, days, amount }) => `${formatAmount(base, 'yuan')} × ${days} = ${formatAmount(amount, 'yuan')}`)
    .join(' · ');
  return (
    <p>
      {t('caseMoney:delay', { since: delay.since, until: delay.until })}{' '}
      <Why of={{ sentence: t('caseMoney:delayWhy'), asOf: delay.until, formula, rules: delay.trace }}>
        <AmountText fen={delay.amount} withUnit />
      </Why>
    </p>
  );
}

export function MoneyReceived({ file, money }: { file: CaseView; money: CaseMoneyView }) {
  const { t } = useTranslation();
  const mayRecord = useMay('receipt.record');
  const link = useApiCommand('caseMoney.link');
  const [isReceiving, setIsReceiving] = useState(false);
  const title = (key: string) => t(`caseMoney:column.${key}`);
  const options = money.free.map(({ id, number, receivedOn, amount }) => ({
    value: id,
    label: `${number} ${receivedOn} ${formatAmount(amount, 'yuan')}`,
  }));
  return (
    <>
      {link.error && <ErrorState error={link.error} />}
      <FileTable
        title={t('caseMoney:received')}
        extra={
          mayRecord && (
            <Button size="small" type="primary" onClick={() => setIsReceiving(true)}>
              {t('caseMoney:receive')}
            </Button>
          )
        }
        rows={money.money}
        keyOf={({ act }) => act}
        empty={t('caseMoney:noMoney')}
        columns={[
          { title: title('on'), render: (_, { on }) => on ?? UNKNOWN },
          { title: title('amount'), align: 'right', render: (_, { amount }) => <AmountText fen={amount} /> },
          { title: title('booked'), align: 'right', render: (_, { booked }) => <AmountText fen={booked} /> },
          { title: title('dueOn'), render: (_, { dueOn }) => dueOn ?? UNKNOWN },
          {
            title: title('state'),
            render: (_, { state }) => <Tag color={COLOUR[state]}>{t(`caseMoney:state.${state}`)}</Tag>,
          },
          {
            title: title('receipts'),
            render: (_, { act }) =>
              money.receipts
                .filter((receipt) => receipt.act === act)
                .map(({ number }) => number)
                .join(' '),
          },
          {
            title: '',
            render: (_, { act, amount, booked }) =>
              mayRecord &&
              booked < amount && (
                <Select
                  size="small"
                  aria-label={t('caseMoney:link')}
                  placeholder={t('caseMoney:link')}
                  popupMatchSelectWidth={false}
                  value={null}
                  options={options}
                  notFoundContent={t('caseMoney:noFree')}
                  onChange={(payment: number | null) => payment !== null && link.mutate({ id: file.id, act, payment })}
                />
              ),
          },
        ]}
      />
      {money.delay && <Delay delay={money.delay} />}
      {isReceiving && <ReceiveDrawer file={file} onClose={() => setIsReceiving(false)} />}
    </>
  );
}
