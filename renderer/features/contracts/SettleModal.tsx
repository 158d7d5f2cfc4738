/** Booking that a deposit was given back, or is kept because its bidder won and did not sign (A8). */
import type { TenderDetail } from '@shared/contract/contracts.contract';
import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { AmountText } from '../../ui/AmountText';
import { DateInput } from '../../ui/DateInput';
import { ErrorState } from '../../ui/ErrorState';

export interface SettleModalProps {
  readonly tender: TenderDetail;
  readonly bidder: TenderDetail['bidders'][number];
  readonly onClose: () => void;
}

export function SettleModal({ tender: { id, today }, bidder: { name, fate, book }, onClose }: SettleModalProps) {
  const { t } = useTranslation();
  const [requestId, setRequestId] = useState(() => crypto.randomUUID());
  const [typed, setTyped] = useState<{ on: string | null; payee: string; voucherNo: string }>({
    on: today,
    payee: name,
    voucherNo: '',
  });
  const settle = useApiCommand('contracts.settleDeposit');
  const isKept = fate === 'forfeited';
  const payee = isKept ? null : typed.payee.trim();
  const voucherNo = typed.voucherNo.trim();
  const { on } = typed;
  const isReady = on !== null && voucherNo !== '' && payee !== '';
  const change = (part: Partial<typeof typed>): void => {
    // Other words are another request.
    setRequestId(crypto.randomUUID());
    setTyped((before) => ({ ...before, ...part }));
  };
  const run = (): void => {
    if (on === null || !isReady) return;
    settle.mutate({ id, name, on, payee, voucherNo, requestId }, { onSuccess: onClose });
  };
  const verb = t(isKept ? 'contracts:deposit.keep' : 'contracts:deposit.giveBack');
  return (
    <Modal
      open
      centered
      width={440}
      title={t('contracts:deposit.title', { verb, name })}
      okText={verb}
      okButtonProps={{ disabled: !isReady, loading: settle.isPending }}
      onOk={run}
      onCancel={onClose}
    >
      {settle.error && <ErrorState error={settle.error} />}
      <Form layout="vertical">
        <Form.Item label={t('contracts:bidder.held')}>
          <AmountText fen={book.held} withUnit />
        </Form.Item>
        <Form.Item label={t('contracts:deposit.on')}>
          <DateInput
            aria-label={t('contracts:deposit.on')}
            today={today}
            value={on}
            onChange={(day) => change({ on: day })}
          />
        </Form.Item>
        {!isKept && (
          <Form.Item label={t('contracts:deposit.payee')} htmlFor="deposit-payee">
            <Input
              id="deposit-payee"
              maxLength={60}
              value={typed.payee}
              onChange={({ target }) => change({ payee: target.value })}
            />
          </Form.Item>
        )}
        <Form.Item label={t('contracts:deposit.voucher')} htmlFor="deposit-voucher">
          <Input
            id="deposit-voucher"
            maxLength={60}
            value={typed.voucherNo}
            onChange={({ target }) => change({ voucherNo: target.value })}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
