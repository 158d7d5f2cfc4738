/** Plans of measures and limited steps on a real folder: versions, states, revision, approval (REC-01, REC-09, REC-14). */
import { randomUUID } from 'node:crypto';
import { present } from '@shared/kernel/assert';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { decideRequest } from '../../../../electron/features/approvals/decideRequest';
import { showRequest } from '../../../../electron/features/approvals/showRequest';
import { recordContact } from '../../../../electron/features/contacts/recordContact';
import { finishStep, type ProposeInput, proposeStep } from '../../../../electron/features/measures/conductStep';
import { moveItem } from '../../../../electron/features/measures/moveItem';
import { reopenMeasures } from '../../../../electron/features/measures/reopenMeasures';
import { type PlanInput, savePlan } from '../../../../electron/features/measures/savePlan';
import { showMeasures } from '../../../../electron/features/measures/showMeasures';
import type { OpenFolder } from '../../../../electron/openFolder';
import { withPeople } from '../../../support/approvals';
import { Builder } from '../../../support/builders';
import { callTo } from '../../../support/contactDrafts';
import { makeFolder, type TestFolder } from '../../../support/openFolder';

let folder: TestFolder;
let open: OpenFolder;
let household: number;
let clerk: number;
let count = 0;

beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.close());

beforeEach(async () => {
  open = await folder.signInAs('clerk');
  clerk = present(open.actor.userId, 'the clerk');
  const build = new Builder(open);
  household = build.batch(() => {
    const party = build.party();
    count += 1;
    const loan = build.loan({
      party_id: party,
      contract_no: `甲-${count}`,
      issue_date: '2023-06-01',
      due_date: '2024-06-03',
    });
    build.guarantee({ loan_id: loan });
    return party;
  });
});

const PRINCIPLES = { risk: '先核对债务', loss: '尽早分期', recovery: '每月还款' };
const plan = (given: Partial<PlanInput> = {}): PlanInput => ({
  household,
  version: 0,
  reason: '首次制定',
  ...PRINCIPLES,
  drop: [],
  add: [{ measure: 'negotiation', what: '上门面谈', responsible: clerk, dueOn: '2026-12-01', basis: null }],
  ...given,
});
const save = (given: Partial<PlanInput> = {}) => savePlan(folder.services, open, plan(given));
const show = () => showMeasures(folder.services, open, household);
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'granted',
    (error: { refusal?: { code: string } }) => error.refusal?.code ?? String(error),
  );

