/** The work list on a real folder: every next date of every feature, for one person, his unit, or the branch (RPT-01, REC-02). */
import { randomUUID } from 'node:crypto';
import type { Scope } from '@shared/contract/workbench.contract';
import { SPANS } from '@shared/domain/workbench/workItem';
import { present } from '@shared/kernel/assert';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decideRequest } from '../../../../electron/features/approvals/decideRequest';
import { recordContact } from '../../../../electron/features/contacts/recordContact';
import { withdrawContact } from '../../../../electron/features/contacts/withdrawContact';
import { type ProposeInput, proposeStep } from '../../../../electron/features/measures/conductStep';
import { savePlan } from '../../../../electron/features/measures/savePlan';
import { runPortfolio } from '../../../../electron/features/portfolio/runPortfolio';
import { proposeTargets } from '../../../../electron/features/targets/proposeTargets';
import { saveWorkPlan } from '../../../../electron/features/team/workPlans';
import { listIdle, listWork, type WorkInput } from '../../../../electron/features/workbench/listWork';
import { markWorkDone, postponeWork } from '../../../../electron/features/workbench/noteWork';
import type { OpenFolder } from '../../../../electron/openFolder';
import { Builder } from '../../../support/builders';
import { callTo } from '../../../support/contactDrafts';
import { makeFolder, type TestFolder } from '../../../support/openFolder';

let folder: TestFolder;
let open: OpenFolder;
let build: Builder;

beforeAll(async () => {
  folder = await makeFolder();
  open = folder.open;
  build = new Builder(open);
});
afterAll(() => folder.close());

const household = (given: { officer?: string; due_date?: string } = {}) =>
  build.batch(() => {
    const party = build.party();
    build.loan({ party_id: party, issue_date: '2023-06-01', due_date: '2026-06-03', ...given });
    return party;
  });
const EVERYTHING: WorkInput = { scope: 'all', spans: [...SPANS], kinds: [], person: null, until: null };
const list = (scope: Scope = 'all') => listWork(folder.services, open, { ...EVERYTHING, scope });
const of = async (party: number, scope: Scope = 'all') => {
  const name = open.store.read.hot('SELECT name FROM party WHERE id = ?').pluck().get(party);
  return (await list(scope)).items
    .filter(({ borrower }) => borrower === name)
    .map(({ kind, day, span }) => [kind, day, span]);
};
const record = (party: number, given: Parameters<typeof callTo>[1] = {}) =>
  recordContact(folder.services, open, callTo(party, given));

