/** The team on a real folder (TEAM-01, TEAM-04, TEAM-05): groups, attendance with leave, plans held against receipts. */
import { present } from '@shared/kernel/assert';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decideRequest } from '../../../../electron/features/approvals/decideRequest';
import { approvalOf } from '../../../../electron/features/approvals/requireApproved';
import { keepMarks } from '../../../../electron/features/team/keepMarks';
import { askLeave, reportBack } from '../../../../electron/features/team/leave';
import { endGroup, saveGroup } from '../../../../electron/features/team/saveGroup';
import { showLeaves, showMonth, showTeam } from '../../../../electron/features/team/showTeam';
import { teamWork } from '../../../../electron/features/team/teamWork';
import { saveWorkPlan, showPlans } from '../../../../electron/features/team/workPlans';
import type { OpenFolder } from '../../../../electron/openFolder';
import { type People, TODAY, withPeople } from '../../../support/approvals';
import { Builder } from '../../../support/builders';
import { makeFolder, type TestFolder } from '../../../support/openFolder';

let folder: TestFolder;
let people: People;
let captain: OpenFolder;
let leader: OpenFolder;
let deputy: OpenFolder;
let requests = 0;

const uuid = () => `3f2b1c1e-6f0a-4b5e-9a54-${String(++requests).padStart(12, '0')}`;
const code = (wanted: string) => ({ refusal: expect.objectContaining({ code: wanted }) });
const refusal = (work: Promise<unknown>) => expect(work).rejects;

beforeAll(async () => {
  folder = await makeFolder();
  people = await withPeople(folder.open, {
    captain: ['team-captain'],
    leader: ['group-leader'],
    one: ['clerk'],
    two: ['clerk'],
    three: ['clerk'],
    outside: ['clerk'],
    deputy: ['deputy-head'],
  });
  captain = await people.as('captain');
  leader = await people.as('leader');
  deputy = await people.as('deputy');
});
afterAll(() => folder.close());

const ids = (...names: string[]) => Promise.all(names.map((name) => people.id(name)));
async function form(names: string[], more: Partial<Parameters<typeof saveGroup>[2]> = {}) {
  const memberIds = await ids(...names);
  const draft = { id: null, rev: null, name: '一组', leaderId: memberIds[0] as number, memberIds, unitIds: [] };
  return saveGroup(folder.services, captain, { ...draft, ...more });
}
const team = () => showTeam(folder.services, folder.open);

describe('TEAM-01 groups', () => {
  it('are formed and changed within the bounds of the rules', async () => {
    await refusal(form(['leader', 'one'])).toMatchObject(code('group-size'));
    const { id } = await form(['leader', 'one', 'two']);
    await refusal(form(['three', 'outside', 'one'], { name: '二组' })).toMatchObject(code('member-elsewhere'));
    await refusal(form(['three', 'outside', 'deputy'])).toMatchObject(code('group-name-taken'));
    await refusal(form(['leader', 'one', 'two'], { id, rev: 9 })).toMatchObject(code('group-conflict'));
    const { groups, findings, captains } = await team();
    expect(groups).toMatchObject([{ name: '一组', leader: { display: '人员leader' } }]);
    expect(captains.map(({ display }) => display)).toEqual(['人员captain']);
    expect(findings.map((finding) => finding.code)).toEqual(['groups-too-few']);
    await form(['leader', 'one', 'two', 'three'], { id, rev: groups[0]?.rev ?? null });
    expect((await team()).groups[0]?.members).toHaveLength(4);
  });

  it('end with a reason, and their people are free', async () => {
    const { id } = await form(['outside', 'deputy', 'captain'], { name: '临时组' });
    const ended = { id, rev: 1, reason: '任务完成' };
    await endGroup(folder.services, captain, ended);
    await refusal(endGroup(folder.services, captain, ended)).toMatchObject(code('group-unknown'));
    expect((await team()).groups).toHaveLength(1);
  });
});

