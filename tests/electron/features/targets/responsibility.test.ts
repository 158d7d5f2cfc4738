/** Who answers for a loan (TEAM-06) and the register of liabilities (RWD-04) on a real folder: one home, entered once. */
import { present } from '@shared/kernel/assert';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  handleLiability,
  recordLiability,
  showLiabilities,
  withdrawLiability,
} from '../../../../electron/features/rewards/liabilities';
import { liabilityWork } from '../../../../electron/features/rewards/liabilityWork';
import { namedByLoan } from '../../../../electron/features/rewards/rewardReceipts.repository';
import { nameResponsible } from '../../../../electron/features/targets/nameResponsible';
import { responsibilityNotice } from '../../../../electron/features/targets/responsibility.form';
import { showResponsibilities } from '../../../../electron/features/targets/showTargets';
import { targetWork } from '../../../../electron/features/targets/targetWork';
import type { OpenFolder } from '../../../../electron/openFolder';
import { type People, TODAY, withPeople } from '../../../support/approvals';
import { Builder } from '../../../support/builders';
import { makeFolder, type TestFolder } from '../../../support/openFolder';

let folder: TestFolder;
let people: People;
let build: Builder;
let requests = 0;

const uuid = () => `3f2b1c1e-6f0a-4b5e-9a54-${String(++requests).padStart(12, '0')}`;
const services = () => folder.services;
const refusal = (work: Promise<unknown>) => expect(work).rejects;
const code = (wanted: string) => ({ refusal: expect.objectContaining({ code: wanted }) });

beforeAll(async () => {
  folder = await makeFolder();
  build = new Builder(folder.open);
  people = await withPeople(folder.open, { one: ['clerk'], two: ['clerk'], preservation: ['asset-preservation-head'] });
});
afterAll(() => folder.close());

describe('TEAM-06 who answers for a loan', () => {
  const named = (loanId: number, more = {}) => ({
    loanId,
    person: '人员two',
    deadline: '2026-12-01',
    reason: '指定责任人限期收回',
    ...more,
  });

  it('by its age post-based or liability-based, with deadline and what follows', async () => {
    const head = await people.as('preservation');
    const late = build.loan({ npl_date: '2004-05-01' });
    const early = build.loan({ npl_date: '1998-05-01' });
    const name = (input: ReturnType<typeof named>) => nameResponsible(services(), head, input);
    expect(await name(named(late))).toEqual({ mode: 'liability-based' });
    expect(await name(named(early))).toEqual({ mode: 'post-based' });
    await refusal(name(named(late, { deadline: '2026-11-21' }))).toMatchObject(code('deadline-past'));
    await refusal(name(named(build.loan()))).toMatchObject(code('formation-unknown'));
    await name(named(late, { person: '人员one' }));
    const { loans } = showResponsibilities(services(), folder.open);
    expect(loans.find(({ loanId }) => loanId === late)).toMatchObject({
      person: '人员one',
      consequence: 'discipline',
      standing: 'running',
      irregularity: null,
      decided: null,
    });
    const facts = await responsibilityNotice.gather(folder.open.store.read, late, { today: TODAY, by: head.actor });
    const paper = JSON.stringify(responsibilityNotice.compose(facts, {}, TODAY).blocks);
    // DOC-TEAM-03 names what follows and the right to be heard, never wages.
    for (const said of ['人员one：', '2026年12月1日', '第十九条', '申辩']) expect(paper).toContain(said);
    expect(paper).not.toContain('工资');
    const items = await targetWork(folder.open, { today: TODAY, until: '2026-12-22', most: 100 });
    expect(items.find(({ key, kind }) => kind === 'responsibility' && key === String(late))).toMatchObject({
      day: '2026-12-01',
      userId: await people.id('one'),
    });
  });
});

