/** REC-08: extension and re-lending under their listed conditions, from the application to the due date that clocks use. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { householdNumber } from '@shared/domain/loans/householdNumber';
import { present } from '@shared/kernel/assert';
import { afterEach, describe, expect, it } from 'vitest';
import { decideRequest } from '../../../../electron/features/approvals/decideRequest';
import { fixedClock } from '../../../../electron/platform/clock';
import { withPeople } from '../../../support/approvals';
import { recordingEngine } from '../../../support/fillReport';
import { desk, receipt, requestId } from '../receipts/support';

type Desk = Awaited<ReturnType<typeof desk>>;
let at: Desk;
afterEach(() => at.folder.close());

/** 李四 owes 30,000.00 and 600.00, due 2026-12-10 (today is 2026-11-22); 王五 and 赵六 guarantee for six months. */
async function given(loanMore: Record<string, unknown> = {}) {
  at = await desk('clerk', recordingEngine());
  const { build } = at;
  const party = build.party({ name: '李四', id_no: '51122219700101001X', address: '青石村一组' });
  const loan = build.loan({
    ...{ party_id: party, principal: 3_000_000, balance: 3_000_000, interest_off: 60_000, five_level: '次级' },
    ...{ issue_date: '2025-12-10', due_date: '2026-12-10', guarantee_mode: '保证', ...loanMore },
  });
  const wang = build.party({ name: '王五', id_no: '511222197001010028', address: '青石村二组' });
  const zhao = build.party({ name: '赵六', id_no: '511222197001010036', address: '青石村三组' });
  const consents = build.guarantee({ loan_id: loan, party_id: wang, kind: 'joint', period_wording: '6个月' });
  const silent = build.guarantee({ loan_id: loan, party_id: zhao, kind: 'joint', period_wording: '6个月' });
  const people = await withPeople(at.folder.open, { credit: ['credit-director'], second: ['sub-branch-director'] });
  const decide = async (id: number, by: string, outcome: 'consent' | 'reject' = 'consent') => {
    const { rev } = await at.api.approvals.show({ id });
    const today = at.folder.services.clock.today();
    const { actor, ...open } = await people.as(by);
    const unitId = at.rows('SELECT unit_id FROM loan')[0]?.unit_id as number;
    return decideRequest(
      today,
      { ...open, actor: { ...actor, unitId } },
      { id, rev, outcome, opinion: '灾情已核实', requestId: requestId() },
    );
  };
  const approve = async (id: number) => {
    await decide(id, 'credit');
    await decide(id, 'second');
  };
  const file = () => at.api.repayment.household({ household: party });
  const line = async (key: string) =>
    (await at.api.portfolio.radar({ household: party })).lines.find((each) => each.key === key);
  return { party, loan, wang, zhao, consents, silent, decide, approve, file, line };
}

const draft = (party: number, loan: number) => ({
  household: party,
  loan,
  kind: 'extension' as const,
  condition: 'disaster' as string | null,
  reason: '洪灾致水稻绝收，无力按期归还',
  facts: '县农业局灾情证明〔2026〕7号' as string | null,
  files: [] as string[],
  security: null as string | null,
  newDueOn: '2027-12-10',
  instalments: [{ dueOn: '2027-12-10', principal: 3_000_000, interest: 60_000 }],
});
const issue = (form: string, subject: string) =>
  at.api.documents.issueTyped({ form, subject, fields: {}, requestId: requestId() });
const check = async (form: string, subject: string) =>
  (await at.api.documents.render({ form, subject, fields: {}, format: 'pdf' })).missing;
const ledgerDue = () => at.rows('SELECT extended_due_date, agreed_due_date, extended_to FROM loan')[0];

/** Of the refusal that the act ends in. */
async function refusal(act: Promise<unknown>) {
  const error = (await act.then(
    () => null,
    (thrown) => thrown,
  )) as { code?: string; data?: Record<string, unknown> };
  return error;
}