describe('RPT-01 the work list', () => {
  it('a promise and a next date, gone once somebody has spoken to the person again', async () => {
    const party = household();
    const promise = { amount: 500_000, on: '2026-11-21' };
    await record(party, { at: '2026-11-10 09:00', promise, next: { on: '2026-11-22', what: '问是否筹到款' } });
    expect(await of(party)).toEqual([
      ['promise', '2026-11-21', 'overdue'],
      ['next-contact', '2026-11-22', 'today'],
    ]);
    // On the promised day itself nobody has followed it up yet.
    await record(party, { at: '2026-11-21 10:00' });
    expect(await of(party)).toEqual([['promise', '2026-11-21', 'overdue']]);
    await record(party, { at: '2026-11-22 01:00', initiative: 'debtor' });
    expect(await of(party)).toEqual([]);
  });

  it('a kept promise is no work', async () => {
    const party = household();
    await record(party, { at: '2026-11-10 09:00', promise: { amount: 500_000, on: '2026-11-20' } });
    expect(await of(party)).toHaveLength(1);
    const loan = open.store.read.hot('SELECT id FROM loan WHERE party_id = ?').pluck().get(party) as number;
    build.receipt({ loan_id: loan, received_on: '2026-11-15', principal: 500_000 });
    expect(await of(party)).toEqual([]);
  });

  it('a withdrawn or corrected entry is no work, and one that was corrected counts once', async () => {
    const party = household();
    const next = { on: '2026-11-25', what: '上门' };
    const { id } = await record(party, { next });
    const { id: corrected } = await record(party, { next: { ...next, on: '2026-11-26' }, corrects: id });
    expect(await of(party)).toEqual([['next-contact', '2026-11-26', 'later']]);
    await withdrawContact(open, { id: corrected, reason: '登记错户' });
    expect(await of(party)).toEqual([]);
  });

  it('a talk with the guarantor leaves the borrower’s next date open', async () => {
    const party = household();
    const loan = open.store.read.hot('SELECT id FROM loan WHERE party_id = ?').pluck().get(party) as number;
    const guarantor = build.party();
    build.guarantee({ loan_id: loan, party_id: guarantor });
    await record(party, { at: '2026-11-10 09:00', next: { on: '2026-11-22', what: '再问' } });
    await record(party, { at: '2026-11-12 09:00', counterpart: 'guarantor', withParty: guarantor });
    expect(await of(party)).toEqual([['next-contact', '2026-11-22', 'today']]);
  });

  it('measures and limited steps with their days', async () => {
    const party = household();
    const clerk = present(open.actor.userId, 'the clerk');
    const texts = { reason: '首次制定', risk: '先核对债务', loss: '尽早分期', recovery: '每月还款' };
    const add = [{ measure: 'negotiation', what: '面谈', responsible: clerk, dueOn: '2026-11-24', basis: null }];
    await savePlan(folder.services, open, { household: party, version: 0, ...texts, drop: [], add });
    await proposeStep(folder.services, open, {
      household: party,
      act: 'deduct-account',
      basis: '合同约定扣收',
      purpose: '扣收',
      channel: '本行账户',
      content: '扣收活期账户',
      checks: ['subsistence', 'pension', 'wage', 'trust'],
      plannedOn: '2026-11-23',
    });
    expect(await of(party)).toEqual([
      ['step', '2026-11-23', 'later'],
      ['measure', '2026-11-24', 'later'],
    ]);
  });

  it('limitations that are near, for the officer of the loan', async () => {
    const near = household({ due_date: '2023-12-05', officer: '测试clerk' });
    await runPortfolio(folder.services, open, {});
    expect(await of(near, 'mine')).toContainEqual(['action', '2026-12-07', 'later']);
    expect((await list()).portfolioAsOf).toBe('2026-11-22');
  });

  it('one’s own, one’s unit’s, the branch’s: each within the next; the counters count what is in scope', async () => {
    const other = household({ officer: '别人' });
    await record(other, { next: { on: '2026-11-30', what: '再问' } });
    const [mine, unit, all] = [await list('mine'), await list('unit'), await list('all')];
    const keys = ({ items }: typeof all) => items.map(({ kind, key }) => `${kind} ${key}`);
    expect(keys(mine).filter((key) => !keys(unit).includes(key))).toEqual([]);
    expect(keys(unit).filter((key) => !keys(all).includes(key))).toEqual([]);
    for (const answer of [mine, unit, all])
      expect(Object.values(answer.counts).reduce((sum, count) => sum + count, 0)).toBe(answer.items.length);
    const overdue = await listWork(folder.services, open, { ...EVERYTHING, spans: ['overdue'] });
    expect([overdue.counts, new Set(overdue.items.map(({ span }) => span)).size <= 1]).toEqual([all.counts, true]);
  });

  it('S02 the load of seven days, kinds, people, and what is later than thirty days stays away', async () => {
    const party = household();
    await record(party, { next: { on: '2026-11-27', what: '再问' } });
    const far = household();
    await record(far, { next: { on: '2027-03-01', what: '开春再问' } });
    const all = await list();
    const due = (day: string) => all.items.filter((item) => item.day === day).length;
    expect(all.load.map(({ day }) => day)).toEqual([22, 23, 24, 25, 26, 27, 28].map((day) => `2026-11-${day}`));
    expect(all.load.slice(1).map(({ day, items }) => [day, items])).toEqual(
      all.load.slice(1).map(({ day }) => [day, due(day)]),
    );
    const dueToday = all.items.filter(({ day }) => day === null || day <= '2026-11-22').length;
    expect(all.load[0]?.items).toBe(dueToday);
    const person = open.actor.display;
    const own = await listWork(folder.services, open, { ...EVERYTHING, person });
    expect(own.items).toEqual(all.items.filter(({ responsible }) => responsible === person));
    expect(own.kinds.find(({ kind }) => kind === 'next-contact')?.count).toBe(
      own.items.filter(({ kind }) => kind === 'next-contact').length,
    );
    expect(all.people.find(({ name }) => name === person)?.total).toBe(own.items.length);
    expect(all.people.reduce((sum, { total }) => sum + total, 0)).toBe(all.items.length);
    expect((await list('mine')).people).toEqual([]);
    const later = await listWork(folder.services, open, { ...EVERYTHING, until: '2027-12-31' });
    const days = (answer: typeof all) => answer.items.map(({ day }) => day);
    expect([days(all).includes('2027-03-01'), days(later).includes('2027-03-01')]).toEqual([false, true]);
  });

  it('S02 targets with nothing planned are counted and told; a next date, however far, is a plan', async () => {
    const [idle, planned] = [household(), household()];
    for (const party of [idle, planned]) {
      const number = `H${String(party).padStart(6, '0')}`;
      const filter = { conditions: [{ column: 'household' as const, operator: '=' as const, values: [number] }] };
      const choice = { source: 'large' as const, filter, reason: '大额不良贷款', requestId: randomUUID() };
      await proposeTargets(folder.services, open, choice);
    }
    await record(planned, { next: { on: '2027-05-01', what: '收割后再问' } });
    const { households } = await listIdle(folder.services, open, { scope: 'all' });
    expect(households.map(({ household: number }) => number)).toEqual([`H${String(idle).padStart(6, '0')}`]);
    expect((await list()).idle).toBe(1);
    expect((await list('mine')).idle).toBe(0);
  });

  it('S02 an appointment is put off with a reason, comes again on its new day, and is done when somebody says so', async () => {
    const party = household();
    const { id } = await record(party, { next: { on: '2026-11-21', what: '签还款协议' } });
    const ref = { kind: 'next-contact' as const, key: String(id) };
    const putOff = (until: string) =>
      postponeWork(folder.services, open, { ...ref, until, reason: '债务人住院，出院后再签' });
    await expect(putOff('2026-12-08')).rejects.toMatchObject({ refusal: { code: 'postponement-day' } });
    await putOff('2026-11-24');
    expect(await of(party)).toEqual([['next-contact', '2026-11-24', 'later']]);
    const item = (await list()).items.find(({ kind, key }) => kind === ref.kind && key === ref.key);
    expect(item).toMatchObject({
      postponed: { from: '2026-11-21', times: 1, reason: '债务人住院，出院后再签' },
      may: { postpone: { until: '2026-12-09' }, fixed: null, done: true },
    });
    expect(() => open.store.sqlite.exec('DELETE FROM work_note')).toThrow(/only added to/);
    // Pressed twice at once: once.
    const both = await Promise.allSettled([putOff('2026-11-25'), putOff('2026-11-25')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await markWorkDone(folder.services, open, { ...ref, result: '协议已签' });
    expect(await of(party)).toEqual([]);
    await expect(putOff('2026-11-26')).rejects.toMatchObject({ refusal: { code: 'work-unknown' } });
  });

  it('S02 a colleague’s work and a period of law are not put off; what the books tell is not said to be done', async () => {
    const party = household({ due_date: '2023-12-05', officer: '测试clerk' });
    await runPortfolio(folder.services, open, {});
    const { id } = await record(party, { next: { on: '2026-11-21', what: '再问' } });
    const items = (await list()).items;
    const limitation = present(
      items.find(({ kind, responsible }) => kind === 'action' && responsible === open.actor.display),
      'a limitation',
    );
    expect(limitation.may).toEqual({ postpone: null, fixed: 'fixed', done: false });
    const { kind, key } = limitation;
    const later = { until: '2026-12-01', reason: '债务人外出' };
    await expect(postponeWork(folder.services, open, { kind, key, ...later })).rejects.toMatchObject({
      refusal: { code: 'work-fixed' },
    });
    await expect(markWorkDone(folder.services, open, { kind, key, result: '已办' })).rejects.toMatchObject({
      refusal: { code: 'work-computed' },
    });
    const head = await folder.signInAs('head');
    const foreign = { kind: 'next-contact' as const, key: String(id), ...later };
    await expect(postponeWork(folder.services, head, foreign)).rejects.toMatchObject({
      refusal: { code: 'work-foreign' },
    });
    open = await folder.signInAs('clerk');
    build = new Builder(open);
  });

  it('S02 guarantees that run out count each contract once; no plan is no percentage', async () => {
    const all = await list();
    const contracts = new Set(
      all.items.filter(({ kind }) => kind === 'guarantee').map(({ what }) => what.split(' ')[0]),
    );
    expect(all.expiring.loans).toBe(contracts.size);
    expect(all.plan).toBeNull();
  });

  it('TEAM-05 the month’s plan of the branch, of a person, from the receipts by their collectors', async () => {
    const userId = present(open.actor.userId, 'the clerk');
    const goal = { month: '2026-11', principal: 200_000, interest: 0, households: 1 };
    const lines = [
      { ...goal, scope: 'branch' as const, subjectId: null },
      { ...goal, scope: 'person' as const, subjectId: userId, principal: 100_000 },
    ];
    const days = { firstDay: '2026-01-01', lastDay: '2026-12-31' };
    await saveWorkPlan(open, { id: null, rev: null, kind: 'year', title: '年度计划', ...days, lines });
    const before = (await list()).plan?.done.principal ?? 0;
    const receipt = build.receipt({ loan_id: build.loan(), received_on: '2026-11-20', principal: 50_000 });
    build.share({ receipt_id: receipt, seq: 1, name: open.actor.display, ppm: 500_000 });
    build.share({ receipt_id: receipt, seq: 2, name: '别人', ppm: 500_000 });
    expect((await list()).plan).toMatchObject({ name: '', done: { principal: before + 50_000 } });
    expect((await list('mine')).plan).toMatchObject({ share: '0.2500', done: { principal: 25_000 } });
    expect((await list('unit')).plan).toBeNull();
  });

  it('REC-14 a head finds what waits for his decision', async () => {
    const party = household();
    await proposeStep(folder.services, open, {
      household: party,
      act: 'internal-accountability',
      basis: '劳动合同和制度',
      purpose: '追责',
      channel: '人事部门',
      content: '内部追责并记录',
      checks: [],
      plannedOn: '2026-12-01',
    });
    open = await folder.signInAs('head');
    const waiting = (await list('mine')).items.filter(({ kind }) => kind === 'approval');
    expect(waiting.map(({ what, day, span }) => [what, day, span])).toEqual([['本行员工内部追责', null, 'today']]);
    expect(await of(party)).toContainEqual(['step', '2026-12-01', 'later']);
    const id = Number(present(waiting[0], 'a request').key);
    const opinion = { outcome: 'reject', opinion: '证据不足，不同意', requestId: randomUUID() } as const;
    await decideRequest(folder.services.clock.today(), open, { id, rev: 1, ...opinion });
    expect(await of(party)).toEqual([]);
  });

  it('what a head sent back is work for whoever asked, until it is asked anew', async () => {
    open = await folder.signInAs('clerk');
    const party = open.store.read.hot('SELECT max(party_id) FROM loan').pluck().get() as number;
    const step: ProposeInput = {
      ...{ household: party, act: 'internal-accountability', basis: '劳动合同和制度', purpose: '追责' },
      ...{ channel: '人事部门', content: '内部追责并记录', checks: [], plannedOn: '2026-12-01' },
    };
    const { id: own } = await proposeStep(folder.services, open, step);
    const request = open.store.read.hot('SELECT id FROM approval_request WHERE subject = ?').pluck();
    const id = request.get(`conduct-step:${own}`) as number;
    open = await folder.signInAs('head');
    const back = { outcome: 'return', opinion: '请补充人事记录', requestId: randomUUID() } as const;
    await decideRequest(folder.services.clock.today(), open, { id, rev: 1, ...back });
    expect((await list('mine')).items.map(({ kind }) => kind)).not.toContain('approval-returned');
    open = await folder.signInAs('clerk');
    const mine = (await list('mine')).items.filter(({ kind }) => kind === 'approval-returned');
    expect(mine.map(({ key, link }) => [key, link])).toEqual([[String(id), `/approvals?list=submitted&id=${id}`]]);
  });
});
