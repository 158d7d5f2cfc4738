/** Money that the case brought in: the same receipt as every other, recorded with the act of the case in one step (B4 §20). */
import type { CaseView } from '@shared/contract/litigationViews';
import { Drawer, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { ReceiptForm } from '../receipts/ReceiptForm';
import '../receipts/receipts.css';

function Receipt({ file, household, onSaved }: { file: CaseView; household: number; onSaved: () => void }) {
  const { t } = useTranslation();
  const account = useApiQuery('receipts.account', { household });
  if (account.error) return <ErrorState error={account.error} onRetry={() => void account.refetch()} />;
  if (!account.data) return <Loading />;
  const loans = file.loans.filter(({ partyId }) => partyId === household).map(({ loanId }) => loanId);
  const ofCase = { id: file.id, loans, note: t('caseMoney:debtOfCase', { case: file.key }) };
  return <ReceiptForm key={household} household={household} account={account.data} ofCase={ofCase} onSaved={onSaved} />;
}

export function ReceiveDrawer({ file, onClose }: { file: CaseView; onClose: () => void }) {
  const { t } = useTranslation();
  const [household, setHousehold] = useState(file.household.id);
  const households = [...Map.groupBy(file.loans, ({ partyId }) => partyId)];
  return (
    <Drawer open size={880} title={t('caseMoney:receiveTitle', { name: file.title })} onClose={onClose}>
      {households.length > 1 && (
        <Select
          aria-label={t('caseMoney:whose')}
          value={household}
          onChange={setHousehold}
          popupMatchSelectWidth={false}
          options={households.map(([value, loans]) => ({
            value,
            label: loans.map(({ contract }) => contract).join(' '),
          }))}
        />
      )}
      <Receipt file={file} household={household} onSaved={onClose} />
    </Drawer>
  );
}
