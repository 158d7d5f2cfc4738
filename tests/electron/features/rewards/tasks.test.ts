/** RWD-02 in a real folder: tasks computed from plans, targets and receipts (B2 §30(2)); late receipts; whoever is paid keeps away. */
import { present } from '@shared/kernel/assert';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { decideRequest } from '../../../../electron/features/approvals/decideRequest';
import { recordReceipt } from '../../../../electron/features/receipts/recordReceipt';
import { reverseReceipt } from '../../../../electron/features/receipts/reverseReceipt';
import { rewardSheetForm } from '../../../../electron/features/rewards/rewardSheet.form';
import { computeSheet } from '../../../../electron/features/rewards/runSheet';
import { paySheet, submitSheet } from '../../../../electron/features/rewards/settleSheet';
import { showSheet } from '../../../../electron/features/rewards/showSheets';
import { saveWorkPlan } from '../../../../electron/features/team/workPlans';
import type { OpenFolder } from '../../../../electron/openFolder';
import { type People, TODAY, withPeople } from '../../../support/approvals';
import { Builder } from '../../../support/builders';
import { makeFolder, type TestFolder } from '../../../support/openFolder';
import { receipt, requestId } from '../receipts/support';

let folder: TestFolder;
let people: People;
let leader: OpenFolder;
let build: Builder;
let household: number;
let loan: number;

beforeEach(async () => {
  folder = await makeFolder();
  people = await withPeople(folder.open, {
    leader: ['group-leader'],
    second: ['group-leader'],
    captain: ['team-captain'],
    deputy: ['deputy-head'],
    boss: ['branch-head'],
    cashier: ['credit-director'],
  });
  leader = await people.as('leader');
  build = new Builder(folder.open);
  household = build.party({ name: '吴某' });
  loan = build.loan({ party_id: household, npl_date: '1996-12-31', four_level: '呆账', issue_date: '1995-01-01' });
});
afterEach(() => folder.close());

const collected = (name: string, given: Partial<Parameters<Builder['receipt']>[0]> = {}) =>
  build.share({ receipt_id: build.receipt({ loan_id: loan, ...given }), seq: 1, name, ppm: 1_000_000 });
const OCTOBER = { from: '2026-10-01', to: '2026-10-31' };
const NOVEMBER = { from: '2026-11-01', to: TODAY };
const compute = (period: typeof OCTOBER) =>
  computeSheet(folder.services, leader, { ...period, requestId: requestId() });
const lines = async (id: number) =>
  (await showSheet(folder.services, leader, id)).lineRows.map(({ name, kind, amount, excluded, tasks }) => [
    name,
    kind,
    amount,
    excluded,
    tasks && `${tasks.done}/${tasks.planned}`,
  ]);

/** A plan of October for somebody: principal in fen. */
async function plan(name: string, principal: number) {
  const line = { scope: 'person' as const, subjectId: await people.id(name), month: '2026-10' };
  await saveWorkPlan(await people.as('captain'), {
    id: null,
    rev: null,
    kind: 'year',
    title: '2026年计划',
    firstDay: '2026-01-01',
    lastDay: '2026-12-31',
    lines: [{ ...line, principal, interest: 0, households: 0 }],
  });
}

async function pass(id: number, by: readonly (readonly [string, number])[]) {
  const { rev } = await showSheet(folder.services, leader, id);
  const { approval } = await submitSheet(folder.services, leader, { id, rev });
  const decide = async (name: string, seen: number) =>
    decideRequest(TODAY, await people.as(name), {
      id: approval,
      rev: seen,
      outcome: 'consent',
      opinion: '',
      requestId: requestId(),
    });
  for (const [name, seen] of by) await decide(name, seen);
  return { approval, decide };
}
const BOTH = [
  ['deputy', 1],
  ['boss', 2],
] as const;

