/** Withdrawal, release, settlement and debt in kind: asked, decided, filed, and only then done (LIT-08 to LIT-10; B4 §14, §16, §19, §20). */
import { randomUUID } from 'node:crypto';
import type { AskedPermit } from '@shared/contract/litigationInputs';
import { caseKey } from '@shared/domain/litigation/caseFile';
import type { Opinion } from '@shared/domain/litigation/gateDetail';
import { householdNumber } from '@shared/domain/loans/householdNumber';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decideRequest } from '../../../../electron/features/approvals/decideRequest';
import { showRequest } from '../../../../electron/features/approvals/showRequest';
import { closeVote, voteOnRequest } from '../../../../electron/features/approvals/voteOnRequest';
import { askPermit, filePermit } from '../../../../electron/features/litigation/askPermit';
import { insertAct } from '../../../../electron/features/litigation/cases.repository';
import { amendCase, openCase } from '../../../../electron/features/litigation/describeCase';
import { overrideGate } from '../../../../electron/features/litigation/overrideGate';
import { recordAct } from '../../../../electron/features/litigation/recordAct';
import { showCase } from '../../../../electron/features/litigation/showCase';
import { showHouseholdCases } from '../../../../electron/features/litigation/showHouseholdCases';
import type { OpenFolder } from '../../../../electron/openFolder';
import { directEngine } from '../../../../electron/platform/render/renderEngine';
import { type People, TODAY, withPeople } from '../../../support/approvals';
import { Builder } from '../../../support/builders';
import { reportHousehold } from '../../../support/fillReport';
import { makeFolder, type TestFolder } from '../../../support/openFolder';

let folder: TestFolder;
let people: People;
let clerk: OpenFolder;
let household: string;
let secured: number;
let plain: number;

const refused = (code: string, facts: object = {}) => ({ refusal: expect.objectContaining({ code, ...facts }) });
const article = (part: string) => ({ article: expect.stringContaining(part) });

const aboutCase = (of: Awaited<ReturnType<typeof showHouseholdCases>>) => ({
  ...({ court: '奉节县人民法院', courtLevel: 'basic', remark: null } as const),
  ...{ title: of.title, cause: of.cause, claims: [], people: [] },
  loans: of.loans.map(({ loanId, principal, interest }) => ({ loanId, principal, interest })),
  parties: of.parties.map(({ partyId, name, capacity }) => ({ role: 'defendant', partyId, name, capacity }) as const),
});

async function sue(number: string): Promise<number> {
  const description = aboutCase(await showHouseholdCases(folder.services, folder.open, number));
  const head = { route: 'suit', standing: 'plaintiff', requestId: randomUUID() } as const;
  const { id } = await openCase(folder.services, clerk, { ...head, description });
  await overrideGate(folder.services, await people.as('chief'), { id, kind: 'exception', reason: '时效将届满' });
  await act(id, 'sued', { court: '奉节县人民法院' }, '2026-11-10');
  const accepted = { court: '奉节县人民法院', procedure: 'summary', caseNo: `（2026）渝0236民初${id}号` };
  await act(id, 'accepted', accepted, '2026-11-13');
  return id;
}

beforeAll(async () => {
  folder = await makeFolder({ engine: directEngine() });
  people = await withPeople(folder.open, {
    wu: ['clerk'],
    chief: ['branch-head'],
    deputy: ['deputy-head'],
    credit: ['credit-director'],
    m1: ['committee-member'],
    m2: ['committee-member'],
    m3: ['committee-member'],
  });
  clerk = await people.as('wu');
  ({ household } = reportHousehold(folder));
  secured = await sue(household);
  const build = new Builder(folder.open);
  const party = build.party({ name: '冉明', id_no: '512226196403189118', id_kind: 'id-card' });
  build.loan({ party_id: party, loan_key: 'plain', receipt_no: '62303199', guarantee_mode: '信用' });
  plain = await sue(householdNumber(party));
});
afterAll(() => folder.close());

