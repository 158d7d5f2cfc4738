/** From the household file to the court by counsel, committee, head and clerk; every gate is tried from the wrong side (LIT-02 to LIT-06, ORG-03). */
import { randomUUID } from 'node:crypto';
import { createRouterClient, type RouterClient } from '@orpc/server';
import type { CaseDescription } from '@shared/contract/litigationInputs';
import { present } from '@shared/kernel/assert';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeVote, voteOnRequest } from '../../../../electron/features/approvals/voteOnRequest';
import { amendCase, openCase } from '../../../../electron/features/litigation/describeCase';
import { addEvidence, withdrawEvidence } from '../../../../electron/features/litigation/keepEvidence';
import { overrideGate } from '../../../../electron/features/litigation/overrideGate';
import { askCommittee, giveOpinion, stateTreatment } from '../../../../electron/features/litigation/passGate';
import { readCaseFacts } from '../../../../electron/features/litigation/readCase';
import { recordAct } from '../../../../electron/features/litigation/recordAct';
import { askFiling, recordFiling } from '../../../../electron/features/litigation/recordFiling';
import { showCase } from '../../../../electron/features/litigation/showCase';
import { showHouseholdCases } from '../../../../electron/features/litigation/showHouseholdCases';
import type { OpenFolder } from '../../../../electron/openFolder';
import { router } from '../../../../electron/router';
import { type People, TODAY, withPeople } from '../../../support/approvals';
import { REPORT, recordingEngine, reportHousehold, typedFor } from '../../../support/fillReport';
import { makeFolder, type TestFolder } from '../../../support/openFolder';

let folder: TestFolder;
let people: People;
let client: RouterClient<typeof router>;
let household: string;
let party: number;
let clerk: OpenFolder;
let counsel: OpenFolder;
let head: OpenFolder;
let description: CaseDescription;
let id: number;

const refused = (code: string, facts: object = {}) => ({ refusal: expect.objectContaining({ code, ...facts }) });
const facts = () => readCaseFacts(folder.open.store.read, id, TODAY);
const steps = async () => Object.fromEntries((await facts()).gate.steps.map((step) => [step.id, step.state]));

beforeAll(async () => {
  folder = await makeFolder({ engine: recordingEngine() });
  ({ party, household } = reportHousehold(folder));
  client = createRouterClient(router, { context: { services: folder.services } });
  people = await withPeople(folder.open, {
    wu: ['clerk'],
    lawyer: ['counsel'],
    chief: ['branch-head'],
    deputy: ['deputy-head'],
    assets: ['asset-preservation-head'],
    m1: ['committee-member'],
    m2: ['committee-member'],
    m3: ['committee-member'],
    credit: ['credit-director'],
  });
  clerk = await people.as('wu');
  counsel = await people.as('lawyer');
  head = await people.as('chief');
  const known = await showHouseholdCases(folder.services, folder.open, household);
  description = {
    title: '诉杨𠮷等金融借款合同纠纷',
    cause: '金融借款合同纠纷',
    court: null,
    courtLevel: 'basic',
    remark: null,
    loans: known.loans.map(({ loanId, principal, interest }) => ({ loanId, principal, interest })),
    parties: known.parties.map(({ partyId, name, capacity }) => ({ role: 'defendant', capacity, partyId, name })),
    claims: [],
    people: [],
  };
});
afterAll(() => folder.close());

const act = (kind: string, on: string, detail: object = {}, more: object = {}) =>
  recordAct(folder.services, clerk, {
    id,
    kind: kind as never,
    on,
    detail,
    documentId: null,
    note: null,
    files: [],
    accepted: [],
    reason: null,
    requestId: randomUUID(),
    ...more,
  });

const OPINION = {
  number: '奉支意字〔2026〕第0001号',
  counsel: '赵律师',
  facts: '借款合同有效，逾期未还。',
  law: '民法典第六百七十五条、第六百七十六条',
  chance: 'high',
  adverse: '还款明细须更新至立案日',
  enforceability: 'fair',
  assets: '抵押房产一处',
  expected: 1_000_000,
  settlement: {
    floor: 900_000,
    firstPayment: 300_000,
    months: 12,
    waiver: 0,
    keepsSecurity: true,
    onDefault: '恢复全部请求',
  },
  conclusion: 'sue',
} as const;

