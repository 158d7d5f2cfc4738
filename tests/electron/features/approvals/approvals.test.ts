/** ORG-03, ORG-04 on a real folder: derived paths, limits, separation, the committee, conflicts, and what voids an approval. */
import { randomUUID } from 'node:crypto';
import type { Vote } from '@shared/domain/approvals/committee';
import type { Outcome } from '@shared/domain/approvals/standing';
import { headCode } from '@shared/domain/audit/chain';
import type { VersionDraft } from '@shared/domain/rules/versionDraft';
import { present } from '@shared/kernel/assert';
import { RefusalError } from '@shared/kernel/result';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { approvalPaper } from '../../../../electron/features/approvals/approvalPaper';
import { decideRequest } from '../../../../electron/features/approvals/decideRequest';
import { listRequests, waitingForMe } from '../../../../electron/features/approvals/inbox';
import { recordConflict } from '../../../../electron/features/approvals/recordConflict';
import { approvalOf, requireApproved, voidApprovals } from '../../../../electron/features/approvals/requireApproved';
import { showRequest } from '../../../../electron/features/approvals/showRequest';
import { closeVote, voteOnRequest } from '../../../../electron/features/approvals/voteOnRequest';
import { withdrawRequest } from '../../../../electron/features/approvals/withdrawRequest';
import { approveDraft } from '../../../../electron/features/rules/decideDraft';
import { saveDraft } from '../../../../electron/features/rules/saveDraft';
import { showRule } from '../../../../electron/features/rules/showRule';
import type { OpenFolder } from '../../../../electron/openFolder';
import { type People, TestPlan, TODAY, withPeople } from '../../../support/approvals';
import { makeFolder, type TestFolder } from '../../../support/openFolder';

let folder: TestFolder;
let people: People;
let plan: TestPlan;
let clerk: OpenFolder;

beforeAll(async () => {
  folder = await makeFolder();
  clerk = folder.open;
  people = await withPeople(clerk, {
    preserver: ['asset-preservation-head'],
    deputy: ['deputy-head'],
    member1: ['committee-member'],
    member2: ['committee-member'],
    chair: ['committee-member', 'branch-head'],
    both: ['clerk', 'branch-head', 'committee-member'],
  });
});
afterAll(() => folder.close());
beforeEach(() => {
  plan = new TestPlan();
});

const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error) => (error instanceof RefusalError ? error.refusal : Promise.reject(error)),
  );
const codeOf = async (work: Promise<unknown>) => (await refusalOf(work))?.code ?? null;

async function decide(name: string, id: number, outcome: Outcome = 'consent', opinion = '情况属实，可以办理', rev = 0) {
  const open = await people.as(name);
  const seen = rev || (await show(id)).rev;
  return decideRequest(TODAY, open, { id, rev: seen, outcome, opinion, requestId: randomUUID() }, plan.find);
}

async function vote(name: string, id: number, cast: Vote = 'consent', opinion = '方案可行合规') {
  const open = await people.as(name);
  const { rev } = await show(id);
  return voteOnRequest(TODAY, open, { id, rev, vote: cast, opinion, requestId: randomUUID() }, plan.find);
}

async function close(name: string, id: number) {
  const open = await people.as(name);
  const { rev } = await show(id);
  const minutes = '二〇二六年十一月二十二日在会议室集体审议';
  return closeVote(TODAY, open, { id, rev, minutes, requestId: randomUUID() }, plan.find);
}

const show = (id: number, open = clerk) => showRequest(open.store.read, open.actor, TODAY, id, plan.find);

describe('ORG-04 a path is derived, never chosen', () => {
  test('B3 §33, §23 as shipped: the committee, then the head; the trace names the article and that it is unconfirmed', async () => {
    const { id, path } = await plan.submit(clerk, 60_000_000, 40);
    expect(path).toEqual(['committee', 'branch-head']);
    const shown = await show(id);
    expect(shown).toMatchObject({ state: 'submitted', waitingFor: 'committee', at: 0 });
    expect(shown.trace[0]).toMatchObject({ rule: 'authority/disposal-plan', status: 'unconfirmed' });
    // B4 §10: three calendar days from the Sunday on which it came.
    expect(shown.deadline).toBe('2026-11-25');
    expect(shown.deadlineTrace[0]?.rule).toBe('litigation/committee-review-days');
  });

  test('a request about the same subject is refused while one is open or approved', async () => {
    const { subject } = await plan.submit(clerk, 1, 1);
    expect(await codeOf(plan.submit(clerk, 1, 1, { subject }))).toBe('request-open');
  });
});

