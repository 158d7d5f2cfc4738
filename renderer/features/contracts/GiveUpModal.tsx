/** A contract that is not signed after all; a winner of a tender loses his deposit (A8). */
import type { ContractDetail } from '@shared/contract/contracts.contract';
import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { ErrorState } from '../../ui/ErrorState';

/** Characters of a reason. */
const LEAST = 4;

export function GiveUpModal({ contract, onClose }: { contract: ContractDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const { id, rev, party, kind } = contract;
  const [why, setWhy] = useState('');
  const giveUp = useApiCommand('contracts.giveUp');
  return (
    <Modal
      open
      centered
      width={440}
      title={t('contracts:giveUp.title', { party })}
      okText={t('contracts:giveUp.verb')}
      okButtonProps={{ disabled: [...why.trim()].length < LEAST, loading: giveUp.isPending }}
      onOk={() => giveUp.mutate({ id, rev, why }, { onSuccess: onClose })}
      onCancel={onClose}
    >
      {giveUp.error && <ErrorState error={giveUp.error} />}
      {kind === 'tender' && <p>{t('contracts:giveUp.deposit')}</p>}
      <Form.Item label={t('contracts:giveUp.why')} htmlFor="contract-why">
        <Input id="contract-why" maxLength={500} value={why} onChange={(event) => setWhy(event.target.value)} />
      </Form.Item>
    </Modal>
  );
}
