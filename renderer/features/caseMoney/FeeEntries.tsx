/** Fees of a case as they were booked, each taken back by another entry where it was wrong. */
import type { CaseMoneyView, FeeView } from '@shared/contract/caseMoney.contract';
import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { formatAmount } from '../../i18n/format';
import { AmountText } from '../../ui/AmountText';
import { ErrorState } from '../../ui/ErrorState';
import { useReason } from '../../ui/useReason';
import { Why } from '../../ui/Why';
import { FileTable } from '../parties/FileTable';

function useReverse() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const reverse = useApiCommand('caseMoney.reverse');
  const { ask, dialog } = useReason('reverse');
  const start = ({ id, kind, amount }: FeeView): void =>
    ask({
      title: t('caseMoney:reverseTitle', { kind: t(`caseMoney:kind.${kind}`), amount: formatAmount(amount, 'yuan') }),
      verb: t('caseMoney:reverse'),
      note: t('caseMoney:reverseNote'),
      act: async (reason) => {
        const done = await reverse.mutateAsync({ fee: id, reason }).catch(() => null);
        if (done) void message.success(t('caseMoney:done.reverse'));
        return true;
      },
    });
  return { start, dialog, error: reverse.error };
}

function Amount({ entry }: { entry: FeeView }) {
  const { t } = useTranslation();
  if (entry.tariff === null) return <AmountText fen={entry.amount} />;
  const sentence = t('caseMoney:whyBooked', { tariff: formatAmount(entry.tariff, 'yuan') });
  return (
    <Why of={{ sentence, asOf: entry.on, rules: entry.trace }}>
      <AmountText fen={entry.amount} />
    </Why>
  );
}

export function FeeEntries({ money, extra }: { money: CaseMoneyView; extra: ReactNode }) {
  const { t } = useTranslation();
  const mayReverse = useMay('receipt.reverse');
  const { start, dialog, error } = useReverse();
  const taken = new Set(money.entries.map(({ reverses }) => reverses));
  const title = (key: string) => t(`caseMoney:column.${key}`);
  return (
    <>
      {error && <ErrorState error={error} />}
      <FileTable
        title={t('caseMoney:entries')}
        extra={extra}
        rows={money.entries}
        keyOf={({ id }) => id}
        empty={t('caseMoney:noEntries')}
        columns={[
          { title: title('on'), render: (_, { on }) => on },
          { title: title('kind'), render: (_, { kind }) => t(`caseMoney:kind.${kind}`) },
          { title: title('move'), render: (_, { move }) => t(`caseMoney:move.${move}`) },
          { title: title('amount'), align: 'right', render: (_, entry) => <Amount entry={entry} /> },
          { title: title('voucherNo'), render: (_, { voucherNo }) => voucherNo },
          { title: title('payee'), render: (_, { payee }) => payee },
          { title: title('reason'), render: (_, { reason }) => reason },
          { title: title('by'), render: (_, { by }) => by },
          {
            title: '',
            render: (_, entry) =>
              mayReverse &&
              entry.reverses === null &&
              !taken.has(entry.id) && (
                <Button size="small" type="link" onClick={() => start(entry)}>
                  {t('caseMoney:reverse')}
                </Button>
              ),
          },
        ]}
      />
      {dialog}
    </>
  );
}
