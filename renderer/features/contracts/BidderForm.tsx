/** Registering who may bid, with the deposit that was paid. */
import type { TenderDetail } from '@shared/contract/contracts.contract';
import { BIDDERS, type BidderKind } from '@shared/domain/contracts/tender';
import type { Fen } from '@shared/kernel/money';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { AmountInput } from '../../ui/AmountInput';
import { ErrorState } from '../../ui/ErrorState';

export function BidderForm({ tender }: { tender: TenderDetail }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [person, setPerson] = useState<BidderKind>('staff');
  const [deposit, setDeposit] = useState<Fen | null>(null);
  const [voucherNo, setVoucherNo] = useState('');
  const register = useApiCommand('contracts.registerBidder');
  const ready = name.trim() !== '' && deposit !== null && deposit > 0 && voucherNo.trim() !== '';
  const run = (): void => {
    if (deposit === null || !ready) return;
    register.mutate({ id: tender.id, name, person, deposit, voucherNo }, { onSuccess: () => setName('') });
  };
  return (
    <>
      {register.error && <ErrorState error={register.error} />}
      <div className="qs-contract-row">
        <Input
          aria-label={t('contracts:bidder.name')}
          placeholder={t('contracts:bidder.name')}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Select
          aria-label={t('contracts:bidder.person')}
          value={person}
          options={BIDDERS.map((value) => ({ value, label: t(`contracts:person.${value}`) }))}
          onChange={setPerson}
        />
        <AmountInput
          aria-label={t('contracts:bidder.deposit')}
          placeholder={t('contracts:bidder.deposit')}
          value={deposit}
          onChange={setDeposit}
        />
        <Input
          aria-label={t('contracts:bidder.voucher')}
          placeholder={t('contracts:bidder.voucher')}
          value={voucherNo}
          onChange={(event) => setVoucherNo(event.target.value)}
        />
        <Button disabled={!ready} loading={register.isPending} onClick={run}>
          {t('contracts:bidder.verb')}
        </Button>
      </div>
    </>
  );
}
