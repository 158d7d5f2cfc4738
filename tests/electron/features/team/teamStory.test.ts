/**
 * The story of one team as the sources tell it, on one folder from the first day to the money: B1 §6, §9–§11, §15–§18 (targets, groups,
 * month, leave), A10 methods ten and eleven (several go to one household; another face), B2 §30 (who fulfilled his task is rewarded).
 */
import { present } from '@shared/kernel/assert';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { decideRequest } from '../../../../electron/features/approvals/decideRequest';
import { approvalOf } from '../../../../electron/features/approvals/requireApproved';
import { recordReceipt } from '../../../../electron/features/receipts/recordReceipt';
import { computeSheet } from '../../../../electron/features/rewards/runSheet';
import { showSheet } from '../../../../electron/features/rewards/showSheets';
import { assignTarget } from '../../../../electron/features/targets/assignTarget';
import { moveTarget } from '../../../../electron/features/targets/moveTarget';
import { proposeTargets } from '../../../../electron/features/targets/proposeTargets';
import { showTarget } from '../../../../electron/features/targets/showTargets';
import { showTargets } from '../../../../electron/features/targets/targetList';
import { keepMarks } from '../../../../electron/features/team/keepMarks';
import { askLeave, reportBack } from '../../../../electron/features/team/leave';
import { planProgress } from '../../../../electron/features/team/progress';
import { saveGroup } from '../../../../electron/features/team/saveGroup';
import { showMonth, showTeam } from '../../../../electron/features/team/showTeam';
import { teamWork } from '../../../../electron/features/team/teamWork';
import { saveWorkPlan } from '../../../../electron/features/team/workPlans';
import { type People, TODAY, withPeople } from '../../../support/approvals';
import { Builder } from '../../../support/builders';
import { makeFolder, type TestFolder } from '../../../support/openFolder';
import { receipt, requestId } from '../receipts/support';

const GROUPS = [
  ['一组', 'zhang', 'li', 'wang'],
  ['二组', 'zhao', 'qian', 'sun'],
  ['三组', 'zhou', 'wu', 'zheng', 'feng'],
] as const;

let folder: TestFolder;
let people: People;
let build: Builder;
let household: number;
let target: number;
const groups: number[] = [];

beforeAll(async () => {
  folder = await makeFolder();
  build = new Builder(folder.open);
  const clerks = GROUPS.flatMap(([, leader, ...others]) => [
    [leader, ['group-leader']] as const,
    ...others.map((name) => [name, ['clerk']] as const),
  ]);
  const heads = { captain: ['team-captain'], deputy: ['deputy-head'] } as const;
  people = await withPeople(folder.open, { ...Object.fromEntries(clerks), ...heads });
  household = build.party({ name: '吴某' });
  build.loan({
    ...{ party_id: household, sheet: 'off', npl_date: '1996-12-31', four_level: '呆账', issue_date: '1995-01-01' },
    ...{ balance: 5_000_000, interest_off: 0, interest_on: 0 },
  });
});
afterAll(() => folder.close());

const captain = () => people.as('captain');
const refused = (code: string) => ({ refusal: expect.objectContaining({ code }) });
const month = async (name: string) => {
  const [shown, id] = [await showMonth(folder.services, folder.open, { month: '2026-11' }), await people.id(name)];
  const row = present(
    shown.people.find((each) => each.id === id),
    name,
  );
  return { ...row, on: (day: string) => row.marks.find((mark) => mark.day === day)?.mark?.mark ?? null };
};
const seen = () => showTarget(folder.services, folder.open, target);
const move = async (to: Parameters<typeof moveTarget>[2]['to'], reason = '') => {
  const { rev } = await seen();
  await moveTarget(folder.services, await captain(), { id: target, rev, to, reason, on: TODAY, documentId: null });
};

it('TEAM-01 B1 §11: 三至五个小组，每组三至四名，指定一名负责人', async () => {
  const found: string[][] = [];
  for (const [name, ...members] of GROUPS) {
    const memberIds = await Promise.all(members.map((member) => people.id(member)));
    const draft = { id: null, rev: null, name, leaderId: memberIds[0] as number, memberIds, unitIds: [] };
    groups.push((await saveGroup(folder.services, await captain(), draft)).id);
    found.push((await showTeam(folder.services, folder.open)).findings.map(({ code }) => code));
  }
  expect(found).toEqual([['groups-too-few'], ['groups-too-few'], []]);
});

it('TEAM-05 B1 §6(2): 年度计划 by branch, group and person', async () => {
  const goal = { interest: 0, households: 0, month: '2026-11' };
  const lines = [
    { ...goal, scope: 'branch' as const, subjectId: null, principal: 2_000_000 },
    { ...goal, scope: 'group' as const, subjectId: groups[0] as number, principal: 1_000_000 },
    { ...goal, scope: 'person' as const, subjectId: await people.id('li'), principal: 500_000 },
    { ...goal, scope: 'person' as const, subjectId: await people.id('wang'), principal: 2_500_000 },
  ];
  const days = { firstDay: '2026-01-01', lastDay: '2026-12-31' };
  const plan = { id: null, rev: null, kind: 'year' as const, title: '清收队年度工作计划', ...days, lines };
  await saveWorkPlan(await captain(), plan);
});