describe('REC-01 the plan of measures', () => {
  it('keeps every version with its principles, and what the rules said on the day', async () => {
    await save();
    const [item] = (await show()).items;
    const due = { measure: 'm23', what: '向保证人主张', responsible: clerk, dueOn: '2026-12-05', basis: null };
    const drop = [{ item: present(item, 'an item').id, why: '改为向保证人主张' }];
    await save({ version: 1, reason: '见过面后修订', drop, add: [due] });
    const { versions, items } = await show();
    expect(versions.map(({ version, reason, risk }) => [version, reason, risk])).toEqual([
      [2, '见过面后修订', PRINCIPLES.risk],
      [1, '首次制定', PRINCIPLES.risk],
    ]);
    expect(items.map(({ measure, state, addedBy }) => [measure, state, addedBy])).toEqual([
      ['negotiation', 'dropped', 1],
      ['m23', 'planned', 2],
    ]);
    expect(items[1]?.verdict).toMatchObject({ suits: true, trace: [{ row: 'm23' }, expect.anything()] });
    expect(items[0]?.steps.map(({ state, result }) => [state, result])).toEqual([
      ['planned', ''],
      ['dropped', '改为向保证人主张'],
    ]);
  });

  it('suggests by the contact log as well', async () => {
    const before = (await show()).verdicts.find(({ measure }) => measure === 'm20');
    await recordContact(folder.services, open, callTo(household, { ability: 'instalments', attitude: 'cooperative' }));
    const after = (await show()).verdicts.find(({ measure }) => measure === 'm20');
    expect([before?.suits, after?.suits]).toEqual([false, true]);
  });

  it.each<[string, () => Partial<PlanInput>]>([
    ['household-unknown', () => ({ household: 999_999 })],
    ['plan-conflict', () => ({ version: 1 })],
    [
      'measure-unknown',
      () => ({ add: [{ measure: 'm99', what: '无', responsible: clerk, dueOn: '2026-12-01', basis: null }] }),
    ],
    [
      'measure-blocked',
      () => ({ add: [{ measure: 'm27', what: '公示', responsible: clerk, dueOn: '2026-12-01', basis: null }] }),
    ],
    [
      'measure-basis-missing',
      () => ({ add: [{ measure: 'm26', what: '折扣', responsible: clerk, dueOn: '2026-12-01', basis: null }] }),
    ],
    ['measure-unknown', () => ({ drop: [{ item: 999_999, why: '不做' }] })],
    [
      'responsible-unknown',
      () => ({ add: [{ measure: 'negotiation', what: '面谈', responsible: 999, dueOn: '2026-12-01', basis: null }] }),
    ],
    [
      'measure-due-past',
      () => ({ add: [{ measure: 'negotiation', what: '面谈', responsible: clerk, dueOn: '2026-11-21', basis: null }] }),
    ],
    ['plan-empty', () => ({ add: [] })],
  ])('refuses %s', async (refusal, given) => {
    expect(await code(save(given()))).toBe(refusal);
  });

  it('refuses words that the bank must not use, in the plan and in what came of it (documents.md §8)', async () => {
    const telling = save({ reason: '通知其单位领导督促还款' });
    await expect(telling).rejects.toMatchObject({
      refusal: { code: 'wording-blocked', article: expect.stringContaining('第二十五条') },
    });
    await save();
    const { id: item } = present((await show()).items[0], 'an item');
    expect(await code(moveItem(open, { item, state: 'done', result: '上门堵了三天' }))).toBe('wording-blocked');
    expect((await show()).items[0]?.steps).toHaveLength(1);
  });

  it('names the article of a blocked method', async () => {
    const blocked = save({
      add: [{ measure: 'm10', what: '集体上门', responsible: clerk, dueOn: '2026-12-01', basis: null }],
    });
    await expect(blocked).rejects.toMatchObject({ refusal: { article: expect.stringContaining('第一千零三十三条') } });
  });

  it('an item ends once', async () => {
    await save();
    const { id: item } = present((await show()).items[0], 'an item');
    await moveItem(open, { item, state: 'started', result: '已约见' });
    await moveItem(open, { item, state: 'done', result: '已签还款协议' });
    expect(await code(moveItem(open, { item, state: 'failed', result: '反悔' }))).toBe('measure-ended');
    expect(await code(save({ version: 1, drop: [{ item, why: '不做' }] }))).toBe('measure-ended');
    expect((await show()).items[0]?.steps).toHaveLength(3);
  });

  it('REC-09 a missed instalment makes it due for revision until the next version', async () => {
    await save();
    const missed = { household, cause: 'instalment-missed', reference: '协议1 第3期', missedOn: '2026-11-20' } as const;
    const reopen = () =>
      open.store.write(open.actor, async (tx) => {
        const notes = await reopenMeasures(tx, missed);
        return {
          result: notes.length,
          audit: [{ action: 'contacts.record', objectKind: 'test', objectId: '1' }, ...notes],
        };
      });
    expect([await reopen(), await reopen()]).toEqual([1, 0]);
    // The clock of the tests stands still: a later version has the same instant and answers all the same.
    open.store.sqlite.exec("UPDATE measure_reopening SET at = '2026-11-22T02:30:00.001Z'");
    expect((await show()).reopenings).toEqual([
      { cause: 'instalment-missed', reference: '协议1 第3期', missedOn: '2026-11-20' },
    ]);
    open.store.sqlite.exec("UPDATE measure_reopening SET at = '2026-11-22T02:29:59.999Z'");
    await save({ version: 1, reason: '第三期未还，改为起诉准备' });
    expect((await show()).reopenings).toEqual([]);
  });

  it('is never rewritten, not even by SQL', async () => {
    await save();
    const { sqlite } = open.store;
    expect(() => sqlite.exec("UPDATE measure_plan SET reason = 'x'")).toThrow('new version');
    expect(() => sqlite.exec("UPDATE measure_item SET what = 'x'")).toThrow('new version');
    expect(() => sqlite.exec('DELETE FROM measure_step')).toThrow('never go');
  });
});

