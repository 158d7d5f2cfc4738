/** Money received and how it is spread (收回与分配, ui.md S08): a household, a receipt before it is recorded, and those recorded. */
import { Link } from '@tanstack/react-router';
import { Button, type RefSelectProps, Space, Tag } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { idIn } from '../../app/urlReaders';
import { useUrlState } from '../../app/useUrlState';
import { AmountText } from '../../ui/AmountText';

import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { NoPermission } from '../../ui/NoPermission';
import { PageHeader } from '../../ui/PageHeader';
import { AgreementModal } from './AgreementModal';
import { HouseholdPicker } from './HouseholdPicker';
import { MeasureDrawer } from './MeasureDrawer';
import { MeasureList } from './MeasureList';
import { PaymentList } from './PaymentList';
import { ReceiptForm } from './ReceiptForm';
import type { Account } from './receiptTypes';
import './receipts.css';

function Head({ account, onAgree, onMeasure }: { account: Account; onAgree: () => void; onMeasure: () => void }) {
  const { t } = useTranslation();
  const mayRecord = useMay('receipt.record');
  const agreed = account.agreements.find(({ endedOn }) => endedOn === null);
  const sinceWhen = ({ agreedOn: date, loanIds }: Account['agreements'][number]): string =>
    loanIds === null
      ? t('receipts:agreement.since', { date })
      : t('receipts:agreement.sinceForLoans', { date, count: loanIds.length });
  return (
    <PageHeader
      title={t('receipts:title')}
      status={
        <span className="qs-receipt-status">
          <Link to="/household/$key" params={{ key: account.household }}>
            {account.household} {account.borrower}
          </Link>
          <span className="qs-hint">{t('receipts:ledgerDay', { date: account.ledgerDay })}</span>
          <Tag color={agreed ? 'green' : undefined}>{agreed ? sinceWhen(agreed) : t('receipts:agreement.none')}</Tag>
        </span>
      }
      actions={
        mayRecord && (
          <Space>
            <Button onClick={onAgree}>{t('receipts:agreement.title')}</Button>
            <Button onClick={onMeasure}>{t('receipts:measure.title')}</Button>
          </Space>
        )
      }
    />
  );
}

/** What is owed now: the ledger less what came since. */
function Standing({ account }: { account: Account }) {
  const { t } = useTranslation();
  const sum = (of: (loan: Account['loans'][number]) => number) =>
    account.loans.reduce((all, loan) => all + of(loan), 0);
  const pair = (label: string, principal: number, interest: number) => (
    <span>
      <span className="qs-hint">{label}</span> {t('receipts:part.principal')} <AmountText fen={principal} withUnit />{' '}
      {t('receipts:part.interest')} <AmountText fen={interest} withUnit />
    </span>
  );
  const suspended = sum((loan) => loan.suspended);
  return (
    <div className="qs-receipt-standing">
      {pair(
        t('receipts:view.ledger'),
        sum((loan) => loan.ledger.principal),
        sum((loan) => loan.ledger.interest),
      )}
      {pair(
        t('receipts:view.book'),
        sum((loan) => loan.book.principal),
        sum((loan) => loan.book.interest),
      )}
      {pair(
        t('receipts:view.owed'),
        sum((loan) => loan.owed.principal),
        sum((loan) => loan.owed.interest),
      )}
      {suspended > 0 && (
        <span>
          <span className="qs-hint">{t('receipts:view.suspended')}</span> <AmountText fen={suspended} withUnit />
        </span>
      )}
    </div>
  );
}

interface HouseholdReceiptsProps {
  readonly household: number;
  /** How often a household was picked: each time the form begins under the cursor. */
  readonly picks: number;
  readonly onSaved: () => void;
}

function HouseholdReceipts({ household, picks, onSaved }: HouseholdReceiptsProps) {
  const mayRecord = useMay('receipt.record');
  const [dialog, setDialog] = useState<'agreement' | 'measure' | null>(null);
  const account = useApiQuery('receipts.account', { household });
  if (account.error) return <ErrorState error={account.error} onRetry={() => void account.refetch()} />;
  if (!account.data) return <Loading />;
  const { data } = account;
  const close = () => setDialog(null);
  return (
    <>
      <Head account={data} onAgree={() => setDialog('agreement')} onMeasure={() => setDialog('measure')} />
      <Standing account={data} />
      {mayRecord && (
        <ReceiptForm key={household} household={household} account={data} picks={picks} onSaved={onSaved} />
      )}
      <PaymentList account={data} />
      <MeasureList account={data} />
      {dialog === 'agreement' && <AgreementModal household={household} account={data} onClose={close} />}
      {dialog === 'measure' && <MeasureDrawer account={data} onClose={close} />}
    </>
  );
}

/** Receipt after receipt without the mouse: picking a household goes to its form, recording goes back for the next one. */
function Receipts() {
  const { t } = useTranslation();
  const [household, setHousehold] = useUrlState('household', idIn);
  const [picks, setPicks] = useState(0);
  const picker = useRef<RefSelectProps>(null);
  const pick = (picked: number): void => {
    setHousehold(picked);
    setPicks(picks + 1);
  };
  return (
    <div className="qs-receipts">
      <div className="qs-receipt-pick">
        <HouseholdPicker ref={picker} onPick={pick} autoFocus={household === null} />
        {household === null && <p className="qs-hint">{t('receipts:pick.hint')}</p>}
      </div>
      {household !== null && (
        <HouseholdReceipts household={household} picks={picks} onSaved={() => picker.current?.focus()} />
      )}
    </div>
  );
}

export default function ReceiptsScreen() {
  const may = useMay('receipt.view');
  return may ? <Receipts /> : <NoPermission permission="receipt.view" />;
}