const secured = async (): Promise<CaseDescription['claims']> => {
  const { securities } = await showHouseholdCases(folder.services, folder.open, household);
  return securities
    .filter(({ isLive }) => isLive)
    .map(({ collateralId, description: what }) => ({
      ...{ kind: 'security', amount: null, collateralId, party: null, text: `就${what}优先受偿` },
    }));
};

describe('LIT-02 to LIT-06 the gate, tried from the wrong side first', () => {
  it('opens a case once; another about the same debt is refused', async () => {
    const input = { route: 'suit', standing: 'plaintiff', description, requestId: randomUUID() } as const;
    ({ id } = await openCase(folder.services, clerk, input));
    expect((await openCase(folder.services, clerk, input)).id).toBe(id);
    await expect(openCase(folder.services, clerk, { ...input, requestId: randomUUID() })).rejects.toMatchObject(
      refused('case-already-open'),
    );
    expect(await facts()).toMatchObject({ stage: 'assessment', version: 1 });
  });

  it('lets nothing go to court: each missing step is named with its article, in order', async () => {
    const sue = () => act('sued', TODAY, { court: '奉节县人民法院' });
    await expect(sue()).rejects.toMatchObject(refused('gate-claims-missing'));
    description = { ...description, court: '奉节县人民法院' };
    await amendCase(clerk, { id, version: 1, description, reason: '补受理法院' });
    await expect(sue()).rejects.toMatchObject(
      refused('gate-security-missing', { article: expect.stringContaining('第十二条') }),
    );
    await expect(amendCase(clerk, { id, version: 1, description, reason: '旧版本' })).rejects.toMatchObject(
      refused('stale-version'),
    );
    description = { ...description, claims: await secured() };
    await amendCase(clerk, { id, version: 2, description, reason: '主张担保物权' });
    await expect(sue()).rejects.toMatchObject(
      refused('gate-evidence-missing', { article: expect.stringContaining('第九条') }),
    );
    for (const kind of ['receipt', 'contract', 'guarantee'] as const)
      await addEvidence(folder.services, clerk, {
        id,
        kind,
        name: `证据${kind}`,
        source: '信贷档案',
        isOriginal: true,
        pages: 3,
        proves: '借贷关系',
        file: null,
      });
    await expect(sue()).rejects.toMatchObject(refused('gate-report-missing'));
    await expect(
      giveOpinion(folder.services, counsel, { id, version: 3, on: TODAY, opinion: OPINION }),
    ).rejects.toMatchObject(refused('gate-report-missing'));
    await client.documents.issueTyped({
      form: REPORT,
      subject: household,
      fields: await typedFor(folder, party),
      requestId: randomUUID(),
    });
    await expect(sue()).rejects.toMatchObject(refused('gate-opinion-missing'));
    await expect(askCommittee(folder.services, clerk, { id })).rejects.toMatchObject(refused('gate-opinion-missing'));
  });

  it('the opinion is on the case as it is described; the committee is asked with a responsible person and a handler', async () => {
    await expect(
      giveOpinion(folder.services, counsel, { id, version: 2, on: TODAY, opinion: OPINION }),
    ).rejects.toMatchObject(refused('stale-version'));
    const settlement = { ...OPINION.settlement, floor: 9_000_000_000 };
    await expect(
      giveOpinion(folder.services, counsel, { id, version: 3, on: TODAY, opinion: { ...OPINION, settlement } }),
    ).rejects.toMatchObject(refused('plan-above-claim'));
    await giveOpinion(folder.services, counsel, { id, version: 3, on: TODAY, opinion: OPINION });
    expect(await steps()).toMatchObject({ opinion: 'done', committee: 'missing' });
    await expect(askCommittee(folder.services, clerk, { id })).rejects.toMatchObject(refused('responsible-missing'));
    const wrong = { role: 'responsible', userId: await people.id('chief'), name: '人员chief', reason: null } as const;
    const handler = { role: 'handler', userId: await people.id('wu'), name: '人员wu', reason: null } as const;
    description = { ...description, people: [wrong, handler] };
    await amendCase(clerk, { id, version: 3, description, reason: '确定负责人' });
    // Another description: the opinion is not about it.
    expect(await steps()).toMatchObject({ opinion: 'missing' });
    await giveOpinion(folder.services, counsel, { id, version: 4, on: TODAY, opinion: OPINION });
    await expect(askCommittee(folder.services, clerk, { id })).rejects.toMatchObject(
      refused('responsible-other', { article: expect.stringContaining('第六条') }),
    );
    description = { ...description, people: [{ ...wrong, reason: '案情重大，由行长负责' }, handler] };
    await amendCase(clerk, { id, version: 4, description, reason: '写明理由' });
    await giveOpinion(folder.services, counsel, { id, version: 5, on: TODAY, opinion: OPINION });
  });

  it('LIT-03 a refusal of the committee asks for its treatment; another description opens the way again', async () => {
    const { approval } = await askCommittee(folder.services, clerk, { id });
    expect((await facts()).stage).toBe('committee');
    await expect(
      stateTreatment(folder.services, await people.as('m1'), {
        id,
        on: TODAY,
        treatments: ['other'],
        text: '继续催收',
        reviewOn: null,
      }),
    ).rejects.toMatchObject(refused('case-not-refused'));
    await decide(approval, 'refuse');
    expect(await facts()).toMatchObject({ stage: 'refused' });
    const treat = {
      id,
      on: TODAY,
      treatments: ['complete-evidence'] as const,
      text: '补齐对账单后再议',
      reviewOn: '2026-12-15',
    };
    await stateTreatment(folder.services, await people.as('m1'), treat);
    expect((await facts()).deadlines).toContainEqual(
      expect.objectContaining({ kind: 'refusal-review', day: '2026-12-15', state: 'open' }),
    );
    await expect(askFiling(folder.services, clerk, { id, on: TODAY })).rejects.toMatchObject(
      refused('gate-committee-refused'),
    );
    await amendCase(clerk, { id, version: 5, description, reason: '已补对账单' });
    await giveOpinion(folder.services, counsel, { id, version: 6, on: TODAY, opinion: OPINION });
  });

  it('LIT-03 consent is the committee’s own: counsel and the clerk who prepared it cannot vote', async () => {
    const { approval } = await askCommittee(folder.services, clerk, { id });
    const at = await rev(approval);
    await expect(
      voteOnRequest(TODAY, clerk, {
        id: approval,
        rev: at.rev,
        digest: at.digest,
        vote: 'consent',
        opinion: '',
        requestId: randomUUID(),
      } as never),
    ).rejects.toMatchObject(refused('own-item'));
    await decide(approval, 'consent');
    expect(await facts()).toMatchObject({ stage: 'consented' });
    expect(await steps()).toMatchObject({ committee: 'done', filing: 'missing' });
  });

  it('B4 §21 a sub-branch’s case is filed at the county; whoever sent it does not answer it', async () => {
    const sue = () => act('sued', '2026-11-10', { court: '奉节县人民法院' });
    await expect(sue()).rejects.toMatchObject(
      refused('gate-filing-missing', { article: expect.stringContaining('第二十一条') }),
    );
    const assets = await people.as('assets');
    const deputy = await people.as('deputy');
    const answer = (by: OpenFolder, outcome: 'agreed' | 'returned') =>
      recordFiling(folder.services, by, { id, on: TODAY, outcome, number: '奉诉备〔2026〕1号', note: null });
    await expect(answer(assets, 'agreed')).rejects.toMatchObject(refused('filing-not-asked'));
    await expect(askFiling(folder.services, assets, { id, on: '2026-10-01' })).rejects.toMatchObject(
      refused('act-before'),
    );
    await askFiling(folder.services, assets, { id, on: TODAY });
    expect(await steps()).toMatchObject({ filing: 'waiting' });
    await expect(askFiling(folder.services, clerk, { id, on: TODAY })).rejects.toMatchObject(refused('filing-open'));
    await expect(answer(assets, 'agreed')).rejects.toMatchObject(refused('own-item'));
    await answer(deputy, 'returned');
    await expect(sue()).rejects.toMatchObject(refused('gate-filing-refused'));
    await askFiling(folder.services, assets, { id, on: TODAY });
    await answer(deputy, 'agreed');
    expect(await facts()).toMatchObject({ stage: 'cleared', gate: { isOpen: true } });
  });
});

