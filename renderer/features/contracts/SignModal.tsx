/** Signing an approved contract: the day, and the bond in full (a winner's deposit counts). */
import type { ContractDetail } from '@shared/contract/contracts.contract';
import type { Fen } from '@shared/kernel/money';
import { Form, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { formatAmount } from '../../i18n/format';
import { AmountInput } from '../../ui/AmountInput';
import { DateInput } from '../../ui/DateInput';
import { ErrorState } from '../../ui/ErrorState';

export function SignModal({ contract, onClose }: { contract: ContractDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const { id, rev, today, bond, deposit } = contract;
  const [on, setOn] = useState<string | null>(today);
  const [bondPaid, setBondPaid] = useState<Fen | null>(bond);
  const sign = useApiCommand('contracts.sign');
  const ready = on !== null && bondPaid !== null;
  return (
    <Modal
      open
      centered
      width={440}
      title={t('contracts:sign.verb')}
      okText={t('contracts:sign.verb')}
      okButtonProps={{ disabled: !ready, loading: sign.isPending }}
      onOk={() => ready && sign.mutate({ id, rev, on, bondPaid }, { onSuccess: onClose })}
      onCancel={onClose}
    >
      {sign.error && <ErrorState error={sign.error} />}
      {deposit > 0 && (
        <p className="qs-hint">
          {t('contracts:sign.deposit', {
            deposit: formatAmount(deposit, 'yuan'),
            rest: formatAmount(bond - deposit, 'yuan'),
          })}
        </p>
      )}
      <Form layout="vertical">
        <Form.Item label={t('contracts:sign.on')}>
          <DateInput aria-label={t('contracts:sign.on')} today={today} value={on} onChange={setOn} />
        </Form.Item>
        <Form.Item label={t('contracts:sign.bondPaid')} htmlFor="contract-bond">
          <AmountInput id="contract-bond" value={bondPaid} onChange={setBondPaid} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
