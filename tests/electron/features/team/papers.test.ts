/** DOC-TEAM-01 and DOC-TEAM-02: what they say, and what keeps them from being issued. */
import { present } from '@shared/kernel/assert';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { decideRequest } from '../../../../electron/features/approvals/decideRequest';
import { approvalOf } from '../../../../electron/features/approvals/requireApproved';
import { askLeave, reportBack } from '../../../../electron/features/team/leave';
import { leaveForm } from '../../../../electron/features/team/leave.form';
import { workPlanForm } from '../../../../electron/features/team/workPlan.form';
import { saveWorkPlan } from '../../../../electron/features/team/workPlans';
import { type People, TODAY, withPeople } from '../../../support/approvals';
import { makeFolder, type TestFolder } from '../../../support/openFolder';

let folder: TestFolder;
let people: People;
const REQUEST = '3f2b1c1e-6f0a-4b5e-9a54-000000000001';
const DECISION = '3f2b1c1e-6f0a-4b5e-9a54-000000000002';

beforeAll(async () => {
  folder = await makeFolder();
  people = await withPeople(folder.open, { deputy: ['deputy-head'], captain: ['team-captain'] });
});
afterAll(() => folder.close());

const writing = () => ({ today: TODAY, by: folder.open.actor });
const codes = (missing: readonly { readonly code: string }[]) => missing.map(({ code }) => code);

it('DOC-TEAM-01 waits for the deputy head, then carries his decision with its code, and the day back', async () => {
  const db = folder.open.store.read;
  const asked = { kind: 'personal' as const, reason: '家中有事', substituteId: null, requestId: REQUEST };
  const days = { firstDay: '2026-11-18', lastDay: '2026-11-20' };
  const { id } = await askLeave(folder.services, folder.open, { ...asked, ...days });
  const facts = () => leaveForm.gather(db, leaveForm.subject.find(db, String(id)), writing());
  expect(codes(leaveForm.check(await facts(), {}))).toEqual(['leave-not-approved']);
  const request = present(await approvalOf(db, 'leave', `leave:${id}`), 'asked');
  const deputy = await people.as('deputy');
  const decision = { id: request.id, rev: 1, outcome: 'consent' as const, opinion: '按期返岗', requestId: DECISION };
  await decideRequest(TODAY, deputy, decision);
  await reportBack(folder.services, deputy, { id, on: TODAY });
  expect(leaveForm.check(await facts(), {})).toEqual([]);
  const paper = JSON.stringify(leaveForm.compose(await facts(), {}, TODAY).blocks);
  for (const said of [
    '测试clerk',
    '2026年11月18日至2026年11月20日，共3天',
    '同意。按期返岗',
    '日志码',
    '2026年11月22日　经办：人员deputy',
  ])
    expect(paper).toContain(said);
  expect(() => leaveForm.subject.find(db, '99')).toThrow('subject-unknown');
  expect(() => leaveForm.subject.find(db, 'x')).toThrow('subject-unknown');
});

it('DOC-TEAM-02 is not issued while the goals do not add up to the branch’s, or a chapter is empty', async () => {
  const db = folder.open.store.read;
  const goal = { principal: 100_000, interest: 0, households: 2, month: null };
  const unit = folder.open.actor.unitId;
  const plan = {
    id: null,
    rev: null,
    kind: 'year' as const,
    title: '2026年清收工作计划',
    firstDay: '2026-01-01',
    lastDay: '2026-12-31',
  };
  const lines = (principal: number) => [
    { ...goal, scope: 'branch' as const, subjectId: null },
    { ...goal, scope: 'unit' as const, subjectId: unit, principal },
  ];
  const captain = await people.as('captain');
  const { id } = await saveWorkPlan(captain, { ...plan, lines: lines(99_999) });
  const facts = () => workPlanForm.gather(db, id, writing());
  const typed = { aims: '全年收回十户。\n表外为主。', measures: '分片包户。', supervision: '按月通报。' };
  expect(codes(workPlanForm.check(await facts(), { ...typed, measures: ' ' }))).toEqual([
    'field-missing',
    'plan-uneven-unit',
  ]);
  await saveWorkPlan(captain, { ...plan, id, rev: 1, lines: lines(100_000) });
  expect(workPlanForm.check(await facts(), typed)).toEqual([]);
  const paper = JSON.stringify(
    workPlanForm.compose(await facts(), workPlanForm.fill(await facts(), typed), TODAY).blocks,
  );
  for (const said of ['2026年清收工作计划', '全年收回十户。', '表外为主。', '三、重点户清单', '1,000.00'])
    expect(paper).toContain(said);
});
