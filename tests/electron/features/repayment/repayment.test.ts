/** Agreements, confirmations and the pre-suit notice in a real folder: from the schedule to the missed instalment (REC-06, 07, 09). */
import { householdNumber } from '@shared/domain/loans/householdNumber';
import { present } from '@shared/kernel/assert';
import { afterEach, describe, expect, it } from 'vitest';
import { decideRequest } from '../../../../electron/features/approvals/decideRequest';
import { noteMissedInstalments } from '../../../../electron/features/repayment/followUp';
import { fixedClock } from '../../../../electron/platform/clock';
import { withPeople } from '../../../support/approvals';
import { callTo } from '../../../support/contactDrafts';
import { recordingEngine } from '../../../support/fillReport';
import { desk, receipt, requestId } from '../receipts/support';

type Desk = Awaited<ReturnType<typeof desk>>;
let at: Desk;
afterEach(() => at.folder.close());

/** 李四 owes 30,000.00 and 6,000.00 of interest, due 2024-12-31; 王五 guarantees until 2027-12-31, 赵六's period is over. */
async function given(ledger: { purpose?: string } = {}) {
  at = await desk('clerk', recordingEngine());
  const { build } = at;
  Object.assign(at.folder.services, { log: console.error });
  const idNo = '51122219700101001X';
  const party = build.party({ name: '李四', id_no: idNo, address: '青石村一组' });
  const loan = build.loan({
    ...{ party_id: party, principal: 3_000_000, balance: 3_000_000, interest_off: 600_000 },
    ...{ issue_date: '2023-01-01', due_date: '2024-12-31', guarantee_mode: '保证', ...ledger },
  });
  const standing = build.party({ name: '王五', id_no: '511222197001010028', address: '青石村二组' });
  const gone = build.party({ name: '赵六', id_no: '511222197001010036', address: '青石村三组' });
  const holds = build.guarantee({ loan_id: loan, party_id: standing, period_end: '2027-12-31' });
  const lost = build.guarantee({ loan_id: loan, party_id: gone, period_end: '2025-06-30' });
  const people = await withPeople(at.folder.open, { keeper: ['asset-preservation-head'] });
  const file = () => at.api.repayment.household({ household: party });
  const radar = async () => (await at.api.portfolio.radar({ household: party })).lines;
  const approve = async (id: number) => {
    const { rev } = await at.api.approvals.show({ id });
    const consent = { id, rev, outcome: 'consent', opinion: '同意', requestId: requestId() } as const;
    return decideRequest('2026-11-22', await people.as('keeper'), consent);
  };
  const me = await people.id('clerk');
  return { party, loan, standing, gone, holds, lost, file, radar, approve, me };
}

const draft = (party: number, loan: number, follower: number) => ({
  household: party,
  loans: [loan],
  order: 'principal-first' as const,
  follower,
  graceDays: 30,
  instalments: [
    { dueOn: '2026-12-31', principal: 1_500_000, interest: 0 },
    { dueOn: '2027-06-30', principal: 1_500_000, interest: 600_000 },
  ],
});
const issue = (form: string, subject: string, fields = {}) =>
  at.api.documents.issueTyped({ form, subject, fields, requestId: requestId() });
const missing = async (form: string, subject: string, fields = {}) =>
  (await at.api.documents.render({ form, subject, fields, format: 'pdf' })).missing.map(({ code }) => code);

/** DOC-REC-02: within its grace the agreement stands, and only the missed instalment is asked for. */
async function demandsWhatWasMissed(party: number): Promise<void> {
  Object.assign(at.folder.services, { clock: fixedClock('2027-01-20T09:00:00+08:00') });
  const subject = householdNumber(party);
  expect(await missing('DOC-REC-01', subject)).toEqual(['other-form-fits']);
  const { number } = await issue('DOC-REC-02', subject);
  const text = JSON.stringify(at.rows(`SELECT data FROM document WHERE number = '${number}'`));
  expect(text).toContain('未按还款计划还款');
  expect(text).toContain('20天');
  expect(text).toContain('逾期分期款合计人民币壹万伍仟元整（￥15,000.00）；其余未到期款项21,000.00元列示备查');
}

