/** Asking to hand authority over: whose, to whom, which, from when to when, and on what basis. The head decides it. */

import type { Level } from '@shared/domain/approvals/levels';
import { isReason, REASON_LENGTH } from '@shared/domain/users/reason';
import { App, Form, Input, Modal, Select, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../api/client';
import { useApiCommand } from '../../api/queries';
import { useKeptState } from '../../app/keptForms';
import { useOpenSession } from '../../app/sessionContext';
import { DateInput } from '../../ui/DateInput';
import { ErrorState } from '../../ui/ErrorState';
import { useApprovalWords } from './approvalWords';

interface Asked {
  readonly fromUserId: number | null;
  readonly toUserId: number | null;
  readonly level: Level | null;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly basis: string;
}

const FRESH: Asked = { fromUserId: null, toUserId: null, level: null, firstDay: null, lastDay: null, basis: '' };

/** What can be sent; null while something is missing. */
function complete({ fromUserId, toUserId, level, firstDay, lastDay, basis }: Asked) {
  if (fromUserId === null || toUserId === null || level === null || firstDay === null || lastDay === null) return null;
  return isReason(basis) ? { fromUserId, toUserId, level, firstDay, lastDay, basis } : null;
}

type People = OutputOf<'approvals.delegations'>['people'];

const options = (people: People) => people.map(({ userId, display }) => ({ value: userId, label: display }));

/** Whose authority, which, and who takes it. */
function PeopleFields({
  people,
  asked,
  onChange,
}: {
  people: People;
  asked: Asked;
  onChange: (change: Partial<Asked>) => void;
}) {
  const { t } = useTranslation();
  const words = useApprovalWords();
  const levelsOf = (id: number | null) => people.find(({ userId }) => userId === id)?.levels ?? [];
  return (
    <>
      <Form.Item label={t('approvals:delegation.from')} htmlFor="delegation-from">
        <Select
          id="delegation-from"
          value={asked.fromUserId}
          options={options(people.filter(({ levels }) => levels.length > 0))}
          onChange={(fromUserId) => {
            const [only, ...others] = levelsOf(fromUserId);
            onChange({ fromUserId, level: only && others.length === 0 ? only : null });
          }}
        />
      </Form.Item>
      <Form.Item label={t('approvals:delegation.level')} htmlFor="delegation-level">
        <Select
          id="delegation-level"
          value={asked.level}
          options={levelsOf(asked.fromUserId).map((level) => ({ value: level, label: words.level(level) }))}
          onChange={(level) => onChange({ level })}
        />
      </Form.Item>
      <Form.Item label={t('approvals:delegation.to')} htmlFor="delegation-to">
        <Select
          id="delegation-to"
          value={asked.toUserId}
          options={options(people.filter(({ userId }) => userId !== asked.fromUserId))}
          onChange={(toUserId) => onChange({ toUserId })}
        />
      </Form.Item>
    </>
  );
}

export function DelegateModal({ people, onClose }: { people: People; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { businessDate } = useOpenSession().state;
  const [asked, setAsked] = useKeptState('approval-delegation', FRESH);
  const delegate = useApiCommand('approvals.delegate');
  const put = (change: Partial<Asked>): void => setAsked((before) => ({ ...before, ...change }));
  const ready = complete(asked);
  const run = (): void => {
    if (!ready) return;
    delegate.mutate(
      { ...ready, requestId: crypto.randomUUID() },
      {
        onSuccess: () => {
          void message.success(t('approvals:delegation.done'));
          setAsked(FRESH);
          onClose();
        },
      },
    );
  };
  const day = (key: 'firstDay' | 'lastDay') => (
    <DateInput
      aria-label={t(`approvals:delegation.${key}`)}
      today={businessDate}
      value={asked[key]}
      onChange={(date) => put({ [key]: date })}
    />
  );
  return (
    <Modal
      open
      centered
      width={520}
      title={t('approvals:delegation.new')}
      okButtonProps={{ disabled: ready === null, loading: delegate.isPending }}
      onOk={run}
      onCancel={onClose}
    >
      {delegate.error !== null && <ErrorState error={delegate.error} />}
      <Form layout="vertical">
        <PeopleFields people={people} asked={asked} onChange={put} />
        <Form.Item label={t('approvals:delegation.days')}>
          <Space>
            {day('firstDay')}
            {day('lastDay')}
          </Space>
        </Form.Item>
        <Form.Item
          label={t('approvals:delegation.basis')}
          htmlFor="delegation-basis"
          extra={t('approvals:reasonShort', { least: REASON_LENGTH })}
        >
          <Input
            id="delegation-basis"
            maxLength={200}
            value={asked.basis}
            onChange={(event) => put({ basis: event.target.value })}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
