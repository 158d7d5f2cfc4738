/** Recording that an approved reward sheet was paid. */
import type { RewardSheet } from '@shared/contract/rewards.contract';
import { App, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { useOpenSession } from '../../app/sessionContext';
import { DateInput } from '../../ui/DateInput';
import { ErrorState } from '../../ui/ErrorState';

export function PayModal({ sheet, onClose }: { sheet: RewardSheet; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const today = useOpenSession().state.businessDate;
  const [on, setOn] = useState<string | null>(today);
  const [voucherNo, setVoucherNo] = useState('');
  const pay = useApiCommand('rewards.pay');
  const ready = on !== null && voucherNo.trim() !== '';
  const run = (): void => {
    if (on === null || !ready) return;
    pay.mutate(
      { id: sheet.id, rev: sheet.rev, on, voucherNo },
      {
        onSuccess: () => {
          void message.success(t('rewards:pay.done'));
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      open
      centered
      width={440}
      title={t('rewards:pay.title')}
      okText={t('rewards:pay.verb')}
      okButtonProps={{ disabled: !ready, loading: pay.isPending }}
      onOk={run}
      onCancel={onClose}
    >
      {pay.error && <ErrorState error={pay.error} />}
      <Form layout="vertical">
        <Form.Item label={t('rewards:pay.on')}>
          <DateInput aria-label={t('rewards:pay.on')} today={today} value={on} onChange={setOn} />
        </Form.Item>
        <Form.Item label={t('rewards:sheet.voucherNo')} htmlFor="reward-voucher">
          <Input
            id="reward-voucher"
            maxLength={60}
            value={voucherNo}
            onChange={(event) => setVoucherNo(event.target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
