/** What the pages of the team show: groups with what they lack, the month day by day, leaves. */
import { dayMark, daysOf, monthTotals } from '@shared/domain/team/attendance';
import { teamFindings } from '@shared/domain/team/groups';
import { leaveDays } from '@shared/domain/team/leave';
import { may } from '@shared/domain/users/roles';
import { Inquiry } from '@shared/rules/inquiry';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { approvalOf } from '../approvals/requireApproved';
import { rulesInForce } from '../rules/rulesInForce';
import { listUnits, listUsers } from '../users/users.repository';
import { keptBy } from './keepMarks';
import { leaveApproval, leaveSubject } from './leaveApproval';
import { leavesOf, listLeaves, type StoredLeave } from './leaves.repository';
import { listGroups, marksBetween } from './team.repository';

const captainsAmong = (users: Awaited<ReturnType<typeof listUsers>>) =>
  users.filter(({ active, roles }) => active && roles.includes('team-captain'));

export async function showTeam({ clock }: Services, open: OpenFolder) {
  const db = open.store.read;
  const users = await listUsers(db);
  const names = new Map(users.map(({ id, display }) => [id, display]));
  const units = await listUnits(db);
  const groups = listGroups(db);
  const captains = captainsAmong(users);
  const inquiry = new Inquiry((await rulesInForce(db, clock.today())).book);
  const findings = teamFindings(inquiry, clock.today(), { groups: groups.length, captains: captains.length });
  const person = (id: number) => ({ id, display: names.get(id) ?? '' });
  return {
    captains: captains.map(({ id }) => person(id)),
    groups: groups.map(({ leaderId, memberIds, unitIds, endedOn: _, ...group }) => ({
      ...group,
      leader: person(leaderId),
      members: memberIds.map(person),
      units: units.filter(({ id }) => unitIds.includes(id)).map(({ id, name }) => ({ id, name })),
    })),
    findings,
    trace: inquiry.trace,
    people: users.filter(({ active, roles }) => active && may(roles, 'team.view')).map(({ id }) => person(id)),
    units: units.filter(({ level }) => level === 'sub-branch').map(({ id, name }) => ({ id, name })),
  };
}

/** Members of groups in the order of these, and the captain before them. */
async function teamMembers(db: ReadDb): Promise<{ id: number; display: string; group: string | null }[]> {
  const users = await listUsers(db);
  const groups = listGroups(db);
  const grouped = new Set(groups.flatMap(({ memberIds }) => memberIds));
  const captains = captainsAmong(users).filter(({ id }) => !grouped.has(id));
  const display = (id: number) => users.find((user) => user.id === id)?.display ?? '';
  return [
    ...captains.map(({ id }) => ({ id, display: display(id), group: null })),
    ...groups.flatMap(({ name, memberIds }) => memberIds.map((id) => ({ id, display: display(id), group: name }))),
  ];
}

/** `month`: `YYYY-MM`. */
export async function showMonth({ clock }: Services, open: OpenFolder, { month }: { month: string }) {
  const db = open.store.read;
  const today = clock.today();
  const { book } = await rulesInForce(db, today);
  const calendar = new Inquiry(book);
  const days = daysOf(month).map((day) => ({ day, rest: calendar.isRestDay(day) }));
  const typed = new Map(
    marksBetween(db, `${month}-01`, `${month}-31`).map(({ userId, day, mark }) => [`${userId} ${day}`, mark]),
  );
  const kept = keptBy(db, open.actor);
  const people = (await teamMembers(db)).map(({ id, display, group }) => {
    const leaves = leavesOf(db, id);
    const marks = days.map(({ day, rest }) => ({
      day,
      mark: dayMark(typed.get(`${id} ${day}`) ?? null, leaves, day, today, rest),
    }));
    const inquiry = new Inquiry(book);
    const totals = monthTotals(inquiry, marks);
    return { id, display, group, editable: kept.has(id), marks, totals, trace: inquiry.trace };
  });
  return { month, today, days, provisional: calendar.provisional, people };
}

async function leaveView(db: ReadDb, leave: StoredLeave, today: string) {
  const { unitId: _, ...rest } = leave;
  const request = await approvalOf(db, leaveApproval.id, leaveSubject(leave.id));
  return {
    ...rest,
    days: leaveDays(leave.firstDay, leave.lastDay),
    overdue: leave.state === 'approved' && leave.reportedOn === null && leave.lastDay < today,
    requestId: request?.id ?? null,
  };
}

export async function showLeaves({ clock }: Services, open: OpenFolder) {
  const db = open.store.read;
  const leaves = [];
  for (const leave of listLeaves(db)) leaves.push(await leaveView(db, leave, clock.today()));
  return { today: clock.today(), leaves };
}
