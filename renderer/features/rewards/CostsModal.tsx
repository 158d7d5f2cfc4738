/** What an outsider cost for one receipt: his reward is computed on what is left (B2 §30(5)). */
import type { RewardLineView } from '@shared/contract/rewards.contract';
import type { Fen } from '@shared/kernel/money';
import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { AmountInput } from '../../ui/AmountInput';
import { ErrorState } from '../../ui/ErrorState';

/** Characters of a basis. */
export const LEAST = 4;

export function CostsModal({ line, onClose }: { line: RewardLineView; onClose: () => void }) {
  const { t } = useTranslation();
  const [amount, setAmount] = useState<Fen | null>(null);
  const [basis, setBasis] = useState('');
  const set = useApiCommand('rewards.setCosts');
  const ready = amount !== null && [...basis.trim()].length >= LEAST;
  const run = (): void => {
    if (amount === null || !ready) return;
    set.mutate({ key: line.key, name: line.name, amount, basis }, { onSuccess: onClose });
  };
  return (
    <Modal
      open
      centered
      width={440}
      title={t('rewards:costs.title', { name: line.name, key: line.key })}
      okText={t('rewards:costs.verb')}
      okButtonProps={{ disabled: !ready, loading: set.isPending }}
      onOk={run}
      onCancel={onClose}
    >
      <p className="qs-hint">{t('rewards:costs.note')}</p>
      {set.error && <ErrorState error={set.error} />}
      <Form layout="vertical">
        <Form.Item label={t('rewards:costs.amount')} htmlFor="reward-costs">
          <AmountInput id="reward-costs" value={amount} onChange={setAmount} />
        </Form.Item>
        <Form.Item label={t('rewards:costs.basis')} htmlFor="reward-costs-basis">
          <Input
            id="reward-costs-basis"
            maxLength={500}
            value={basis}
            onChange={(event) => setBasis(event.target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