describe('law.md §15 a measure that law warns of', () => {
  const warned = (measure: 'm08' | 'm26') => ({
    ...{ measure, what: '按本金九折一次结清', responsible: clerk, dueOn: '2026-12-01' },
    basis: '还款协议和本行减让权限',
  });
  const requestOf = async () => present((await show()).items[0]?.approval, 'a request').id;
  const begin = async () =>
    moveItem(open, { item: present((await show()).items[0], 'an item').id, state: 'started', result: '已约谈' });

  beforeAll(async () => {
    open = await folder.signInAs('clerk');
    await withPeople(open, { keeper: ['asset-preservation-head'] });
  });

  it('is asked for with its basis and the article, by the levels of the rule; nothing begins before', async () => {
    await save({ add: [warned('m26')] });
    const detail = await showRequest(open.store.read, open.actor, '2026-11-22', await requestOf());
    expect(detail.path).toEqual(['asset-preservation-head', 'branch-head']);
    expect(detail.trace[0]).toMatchObject({ rule: 'authority/limited-measures', row: 'concession' });
    expect(Object.fromEntries(detail.content.map(({ field, value }) => [field, value]))).toMatchObject({
      measure: 'm26',
      basis: '还款协议和本行减让权限',
      limit: expect.stringContaining('第二十六招'),
    });
    expect(detail.may.decide).toMatchObject({ code: 'own-item' });
    await expect(begin()).rejects.toMatchObject({
      refusal: {
        code: 'approval-missing',
        facts: { kind: 'limited-measure', state: 'submitted' },
        article: expect.stringContaining('第二十六招'),
      },
    });
  });

  it('begins with consent, and may be given up without', async () => {
    await save({ add: [warned('m08')] });
    const id = await requestOf();
    const { rev } = await showRequest(open.store.read, open.actor, '2026-11-22', id);
    const keeper = await (await withPeople(open, {})).as('keeper');
    const said = { outcome: 'consent' as const, opinion: '', requestId: randomUUID() };
    expect(await code(begin())).toBe('approval-missing');
    await decideRequest('2026-11-22', keeper, { id, rev, ...said });
    await begin();
    expect((await show()).items[0]).toMatchObject({ state: 'started', approval: { state: 'approved' } });

    const [item] = (await show()).items;
    const drop = [{ item: present(item, 'an item').id, why: '双方谈不拢' }];
    await save({ version: 1, drop, add: [warned('m26')] });
    const other = present(
      (await show()).items.find(({ measure }) => measure === 'm26'),
      'the new one',
    );
    await moveItem(open, { item: other.id, state: 'failed', result: '借款人不接受' });
  });

  it('whoever carries it out does not agree to it (ORG-03)', async () => {
    const keeper = await (await withPeople(open, {})).as('keeper');
    await save({ add: [{ ...warned('m08'), responsible: present(keeper.actor.userId, 'the keeper') }] });
    const shown = await showRequest(keeper.store.read, keeper.actor, '2026-11-22', await requestOf());
    expect(shown.may.decide).toMatchObject({ code: 'own-item' });
  });

  it('taken out of the plan, its request is void', async () => {
    await save({ add: [warned('m26')] });
    const id = await requestOf();
    const drop = [{ item: present((await show()).items[0], 'an item').id, why: '改为分期' }];
    const add = [{ measure: 'negotiation', what: '面谈', responsible: clerk, dueOn: '2026-12-01', basis: null }];
    await save({ version: 1, drop, add });
    expect(await showRequest(open.store.read, open.actor, '2026-11-22', id)).toMatchObject({
      state: 'void',
      decisions: [{ outcome: 'void', opinion: '改为分期' }],
    });
    expect((await show()).items.find(({ measure }) => measure === 'negotiation')?.approval).toBeNull();
  });
});

describe('REC-14 steps that law limits', () => {
  const step = (given: Partial<ProposeInput> = {}): ProposeInput => ({
    household,
    act: 'outside-collector',
    basis: '个人信息保护法第二十一条，委托合同',
    purpose: '委托催收',
    channel: '委托合同',
    content: '委托某公司在约定范围内催收',
    checks: [],
    plannedOn: '2026-12-01',
    ...given,
  });
  const propose = (given: Partial<ProposeInput> = {}) => proposeStep(folder.services, open, step(given));

  it.each(['publish-list', 'police-collection', 'cut-utilities', 'dock-pay', 'shame-staff', 'fake-documents'] as const)(
    '%s is refused with its article and leaves nothing',
    async (act) => {
      await expect(propose({ act })).rejects.toMatchObject({
        refusal: { code: 'act-blocked', article: expect.stringMatching(/第|号|指引/) },
      });
      expect((await show()).steps).toEqual([]);
    },
  );

  it('a step may not be put in words of threat; a report of a crime names the police', async () => {
    expect(await code(propose({ content: '委托某公司上门堵住借款人' }))).toBe('wording-blocked');
    const crime = { channel: '公安机关', content: '涉嫌贷款诈骗，依法报案' };
    expect(await code(propose({ act: 'outside-collector', ...crime }))).toBe('wording-blocked');
    expect(await code(propose({ act: 'criminal-report', ...crime }))).toBe('granted');
  });

  it('a newspaper notice needs every condition', async () => {
    expect(await code(propose({ act: 'newspaper-notice', checks: ['whereabouts'] }))).toBe('checks-missing');
  });

  it('is done only after those whom the rule names agreed, and once', async () => {
    const { id } = await propose({ act: 'internal-accountability' });
    const [proposed] = (await show()).steps;
    expect(proposed).toMatchObject({ approval: { state: 'submitted' }, limit: { article: expect.any(String) } });
    const done = { id, rev: 1, doneOn: '2026-12-01', result: '已办理并归档' };
    expect(await code(finishStep(open, done))).toBe('approval-missing');
    const request = present(proposed?.approval, 'a request').id;
    const head = await folder.signInAs('head');
    const opinion = { outcome: 'consent', opinion: '同意', requestId: randomUUID() } as const;
    await decideRequest(folder.services.clock.today(), head, { id: request, rev: 1, ...opinion });
    open = await folder.signInAs('clerk');
    expect(await code(finishStep(open, { ...done, rev: 9 }))).toBe('step-conflict');
    await finishStep(open, done);
    expect((await show()).steps[0]).toMatchObject({ doneOn: '2026-12-01', approval: { state: 'approved' } });
    expect(await code(finishStep(open, done))).toBe('step-done');
  });
});
