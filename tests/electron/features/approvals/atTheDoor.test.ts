/** S10 through the contract, two people at once: one answer, both states told; the same request twice; paper and checks beside it. */
import { randomUUID } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createRouterClient, type RouterClient } from '@orpc/server';
import { present } from '@shared/kernel/assert';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Session } from '../../../../electron/features/users/session';
import { router } from '../../../../electron/router';
import { type People, withPeople } from '../../../support/approvals';
import { recordingEngine } from '../../../support/fillReport';
import { makeFolder, type TestFolder } from '../../../support/openFolder';

type Client = RouterClient<typeof router>;

let folder: TestFolder;
let people: People;
let clerk: Client;

/** A session of its own at the same open folder. */
async function sessionOf(name: string): Promise<Client> {
  const session = { open: await people.as(name) } as Session;
  return createRouterClient(router, { context: { services: { ...folder.services, session } } });
}

beforeAll(async () => {
  folder = await makeFolder({ engine: recordingEngine() });
  clerk = createRouterClient(router, { context: { services: folder.services } });
  people = await withPeople(folder.open, {
    deputy1: ['deputy-head'],
    deputy2: ['deputy-head'],
    auditor2: ['auditor'],
  });
});
afterAll(() => folder.close());

let asked: number;
let day = 1;
beforeEach(async () => {
  const on = `2026-12-${String(day).padStart(2, '0')}`;
  day += 1;
  const leave = { kind: 'personal' as const, reason: '家中有事', firstDay: on, lastDay: on, substituteId: null };
  await clerk.team.askLeave({ ...leave, requestId: randomUUID() });
  const { items } = await clerk.approvals.list({ list: 'submitted' });
  asked = present(items[0], 'the leave').id;
});

const refusalOf = (call: Promise<unknown>) =>
  call.then(
    () => null,
    (error) => error.data,
  );
const consent = (rev: number) => ({
  ...{ id: asked, rev, outcome: 'consent' as const, opinion: '同意，按期返岗' },
  requestId: randomUUID(),
});

