/** The next step of a contract: asked for, signed, given up, an entry under it, its paper. */
import type { ContractDetail } from '@shared/contract/contracts.contract';
import { Button, Form, Input, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { ErrorState } from '../../ui/ErrorState';
import { PaperModal } from '../team/PaperModal';
import { EntryModal } from './EntryModal';
import { GiveUpModal } from './GiveUpModal';
import { SignModal } from './SignModal';

const FORM = { tender: 'DOC-DSP-07', trusteeship: 'DOC-DSP-06', 'risk-agency': 'DOC-DSP-05' } as const;
const FIELDS = { tender: [], trusteeship: ['pia'], 'risk-agency': ['failed', 'conflict'] } as const;
type Dialog = 'sign' | 'entry' | 'paper' | 'giveUp';

/** What the paper of this kind needs beside the contract, and then the paper. */
function Paper({ contract, onClose }: { contract: ContractDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [fields, setFields] = useState<Readonly<Record<string, string>> | null>(null);
  const wanted = FIELDS[contract.kind];
  if (fields !== null || wanted.length === 0)
    return (
      <PaperModal form={FORM[contract.kind]} subject={String(contract.id)} fields={fields ?? typed} onClose={onClose} />
    );
  return (
    <Form layout="vertical" className="qs-contract-fields">
      {wanted.map((key) => (
        <Form.Item key={key} label={t(`contracts:paperField.${key}`)} htmlFor={`paper-${key}`}>
          <Input
            id={`paper-${key}`}
            value={typed[key] ?? ''}
            onChange={(event) => setTyped((before) => ({ ...before, [key]: event.target.value }))}
          />
        </Form.Item>
      ))}
      <Button onClick={() => setFields(typed)}>{t('contracts:paper')}</Button>
    </Form>
  );
}

export function ContractActions({ contract }: { contract: ContractDetail }) {
  const { t } = useTranslation();
  const mayPrepare = useMay('contract.prepare');
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const submit = useApiCommand('contracts.submit');
  if (!mayPrepare) return null;
  const { id, rev, state } = contract;
  const close = (): void => setDialog(null);
  const button = (key: 'sign' | 'entry') => (
    <Button type="primary" onClick={() => setDialog(key)}>
      {t(`contracts:${key}.verb`)}
    </Button>
  );
  return (
    <>
      <Space wrap>
        {state === 'draft' && (
          <Button type="primary" loading={submit.isPending} onClick={() => submit.mutate({ id, rev })}>
            {t('contracts:submit')}
          </Button>
        )}
        {state === 'approved' && button('sign')}
        {state === 'signed' && button('entry')}
        <Button onClick={() => setDialog('paper')}>{t('contracts:paper')}</Button>
        {(state === 'draft' || state === 'approved') && (
          <Button onClick={() => setDialog('giveUp')}>{t('contracts:giveUp.verb')}</Button>
        )}
      </Space>
      {submit.error && <ErrorState error={submit.error} />}
      {dialog === 'sign' && <SignModal contract={contract} onClose={close} />}
      {dialog === 'entry' && <EntryModal contract={contract} onClose={close} />}
      {dialog === 'giveUp' && <GiveUpModal contract={contract} onClose={close} />}
      {dialog === 'paper' && <Paper contract={contract} onClose={close} />}
    </>
  );
}