describe('REC-09 agreement', () => {
  it('a schedule is proposed to the fen on working days, and what is typed is judged', async () => {
    const { party, loan } = await given();
    const rhythm = { first: '2027-01-31', count: 7, months: 1 };
    const asked = { household: party, loans: [loan], order: 'statutory' as const, rhythm };
    const { instalments, debt, fault, latest } = await at.api.repayment.schedule({ ...asked });
    expect(debt).toEqual({ principal: 3_000_000, interest: 600_000 });
    expect(instalments.reduce((sum, { principal, interest }) => sum + principal + interest, 0)).toBe(3_600_000);
    expect(instalments[0]).toMatchObject({ dueOn: '2027-01-31', payBy: '2027-02-01', interest: 514_285, principal: 0 });
    expect(fault).toBeNull();
    expect(latest).toBe('2029-11-22');
  });

  it.each([
    [{ instalments: [{ dueOn: '2026-11-22', principal: 3_000_000, interest: 600_000 }] }, 'schedule-dates-wrong'],
    [{ instalments: [{ dueOn: '2029-11-23', principal: 3_000_000, interest: 600_000 }] }, 'schedule-too-long'],
    [{ instalments: [{ dueOn: '2027-01-31', principal: 3_000_000, interest: 599_999 }] }, 'schedule-sum-wrong'],
    [{ follower: 999 }, 'follower-unknown'],
    [{ loans: [999] }, 'loan-unknown'],
  ])('%o is refused with %s', async (more, code) => {
    const { party, loan, me } = await given();
    await expect(at.api.repayment.askAgreement({ ...draft(party, loan, me), ...more })).rejects.toThrow(code);
  });

  it('is approved, issued, signed, followed; a missed instalment reopens the measures once', async () => {
    const { party, loan, standing, holds, lost, file, radar, approve, me } = await given();
    const { id, approval } = await at.api.repayment.askAgreement(draft(party, loan, me));
    expect(await missing('DOC-REC-06', String(id))).toContain('agreement-not-approved');
    await expect(at.api.repayment.askAgreement(draft(party, loan, me))).rejects.toThrow('agreement-open');
    await approve(approval);
    const { number } = await issue('DOC-REC-06', String(id));
    const paper = present((await file()).papers[0], 'the agreement');
    expect(paper).toMatchObject({ number, form: 'DOC-REC-06', agreementId: id });
    expect(paper.signatories.map(({ key }) => key)).toEqual(['borrower', `guarantor-${standing}`]);
    const sign = (key: string, signedOn = '2026-11-22') =>
      at.api.repayment.recordReturn({ documentId: paper.documentId, rev: 1, signatures: [{ key, signedOn }] });
    await expect(sign('borrower', '2026-11-23')).rejects.toThrow('signature-date-wrong');
    await expect(sign('guarantor-999')).rejects.toThrow('signatory-unknown');
    await sign('borrower');
    expect((await file()).agreements[0]).toMatchObject({ state: 'in-force', signedOn: '2026-11-22' });
    const lines = await radar();
    const acts = (key: string) => lines.find((line) => line.key === key)?.acts.map(({ kind }) => kind);
    expect(acts(`b${loan}`)).toEqual(['new-agreement']);
    expect(acts(`g${holds}`)).toEqual([]);
    expect(acts(`g${lost}`)).toEqual([]);
    expect((await at.api.receipts.account({ household: party })).agreements).toMatchObject([
      { agreedOn: '2026-11-22', evidence: number },
    ]);

    await demandsWhatWasMissed(party);
    Object.assign(at.folder.services, { clock: fixedClock('2027-02-15T09:00:00+08:00') });
    expect(await missing('DOC-REC-02', householdNumber(party))).toContain('other-form-fits');
    await noteMissedInstalments(at.folder.services);
    await noteMissedInstalments(at.folder.services);
    const [agreement] = (await file()).agreements;
    expect(agreement?.instalments.map(({ state }) => state)).toEqual(['missed', 'due']);
    expect(agreement?.breach).toBe(1);
    expect((await at.api.measures.household({ household: party })).reopenings).toMatchObject([
      { cause: 'instalment-missed', missedOn: '2026-12-31' },
    ]);
    expect(at.rows(`SELECT * FROM audit_entry WHERE action = 'repayment.noteMissed'`)).toHaveLength(1);
    const { items } = await at.api.workbench.list({ scope: 'all' } as never);
    expect(items.filter(({ kind }) => kind === 'instalment')).toMatchObject([{ day: '2026-12-31', amount: 1_500_000 }]);

    const paid = { receivedOn: '2027-02-15', bookedOn: '2027-02-15', amount: 1_500_000 };
    await at.api.receipts.record({ ...receipt(party, paid), requestId: requestId() });
    expect((await file()).agreements[0]?.instalments[0]).toMatchObject({ state: 'paid-late', paidOn: '2027-02-15' });
    await at.api.repayment.endAgreement({ id, rev: 3, endedOn: '2027-02-15', reason: '另行协商' });
    expect((await file()).agreements[0]?.state).toBe('ended');
    expect((await at.api.receipts.account({ household: party })).agreements[0]?.endedOn).toBe('2027-02-15');
  });

  it('one that is given up before it was signed loses its approval', async () => {
    const { party, loan, approve, me, file } = await given();
    const { id, approval } = await at.api.repayment.askAgreement(draft(party, loan, me));
    await approve(approval);
    const { rev } = present((await file()).agreements[0], 'it');
    await at.api.repayment.endAgreement({ id, rev, endedOn: '2026-11-22', reason: '债务人反悔' });
    expect((await file()).agreements[0]).toMatchObject({ state: 'refused', approval: { state: 'void' } });
  });
});

