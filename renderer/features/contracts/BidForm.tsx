/** Handing in a bid: it is sealed, also from whoever typed it; another one of the same bidder replaces it. */
import type { TenderDetail } from '@shared/contract/contracts.contract';
import type { Fen } from '@shared/kernel/money';
import { App, Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { AmountInput } from '../../ui/AmountInput';
import { ErrorState } from '../../ui/ErrorState';

export function BidForm({ tender }: { tender: TenderDetail }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [packageId, setPackageId] = useState<number | null>(null);
  const [name, setName] = useState<string | null>(null);
  const [amount, setAmount] = useState<Fen | null>(null);
  const place = useApiCommand('contracts.placeBid');
  const ready = packageId !== null && name !== null && amount !== null && amount > 0;
  const run = (): void => {
    if (!ready) return;
    const onSuccess = (): void => {
      void message.success(t('contracts:bid.done'));
      setAmount(null);
    };
    place.mutate({ packageId, name, amount }, { onSuccess });
  };
  return (
    <>
      {place.error && <ErrorState error={place.error} />}
      <div className="qs-contract-row">
        <Select
          aria-label={t('contracts:bid.package')}
          placeholder={t('contracts:bid.package')}
          value={packageId}
          options={tender.packages.map(({ id, name: label }) => ({ value: id, label }))}
          onChange={setPackageId}
        />
        <Select
          aria-label={t('contracts:bid.name')}
          placeholder={t('contracts:bid.name')}
          value={name}
          options={tender.bidders.map((bidder) => ({ value: bidder.name, label: bidder.name }))}
          onChange={setName}
        />
        <AmountInput
          aria-label={t('contracts:bid.amount')}
          placeholder={t('contracts:bid.amount')}
          value={amount}
          onChange={setAmount}
        />
        <Button disabled={!ready} loading={place.isPending} onClick={run}>
          {t('contracts:bid.verb')}
        </Button>
      </div>
    </>
  );
}