describe('TEAM-06, RWD-04 one home for who is responsible: a decision in the register appoints with the same entry', () => {
  const decided = (contract: string, more = {}) => ({
    contract,
    person: '人员one',
    post: '信贷员',
    kind: 'irregular-lending' as const,
    irregularity: 'false-name',
    appoint: true,
    amount: 600_000,
    decision: '支行责任认定〔2026〕3号',
    decidedOn: '2026-11-01',
    deadline: '2026-12-01',
    requestId: uuid(),
    ...more,
  });
  const mine = (loan: number, viewer: OpenFolder) =>
    showResponsibilities(services(), viewer).loans.find(({ loanId }) => loanId === loan);
  const register = async (id: number) =>
    present(
      (await showLiabilities(services(), await people.as('preservation'))).liabilities.find((each) => each.id === id),
      'in the register',
    );

  it('B2 §19 a loan of 1998 under a false name: liability-based, one deadline, one item of work, both registers show it', async () => {
    const head = await people.as('preservation');
    const loan = build.loan({ contract_no: '冒名1998', npl_date: '1998-05-01' });
    const strange = decided('冒名1998', { irregularity: 'moon' });
    await refusal(recordLiability(services(), head, strange)).toMatchObject(code('irregularity-unknown'));
    const { id } = await recordLiability(services(), head, decided('冒名1998'));
    await recordLiability(services(), head, {
      ...decided('冒名1998', { person: '人员two', amount: 200_000, appoint: false, requestId: uuid() }),
    });
    expect(mine(loan, head)).toMatchObject({
      person: '人员one',
      mode: 'liability-based',
      consequence: 'discipline',
      deadline: '2026-12-01',
      irregularity: 'false-name',
      decided: { kind: 'irregular-lending', decision: '支行责任认定〔2026〕3号', amount: 600_000 },
    });
    // What was decided about a colleague is not for every reader of the ledger.
    expect(mine(loan, await people.as('one'))?.decided).toBeNull();
    build.receipt({ loan_id: loan, received_on: '2026-11-05', principal: 70_000 });
    build.receipt({ loan_id: loan, received_on: '2026-10-31', principal: 1 });
    expect(await register(id)).toMatchObject({ isAppointed: true, share: '0.7500', received: 70_000, post: '信贷员' });
    const question = { today: TODAY, until: '2026-12-22', most: 100 };
    const work = [...(await targetWork(folder.open, question)), ...(await liabilityWork(folder.open, question))];
    expect(work.filter(({ what }) => what === '冒名1998').map(({ kind, amount }) => [kind, amount])).toEqual([
      ['liability', 600_000],
      ['liability', 200_000],
    ]);
    const facts = await responsibilityNotice.gather(folder.open.store.read, loan, { today: TODAY, by: head.actor });
    const paper = JSON.stringify(responsibilityNotice.compose(facts, {}, TODAY).blocks);
    for (const said of ['冒名贷款', '违规发放', '6,000.00元', '2026年12月1日']) expect(paper).toContain(said);
  });

  it('a decision that is withdrawn takes its appointment with it; another person may be named afterwards', async () => {
    const head = await people.as('preservation');
    const loan = build.loan({ contract_no: '撤销认定', npl_date: '1998-05-01' });
    const name = { loanId: loan, person: '人员two', deadline: '2027-01-31', reason: '片区信贷员清收' };
    expect(await nameResponsible(services(), head, name)).toEqual({ mode: 'post-based' });
    const { id } = await recordLiability(services(), head, decided('撤销认定'));
    expect(mine(loan, head)?.person).toBe('人员one');
    await withdrawLiability(services(), head, { id, rev: 1, why: '认定有误，冒名不成立' });
    expect(mine(loan, head)).toMatchObject({
      person: '人员two',
      mode: 'post-based',
      irregularity: null,
      decided: null,
    });
    expect(await register(id)).toMatchObject({ isAppointed: false, share: null, state: 'withdrawn' });
    expect(
      namedByLoan(head.store.read)
        .get(loan)
        ?.map(({ person }) => person),
    ).toEqual(['人员two']);
  });

  it('when the time has passed, what was decided about him stands in the register beside it', async () => {
    const head = await people.as('preservation');
    build.loan({ contract_no: '逾期责任', npl_date: '2004-05-01' });
    const late = decided('逾期责任', { deadline: '2026-11-10', requestId: uuid() });
    const { id } = await recordLiability(services(), head, late);
    const handled = { id, rev: 1, on: '2026-11-10', decision: '给予警告处分〔2026〕5号' };
    await refusal(handleLiability(services(), head, handled)).toMatchObject(code('liability-running'));
    await handleLiability(services(), head, { ...handled, on: '2026-11-20' });
    expect(await register(id)).toMatchObject({ state: 'overdue', handledOn: '2026-11-20', handling: handled.decision });
    const { consequence } = await showLiabilities(services(), head);
    expect(consequence).toMatchObject({ what: 'discipline', trace: [{ rule: 'recovery/responsible-persons' }] });
  });
});