describe('the way to an approval', () => {
  test('votes, minutes, head: every step keeps person, authority, opinion, digest and its place in the log', async () => {
    const { id, subject } = await plan.submit(clerk, 60_000_000, 40);
    await vote('member1', id);
    await vote('member2', id, 'refuse', '抵押物可以先行处置');
    expect(await refusalOf(close('member1', id))).toMatchObject({
      code: 'quorum-missing',
      facts: { present: 2, members: 4 },
    });
    await vote('chair', id);
    expect(await close('member1', id)).toMatchObject({ state: 'submitted' });
    expect(plan.ended).toEqual([]);
    expect(await decide('chair', id)).toMatchObject({ state: 'approved' });
    expect(plan.ended).toEqual(['approved']);

    const shown = await show(id);
    expect(shown.committee?.tally).toEqual({
      members: 4,
      present: 3,
      consent: 2,
      refuse: 1,
      abstain: 0,
      quorum: true,
      majority: true,
    });
    expect(shown.decisions).toMatchObject([
      { level: 'committee', outcome: 'consent', display: '人员member1' },
      { level: 'branch-head', outcome: 'consent', display: '人员chair', opinion: '情况属实，可以办理' },
    ]);
    const rows = clerk.store.sqlite
      .prepare(
        `SELECT entry.action, entry.object_id AS id, lower(hex(entry.mac)) AS mac, decision.digest FROM approval_decision AS decision
         JOIN audit_entry AS entry ON entry.id = decision.entry WHERE decision.request_id = ? ORDER BY decision.id`,
      )
      .all(id) as { action: string; id: string; mac: string; digest: string }[];
    expect(rows.map(({ action, id: object }) => [action, object])).toEqual([
      ['approvals.closeVote', String(id)],
      ['approvals.decide', String(id)],
    ]);
    expect(rows.map(({ digest }) => digest)).toEqual([shown.digest, shown.digest]);
    expect(shown.decisions.map(({ code }) => code)).toEqual(rows.map(({ mac }) => headCode({ seq: 0, mac })));
    const paper = await approvalPaper(clerk.store.read, id);
    expect(paper.code).toBe(shown.decisions[1]?.code);
    expect(paper.levels[1]?.decision).toMatchObject({ by: '人员chair', outcome: 'consent' });
    expect(paper.vote?.votes.map((each) => each.vote)).toEqual(['consent', 'refuse', 'consent']);
    expect((await requireApproved(clerk.store.read, plan.kind, subject)).id).toBe(id);
    expect(await codeOf(plan.submit(clerk, 1, 1, { subject }))).toBe('request-approved');
  });

  test('without a majority the committee has rejected it, whoever closes the vote', async () => {
    const { id } = await plan.submit(clerk, 1, 1);
    await vote('member1', id, 'refuse', '损失率过高');
    await vote('member2', id, 'refuse', '损失率过高');
    await vote('chair', id);
    expect(await close('chair', id)).toMatchObject({ state: 'rejected' });
    expect(plan.ended).toEqual(['rejected']);
    expect(await codeOf(decide('chair', id))).toBe('request-closed');
  });

  test('return needs a reason; what was returned is asked anew as another request', async () => {
    const { id, subject } = await throughCommittee();
    expect(await codeOf(decide('chair', id, 'return', '。。。'))).toBe('opinion-missing');
    expect(await decide('chair', id, 'return', '请补充评估报告')).toMatchObject({ state: 'returned' });
    const again = await plan.submit(clerk, 1, 1, { subject });
    expect(again.id).not.toBe(id);
    expect(await approvalOf(clerk.store.read, plan.kind.id, subject)).toMatchObject({ state: 'submitted' });
  });

  test('withdrawn by whoever prepared it, until somebody ended it', async () => {
    const { id } = await throughCommittee();
    const { rev } = await show(id);
    const input = { id, rev, reason: '方案需要调整', requestId: randomUUID() };
    expect(await codeOf(withdrawRequest(TODAY, await people.as('deputy'), input, plan.find))).toBe('preparer-only');
    const withdrawn = await withdrawRequest(TODAY, clerk, input, plan.find);
    expect(withdrawn).toMatchObject({ state: 'withdrawn' });
    // A lost reply: the same request answers the same.
    expect(await withdrawRequest(TODAY, clerk, input, plan.find)).toEqual(withdrawn);
    const again = { ...input, rev: rev + 1, requestId: randomUUID() };
    expect(await codeOf(withdrawRequest(TODAY, clerk, again, plan.find))).toBe('request-closed');
  });
});

