/** What was paid back, newest first; a reversal and what it reversed both stay to be seen (冲正). */
import { Link } from '@tanstack/react-router';
import { Tag } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../app/preferences';
import { useMay } from '../../app/sessionContext';
import { formatAmount, formatCount, UNKNOWN } from '../../i18n/format';
import { AmountText } from '../../ui/AmountText';
import { DateText } from '../../ui/DateText';
import { EmptyState } from '../../ui/EmptyState';
import { DataGrid } from '../../ui/grid/DataGrid';
import type { GridColumn } from '../../ui/grid/gridTypes';
import { useWithUnit } from '../loans/useWithUnit';
import { type Receipt, receivedTotals, reversedNumbers } from './householdFigures';

function useMark(receipts: readonly Receipt[]): (receipt: Receipt) => string | null {
  const { t } = useTranslation();
  const reversed = useMemo(() => reversedNumbers(receipts), [receipts]);
  return ({ receiptNo, reverses }) => {
    if (reverses !== null) return t('parties:receipt.reverses', { number: reverses });
    return reversed.has(receiptNo) ? t('parties:receipt.reversed') : null;
  };
}

function useColumns(mark: (receipt: Receipt) => string | null): readonly GridColumn<Receipt>[] {
  const { t } = useTranslation();
  const { amountUnit } = usePreferences();
  const withUnit = useWithUnit();
  const amount = (key: string, width: number, of: (receipt: Receipt) => number): GridColumn<Receipt> => ({
    key,
    title: withUnit(t(`parties:receipt.${key}`)),
    width,
    kind: 'amount',
    render: (receipt) => <AmountText fen={of(receipt)} />,
    copy: (receipt) => formatAmount(of(receipt), amountUnit),
  });
  const text = (key: string, width: number, of: (receipt: Receipt) => string | null): GridColumn<Receipt> => ({
    key,
    title: t(`parties:receipt.${key}`),
    width,
    kind: 'id',
    render: (receipt) => of(receipt) ?? UNKNOWN,
    copy: (receipt) => of(receipt) ?? '',
  });
  const shares = ({ shares: list }: Receipt): string | null =>
    list.map(({ name, percent }) => t('parties:receipt.share', { name, percent })).join(t('common:list.separator')) ||
    null;
  return [
    {
      ...text('receivedOn', 96, ({ receivedOn }) => receivedOn),
      sticky: true,
      render: ({ receivedOn }) => <DateText date={receivedOn} weekday={false} />,
    },
    { ...text('mark', 172, mark), render: (receipt) => mark(receipt) && <Tag>{mark(receipt)}</Tag> },
    amount('costs', 96, ({ costs }) => costs),
    amount('principal', 120, ({ principal }) => principal),
    amount('interest', 112, ({ interest }) => interest),
    amount('total', 120, ({ costs, principal, interest }) => costs + principal + interest),
    text('contract', 210, ({ contract }) => contract),
    text('receiptNo', 136, ({ receiptNo }) => receiptNo),
    text('shares', 170, shares),
    text('method', 90, ({ method }) => method),
    text('payer', 90, ({ payer }) => payer),
    text('voucherNo', 120, ({ voucherNo }) => voucherNo),
    text('remark', 180, ({ remark }) => remark),
  ];
}

export function ReceiptsTab({ household, receipts }: { household: number; receipts: readonly Receipt[] }) {
  const { t } = useTranslation();
  const mayRecord = useMay('receipt.record');
  const mark = useMark(receipts);
  const sums = receivedTotals(receipts);
  return (
    <DataGrid<Receipt>
      caption={t('parties:tab.receipts')}
      columns={useColumns(mark)}
      rows={receipts}
      keyOf={({ id }) => id}
      total={receipts.length}
      empty={<EmptyState why="none" />}
      totals={
        <>
          <span>{t('parties:receipt.sum', { count: formatCount(receipts.length) as never })}</span>
          <span>
            <span className="qs-hint">{t('parties:receipt.principal')}</span>{' '}
            <AmountText fen={sums.principal} withUnit />
          </span>
          <span>
            <span className="qs-hint">{t('parties:receipt.interest')}</span> <AmountText fen={sums.interest} withUnit />
          </span>
          {mayRecord && (
            <Link to="/receipts" search={{ household } as never}>
              {t('parties:receipt.record')}
            </Link>
          )}
        </>
      }
    />
  );
}
