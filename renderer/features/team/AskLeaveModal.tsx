/** Asking for one's own leave; it goes to the deputy head. */
import { LEAVE_KINDS, type LeaveKind } from '@shared/domain/team/leave';
import { App, Form, Input, Modal, Select, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiCommand, useApiQuery } from '../../api/queries';
import { useKeptState } from '../../app/keptForms';
import { useOpenSession } from '../../app/sessionContext';
import { DateInput } from '../../ui/DateInput';
import { ErrorState } from '../../ui/ErrorState';

interface Asked {
  readonly kind: LeaveKind;
  readonly reason: string;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly substituteId: number | null;
}

const FRESH: Asked = { kind: 'personal', reason: '', firstDay: null, lastDay: null, substituteId: null };

function complete({ kind, reason, firstDay, lastDay, substituteId }: Asked) {
  if (firstDay === null || lastDay === null || reason.trim().length < 2) return null;
  return { kind, reason, firstDay, lastDay, substituteId };
}

function Fields({ asked, onChange }: { asked: Asked; onChange: (part: Partial<Asked>) => void }) {
  const { t } = useTranslation();
  const { user, state } = useOpenSession();
  const team = useApiQuery('team.groups', undefined);
  const day = (key: 'firstDay' | 'lastDay') => (
    <DateInput
      aria-label={t(`team:leave.${key}`)}
      today={state.businessDate}
      value={asked[key]}
      onChange={(date) => onChange({ [key]: date })}
    />
  );
  const people = (team.data?.people ?? []).filter(({ id }) => id !== user.id);
  return (
    <Form layout="vertical">
      <Form.Item label={t('team:leave.kind')} htmlFor="leave-kind">
        <Select
          id="leave-kind"
          value={asked.kind}
          options={LEAVE_KINDS.map((value) => ({ value, label: t(`team:kind.${value}`) }))}
          onChange={(kind) => onChange({ kind })}
        />
      </Form.Item>
      <Form.Item label={t('team:leave.days')}>
        <Space>
          {day('firstDay')}
          {day('lastDay')}
        </Space>
      </Form.Item>
      <Form.Item label={t('team:leave.reason')} htmlFor="leave-reason">
        <Input
          id="leave-reason"
          maxLength={200}
          value={asked.reason}
          onChange={(event) => onChange({ reason: event.target.value })}
        />
      </Form.Item>
      <Form.Item label={t('team:leave.substitute')} htmlFor="leave-substitute">
        <Select
          id="leave-substitute"
          allowClear
          value={asked.substituteId}
          options={people.map(({ id, display }) => ({ value: id, label: display }))}
          onChange={(value?: number) => onChange({ substituteId: value ?? null })}
        />
      </Form.Item>
    </Form>
  );
}

export function AskLeaveModal({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [asked, setAsked] = useKeptState('team-leave', FRESH);
  const ask = useApiCommand('team.askLeave');
  const change = (part: Partial<Asked>): void => setAsked((before) => ({ ...before, ...part }));
  const ready = complete(asked);
  const run = (): void => {
    if (!ready) return;
    ask.mutate(
      { ...ready, requestId: crypto.randomUUID() },
      {
        onSuccess: () => {
          void message.success(t('team:leave.asked'));
          setAsked(FRESH);
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      open
      centered
      width={480}
      title={t('team:leave.ask')}
      okText={t('common:action.submit')}
      okButtonProps={{ disabled: ready === null, loading: ask.isPending }}
      onOk={run}
      onCancel={onClose}
    >
      {ask.error && <ErrorState error={ask.error} />}
      <Fields asked={asked} onChange={change} />
    </Modal>
  );
}