it('TEAM-04 B1 §16–17: the leader keeps the month of his group; 未佩戴服务牌，每次100元', async () => {
  const leader = await people.as('zhang');
  const marks = (name: string, mark: 'present' | 'badge', ...days: string[]) =>
    Promise.all(days.map(async (day) => ({ userId: await people.id(name), day, mark })));
  await keepMarks(folder.services, leader, { marks: await marks('li', 'present', '2026-11-02', '2026-11-03') });
  await keepMarks(folder.services, leader, { marks: await marks('wang', 'badge', '2026-11-02', '2026-11-05') });
  const foreign = keepMarks(folder.services, leader, { marks: await marks('sun', 'present', '2026-11-02') });
  await expect(foreign).rejects.toMatchObject(refused('attendance-foreign'));
  expect((await month('wang')).totals).toMatchObject({ badge: 2, fine: 200_00 });
  expect((await month('li')).totals).toMatchObject({ badge: 0, fine: 0 });
});

it('TEAM-04 B1 §18: 一律报分管领导审批，假期结束主动销假，不主动销假按旷工处理', async () => {
  const leave = { kind: 'personal' as const, reason: '家中有事', substituteId: await people.id('li') };
  const asked = { ...leave, firstDay: '2026-11-09', lastDay: '2026-11-11', requestId: requestId() };
  const { id } = await askLeave(folder.services, await people.as('wang'), asked);
  const request = present(await approvalOf(folder.open.store.read, 'leave', `leave:${id}`), 'asked');
  const said = { id: request.id, rev: 1, outcome: 'consent' as const, opinion: '同意', requestId: requestId() };
  await expect(decideRequest(TODAY, await captain(), said)).rejects.toMatchObject(refused('level-other'));
  await decideRequest(TODAY, await people.as('deputy'), said);
  const away = await month('wang');
  expect(['2026-11-10', '2026-11-11', '2026-11-12', '2026-11-13'].map(away.on)).toEqual([
    ...['leave', 'leave', 'absent', 'absent'],
  ]);
  const question = { today: TODAY, until: '2026-12-22', most: 100 };
  expect(await teamWork(folder.open, question)).toMatchObject([{ kind: 'leave-back', day: '2026-11-12' }]);
  await reportBack(folder.services, await people.as('deputy'), { id, on: '2026-11-16' });
  const back = await month('wang');
  expect(['2026-11-13', '2026-11-16', '2026-11-17'].map(back.on)).toEqual(['absent', 'reported', null]);
  expect(await teamWork(folder.open, question)).toEqual([]);
});

it('TEAM-02 TEAM-03 B1 §8–9: from the list of the sub-branch to a group with a manager and his goal', async () => {
  const values = [`H${String(household).padStart(6, '0')}`];
  const filter = { conditions: [{ column: 'household' as const, operator: '=' as const, values }] };
  const choice = { source: 'off-balance' as const, filter, reason: '年初报列清收对象', requestId: requestId() };
  await proposeTargets(folder.services, folder.open, choice);
  const page = { closed: false, group: null, step: null, text: '', offset: 0, limit: 10 };
  target = present(showTargets(folder.services, folder.open, page).targets[0], 'proposed').id;
  await move('in-ledger');
  await give('wang', 'area');
  expect(await seen()).toMatchObject({ step: 'assigned', group: '一组', manager: '人员wang' });
});

async function give(name: string, way: 'area' | 'concentrated') {
  const { rev } = await seen();
  const goal = { principal: 2_000_000, interest: 0, dueOn: '2026-12-15' };
  const to = { groupId: groups[0] as number, managerId: await people.id(name), way };
  await assignTarget(folder.services, await captain(), { id: target, rev, ...to, ...goal });
}

it('ORG-05 A10 十群体进攻法、十一人员交换法: another face for the household, all of the group at it; the log keeps both', async () => {
  await give('li', 'concentrated');
  const { manager, assignments } = await seen();
  expect(manager).toBe('人员li');
  expect(assignments.map((each) => [each.manager, each.way])).toEqual([
    ['人员li', 'concentrated'],
    ['人员wang', 'area'],
  ]);
});

it('TEAM-05 B1 §15: 载明实际清收人 – what came in counts for them and not for whoever was meant to bring it', async () => {
  const collectors = [
    { name: '人员li', ppm: 600_000 },
    { name: '人员zhang', ppm: 300_000 },
    { name: '人员sun', ppm: 100_000 },
  ];
  await recordReceipt(folder.services, folder.open, {
    ...receipt(household, { amount: 2_000_000, receivedOn: TODAY, collectors }),
    requestId: requestId(),
  });
  await move('recovered', '一次收回，未走中间步骤');
  const progress = await planProgress(folder.open.store.read, { plan: null, kind: 'month', day: TODAY });
  const done = present(progress, 'a plan of the month').rows.map(({ name, done: { principal }, share }) => [
    name,
    principal,
    share,
  ]);
  expect(done).toEqual([
    ['', 2_000_000, '1.0000'],
    ['一组', 1_800_000, '1.8000'],
    ['人员li', 1_200_000, '2.4000'],
    ['人员wang', 0, '0.0000'],
  ]);
});

it('RWD-02 B2 §30(2): 奖励全部完成清收任务的清收人员 – to 1996 呆账 20 %, by shares; without a task nobody failed it', async () => {
  const asked = { from: '2026-11-01', to: TODAY, requestId: requestId() };
  const { id } = await computeSheet(folder.services, await people.as('zhang'), asked);
  const { lineRows } = await showSheet(folder.services, await people.as('zhang'), id);
  expect(lineRows.map(({ name, amount, excluded }) => [name, amount, excluded])).toEqual([
    ['人员li', 240_000, null],
    ['人员zhang', 120_000, null],
    ['人员sun', 40_000, null],
  ]);
});
