/** One tender: its packages, bidders with their deposits, bids that stay sealed until they are opened. */
import type { TenderDetail } from '@shared/contract/contracts.contract';
import { App, Button, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiCommand, useApiQuery } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { formatAmount } from '../../i18n/format';
import { AmountText } from '../../ui/AmountText';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { BidderForm } from './BidderForm';
import { BidForm } from './BidForm';

function Package({ of }: { of: TenderDetail['packages'][number] }) {
  const { t } = useTranslation();
  const { name, floor, bidders, loans, bids } = of;
  return (
    <section aria-label={name}>
      <h3>
        {name} {t('contracts:tender.floor')} <AmountText fen={floor} withUnit />
      </h3>
      <table className="qs-contract-table">
        <tbody>
          {loans.map(({ borrower, contract, hard, balance, price }) => (
            <tr key={contract}>
              <td>{borrower}</td>
              <td>{contract}</td>
              <td>{t(`contracts:hard.${hard ?? 'none'}`)}</td>
              <td className="qs-figure">
                <AmountText fen={balance} />
              </td>
              <td className="qs-figure">
                <AmountText fen={price} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {bids === null
          ? t('contracts:tender.count', { count: bidders })
          : bids
              .map(({ name: bidder, amount }) => `${bidder} ${formatAmount(amount, 'yuan')}`)
              .join(t('contracts:separator'))}
      </p>
    </section>
  );
}

function Content({ tender }: { tender: TenderDetail }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const mayPrepare = useMay('contract.prepare') && tender.openedAt === null;
  const open = useApiCommand('contracts.openBids');
  const run = (): void =>
    open.mutate(
      { id: tender.id },
      { onSuccess: ({ contracts }) => void message.success(t('contracts:open.done', { count: contracts })) },
    );
  return (
    <div className="qs-contract">
      <p>{t('contracts:tender.line', { on: tender.opensOn, by: tender.by })}</p>
      {tender.packages.map((each) => (
        <Package key={each.id} of={each} />
      ))}
      <section aria-label={t('contracts:bidders')}>
        <h3>{t('contracts:bidders')}</h3>
        <table className="qs-contract-table">
          <tbody>
            {tender.bidders.map(({ name, person, deposit, voucherNo }) => (
              <tr key={name}>
                <td>{name}</td>
                <td>{t(`contracts:person.${person}`)}</td>
                <td className="qs-figure">
                  <AmountText fen={deposit} />
                </td>
                <td>{voucherNo}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {mayPrepare && (
        <>
          <BidderForm tender={tender} />
          <BidForm tender={tender} />
          {open.error && <ErrorState error={open.error} />}
          <Button type="primary" loading={open.isPending} onClick={run}>
            {t('contracts:open.verb')}
          </Button>
        </>
      )}
    </div>
  );
}

export function TenderDrawer({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useTranslation();
  const tender = useApiQuery('contracts.tender', { id });
  return (
    <Drawer open size={760} title={tender.data?.title ?? t('contracts:title')} onClose={onClose}>
      {tender.error && <ErrorState error={tender.error} onRetry={() => void tender.refetch()} />}
      {!tender.data && !tender.error && <Loading />}
      {tender.data && <Content tender={tender.data} />}
    </Drawer>
  );
}