async function throughCommittee() {
  const asked = await plan.submit(clerk, 60_000_000, 40);
  for (const name of ['member1', 'member2', 'chair']) await vote(name, asked.id);
  await close('member2', asked.id);
  return asked;
}

describe('ORG-03 separation', () => {
  test('nobody decides or votes on what he prepared, through whatever role', async () => {
    const both = await people.as('both');
    const { id } = await plan.submit(both, 1, 1);
    expect(await refusalOf(vote('both', id))).toMatchObject({ code: 'own-item', article: 'B2 §26' });
    const helped = await plan.submit(clerk, 1, 1, {
      preparers: [{ userId: await people.id('both'), act: 'test.helped' }],
    });
    expect(await codeOf(vote('both', helped.id))).toBe('own-item');
    expect((await show(helped.id, both)).may).toMatchObject({ decide: { code: 'own-item' }, vote: null });
    const mine = await waitingForMe(clerk.store.read, both.actor, TODAY, plan.find);
    expect(mine.map((each) => each.id)).not.toContain(id);
  });

  test('another level is told who is asked; a member cannot decide alone; a level speaks in its turn', async () => {
    const { id } = await plan.submit(clerk, 1, 1);
    expect(await refusalOf(decide('deputy', id))).toMatchObject({ code: 'level-other', facts: { level: 'committee' } });
    expect(await codeOf(decide('member1', id))).toBe('committee-votes');
    expect(await codeOf(vote('deputy', id))).toBe('level-other');
  });

  test('a vote is cast once, and a refusal says why', async () => {
    const { id } = await plan.submit(clerk, 1, 1);
    expect(await codeOf(vote('member1', id, 'refuse', ''))).toBe('opinion-missing');
    await vote('member1', id, 'consent', '');
    expect(await codeOf(vote('member1', id, 'refuse', '改变主意了'))).toBe('voted-already');
  });

  test('a recorded conflict forces abstention, which is not presence', async () => {
    const { id } = await plan.submit(clerk, 1, 1);
    await recordConflict(TODAY, clerk, { id, userId: await people.id('member1'), reason: '系借款人亲属' }, plan.find);
    expect(await codeOf(vote('member1', id))).toBe('conflict-recorded');
    expect((await show(id, await people.as('member1'))).may.vote).toBe('abstain');
    expect((await show(id, await people.as('member2'))).may.vote).toBe('any');
    await vote('member1', id, 'abstain', '系借款人亲属');
    // Nor does he close the vote and write its minutes.
    expect(await codeOf(close('member1', id))).toBe('conflict-recorded');
    expect((await show(id, await people.as('member1'))).may.close).toBe(false);
    expect((await show(id, await people.as('member2'))).may.close).toBe(true);
    expect((await show(id, await people.as('member1'))).may.vote).toBeNull();
    await vote('member2', id);
    // It is no work of his any more; who voted still may have to close it.
    const waits = async (name: string) =>
      (await waitingForMe(clerk.store.read, (await people.as(name)).actor, TODAY, plan.find)).some(
        (each) => each.id === id,
      );
    expect([await waits('member1'), await waits('member2')]).toEqual([false, true]);
    const shown = await show(id);
    expect(shown.committee?.tally).toMatchObject({ members: 4, present: 1, abstain: 1, quorum: false });
    expect(shown.committee?.members.find(({ vote: cast }) => cast === 'abstain')?.conflict).toBe('系借款人亲属');
    const late = { id, userId: await people.id('member2'), reason: '后来才说的理由' };
    expect(await codeOf(recordConflict(TODAY, clerk, late, plan.find))).toBe('voted-already');
  });
});