const act = (id: number, kind: string, detail: object = {}, on = TODAY) =>
  recordAct(folder.services, clerk, {
    ...{ id, kind: kind as never, on, detail, documentId: null, note: null, files: [], accepted: [], reason: null },
    requestId: randomUUID(),
  });

const ask = (id: number, asked: AskedPermit) =>
  askPermit(folder.services, clerk, { id, asked, reason: '债务人已还清' });

const seen = (approval: number) =>
  folder.open.store.sqlite.prepare('SELECT rev, digest FROM approval_request WHERE id = ?').get(approval) as {
    rev: number;
    digest: string;
  };

async function vote(approval: number, given: 'consent' | 'refuse' = 'consent') {
  const opinion = given === 'refuse' ? '理由不充分，不同意' : '';
  for (const name of ['m1', 'm2', 'm3']) {
    const ballot = { id: approval, ...seen(approval), vote: given, opinion, requestId: randomUUID() };
    await voteOnRequest(TODAY, await people.as(name), ballot as never);
  }
  const closed = { id: approval, ...seen(approval), minutes: '诉委会会议记录', requestId: randomUUID() };
  await closeVote(TODAY, await people.as('m1'), closed as never);
}

const decide = async (approval: number, name: string) =>
  decideRequest(TODAY, await people.as(name), {
    ...{ id: approval, ...seen(approval), outcome: 'consent', opinion: '', requestId: randomUUID() },
  } as never);

const permits = async (id: number) => (await showCase(folder.services, folder.open, caseKey(id))).permits;

const RULING = { paperNo: '（2026）渝0236民初1号之一', text: '已还清' };
const SAID = { performance: '已还清全部本息', effects: '时效中断，保证期间不受影响' };
const WITHDRAWAL = {
  ...({ kind: 'release', release: 'withdrawal', item: '全部诉讼请求', amount: null } as const),
  ...SAID,
};
const SETTLEMENT = {
  ...({ kind: 'settlement', item: '十二个月内还清', amount: 900_000, firstPayment: 300_000, months: 12 } as const),
  ...{ waiver: 0, keepsSecurity: true, takesThings: false, exception: '' },
};

async function giveOpinion(id: number) {
  const plan = { floor: 900_000, firstPayment: 300_000, months: 12, waiver: 0, keepsSecurity: true, onDefault: '恢复' };
  const opinion: Opinion = {
    ...{ number: '意1号', counsel: '赵律师', version: 1, facts: '逾期', law: '民法典', adverse: '无', assets: '工资' },
    ...({ chance: 'high', enforceability: 'fair', conclusion: 'sue' } as const),
    ...{ expected: 1_000_000, settlement: plan },
  };
  await folder.open.store.write(clerk.actor, async (tx) => {
    const result = await insertAct(tx, { caseId: id, kind: 'opinion-given', on: TODAY, detail: { opinion } });
    return { result, audit: { action: 'litigation.giveOpinion', objectKind: 'case', objectId: String(id) } };
  });
}

describe('LIT-08 B4 §14 withdrawal', () => {
  it('needs the committee, then the filing level; each from the wrong side', async () => {
    const withdraw = () => act(secured, 'withdrawn', RULING);
    await expect(withdraw()).rejects.toMatchObject(refused('permit-release-missing', article('第十四条')));
    const first = await ask(secured, WITHDRAWAL);
    await expect(ask(secured, WITHDRAWAL)).rejects.toMatchObject(refused('permit-open', article('第十四条')));
    await expect(decide(first.approval, 'chief')).rejects.toMatchObject(refused('level-other'));
    await vote(first.approval, 'refuse');
    await expect(withdraw()).rejects.toMatchObject(
      refused('permit-release-missing', { facts: expect.objectContaining({ state: 'refused' }) }),
    );
    const { permit, approval } = await ask(secured, WITHDRAWAL);
    const answer = async (name: string, outcome: 'agreed' | 'refused' = 'agreed', on = TODAY) =>
      filePermit(folder.services, await people.as(name), { id: secured, permit, on, outcome, number: '撤备1号' });
    await expect(answer('deputy')).rejects.toMatchObject(refused('permit-not-approved'));
    await vote(approval);
    await expect(withdraw()).rejects.toMatchObject(refused('permit-release-unfiled', article('第十四条')));
    await expect(answer('wu')).rejects.toMatchObject(refused('own-item'));
    await expect(answer('deputy', 'agreed', '2026-12-01')).rejects.toMatchObject(refused('act-in-future'));
    await answer('deputy');
    await expect(answer('deputy')).rejects.toMatchObject(refused('permit-filed'));
    expect(await permits(secured)).toMatchObject([
      { state: 'approved', filingNo: '撤备1号', approval: { id: approval, state: 'approved' } },
      { state: 'refused' },
    ]);
  });
});