describe('TEAM-04 attendance and leave', () => {
  const mark = async (name: string, day: string, letter: 'present' | 'absent' | 'badge' | null, by = leader) =>
    keepMarks(folder.services, by, { marks: [{ userId: await people.id(name), day, mark: letter }] });
  const row = async (name: string, open = folder.open) => {
    const id = await people.id(name);
    const { people: rows } = await showMonth(folder.services, open, { month: '2026-11' });
    return present(
      rows.find((each) => each.id === id),
      name,
    );
  };
  const letters = async (name: string, ...days: string[]) => {
    const { marks } = await row(name);
    return days.map((wanted) => marks.find(({ day }) => day === wanted)?.mark?.mark ?? null);
  };
  const ask = async (name: string, firstDay: string, lastDay: string) =>
    askLeave(folder.services, await people.as(name), {
      ...{ kind: 'personal' as const, reason: '家中有事', substituteId: null },
      ...{ firstDay, lastDay, requestId: uuid() },
    });
  async function decide(leave: number, outcome: 'consent' | 'reject', by = deputy) {
    const request = present(await approvalOf(folder.open.store.read, 'leave', `leave:${leave}`), 'asked');
    const opinion = outcome === 'consent' ? '同意' : '人手不足';
    return decideRequest(TODAY, by, { id: request.id, rev: 1, outcome, opinion, requestId: uuid() });
  }

  it('is kept by the captain, or by the leader for his own group, and never ahead', async () => {
    await mark('one', '2026-11-02', 'present');
    await mark('one', '2026-11-03', 'badge');
    await mark('one', '2026-11-04', 'badge', captain);
    await refusal(mark('outside', '2026-11-03', 'present')).toMatchObject(code('attendance-foreign'));
    await refusal(mark('one', '2026-11-23', 'present')).toMatchObject(code('attendance-future'));
    expect(await letters('one', '2026-11-02', '2026-11-03', '2026-11-05')).toEqual(['present', 'badge', null]);
    const { totals, trace, editable } = await row('one');
    expect(totals).toMatchObject({ badge: 2, fine: 20_000 });
    expect(trace[0]?.article).toContain('第十六条');
    expect(editable).toBe(false);
    expect((await row('one', leader)).editable).toBe(true);
    await mark('one', '2026-11-02', null);
    expect(await letters('one', '2026-11-02')).toEqual([null]);
  });

  it('leave is the deputy head’s alone; until then nothing is marked, afterwards nothing can be typed', async () => {
    const { id } = await ask('one', '2026-11-10', '2026-11-11');
    expect(await letters('one', '2026-11-10')).toEqual([null]);
    await refusal(decide(id, 'consent', captain)).toMatchObject(code('level-other'));
    await decide(id, 'consent');
    expect(await letters('one', '2026-11-10', '2026-11-11')).toEqual(['leave', 'leave']);
    await refusal(mark('one', '2026-11-10', 'present')).toMatchObject(code('attendance-on-leave'));
    await refusal(ask('one', '2026-11-11', '2026-11-15')).toMatchObject(code('leave-overlap'));
  });

  it('not reporting back is absence day by day; reporting late keeps it, and ends it', async () => {
    // Leave until Wednesday the 11th; today is Sunday the 22nd.
    expect(await letters('one', '2026-11-12', '2026-11-14', '2026-11-20')).toEqual(['absent', null, 'absent']);
    const open = (await showLeaves(folder.services, folder.open)).leaves[0];
    expect(open).toMatchObject({ overdue: true, person: '人员one' });
    const question = { today: TODAY, until: '2026-12-22', most: 100 };
    expect(await teamWork(folder.open, question)).toMatchObject([{ kind: 'leave-back', day: '2026-11-12' }]);
    const id = present(open, 'a leave').id;
    await refusal(reportBack(folder.services, deputy, { id, on: '2026-11-09' })).toMatchObject(
      code('leave-report-early'),
    );
    await reportBack(folder.services, deputy, { id, on: '2026-11-13' });
    expect(await letters('one', '2026-11-12', '2026-11-13', '2026-11-16')).toEqual(['absent', 'reported', null]);
    await refusal(reportBack(folder.services, deputy, { id, on: '2026-11-13' })).toMatchObject(code('leave-reported'));
    expect(await teamWork(folder.open, question)).toEqual([]);
  });

  it('leave that was turned down is none', async () => {
    const { id } = await ask('two', '2026-11-16', '2026-11-17');
    await decide(id, 'reject');
    expect(await letters('two', '2026-11-16')).toEqual([null]);
    await refusal(reportBack(folder.services, deputy, { id, on: TODAY })).toMatchObject(code('leave-not-approved'));
    await ask('two', '2026-11-16', '2026-11-17');
  });

  it('the same request twice is one leave', async () => {
    const request = { kind: 'sick' as const, reason: '感冒', substituteId: null, requestId: uuid() };
    const asked = { ...request, firstDay: '2026-12-01', lastDay: '2026-12-02' };
    const three = await people.as('three');
    const first = await askLeave(folder.services, three, asked);
    expect(await askLeave(folder.services, three, asked)).toEqual(first);
  });
});

describe('TEAM-05 work plans', () => {
  it('say what was reached by branch, unit, group, person and month, from the receipts', async () => {
    const build = new Builder(folder.open);
    const unit = build.unitId('红岩分理处');
    const receipt = build.receipt({ loan_id: build.loan({ unit_id: unit }), principal: 90_000, interest: 9_000 });
    build.share({ receipt_id: receipt, seq: 1, name: '人员one', ppm: 600_000 });
    build.share({ receipt_id: receipt, seq: 2, name: '外部', ppm: 400_000 });
    const goal = { principal: 100_000, interest: 10_000, households: 2, month: null };
    const group = present((await team()).groups[0], 'the group').id;
    const draft = {
      id: null,
      rev: null,
      kind: 'year' as const,
      title: '2026年清收计划',
      firstDay: '2026-01-01',
      lastDay: '2026-12-31',
      lines: [
        { ...goal, scope: 'branch' as const, subjectId: null },
        { ...goal, scope: 'unit' as const, subjectId: unit },
        { ...goal, scope: 'group' as const, subjectId: group },
        { ...goal, scope: 'person' as const, subjectId: await people.id('one'), month: '2026-10' },
        { ...goal, scope: 'person' as const, subjectId: await people.id('one'), month: '2026-09' },
      ],
    };
    const nobody = { ...draft, lines: [{ ...goal, scope: 'unit' as const, subjectId: 999 }] };
    await refusal(saveWorkPlan(captain, nobody)).toMatchObject(code('work-plan-subject-unknown'));
    const { id } = await saveWorkPlan(captain, draft);
    const { plan } = await showPlans(folder.open, { id: null });
    expect(plan?.lines.map(({ name, done }) => [name, done.principal, done.interest, done.households])).toEqual([
      ['', 90_000, 9_000, 1],
      ['红岩分理处', 90_000, 9_000, 1],
      ['一组', 54_000, 5_400, 1],
      ['人员one', 54_000, 5_400, 1],
      ['人员one', 0, 0, 0],
    ]);
    await saveWorkPlan(captain, { ...draft, id, rev: 1, title: '2026年清收计划（调整）' });
    await refusal(saveWorkPlan(captain, { ...draft, id, rev: 1 })).toMatchObject(code('work-plan-conflict'));
  });
});