describe('what was approved is what was asked', () => {
  test('a change before the decision is refused with both digests, one after it at use', async () => {
    const { id, subject } = await throughCommittee();
    const before = plan.content;
    plan.content = [...present(before, 'a plan').slice(0, 1), { field: 'lossAmount', type: 'amount', value: 1 }];
    const refusal = await refusalOf(decide('chair', id));
    expect(refusal).toMatchObject({ code: 'content-changed', facts: { fields: ['lossAmount'] } });
    expect(refusal?.facts?.asked).not.toBe(refusal?.facts?.now);
    expect((await show(id)).changes).toMatchObject([
      { field: 'lossAmount', asked: { value: 60_000_000 }, now: { value: 1 } },
    ]);
    plan.content = before;
    await decide('chair', id);
    plan.content = null;
    expect(await codeOf(requireApproved(clerk.store.read, plan.kind, subject))).toBe('content-changed');
  });

  test('an edit voids open and approved requests, in its own transaction', async () => {
    const { id, subject } = await throughCommittee();
    await decide('chair', id);
    const notes = await clerk.store.write(clerk.actor, async (tx) => {
      const audit = await voidApprovals(tx, subject, '处置方式变更', plan.find);
      return { result: audit, audit };
    });
    expect(notes[0]).toMatchObject({ action: 'approvals.void', objectId: String(id) });
    expect(plan.ended).toEqual(['approved', 'void']);
    expect(await refusalOf(requireApproved(clerk.store.read, plan.kind, subject))).toMatchObject({
      code: 'approval-missing',
      facts: { state: 'void' },
    });
  });

  test('what was asked, decided and voted never changes, not even past the program', async () => {
    const { id } = await throughCommittee();
    const run = (sql: string) => () => clerk.store.sqlite.exec(sql);
    expect(run(`UPDATE approval_request SET content = '[]' WHERE id = ${id}`)).toThrow(/never changes/);
    expect(run(`UPDATE approval_decision SET opinion = 'x' WHERE request_id = ${id}`)).toThrow(/never change/);
    expect(run(`DELETE FROM approval_vote WHERE request_id = ${id}`)).toThrow(/never go/);
    await decide('chair', id, 'reject', '损失过大不同意');
    expect(run(`UPDATE approval_request SET state = 'approved' WHERE id = ${id}`)).toThrow(/never changes/);
  });
});

describe('two at once', () => {
  test('the second hears what became of it, and nothing of his is kept', async () => {
    const { id } = await throughCommittee();
    const { rev } = await show(id);
    await decide('chair', id, 'return', '请补充评估报告', rev);
    expect(await refusalOf(decide('both', id, 'consent', '同意', rev))).toMatchObject({
      code: 'decision-conflict',
      facts: { state: 'returned', by: '人员chair', outcome: 'return' },
    });
    expect((await show(id)).decisions).toHaveLength(2);
  });

  test('the same request id is one decision; with another content it is refused', async () => {
    const { id } = await throughCommittee();
    const { rev } = await show(id);
    const chair = await people.as('chair');
    const input = { id, rev, outcome: 'consent' as const, opinion: '同意办理', requestId: randomUUID() };
    const first = await decideRequest(TODAY, chair, input, plan.find);
    expect(await decideRequest(TODAY, chair, input, plan.find)).toEqual(first);
    expect(plan.ended).toEqual(['approved']);
    expect(await codeOf(decideRequest(TODAY, chair, { ...input, outcome: 'reject' }, plan.find))).toBe(
      'request-conflict',
    );
  });
});

