/** Who bids in a tender and with what deposit; once it was opened, what became of each deposit and what the bank still holds. */
import type { TenderDetail } from '@shared/contract/contracts.contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { formatAmount } from '../../i18n/format';
import { AmountText } from '../../ui/AmountText';
import { ErrorState } from '../../ui/ErrorState';
import { useReason } from '../../ui/useReason';
import { SettleModal } from './SettleModal';

type Bidder = TenderDetail['bidders'][number];
type Use = Bidder['uses'][number];

function UseLine({ use }: { use: Use }) {
  const { t } = useTranslation();
  const mayPrepare = useMay('contract.prepare');
  const { ask, dialog } = useReason('reverse');
  const undo = useApiCommand('contracts.undoDeposit');
  const { id, kind, amount, on, payee, voucherNo, reverses, reason, isReversed } = use;
  const facts = { on, amount: formatAmount(amount, 'yuan'), payee, voucher: voucherNo, reason };
  const line = reverses === null ? `contracts:deposit.${kind}` : 'contracts:deposit.undone';
  const canUndo = mayPrepare && kind !== 'bond' && reverses === null && !isReversed;
  const run = (): void =>
    ask({
      title: t('contracts:deposit.undoTitle'),
      verb: t('contracts:deposit.undo'),
      note: t('contracts:deposit.undoText'),
      act: async (why) => {
        await undo.mutateAsync({ id, reason: why }).catch(() => null);
        return true;
      },
    });
  return (
    <>
      <div className={isReversed ? 'qs-hint' : undefined}>
        {t(line, facts)}{' '}
        {canUndo && (
          <Button size="small" loading={undo.isPending} onClick={run}>
            {t('contracts:deposit.undo')}
          </Button>
        )}
      </div>
      {dialog}
      {undo.error && <ErrorState error={undo.error} />}
    </>
  );
}

function BidderRow({ bidder, onSettle }: { bidder: Bidder; onSettle: () => void }) {
  const { t } = useTranslation();
  const mayPrepare = useMay('contract.prepare');
  const { name, person, deposit, voucherNo, fate, book, uses } = bidder;
  // A winner's deposit waits for his signature; what the bond did not need goes back afterwards.
  const isFree = fate !== null && book.held > 0 && (fate !== 'bond' || book.bond > 0);
  return (
    <tr>
      <td className="qs-contract-day">{name}</td>
      <td className="qs-contract-day">{t(`contracts:person.${person}`)}</td>
      <td className="qs-figure">
        <AmountText fen={deposit} />
      </td>
      <td>{voucherNo}</td>
      <td>
        {fate && t(`contracts:fate.${fate}`)}
        {uses.map((use) => (
          <UseLine key={use.id} use={use} />
        ))}
      </td>
      <td className="qs-figure">
        <AmountText fen={book.held} />
      </td>
      <td>
        {mayPrepare && isFree && (
          <Button size="small" onClick={onSettle}>
            {t(fate === 'forfeited' ? 'contracts:deposit.keep' : 'contracts:deposit.giveBack')}
          </Button>
        )}
      </td>
    </tr>
  );
}

const COLUMNS = ['name', 'person', 'deposit', 'voucher', 'fate', 'held'] as const;
const FIGURES: readonly string[] = ['deposit', 'held'];

export function Deposits({ tender }: { tender: TenderDetail }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Bidder | null>(null);
  const { bidders, deposits } = tender;
  const yuan = (fen: number): string => formatAmount(fen, 'yuan');
  const sums = {
    received: yuan(deposits.received),
    bond: yuan(deposits.bond),
    returned: yuan(deposits.returned),
    forfeited: yuan(deposits.forfeited),
    held: yuan(deposits.held),
  };
  return (
    <section aria-label={t('contracts:bidders')}>
      <h3>{t('contracts:bidders')}</h3>
      <table className="qs-contract-table">
        <thead>
          <tr>
            {COLUMNS.map((key) => (
              <th key={key} className={FIGURES.includes(key) ? 'qs-figure' : 'qs-contract-day'}>
                {t(`contracts:bidder.${key}`)}
              </th>
            ))}
            <th />
          </tr>
        </thead>
        <tbody>
          {bidders.map((bidder) => (
            <BidderRow key={bidder.name} bidder={bidder} onSettle={() => setChosen(bidder)} />
          ))}
        </tbody>
      </table>
      {bidders.length > 0 && <p>{t('contracts:deposit.totals', sums)}</p>}
      {chosen && <SettleModal tender={tender} bidder={chosen} onClose={() => setChosen(null)} />}
    </section>
  );
}
