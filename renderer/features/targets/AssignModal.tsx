/** A group, a manager of its members, and what he has to bring by when (TEAM-01, ORG-05). */
import type { TargetDetail } from '@shared/contract/targets.contract';
import { WAYS, type Way } from '@shared/domain/targets/sources';
import { App, Form, Modal, Select, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiCommand, useApiQuery } from '../../api/queries';
import { useKeptState } from '../../app/keptForms';
import { AmountInput } from '../../ui/AmountInput';
import { DateInput } from '../../ui/DateInput';
import { ErrorState } from '../../ui/ErrorState';

interface Asked {
  readonly groupId: number | null;
  readonly managerId: number | null;
  readonly way: Way;
  readonly principal: number | null;
  readonly interest: number | null;
  readonly dueOn: string | null;
}

const FRESH: Asked = { groupId: null, managerId: null, way: 'area', principal: null, interest: null, dueOn: null };

/** What can be sent; null while something is missing. */
function complete({ groupId, managerId, way, principal, interest, dueOn }: Asked) {
  if (groupId === null || managerId === null || dueOn === null) return null;
  const goal = { principal: principal ?? 0, interest: interest ?? 0 };
  return goal.principal + goal.interest > 0 ? { groupId, managerId, way, ...goal, dueOn } : null;
}

function People({
  target,
  asked,
  onChange,
}: {
  target: TargetDetail;
  asked: Asked;
  onChange: (part: Partial<Asked>) => void;
}) {
  const { t } = useTranslation();
  const team = useApiQuery('team.groups', undefined);
  const groups = team.data?.groups ?? [];
  const members = groups.find(({ id }) => id === asked.groupId)?.members ?? [];
  // The group whose area the household lies in is named first.
  const inArea = (units: readonly { readonly id: number }[]): boolean => units.some(({ id }) => id === target.unitId);
  const options = groups
    .toSorted((a, b) => Number(inArea(b.units)) - Number(inArea(a.units)))
    .map(({ id, name, units }) => ({ value: id, label: inArea(units) ? t('targets:assign.inArea', { name }) : name }));
  return (
    <>
      {team.error && <ErrorState error={team.error} onRetry={() => void team.refetch()} />}
      <Form.Item label={t('targets:column.group')} htmlFor="assign-group">
        <Select
          id="assign-group"
          value={asked.groupId}
          options={options}
          onChange={(groupId: number) => onChange({ groupId, managerId: null })}
        />
      </Form.Item>
      <Form.Item label={t('targets:column.manager')} htmlFor="assign-manager">
        <Select
          id="assign-manager"
          value={asked.managerId}
          options={members.map(({ id, display }) => ({ value: id, label: display }))}
          onChange={(managerId: number) => onChange({ managerId })}
        />
      </Form.Item>
      <Form.Item label={t('targets:assign.way')} htmlFor="assign-way">
        <Select
          id="assign-way"
          value={asked.way}
          options={WAYS.map((value) => ({ value, label: t(`targets:way.${value}`) }))}
          onChange={(way: Way) => onChange({ way })}
        />
      </Form.Item>
    </>
  );
}

export function AssignModal({ target, onClose }: { target: TargetDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [asked, setAsked] = useKeptState(`target-assign-${target.id}`, FRESH);
  const assign = useApiCommand('targets.assign');
  const change = (part: Partial<Asked>): void => setAsked((before) => ({ ...before, ...part }));
  const ready = complete(asked);
  const run = (): void => {
    if (!ready) return;
    assign.mutate(
      { id: target.id, rev: target.rev, ...ready },
      {
        onSuccess: () => {
          void message.success(t('targets:assign.done'));
          setAsked(FRESH);
          onClose();
        },
      },
    );
  };
  const amount = (key: 'principal' | 'interest') => (
    <Form.Item label={t(`targets:assign.${key}`)}>
      <AmountInput
        aria-label={t(`targets:assign.${key}`)}
        value={asked[key]}
        onChange={(fen) => change({ [key]: fen })}
      />
    </Form.Item>
  );
  return (
    <Modal
      open
      centered
      width={520}
      title={t('targets:assign.title', { borrower: target.borrower })}
      okText={t('targets:assign.verb')}
      okButtonProps={{ disabled: ready === null, loading: assign.isPending }}
      onOk={run}
      onCancel={onClose}
    >
      {assign.error && <ErrorState error={assign.error} />}
      <Form layout="vertical">
        <People target={target} asked={asked} onChange={change} />
        <Space>
          {amount('principal')}
          {amount('interest')}
        </Space>
        <Form.Item label={t('targets:column.dueOn')}>
          <DateInput
            aria-label={t('targets:column.dueOn')}
            today={target.today}
            value={asked.dueOn}
            onChange={(dueOn) => change({ dueOn })}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
