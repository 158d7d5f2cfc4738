/** Attendance of a month, leave, groups and the progress of a plan as Excel or PDF (TEAM-04, TEAM-05, DOC-RPT-02, ORG-06). */
import { type Register, register } from '@shared/domain/documents/register';
import {
  attendanceColumns,
  GROUP_COLUMNS,
  LEAVE_COLUMNS,
  PERIOD_WORD,
  PROGRESS_COLUMNS,
} from '@shared/domain/team/teamRegisters';
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import type { ListInput } from '../documents/handOutList';
import { handOutRegister } from '../documents/handOutRegister';
import { type ProgressInput, planProgress } from './progress';
import { showLeaves, showMonth, showTeam } from './showTeam';

export type Wanted =
  | { readonly what: 'attendance'; readonly month: string }
  | { readonly what: 'leaves' }
  | { readonly what: 'groups' }
  | ({ readonly what: 'progress' } & ProgressInput);

async function groupRegister(services: Services, open: OpenFolder): Promise<Register> {
  const { groups } = await showTeam(services, open);
  const rows = groups.map(({ leader, members, units, ...group }) => ({
    ...group,
    leader: leader.display,
    members: members.map(({ display }) => display),
    units: units.map(({ name }) => name),
  }));
  return register({ code: 'LED-GROUPS', title: '清收组名册', columns: GROUP_COLUMNS }, rows);
}

/** Refuses work-plan-unknown. */
async function progressRegister(open: OpenFolder, input: ProgressInput): Promise<Register> {
  const { plan, from, to, rows } = (await planProgress(open.store.read, input)) ?? refuse('work-plan-unknown');
  const chosen = `${plan.title}；${PERIOD_WORD[input.kind]}：${from}至${to}`;
  return register({ code: 'DOC-RPT-02', title: '清收进度表', chosen, columns: PROGRESS_COLUMNS }, rows);
}

async function registerOf(services: Services, open: OpenFolder, wanted: Wanted): Promise<Register> {
  if (wanted.what === 'groups') return groupRegister(services, open);
  if (wanted.what === 'progress') return progressRegister(open, wanted);
  if (wanted.what === 'leaves') {
    const { leaves } = await showLeaves(services, open);
    return register({ code: 'LED-LEAVE', title: '请销假登记簿', columns: LEAVE_COLUMNS }, leaves.toReversed());
  }
  const { month, days, people } = await showMonth(services, open, wanted);
  const title = `清收队考勤表（${month}）`;
  const chosen = '出 出勤，假 请假，销 销假，旷 旷工，徽 未佩服务牌，休 休息日';
  return register({ code: 'LED-ATTENDANCE', title, chosen, columns: attendanceColumns(days) }, people);
}

/** Refusals in order: work-plan-unknown, path-unwritable, glyph-missing, export-too-long. `path` null: the person cancelled. */
export async function exportTeamRegister(
  services: Services,
  open: OpenFolder,
  { format, reason, path, ...rest }: ListInput & { readonly wanted: Wanted },
): Promise<{ path: string | null; lines: number }> {
  const { wanted } = rest;
  const list = await open.store.reading(() => registerOf(services, open, wanted));
  const log = { action: 'team.exportRegister', detail: { register: wanted.what } };
  return handOutRegister(services, open, { format, reason, path }, list, log);
}