describe('two approvers at the same moment', () => {
  test('one is heard; the other is told who was faster, what he said and how it stands, and nothing of his is kept', async () => {
    const [one, two] = [await sessionOf('deputy1'), await sessionOf('deputy2')];
    const [seen1, seen2] = [await one.approvals.show({ id: asked }), await two.approvals.show({ id: asked })];
    expect([seen1.rev, seen1.may.decide]).toEqual([seen2.rev, null]);
    const answers = await Promise.allSettled([
      one.approvals.decide({ ...consent(seen1.rev), outcome: 'return', opinion: '请改期再报' }),
      two.approvals.decide(consent(seen2.rev)),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const lost = answers.find((answer) => answer.status === 'rejected');
    const { decisions, state } = await clerk.approvals.show({ id: asked });
    expect(decisions).toHaveLength(1);
    expect(lost?.reason.data).toMatchObject({
      code: 'decision-conflict',
      facts: { state, waitingFor: null, by: decisions[0]?.display, outcome: decisions[0]?.outcome },
    });
  });

  test('whoever opens it later sees it ended and has nothing to decide', async () => {
    const [one, two] = [await sessionOf('deputy1'), await sessionOf('deputy2')];
    await one.approvals.decide(consent((await one.approvals.show({ id: asked })).rev));
    const shown = await two.approvals.show({ id: asked });
    expect(shown).toMatchObject({ state: 'approved', may: { decide: { code: 'request-closed' } }, checklist: [] });
    expect((await two.approvals.list({ list: 'mine' })).items.map(({ id }) => id)).not.toContain(asked);
  });
});

describe('a second click, a lost reply', () => {
  test('the same request is answered with the state, also when it has ended since', async () => {
    const one = await sessionOf('deputy1');
    const input = consent((await one.approvals.show({ id: asked })).rev);
    const [first, second] = await Promise.all([one.approvals.decide(input), one.approvals.decide(input)]);
    expect(second).toEqual(first);
    expect(first).toMatchObject({ id: asked, state: 'approved' });
    expect(await one.approvals.decide(input)).toEqual(first);
    expect((await clerk.approvals.show({ id: asked })).decisions).toHaveLength(1);
    expect(await refusalOf(one.approvals.decide({ ...input, outcome: 'reject' }))).toMatchObject({
      code: 'request-conflict',
    });
  });

  test('withdrawn twice is withdrawn once; the decider is told', async () => {
    const one = await sessionOf('deputy1');
    const { rev } = await one.approvals.show({ id: asked });
    const input = { id: asked, rev, reason: '行程取消了', requestId: randomUUID() };
    const withdrawn = await clerk.approvals.withdraw(input);
    expect(await clerk.approvals.withdraw(input)).toEqual(withdrawn);
    expect(await refusalOf(one.approvals.decide(consent(rev)))).toMatchObject({
      code: 'decision-conflict',
      facts: { state: 'withdrawn', by: '测试clerk', outcome: 'withdraw' },
    });
    expect((await one.approvals.show({ id: asked })).decisions).toMatchObject([
      { outcome: 'withdraw', opinion: '行程取消了' },
    ]);
  });
});

describe('what was asked has changed', () => {
  test('it can neither be agreed to nor rejected, but sent back', async () => {
    const one = await sessionOf('deputy1');
    const { rev } = await one.approvals.show({ id: asked });
    folder.open.store.sqlite.exec("UPDATE leave SET reason = '另有原因' WHERE state = 'asked'");
    expect((await one.approvals.show({ id: asked })).changes).toMatchObject([
      { field: 'reason', asked: { value: '家中有事' }, now: { value: '另有原因' } },
    ]);
    expect(await refusalOf(one.approvals.decide(consent(rev)))).toMatchObject({ code: 'content-changed' });
    const reject = { ...consent(rev), outcome: 'reject' as const, opinion: '内容与申请不符' };
    expect(await refusalOf(one.approvals.decide(reject))).toMatchObject({ code: 'content-changed' });
    const back = { ...consent(rev), outcome: 'return' as const, opinion: '内容与申请不符' };
    expect(await one.approvals.decide(back)).toMatchObject({ state: 'returned' });
  });
});

describe('beside the request', () => {
  test('the form as it would print today, marked as draft; for the auditor as well', async () => {
    const reader = await sessionOf('auditor2');
    expect((await reader.approvals.show({ id: asked })).hasPaper).toBe(true);
    const paper = present(await reader.approvals.paper({ id: asked }), 'a leave has its form');
    expect(paper.issued).toBeNull();
    expect(Buffer.from(paper.fileBase64, 'base64').toString()).toBe('pdf 请销假单 {"draft":true}');
  });

  test('once issued, the issued one with its number', async () => {
    const one = await sessionOf('deputy1');
    await one.approvals.decide(consent((await one.approvals.show({ id: asked })).rev));
    const { leaves } = await clerk.team.leaves({});
    const leave = present(
      leaves.find(({ requestId }) => requestId === asked),
      'the leave',
    );
    const issued = await clerk.documents.issueTyped({
      ...{ form: 'leave', subject: String(leave.id), fields: {}, requestId: randomUUID() },
    });
    const paper = present(await clerk.approvals.paper({ id: asked }), 'a leave has its form');
    expect(paper.issued).toBe(issued.number);
    expect(Buffer.from(paper.fileBase64, 'base64').toString()).not.toContain('draft');
  });

  test('what its kind rests on, each with its article; what lacks is told', async () => {
    const { checklist } = await (await sessionOf('deputy1')).approvals.show({ id: asked });
    expect(checklist).toEqual([
      { id: 'substitute', met: false, detail: '', article: 'B1 §18' },
      { id: 'reported-back', met: true, detail: '', article: 'B1 §18' },
    ]);
  });

  test('authority during leave: whether its giver is really away', async () => {
    const giver = await sessionOf('deputy1');
    const [fromUserId, toUserId] = [await people.id('deputy1'), await people.id('deputy2')];
    const days = { firstDay: '2027-01-04', lastDay: '2027-01-05' };
    const handed = { fromUserId, toUserId, level: 'deputy-head' as const, ...days, basis: '外出学习期间' };
    await giver.approvals.delegate({ ...handed, requestId: randomUUID() });
    const checks = async () => {
      const { items } = await giver.approvals.list({ list: 'submitted' });
      const open = present(
        items.find(({ kind }) => kind === 'delegation'),
        'the delegation',
      );
      const { checklist, hasPaper } = await giver.approvals.show({ id: open.id });
      expect([hasPaper, await giver.approvals.paper({ id: open.id })]).toEqual([false, null]);
      return Object.fromEntries(checklist.map(({ id, met }) => [id, met]));
    };
    expect(await checks()).toEqual({
      ...{ 'giver-holds': true, 'taker-active': true, 'giver-on-leave': false, 'days-ahead': true },
    });
    const leave = { kind: 'personal' as const, reason: '外出学习', ...days, substituteId: null };
    await giver.team.askLeave({ ...leave, requestId: randomUUID() });
    const own = present((await giver.approvals.list({ list: 'submitted' })).items[0], 'his leave').id;
    const other = await sessionOf('deputy2');
    asked = own;
    await other.approvals.decide(consent((await other.approvals.show({ id: own })).rev));
    expect((await checks())['giver-on-leave']).toBe(true);
  });

  test('every check of every kind has its words', () => {
    const root = resolve(import.meta.dirname, '../../../..');
    const source = globSync('electron/features/*/*{Approval,approval,Kind}.ts', { cwd: root });
    const ids = source.flatMap((file) =>
      [...readFileSync(resolve(root, file), 'utf8').matchAll(/\{ id: '([a-z-]+)', met/g)].map(([, id]) => String(id)),
    );
    expect(ids.length).toBeGreaterThan(15);
    for (const language of ['zh-CN', 'zh-TW', 'en']) {
      const { item } = JSON.parse(readFileSync(resolve(root, `resources/locales/${language}/approvals.json`), 'utf8'));
      expect(ids.filter((id) => !item[id])).toEqual([]);
    }
  });
});
