/** The captain and his groups, with what the rules still miss in the team (TEAM-01). */
import type { TeamGroup } from '@shared/contract/team.contract';
import { Alert, Button, Card, Space, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { Why } from '../../ui/Why';
import { EndGroupModal } from './EndGroupModal';
import { GroupModal } from './GroupModal';
import { RegisterExport } from './RegisterExport';
import type { Team } from './teamTypes';

function Findings({ team }: { team: Team }) {
  const { t } = useTranslation();
  return team.findings.map(({ code, count, bound, article }) => (
    <Alert
      key={code}
      type="warning"
      showIcon
      banner
      title={<Why of={{ sentence: article, rules: team.trace }}>{t(`team:finding.${code}`, { count, bound })}</Why>}
    />
  ));
}

function GroupCard({ group, onEdit, onEnd }: { group: TeamGroup; onEdit: (() => void) | null; onEnd: () => void }) {
  const { t } = useTranslation();
  const { name, leader, members, units, formedOn } = group;
  const buttons = onEdit && (
    <Space size="small">
      <Button size="small" onClick={onEdit}>
        {t('team:group.edit')}
      </Button>
      <Button size="small" onClick={onEnd}>
        {t('team:group.end')}
      </Button>
    </Space>
  );
  return (
    <Card size="small" role="group" aria-label={name} title={name} extra={buttons}>
      <p>
        {members.map(({ id, display }) => (
          <Tag key={id} color={id === leader.id ? 'blue' : undefined}>
            {id === leader.id ? t('team:group.leaderNamed', { name: display }) : display}
          </Tag>
        ))}
      </p>
      <p className="qs-hint">
        {units.length === 0
          ? t('team:group.noArea')
          : t('team:group.area', { units: units.map((unit) => unit.name).join(t('team:separator')) })}
      </p>
      <p className="qs-hint">{t('team:group.formedOn', { date: formedOn })}</p>
    </Card>
  );
}

export function Groups() {
  const { t } = useTranslation();
  const team = useApiQuery('team.groups', undefined);
  const mayManage = useMay('team.manage');
  /** null: a new group. */
  const [edited, setEdited] = useState<{ readonly group: TeamGroup | null } | null>(null);
  const [ended, setEnded] = useState<TeamGroup | null>(null);
  if (team.error) return <ErrorState error={team.error} onRetry={() => void team.refetch()} />;
  if (!team.data) return <Loading />;
  const { groups, captains } = team.data;
  const add = mayManage && (
    <Button type="primary" onClick={() => setEdited({ group: null })}>
      {t('team:group.new')}
    </Button>
  );
  return (
    <div className="qs-team">
      <Findings team={team.data} />
      <div className="qs-team-head">
        <span>
          {t('team:captain')}{' '}
          {captains.length === 0 ? t('team:nobody') : captains.map(({ display }) => display).join(t('team:separator'))}
        </span>
        <Space size="small">
          <RegisterExport wanted={{ what: 'groups' }} />
          {add}
        </Space>
      </div>
      {groups.length === 0 && <EmptyState why="none" />}
      <div className="qs-team-groups">
        {groups.map((group) => (
          <GroupCard
            key={group.id}
            group={group}
            onEdit={mayManage ? () => setEdited({ group }) : null}
            onEnd={() => setEnded(group)}
          />
        ))}
      </div>
      {edited && <GroupModal group={edited.group} team={team.data} onClose={() => setEdited(null)} />}
      {ended && <EndGroupModal group={ended} onClose={() => setEnded(null)} />}
    </div>
  );
}
