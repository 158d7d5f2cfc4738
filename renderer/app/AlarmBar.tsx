/**
 * Above every page while something is wrong with the data folder: what, what to do, who can (reliability: promises 3, 4). Also
 * what became of a write that was in doubt; while that is being looked at it asks every second.
 */
import { LoadingOutlined } from '@ant-design/icons';
import { may } from '@shared/domain/users/roles';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Space } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../api/queries';
import { refusalOf } from '../api/refusal';
import { useRefusalText } from '../ui/RefusalPanel';
import { type AlarmKind, alarmKind, isAboutLog, nextLook, type SessionAlarm, sameAlarm } from './alarm';
import { MODULES } from './modules';
import { useOpenSession } from './sessionContext';

const TYPE: Record<AlarmKind, 'error' | 'warning' | 'success'> = {
  barrier: 'error',
  doubt: 'warning',
  undone: 'warning',
  done: 'success',
};

/** The alarm of the open folder; a state that cannot be asked for is itself one. */
function useAlarm(): SessionAlarm | null {
  const [code, setCode] = useState<string>();
  const session = useApiQuery('session.state', undefined, { refetchEvery: nextLook(code) });
  const doubt = refusalOf(session.error);
  const alarm = doubt?.code === 'state-unknown' ? { code: doubt.code, facts: doubt.facts ?? {} } : session.data?.alarm;
  if (alarm?.code !== code) setCode(alarm?.code);
  const client = useQueryClient();
  const isDoubtful = code === 'state-unknown';
  useEffect(() => {
    if (!isDoubtful) return;
    // Afterwards every page asks again for what it could not read meanwhile.
    return () => void client.invalidateQueries();
  }, [client, isDoubtful]);
  return alarm ?? null;
}

/** Where it is mended; only for those who may go there. */
function Ways({ alarm }: { alarm: SessionAlarm }) {
  const { t } = useTranslation();
  const { user } = useOpenSession();
  const keys = isAboutLog(alarm.code) ? ['audit', 'backup'] : ['backup'];
  const ways = MODULES.filter((module) => keys.includes(module.key) && may(user.roles, module.permission));
  return (
    <Space size="middle">
      {ways.map((module) => (
        <Link key={module.key} to={module.path}>
          {t(`nav:${module.key}.full`)}
        </Link>
      ))}
    </Space>
  );
}

export function AlarmBar() {
  const alarm = useAlarm();
  const text = useRefusalText();
  const [closed, setClosed] = useState<SessionAlarm | null>(null);
  if (!alarm || sameAlarm(alarm, closed)) return null;
  const kind = alarmKind(alarm.code);
  const { title, todo } = text(alarm);
  const isOver = kind === 'done' || kind === 'undone';
  return (
    <Alert
      className="qs-alarm"
      banner
      type={TYPE[kind]}
      icon={kind === 'doubt' ? <LoadingOutlined /> : undefined}
      title={
        <>
          <strong>{title}</strong> {todo}
        </>
      }
      action={kind === 'barrier' ? <Ways alarm={alarm} /> : undefined}
      closable={isOver ? { onClose: () => setClosed(alarm) } : false}
    />
  );
}