describe('REC-08 conditions', () => {
  it.each([
    ['no condition', { condition: null }, 'condition-unmet', '第二十一条'],
    ['a condition of the other article', { condition: 'cleared' }, 'condition-unmet', '第二十一条'],
    ['no evidence', { facts: null }, 'condition-evidence-missing', '第二十一条第一项'],
    ['no security', { condition: 'term' }, 'condition-needs-security', '第二十一条第二项'],
    ['re-lending before it is due', { kind: 'relending' as const }, 'relending-before-due', '第二十二条'],
  ])('%s is refused with the article', async (_, more, code, article) => {
    const { party, loan } = await given();
    const error = await refusal(at.api.repayment.askTerm({ ...draft(party, loan), ...more }));
    expect(JSON.stringify(error)).toContain(article);
    expect(String(error)).toContain(code);
    expect((await at.api.repayment.household({ household: party })).terms).toEqual([]);
  });

  it.each([
    ['a day that is no extension', { newDueOn: '2026-12-10' }, 'term-date-wrong'],
    [
      'a plan that does not come to the debt',
      { instalments: [{ dueOn: '2027-12-10', principal: 3_000_000, interest: 59_999 }] },
      'schedule-sum-wrong',
    ],
    [
      'a plan beyond the new day',
      { instalments: [{ dueOn: '2027-12-11', principal: 3_000_000, interest: 60_000 }] },
      'schedule-dates-wrong',
    ],
    ['another loan', { loan: 999 }, 'loan-unknown'],
    ['a file that is not there', { files: ['/nowhere/灾情.pdf'] }, 'file-unreadable'],
  ])('%s is refused', async (_, more, code) => {
    const { party, loan } = await given();
    await expect(at.api.repayment.askTerm({ ...draft(party, loan), ...more })).rejects.toThrow(code);
  });

  it('an extension after the due date and anything off the balance sheet is refused with the article', async () => {
    const { party, loan } = await given({ due_date: '2026-11-21' });
    const late = await refusal(at.api.repayment.askTerm(draft(party, loan)));
    expect(String(late)).toContain('extension-after-due');
    expect(JSON.stringify(late)).toContain('第二十一条');
    at.folder.open.store.sqlite.exec(`UPDATE loan SET sheet = 'off'`);
    const off = await refusal(at.api.repayment.askTerm({ ...draft(party, loan), kind: 'relending' }));
    expect(String(off)).toContain('off-balance-money-only');
    expect(JSON.stringify(off)).toContain('第十五条');
  });

  it('re-lending after a disaster needs a receipt in the books', async () => {
    const { party, loan, file } = await given({ due_date: '2026-11-01' });
    const relend = { ...draft(party, loan), kind: 'relending' as const };
    const error = await refusal(at.api.repayment.askTerm(relend));
    expect(String(error)).toContain('condition-needs-payment');
    expect(JSON.stringify(error)).toContain('第二十二条第一项');
    await at.api.receipts.record({ ...receipt(party, { amount: 60_000 }), requestId: requestId() });
    const [owed] = (await file()).loans;
    const instalments = [{ dueOn: '2027-12-10', principal: owed?.principal ?? 0, interest: owed?.interest ?? 0 }];
    await at.api.repayment.askTerm({ ...relend, instalments });
    expect((await file()).terms).toMatchObject([
      { kind: 'relending', state: 'asked', article: expect.stringContaining('第二十二条第一项'), dueOn: '2026-11-01' },
    ]);
  });
});