describe('lists', () => {
  test('mine by deadline, what I asked, everything; page by page', async () => {
    const { id } = await throughCommittee();
    const chair = await people.as('chair');
    const db = clerk.store.read;
    const page = { cursor: null, limit: 2 };
    const mine = await waitingForMe(db, chair.actor, TODAY, plan.find);
    expect(mine.map((each) => each.id)).toContain(id);
    const submitted = await listRequests(db, chair.actor, TODAY, { list: 'submitted', ...page });
    expect(submitted).toEqual({ items: [], next: null });
    const all = await listRequests(db, clerk.actor, TODAY, { list: 'all', ...page });
    expect(all.items[0]).toMatchObject({ id, submittedBy: '测试clerk', waitingFor: 'branch-head' });
    const second = await listRequests(db, clerk.actor, TODAY, { list: 'all', cursor: all.next, limit: 2 });
    expect(second.items[0]?.id).toBeLessThan(present(all.items[1], 'two on a page').id);
    const returned = await listRequests(db, clerk.actor, TODAY, { list: 'all', state: 'returned', ...page });
    expect(new Set(returned.items.map(({ state }) => state))).toEqual(new Set(['returned']));
  });
});

describe('ORG-04 limits of the branch, edited as a version of the table', () => {
  const DRAFT: VersionDraft = {
    from: TODAY,
    document: '奉支发〔2026〕20号',
    article: '第三条',
    gist: '五十万元且损失率三成以下由分管领导审批。',
    values: {},
    rows: [
      { when: { lossAmount: '<=500000.00', lossPercent: '<=30' }, gives: { level1: 'deputy-head' } },
      {
        when: { lossAmount: '<=500000.00', lossPercent: '>30' },
        gives: { level1: 'deputy-head', level2: 'branch-head' },
      },
      {
        when: { lossAmount: '>500000.00' },
        gives: { level1: 'deputy-head', level2: 'committee', level3: 'branch-head' },
      },
    ],
  };

  beforeAll(async () => {
    const ruleId = 'authority/disposal-plan';
    const { change } = await showRule(clerk, { id: ruleId, asOf: TODAY });
    expect(change?.columns.find(({ name }) => name === 'level1')?.words).toContain('deputy-head');
    const waiting = await plan.submit(clerk, 1, 1, { subject: 'plan:waiting' });
    const draft = await saveDraft(await people.as('preserver'), { ruleId, rev: null, draft: DRAFT });
    expect(draft.faults).toEqual([]);
    await approveDraft(await people.as('deputy'), draft);
    // What was asked by the old table is not decided by it.
    expect(await codeOf(vote('member1', waiting.id))).toBe('authority-changed');
  });

  test.each([
    [50_000_000, 30, ['deputy-head']],
    [50_000_000, 31, ['deputy-head', 'branch-head']],
    [50_000_001, 0, ['deputy-head', 'committee', 'branch-head']],
  ])('%i fen, %i %% → %j', async (loss, percent, path) => {
    expect((await plan.submit(clerk, loss, percent)).path).toEqual(path);
  });

  test('beyond the limit: the refusal names limit, excess and the level that can', async () => {
    const { id } = await plan.submit(clerk, 60_000_000, 40);
    await decide('deputy', id);
    const refusal = await refusalOf(decide('deputy', id));
    expect(refusal).toMatchObject({
      code: 'beyond-authority',
      article: '奉支发〔2026〕20号 第三条',
      facts: {
        fact: 'lossAmount',
        limit: '500000.00',
        excess: '100000.00',
        level: 'committee',
        limits: [{ fact: 'lossAmount' }, { fact: 'lossPercent', limit: '30', excess: '10' }],
      },
    });
    expect((await show(id, await people.as('deputy'))).may.decide).toEqual(refusal);
  });

  test('one person does not decide two levels', async () => {
    const two = await withPeople(clerk, { acting: ['deputy-head', 'branch-head'] });
    const acting = await two.as('acting');
    const { id } = await plan.submit(clerk, 1, 40);
    const decision = async () => {
      const { rev } = await show(id);
      const input = { id, rev, outcome: 'consent' as const, opinion: '', requestId: randomUUID() };
      return decideRequest(TODAY, acting, input, plan.find);
    };
    const waits = () => waitingForMe(clerk.store.read, acting.actor, TODAY, plan.find);
    expect((await waits()).map((each) => each.id)).toContain(id);
    await decision();
    expect(await codeOf(decision())).toBe('decided-before');
    expect((await waits()).map((each) => each.id)).not.toContain(id);
  });
});
