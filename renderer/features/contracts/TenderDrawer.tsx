/** One tender: its packages, bidders with their deposits, bids that stay sealed until they are opened. */
import type { TenderDetail } from '@shared/contract/contracts.contract';
import { Link } from '@tanstack/react-router';
import { App, Button, Drawer, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand, useApiQuery } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { formatAmount } from '../../i18n/format';
import { AmountText } from '../../ui/AmountText';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { BidderForm } from './BidderForm';
import { BidForm } from './BidForm';
import { Deposits } from './Deposits';
import { ExportButton } from './ExportButton';
import { SituationModal } from './SituationModal';

function Package({ of }: { of: TenderDetail['packages'][number] }) {
  const { t } = useTranslation();
  const mayPrepare = useMay('notice.prepare');
  const [about, setAbout] = useState<TenderDetail['packages'][number]['loans'][number] | null>(null);
  const { name, floor, bidders, loans, bids, contract } = of;
  return (
    <section aria-label={name}>
      <h3>
        {name} {t('contracts:tender.floor')} <AmountText fen={floor} withUnit />
      </h3>
      <table className="qs-contract-table">
        <thead>
          <tr>
            <th>{t('contracts:loan.borrower')}</th>
            <th>{t('contracts:loan.contract')}</th>
            <th>{t('contracts:announce.hard')}</th>
            <th className="qs-figure">{t('contracts:loan.owed')}</th>
            <th className="qs-figure">{t('contracts:announce.price')}</th>
            {mayPrepare && <th />}
          </tr>
        </thead>
        <tbody>
          {loans.map((loan) => (
            <tr key={loan.contract}>
              <td>{loan.borrower}</td>
              <td>{loan.contract}</td>
              <td>{t(`contracts:hard.${loan.hard ?? 'none'}`)}</td>
              <td className="qs-figure">
                <AmountText fen={loan.balance} />
              </td>
              <td className="qs-figure">
                <AmountText fen={loan.price} />
              </td>
              {mayPrepare && (
                <td>
                  <Button size="small" onClick={() => setAbout(loan)}>
                    {t('contracts:situation.verb')}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {about && <SituationModal {...about} onClose={() => setAbout(null)} />}
      <p>
        {bids === null
          ? t('contracts:tender.count', { count: bidders })
          : bids
              .map(({ name: bidder, amount }) => `${bidder} ${formatAmount(amount, 'yuan')}`)
              .join(t('contracts:separator'))}{' '}
        {contract !== null && (
          <Link to="/contracts" search={{ id: contract } as never}>
            {t('contracts:tender.contract')}
          </Link>
        )}
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
      <Space>
        <ExportButton what="tender" id={tender.id} />
        <ExportButton what="deposits" id={tender.id} />
        <ExportButton what="situations" id={tender.id} />
      </Space>
      {tender.packages.map((each) => (
        <Package key={each.id} of={each} />
      ))}
      <Deposits tender={tender} />
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
