/** What the window knows of the session; before sign-in nothing but what lies open beside the data. */
import type { SessionState } from '@shared/contract/session.contract';
import { IDLE_MINUTES } from '@shared/domain/users/idleLock';
import { mustChangePassword } from '../../openFolder';
import type { Services } from '../../services';
import { lastBackup } from '../backup/backupStatus';
import { branchUnit, readBank } from './users.repository';
import { readIdleMinutes } from './windowSettings.repository';

export async function sessionState(services: Services): Promise<SessionState> {
  const { session, clock, version } = services;
  const open = session.open;
  const dataDir = session.folder.root;
  const state = {
    phase: session.phase,
    dataDir,
    version,
    businessDate: clock.today(),
    lockedUser: session.windows.lockedUser(dataDir),
    mustChangePassword: open ? mustChangePassword(open) : false,
    lastBackup: lastBackup(session.folder),
  };
  if (!open) return { ...state, bank: null, user: null, alarm: null, idleMinutes: IDLE_MINUTES.standard };
  const { read } = open.store;
  const [bank, branch, idleMinutes] = await Promise.all([readBank(read), branchUnit(read), readIdleMinutes(read)]);
  const { userId, name, display, unit, roles } = open.actor;
  const user = userId === null ? null : { id: userId, name, display, unit, roles: [...roles] };
  const { alarm } = open.store;
  return {
    ...state,
    bank: { name: bank.name, mark: branch.mark },
    user,
    alarm: alarm && { code: alarm.code, facts: { ...alarm.facts } },
    idleMinutes,
  };
}