describe('REC-08 extension', () => {
  it('approved and signed, it moves the due date; only the guarantor who consented is bound by the new one (GUA-17)', async () => {
    const { party, loan, wang, consents, silent, approve, file, line } = await given();
    const before = await line(`g${silent}`);
    const evidence = join(at.folder.dir, '..', '灾情.pdf');
    writeFileSync(evidence, '%PDF-1.7');
    const { id, approval } = await at.api.repayment.askTerm({ ...draft(party, loan), files: [evidence] });
    await expect(at.api.repayment.askTerm(draft(party, loan))).rejects.toThrow('term-open');
    expect((await file()).terms).toMatchObject([
      { id, state: 'asked', condition: expect.stringContaining('自然灾害'), files: [{ seq: 1, name: '灾情.pdf' }] },
    ]);
    expect(
      (await check('DOC-REC-12', String(id))).map(({ code, severity, subject }) => [code, severity, subject]),
    ).toEqual([
      ['guarantor-consent-needed', 'warn', '王五'],
      ['guarantor-consent-needed', 'warn', '赵六'],
    ]);
    await expect(check('DOC-REC-13', String(id))).rejects.toThrow('subject-unknown');
    const { number } = await issue('DOC-REC-12', String(id));
    expect(number).toContain('展字');
    const paper = present((await file()).papers[0], 'the form');
    const signatures = ['borrower', `guarantor-${wang}`].map((key) => ({ key, signedOn: '2026-11-22' }));
    await at.api.repayment.recordReturn({ documentId: paper.documentId, rev: paper.rev, signatures });
    expect(ledgerDue()).toMatchObject({ extended_to: null });
    await approve(approval);
    expect((await file()).terms[0]).toMatchObject({
      ...{ state: 'in-force', signedOn: '2026-11-22', approval: { state: 'approved' } },
      extensions: [{ agreedOn: '2026-11-22', takenBack: null }],
    });
    expect(ledgerDue()).toEqual({
      ...{ extended_due_date: null, agreed_due_date: '2027-12-10', extended_to: '2027-12-10' },
    });
    expect((await file()).loans[0]?.dueOn).toBe('2027-12-10');
    expect(await line(`b${loan}`)).toMatchObject({ expiry: '2030-12-10' });
    expect((await line(`g${consents}`))?.expiry).toBe('2028-06-12');
    expect((await line(`g${silent}`))?.expiry).toBe(before?.expiry);
    expect((await line(`g${silent}`))?.expiry).toBe('2027-06-10');
  });

  it('DOC-REC-02 asks for the missed instalment of its plan alone', async () => {
    const { party, loan, approve, file } = await given();
    const instalments = [
      { dueOn: '2027-03-10', principal: 1_000_000, interest: 0 },
      { dueOn: '2027-12-10', principal: 2_000_000, interest: 60_000 },
    ];
    const { id, approval } = await at.api.repayment.askTerm({ ...draft(party, loan), instalments });
    await issue('DOC-REC-12', String(id));
    const { documentId, rev } = present((await file()).papers[0], 'the form');
    await at.api.repayment.recordReturn({
      ...{ documentId, rev, signatures: [{ key: 'borrower', signedOn: '2026-11-22' }] },
    });
    await approve(approval);
    Object.assign(at.folder.services, { clock: fixedClock('2027-03-10T09:00:00+08:00') });
    const text = async () => {
      const { number } = await issue('DOC-REC-02', householdNumber(party));
      return JSON.stringify(at.rows(`SELECT data FROM document WHERE number = '${number}'`));
    };
    expect(await text()).not.toContain('分期');
    Object.assign(at.folder.services, { clock: fixedClock('2027-04-09T09:00:00+08:00') });
    const said = await text();
    expect(said).toContain('展期还款计划的逾期分期');
    expect(said).toContain('30天');
    expect(said).toContain('逾期分期款合计人民币壹万元整（￥10,000.00）；其余未到期款项20,600.00元列示备查');
  });

  it('the ledger that is imported later neither loses nor shortens it, and a later date of the core system holds', async () => {
    const { party, loan, approve, file } = await given();
    const { id, approval } = await at.api.repayment.askTerm(draft(party, loan));
    await approve(approval);
    await issue('DOC-REC-12', String(id));
    const paper = present((await file()).papers[0], 'the form');
    const signatures = [{ key: 'borrower', signedOn: '2026-11-22' }];
    await at.api.repayment.recordReturn({ documentId: paper.documentId, rev: paper.rev, signatures });
    const store = at.folder.open.store.sqlite;
    store.exec(`UPDATE loan SET extended_due_date = '2027-06-10'`);
    expect(ledgerDue()).toMatchObject({ extended_to: '2027-12-10' });
    store.exec(`UPDATE loan SET extended_due_date = '2028-06-10'`);
    expect(ledgerDue()).toMatchObject({ extended_to: '2028-06-10' });
    expect(() => store.exec('DELETE FROM loan_extension')).toThrow('only added');
    expect(() => store.exec(`UPDATE loan_term_request SET new_due_on = '2030-01-01'`)).toThrow('never changes');
  });

  it('a signature that was recorded wrongly takes the extension back; the event stays, and another signature extends anew', async () => {
    const { party, loan, wang, consents, approve, file, line } = await given();
    const before = await line(`g${consents}`);
    const { id, approval } = await at.api.repayment.askTerm(draft(party, loan));
    await approve(approval);
    await issue('DOC-REC-12', String(id));
    const { documentId } = present((await file()).papers[0], 'the form');
    const sign = (rev: number, key: string) =>
      at.api.repayment.recordReturn({ documentId, rev, signatures: [{ key, signedOn: '2026-11-22' }] });
    await sign(1, 'borrower');
    await sign(2, `guarantor-${wang}`);
    const wrong = { documentId, reason: '签署人不是本人', signedOn: null };
    await at.api.repayment.correctSignature({ ...wrong, rev: 3, key: 'borrower' });
    expect(ledgerDue()).toMatchObject({ agreed_due_date: null, extended_to: null });
    expect((await line(`g${consents}`))?.expiry).toBe(before?.expiry);
    expect((await file()).terms[0]).toMatchObject({
      ...{ state: 'approved', signedOn: null },
      extensions: [{ agreedOn: '2026-11-22', takenBack: '签署人不是本人' }],
    });
    await sign(4, 'borrower');
    expect(ledgerDue()).toMatchObject({ extended_to: '2027-12-10' });
    expect((await file()).terms[0]?.extensions.map(({ takenBack }) => takenBack)).toEqual(['签署人不是本人', null]);
    expect((await line(`g${consents}`))?.expiry).toBe('2028-06-12');
    await at.api.repayment.correctSignature({ ...wrong, rev: 5, key: `guarantor-${wang}` });
    expect((await line(`g${consents}`))?.expiry).toBe(before?.expiry);
  });

  it('a signature or consent after the due date extends nothing', async () => {
    const { party, loan, decide, file } = await given();
    const { id, approval } = await at.api.repayment.askTerm(draft(party, loan));
    await issue('DOC-REC-12', String(id));
    await decide(approval, 'credit');
    Object.assign(at.folder.services, { clock: fixedClock('2026-12-11T09:00:00+08:00') });
    const paper = present((await file()).papers[0], 'the form');
    const signatures = [{ key: 'borrower', signedOn: '2026-12-11' }];
    const late = at.api.repayment.recordReturn({ documentId: paper.documentId, rev: paper.rev, signatures });
    await expect(late).rejects.toThrow('extension-after-due');
    expect((await check('DOC-REC-12', String(id))).map(({ code }) => code)).toContain('extension-after-due');
    expect(ledgerDue()).toMatchObject({ extended_to: null });
  });

  it('one that was rejected or given up leaves room for another', async () => {
    const { party, loan, decide, approve, file } = await given();
    const first = await at.api.repayment.askTerm(draft(party, loan));
    await decide(first.approval, 'credit', 'reject');
    expect((await check('DOC-REC-12', String(first.id))).map(({ code }) => code)).toContain('term-refused');
    const second = await at.api.repayment.askTerm(draft(party, loan));
    await approve(second.approval);
    const { rev } = present((await file()).terms[0], 'the second');
    await at.api.repayment.dropTerm({ id: second.id, rev, reason: '借款人已另行筹款' });
    await at.api.repayment.askTerm(draft(party, loan));
    expect((await file()).terms.map(({ state, approval }) => [state, approval?.state])).toEqual([
      ['asked', 'submitted'],
      ['refused', 'void'],
      ['refused', 'rejected'],
    ]);
  });

  it('the signed application to be lent anew acknowledges the debt', async () => {
    const { party, loan, approve, file, line } = await given({ due_date: '2026-01-10' });
    const relend = {
      ...draft(party, loan),
      kind: 'relending' as const,
      condition: 'security',
      security: '水稻收割机一台抵押',
    };
    const { id, approval } = await at.api.repayment.askTerm(relend);
    await approve(approval);
    const { number } = await issue('DOC-REC-13', String(id));
    expect(number).toContain('转字');
    const paper = present((await file()).papers[0], 'the form');
    const signatures = [{ key: 'borrower', signedOn: '2026-11-22' }];
    await at.api.repayment.recordReturn({ documentId: paper.documentId, rev: paper.rev, signatures });
    expect((await file()).terms[0]).toMatchObject({ state: 'in-force', extensions: [] });
    expect(await line(`b${loan}`)).toMatchObject({ expiry: '2029-11-22', acts: [{ kind: 'consent-to-perform' }] });
    expect((await at.api.documents.list({ household: householdNumber(party) })).map(({ form }) => form)).toEqual([
      'DOC-REC-13',
    ]);
  });
});