async function rev(approval: number) {
  const row = folder.open.store.sqlite.prepare('SELECT rev, digest FROM approval_request WHERE id = ?').get(approval);
  return row as { rev: number; digest: string };
}

async function decide(approval: number, vote: 'consent' | 'refuse') {
  for (const name of ['m1', 'm2', 'm3']) {
    const { rev: at, digest } = await rev(approval);
    const input = {
      id: approval,
      rev: at,
      digest,
      vote,
      opinion: vote === 'refuse' ? '证据不足，暂不起诉' : '',
      requestId: randomUUID(),
    };
    await voteOnRequest(TODAY, await people.as(name), input as never);
  }
  const { rev: at, digest } = await rev(approval);
  const input = { id: approval, rev: at, digest, minutes: '诉委会会议记录', requestId: randomUUID() };
  await closeVote(TODAY, await people.as('m1'), input as never);
}

describe('the override that stays visible', () => {
  it('an override frees the way, is logged, and turns no step green', async () => {
    const sue = (more: object) => act('sued', '2026-11-10', { court: '奉节县人民法院' }, more);
    await expect(sue({})).rejects.toMatchObject(
      refused('act-warned', { facts: expect.objectContaining({ codes: ['act-before'] }) }),
    );
    await sue({ accepted: ['act-before'], reason: '先行立案，事后补办' });
    const before = await facts();
    await expect(
      overrideGate(folder.services, head, { id, kind: 'exception', reason: '多此一举' }),
    ).rejects.toMatchObject(refused('gate-open'));
    // Once it was brought, another description changes nothing at the gate; a second case has passed nothing.
    await amendCase(clerk, { id, version: before.version, description, reason: '更正当事人' });
    expect((await facts()).gate.isOpen).toBe(true);
    const other = { route: 'payment-order', standing: 'plaintiff', description, requestId: randomUUID() } as const;
    ({ id } = await openCase(folder.services, clerk, other));
    const apply = () => act('payment-order-applied', TODAY, { court: '奉节县人民法院', amount: 1 });
    await expect(apply()).rejects.toMatchObject(refused('gate-evidence-missing'));
    await expect(
      overrideGate(folder.services, { ...head, actor: clerk.actor }, { id, kind: 'exception', reason: '时效将届满' }),
    ).rejects.toMatchObject(refused('own-item'));
    await overrideGate(folder.services, head, { id, kind: 'exception', reason: '时效将届满，先行申请支付令' });
    await apply();
    const shown = await showCase(folder.services, folder.open, (await facts()).key);
    expect(shown.gate).toMatchObject({
      isOpen: false,
      override: { kind: 'exception', reason: '时效将届满，先行申请支付令' },
    });
    expect(await steps()).toMatchObject({ opinion: 'missing' });
    const logged = folder.open.store.sqlite
      .prepare("SELECT detail FROM audit_entry WHERE action = 'litigation.overrideGate'")
      .pluck()
      .get();
    expect(JSON.parse(String(logged))).toMatchObject({ kind: 'exception', step: 'gate-evidence-missing' });
  });

  it('evidence that was listed wrongly is withdrawn and stays in the books', async () => {
    id = 1;
    const [item] = (await facts()).evidence;
    await withdrawEvidence(clerk, { id, evidence: present(item, 'evidence').id, reason: '不是本案材料' });
    expect((await facts()).evidence).toHaveLength(2);
    expect(folder.open.store.sqlite.prepare('SELECT count(*) FROM case_evidence').pluck().get()).toBe(3);
  });
});