describe('LIT-09 B4 §16 settlement', () => {
  it('of a secured debt needs reasons and the committee', async () => {
    await giveOpinion(secured);
    await expect(ask(secured, SETTLEMENT)).rejects.toMatchObject(
      refused('permit-settlement-unexplained', {
        ...article('第十六条'),
        facts: expect.objectContaining({ offPlan: [], secured: true }),
      }),
    );
    const { approval } = await ask(secured, { ...SETTLEMENT, exception: '抵押物难以变现' });
    const { actor } = await people.as('m1');
    const shown = await showRequest(folder.open.store.read, actor, TODAY, approval);
    expect(shown.waitingFor).toBe('committee');
    expect(shown.checklist).toContainEqual(expect.objectContaining({ id: 'permit-unsecured', met: false }));
  });

  it('within the plan the responsible person agrees; less than agreed is refused at the act', async () => {
    await expect(ask(plain, SETTLEMENT)).rejects.toMatchObject(
      refused('permit-settlement-unexplained', { facts: expect.objectContaining({ secured: false }) }),
    );
    await giveOpinion(plain);
    await expect(ask(plain, { ...SETTLEMENT, amount: 899_999 })).rejects.toMatchObject(
      refused('permit-settlement-unexplained', { facts: expect.objectContaining({ offPlan: ['amount'] }) }),
    );
    const { approval } = await ask(plain, SETTLEMENT);
    const mediate = (amount: number) =>
      act(plain, 'mediated', { paperNo: '（2026）渝0236民初2号', amount, performBy: '2027-11-22' });
    await expect(mediate(900_000)).rejects.toMatchObject(refused('permit-settlement-missing'));
    await decide(approval, 'credit');
    await expect(mediate(899_999)).rejects.toMatchObject(refused('permit-settlement-other'));
    await mediate(900_000);
  });
});

describe('LIT-10 B4 §20 debt in kind', () => {
  it('is inspected and appraised before anybody is asked', async () => {
    const thing = { kind: 'in-kind', item: '门面一间', amount: 500_000, inspection: '', appraisal: '' } as const;
    await expect(ask(secured, thing)).rejects.toMatchObject(refused('permit-in-kind-uninspected', article('第二十条')));
    const inspected = { ...thing, inspection: '现场查看，无人占用' };
    await expect(ask(secured, inspected)).rejects.toMatchObject(refused('permit-in-kind-unappraised'));
    const { approval } = await ask(secured, { ...inspected, appraised: 520_000, appraisal: '某评估公司2026年报告' });
    await vote(approval);
    expect((await permits(secured))[0]).toMatchObject({ kind: 'in-kind', state: 'approved', filingNo: null });
  });
});

describe('what was approved is what is done', () => {
  it('another claim than the one decided on stops the act; the one decided on lets it pass', async () => {
    const amend = async (more: number, version: number) => {
      const of = await showHouseholdCases(folder.services, folder.open, household);
      const description = aboutCase(of);
      const loans = description.loans.map((loan) => ({ ...loan, interest: loan.interest + more }));
      const changed = { ...description, loans };
      await amendCase(clerk, { id: secured, version, description: changed, reason: '更正利息' });
    };
    await amend(100, 1);
    await expect(act(secured, 'withdrawn', RULING)).rejects.toMatchObject(refused('content-changed'));
    await amend(0, 2);
    await act(secured, 'withdrawn', RULING);
    expect((await showCase(folder.services, folder.open, caseKey(secured))).stage).toBe('withdrawn');
  });
});