describe('REC-06 confirmations', () => {
  it.each([
    [{}, '购买农资'],
    [{ purpose: '修建住房' }, '修建住房'],
  ])(
    'typed %o, the debt confirmation names the purpose %s: the ledger’s unless a person types another',
    async (fields, named) => {
      const { party } = await given({ purpose: '购买农资' });
      const { number } = await issue('DOC-REC-05', householdNumber(party), fields);
      const text = JSON.stringify(at.rows(`SELECT data FROM document WHERE number = '${number}'`));
      expect(text).toContain(`借款用途：${named}；`);
    },
  );

  it('the debtor and each standing guarantor sign for themselves alone', async () => {
    const { loan, standing, holds, party, file, radar } = await given();
    const household = householdNumber(party);
    expect(await missing('DOC-REC-05', household, { actualUser: '孙七' })).toContain('actual-user-undecided');
    await issue('DOC-REC-05', household, { actualUser: '孙七', userRole: 'fact-only' });
    const [paper] = (await file()).papers;
    expect(paper?.signatories.map(({ name }) => name)).toEqual(['李四', '孙七', '王五']);
    const documentId = present(paper, 'the confirmation').documentId;
    const signatures = [{ key: `guarantor-${standing}`, signedOn: '2026-11-22' }];
    await at.api.repayment.recordReturn({ documentId, rev: 1, signatures });
    const lines = await radar();
    expect(lines.find(({ key }) => key === `b${loan}`)?.acts).toEqual([]);
    expect(lines.find(({ key }) => key === `g${holds}`)?.acts).toMatchObject([{ kind: 'consent-to-perform' }]);
    await at.api.repayment.recordReturn({
      ...{ documentId, rev: 2, signatures: [{ key: 'borrower', signedOn: '2026-11-22' }] },
    });
    const borrower = (await radar()).find(({ key }) => key === `b${loan}`);
    expect(borrower).toMatchObject({ expiry: '2029-11-22', acts: [{ kind: 'consent-to-perform', source: 'paper' }] });
  });

  it('a balance is confirmed with its reply, and demands besides', async () => {
    const { party, loan, file, radar } = await given();
    await issue('DOC-REC-07', householdNumber(party));
    const documentId = present((await file()).papers[0], 'the letter').documentId;
    const signatures = [{ key: 'borrower', signedOn: '2026-11-22' }];
    const answer = (reply: 'agrees' | 'differs' | null, difference: string | null) =>
      at.api.repayment.recordReturn({ documentId, rev: 1, signatures, reply, difference });
    await expect(answer(null, null)).rejects.toThrow('reply-missing');
    await expect(answer('differs', null)).rejects.toThrow('reply-missing');
    await answer('differs', '少计还款 500 元');
    expect((await file()).papers[0]).toMatchObject({ reply: 'differs', difference: '少计还款 500 元' });
    expect((await radar()).find(({ key }) => key === `b${loan}`)?.acts).toMatchObject([{ kind: 'demand-received' }]);
  });

  it('a debt whose limitation has run out is neither confirmed nor reconciled, but may be agreed upon anew', async () => {
    const { party, loan, me, file, radar, approve } = await given();
    at.folder.open.store.sqlite.exec(`UPDATE loan SET issue_date = '2012-01-01', due_date = '2013-12-31'`);
    const household = householdNumber(party);
    expect(await missing('DOC-REC-05', household)).toEqual(['limitation-expired']);
    expect(await missing('DOC-REC-07', household)).toEqual(['limitation-expired']);
    const { id, approval } = await at.api.repayment.askAgreement(draft(party, loan, me));
    await approve(approval);
    await issue('DOC-REC-06', String(id));
    const { documentId } = present((await file()).papers[0], 'the agreement');
    const signatures = [{ key: 'borrower', signedOn: '2026-11-22' }];
    await at.api.repayment.recordReturn({ documentId, rev: 1, signatures });
    expect((await radar()).find(({ key }) => key === `b${loan}`)).toMatchObject({ verdict: 'restored' });
  });
});

describe('REC-07 pre-suit notice', () => {
  it('waits for repeated negotiation and for asset preservation, each named with its article', async () => {
    const { party, holds, file, approve } = await given();
    const household = householdNumber(party);
    const ask = () => at.api.repayment.askPreSuit({ household: party, reason: '三次协商均未履行' });
    await expect(ask()).rejects.toThrow('negotiations-few');
    expect(await missing('DOC-REC-08', household)).toEqual(['negotiations-few', 'pre-suit-not-agreed']);
    for (const day of ['16', '17', '18']) await at.api.contacts.record(callTo(party, { at: `2026-11-${day} 10:15` }));
    expect((await file()).preSuit).toMatchObject({ held: 3, needed: 3 });
    const { approval } = await ask();
    await expect(ask()).rejects.toThrow('pre-suit-open');
    expect(await missing('DOC-REC-08', household)).toEqual(['pre-suit-not-agreed']);
    await approve(approval);
    expect(await missing('DOC-REC-08', household)).toEqual(['interest-unsplit']);
    await issue('DOC-REC-08', household);
    await issue('pre-suit-notice-guarantor', `g${holds}`);
    const { notices } = await at.api.dunning.register({});
    expect(notices.map(({ form, addressee }) => [form, addressee])).toEqual([
      ['DOC-REC-08', '王五'],
      ['DOC-REC-08', '李四'],
    ]);
  });
});
