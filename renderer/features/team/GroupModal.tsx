/** Forming a group or changing it: name, members, who leads, and its area. */
import type { TeamGroup } from '@shared/contract/team.contract';
import { App, Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { useKeptState } from '../../app/keptForms';
import { ErrorState } from '../../ui/ErrorState';
import type { Team } from './teamTypes';

interface Asked {
  readonly name: string;
  readonly memberIds: readonly number[];
  readonly leaderId: number | null;
  readonly unitIds: readonly number[];
}

const FRESH: Asked = { name: '', memberIds: [], leaderId: null, unitIds: [] };

const ids = (rows: readonly { readonly id: number }[]): number[] => rows.map(({ id }) => id);

const begunFrom = (group: TeamGroup | null): Asked =>
  group
    ? { name: group.name, memberIds: ids(group.members), leaderId: group.leader.id, unitIds: ids(group.units) }
    : FRESH;

function complete({ name, memberIds, leaderId, unitIds }: Asked) {
  if (name.trim() === '' || leaderId === null || memberIds.length === 0) return null;
  return { name, leaderId, memberIds: [...memberIds], unitIds: [...unitIds] };
}

/** Those who are in no group yet, and the group's own. */
function freePeople(team: Team, group: TeamGroup | null): Team['people'] {
  const taken = new Set(team.groups.filter(({ id }) => id !== group?.id).flatMap(({ members }) => ids(members)));
  return team.people.filter(({ id }) => !taken.has(id));
}

interface FieldsProps {
  readonly group: TeamGroup | null;
  readonly team: Team;
  readonly asked: Asked;
  readonly onChange: (part: Partial<Asked>) => void;
}

function Fields({ group, team, asked, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const people = freePeople(team, group).map(({ id, display }) => ({ value: id, label: display }));
  return (
    <Form layout="vertical">
      <Form.Item label={t('team:group.name')} htmlFor="group-name">
        <Input
          id="group-name"
          autoFocus
          maxLength={30}
          value={asked.name}
          onChange={(event) => onChange({ name: event.target.value })}
        />
      </Form.Item>
      <Form.Item label={t('team:group.members')} htmlFor="group-members">
        <Select
          id="group-members"
          mode="multiple"
          optionFilterProp="label"
          value={[...asked.memberIds]}
          options={people}
          onChange={(memberIds: number[]) =>
            onChange({ memberIds, leaderId: memberIds.includes(asked.leaderId ?? 0) ? asked.leaderId : null })
          }
        />
      </Form.Item>
      <Form.Item label={t('team:group.leader')} htmlFor="group-leader">
        <Select
          id="group-leader"
          value={asked.leaderId}
          options={people.filter(({ value }) => asked.memberIds.includes(value))}
          onChange={(leaderId: number) => onChange({ leaderId })}
        />
      </Form.Item>
      <Form.Item label={t('team:group.units')} htmlFor="group-units">
        <Select
          id="group-units"
          mode="multiple"
          optionFilterProp="label"
          value={[...asked.unitIds]}
          options={team.units.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(unitIds: number[]) => onChange({ unitIds })}
        />
      </Form.Item>
    </Form>
  );
}

export function GroupModal({ group, team, onClose }: { group: TeamGroup | null; team: Team; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [kept, setKept] = useKeptState<Asked | null>(`team-group-${group?.id ?? 'new'}`, null);
  const asked = kept ?? begunFrom(group);
  const save = useApiCommand('team.saveGroup');
  const change = (part: Partial<Asked>): void => setKept({ ...asked, ...part });
  const ready = complete(asked);
  const run = (): void => {
    if (!ready) return;
    save.mutate(
      { id: group?.id ?? null, rev: group?.rev ?? null, ...ready },
      {
        onSuccess: () => {
          void message.success(t('team:group.saved', { name: ready.name }));
          setKept(null);
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      open
      centered
      width={520}
      title={t(group ? 'team:group.edit' : 'team:group.new')}
      okText={t('common:action.save')}
      okButtonProps={{ disabled: ready === null, loading: save.isPending }}
      onOk={run}
      onCancel={onClose}
    >
      {save.error && <ErrorState error={save.error} />}
      <Fields group={group} team={team} asked={asked} onChange={change} />
    </Modal>
  );
}