it('第三十条第二项: a receipt waits until all tasks of its month are fulfilled, and is then made good; a later plan takes nothing away', async () => {
  await plan('second', 150_000);
  collected('人员second');
  collected('人员leader');
  const { id } = await compute(OCTOBER);
  expect(await lines(id)).toEqual([
    ['人员second', 'reward', 0, 'tasks-unfulfilled', '100000/150000'],
    ['人员leader', 'reward', 20_000, null, null],
  ]);
  const { lineRows } = await showSheet(folder.services, leader, id);
  expect(lineRows[0]).toMatchObject({
    article: 'B2 农村信用社不良贷款管理办法 第三十条第二项',
    trace: expect.arrayContaining([expect.objectContaining({ rule: 'reward/exclusions', row: 'behind' })]),
  });
  await pass(id, BOTH);
  const db = folder.open.store.read;
  const facts = await rewardSheetForm.gather(db, id, { today: TODAY, by: leader.actor });
  const paper = JSON.stringify(rewardSheetForm.compose(facts, {}, TODAY));
  expect(paper).toContain('清收任务未全部完成（任务1,500.00，完成1,000.00）');
  collected('人员second', { received_on: '2026-10-31', principal: 50_000 });
  await plan('leader', 900_000);
  const next = await compute(NOVEMBER);
  expect(await lines(next.id)).toEqual([
    ['人员second', 'adjustment', 20_000, null, '150000/150000'],
    ['人员second', 'reward', 10_000, null, '150000/150000'],
  ]);
});

it('第三十条第二项: so does a target whose day has passed short of its sum, for whoever manages it', async () => {
  const { sqlite } = folder.open.store;
  const [manager, group] = [await people.id('second'), 1];
  sqlite.exec(`INSERT INTO team_group VALUES (${group}, '一组', ${manager}, '2026-01-01', NULL, 1);
    INSERT INTO target (id, party_id, source, unit_id, reason, proposed_on, user_id, at)
      VALUES (1, ${household}, 'off-balance', 1, '大额', '2026-09-01', ${manager}, '2026-09-01T00:00:00.000Z');
    INSERT INTO target_loan VALUES (1, ${loan}, 500000);
    INSERT INTO target_assignment (target_id, group_id, way, manager_id, principal, interest, due_on, user_id, at)
      VALUES (1, ${group}, 'area', ${manager}, 900000, 0, '2026-10-31', ${manager}, '2026-10-01T00:00:00.000Z'),
        (1, ${group}, 'area', ${manager}, 200001, 0, '2026-10-31', ${manager}, '2026-10-01T00:00:00.000Z')`);
  collected('人员second');
  collected('人员leader');
  const { id } = await compute(OCTOBER);
  expect((await lines(id))[0]).toEqual(['人员second', 'reward', 0, 'tasks-unfulfilled', '200000/200001']);
});

it('ORG-03 whoever is paid by a sheet keeps away from it: his consent is refused, a colleague with his authority may', async () => {
  collected('人员deputy');
  const { id } = await compute(OCTOBER);
  const { decide, approval } = await pass(id, []);
  await expect(decide('deputy', 1)).rejects.toThrow('conflict-recorded');
  const seen = folder.open.store.sqlite.prepare('SELECT user_id, reason FROM approval_conflict WHERE request_id = ?');
  expect(seen.all(approval)).toEqual([{ user_id: await people.id('deputy'), reason: '本表领取人' }]);
  const logged = folder.open.store.sqlite.prepare(
    "SELECT count(*) FROM audit_entry WHERE action = 'approvals.recordConflict'",
  );
  expect(logged.pluck().get()).toBe(1);
});

it('late, back-dated and reversed receipts come as lines of the next sheet; what was paid stands', async () => {
  const clerk = folder.open;
  const hand = (given: object) =>
    recordReceipt(folder.services, clerk, {
      ...receipt(household, { collectors: [{ name: '人员leader', ppm: 1_000_000 }], ...given }),
      requestId: requestId(),
    });
  await hand({ receivedOn: '2026-11-05', amount: 60_000, voucherNo: '1' });
  const autumn = { from: '2026-10-01', to: TODAY };
  const first = await compute(autumn);
  await pass(first.id, BOTH);
  const rev = (await showSheet(folder.services, leader, first.id)).rev;
  await paySheet(folder.services, await people.as('cashier'), { id: first.id, rev, on: TODAY, voucherNo: '00881' });
  const paid = await lines(first.id);
  expect(paid).toEqual([['人员leader', 'reward', 12_000, null, null]]);
  await hand({ receivedOn: '2026-10-20', amount: 30_000, voucherNo: '2' });
  const payment = present(
    folder.open.store.sqlite.prepare("SELECT id FROM payment WHERE voucher_no = '1'").get() as { id: number },
    'recorded',
  );
  await reverseReceipt(folder.services, await people.as('cashier'), {
    id: payment.id,
    reason: '误记他户',
    requestId: requestId(),
  });
  const second = await compute(NOVEMBER);
  expect(await lines(second.id)).toEqual([
    ['人员leader', 'reward', 6_000, null, null],
    ['人员leader', 'adjustment', -12_000, null, null],
  ]);
  expect(await lines(first.id)).toEqual(paid);
});
