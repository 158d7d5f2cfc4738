/** Somebody of the register takes a case; a risk agency names its contract and the superior's answer (B4 §25). */
import { ENGAGEMENT_MODES, type EngagementMode } from '@shared/domain/litigation/counsel';
import { App, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../api/client';
import { useApiCommand } from '../../api/queries';
import { DateInput } from '../../ui/DateInput';
import { ErrorState } from '../../ui/ErrorState';

type Known = OutputOf<'counsel.ofCase'>;

interface Typed {
  readonly counsel: number | null;
  readonly mode: EngagementMode;
  readonly contract: number | null;
  readonly permitNo: string;
  readonly on: string | null;
}

function complete({ counsel, mode, contract, permitNo, on }: Typed) {
  if (counsel === null || on === null) return null;
  const isRisk = mode === 'risk';
  return { counsel, mode, on, contract: isRisk ? contract : null, permitNo: (isRisk && permitNo.trim()) || null };
}

function RiskFields({ typed, known, change }: { typed: Typed; known: Known; change: (part: Partial<Typed>) => void }) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item label={t('counsel:column.contract')} htmlFor="engage-contract">
        <Select
          id="engage-contract"
          value={typed.contract}
          notFoundContent={t('counsel:noContract')}
          options={known.contracts.map(({ id, party, state }) => ({
            value: id,
            label: `${party} ${t(`contracts:state.${state}`)}`,
          }))}
          onChange={(contract: number) => change({ contract })}
        />
      </Form.Item>
      <Form.Item label={t('counsel:column.permitNo')} htmlFor="engage-permit">
        <Input
          id="engage-permit"
          maxLength={60}
          value={typed.permitNo}
          onChange={(event) => change({ permitNo: event.target.value })}
        />
      </Form.Item>
    </>
  );
}

export function EngageModal({ id, known, onClose }: { id: number; known: Known; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const fresh: Typed = { counsel: null, mode: 'ordinary', contract: null, permitNo: '', on: known.today };
  const [typed, setTyped] = useState(fresh);
  const engage = useApiCommand('counsel.engage');
  const change = (part: Partial<Typed>): void => {
    engage.reset();
    setTyped((before) => ({ ...before, ...part }));
  };
  const ready = complete(typed);
  const onSuccess = (): void => {
    void message.success(t('counsel:done.engage'));
    onClose();
  };
  return (
    <Modal
      open
      centered
      title={t('counsel:engage')}
      okText={t('counsel:engage')}
      okButtonProps={{ disabled: ready === null, loading: engage.isPending }}
      onOk={() => ready && engage.mutate({ id, ...ready }, { onSuccess })}
      onCancel={onClose}
    >
      {engage.error && <ErrorState error={engage.error} />}
      <Form layout="vertical" size="small">
        <Form.Item label={t('counsel:column.name')} htmlFor="engage-counsel" required>
          <Select
            id="engage-counsel"
            value={typed.counsel}
            options={known.counsels.map(({ id: value, name, firm, isFit }) => ({
              value,
              label: isFit ? `${name} ${firm}` : `${name} ${firm} ${t('counsel:unfit')}`,
            }))}
            onChange={(counsel: number) => change({ counsel })}
          />
        </Form.Item>
        <Form.Item label={t('counsel:column.mode')} htmlFor="engage-mode">
          <Select
            id="engage-mode"
            value={typed.mode}
            options={ENGAGEMENT_MODES.map((value) => ({ value, label: t(`counsel:mode.${value}`) }))}
            onChange={(mode: EngagementMode) => change({ mode })}
          />
        </Form.Item>
        {typed.mode === 'risk' && <RiskFields typed={typed} known={known} change={change} />}
        <Form.Item label={t('counsel:column.on')} required>
          <DateInput
            aria-label={t('counsel:column.on')}
            today={known.today}
            value={typed.on}
            onChange={(on) => change({ on })}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
