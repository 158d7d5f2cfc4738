/** A signature that was recorded wrongly is put right: both stay, the clock and what it had put in force follow. */
import { householdNumber } from '@shared/domain/loans/householdNumber';
import { present } from '@shared/kernel/assert';
import { afterEach, describe, expect, it } from 'vitest';
import { decideRequest } from '../../../../electron/features/approvals/decideRequest';
import { withPeople } from '../../../support/approvals';
import { recordingEngine } from '../../../support/fillReport';
import { desk, requestId } from '../receipts/support';

type Desk = Awaited<ReturnType<typeof desk>>;
let at: Desk;
afterEach(() => at.folder.close());

/** 李四 owes 30,600.00, due 2024-12-31; papers were issued on 2026-11-20, today is 2026-11-22. */
async function given() {
  at = await desk('clerk', recordingEngine());
  const party = at.build.party({ name: '李四', id_no: '51122219700101001X', address: '青石村一组' });
  const loan = at.build.loan({
    ...{ party_id: party, principal: 3_000_000, balance: 3_000_000, interest_off: 60_000 },
    ...{ issue_date: '2023-01-01', due_date: '2024-12-31' },
  });
  const people = await withPeople(at.folder.open, { keeper: ['asset-preservation-head'] });
  const file = () => at.api.repayment.household({ household: party });
  const paper = async () => present((await file()).papers[0], 'the paper');
  const issue = async (form: string, subject: string) => {
    await at.api.documents.issueTyped({ form, subject, fields: {}, requestId: requestId() });
    at.folder.open.store.sqlite.exec(`UPDATE repayment_paper SET issued_on = '2026-11-18'`);
  };
  const signed = async (signedOn: string, more = {}) => {
    const { documentId, rev } = await paper();
    await at.api.repayment.recordReturn({ documentId, rev, signatures: [{ key: 'borrower', signedOn }], ...more });
  };
  const correct = async (signedOn: string | null, key = 'borrower') => {
    const { documentId, rev } = await paper();
    return at.api.repayment.correctSignature({ documentId, rev, key, signedOn, reason: '看错签署日' });
  };
  const line = async () =>
    (await at.api.portfolio.radar({ household: party })).lines.find(({ key }) => key === `b${loan}`);
  const agreement = async () => {
    const { id: follower } = present((await file()).people[0], 'a colleague');
    const terms = { household: party, loans: [loan], order: 'principal-first' as const, follower, graceDays: 30 };
    const instalments = [{ dueOn: '2026-12-31', principal: 3_000_000, interest: 60_000 }];
    const { id, approval } = await at.api.repayment.askAgreement({ ...terms, instalments });
    const { rev } = await at.api.approvals.show({ id: approval });
    const consent = { id: approval, rev, outcome: 'consent', opinion: '同意', requestId: requestId() } as const;
    await decideRequest('2026-11-22', await people.as('keeper'), consent);
    await issue('DOC-REC-06', String(id));
  };
  return { party, file, paper, issue, signed, correct, line, agreement };
}

describe('REC-05 a signature put right', () => {
  it('another day moves the clock; none takes its event back; both entries stay with the reason', async () => {
    const { party, issue, signed, correct, line, paper } = await given();
    const unsigned = (await line())?.expiry;
    await issue('DOC-REC-07', householdNumber(party));
    await signed('2026-11-22', { reply: 'agrees' });
    expect((await line())?.expiry).toBe('2029-11-22');
    await correct('2026-11-19');
    expect((await line())?.expiry).toBe('2029-11-19');
    await correct(null);
    expect(await line()).toMatchObject({ expiry: unsigned, acts: [] });
    const { corrections, signatories, reply } = await paper();
    expect(corrections).toMatchObject([
      { key: 'borrower', signedOn: '2026-11-22', correctedTo: '2026-11-19', reason: '看错签署日', by: '测试clerk' },
      { key: 'borrower', signedOn: '2026-11-19', correctedTo: null },
    ]);
    expect([signatories[0]?.signedOn, reply]).toEqual([null, null]);
    expect(() => at.folder.open.store.sqlite.exec('DELETE FROM signature_correction')).toThrow('only added');
    await signed('2026-11-20', { reply: 'differs', difference: '少计还款 500 元' });
    expect((await line())?.expiry).toBe('2029-11-20');
    const log = at.rows(`SELECT detail FROM audit_entry WHERE action = 'repayment.correctSignature'`);
    expect(log).toHaveLength(2);
  });

  it.each([
    ['somebody who has not signed', null, 'guarantor-999', 'signatory-unknown'],
    ['the same day', '2026-11-22', 'borrower', 'signature-date-wrong'],
    ['a day before the paper', '2026-11-17', 'borrower', 'signature-date-wrong'],
    ['a day to come', '2026-11-23', 'borrower', 'signature-date-wrong'],
  ])('%s is refused', async (_, signedOn, key, code) => {
    const { party, issue, signed, correct } = await given();
    await issue('DOC-REC-05', householdNumber(party));
    await signed('2026-11-22');
    await expect(correct(signedOn, key)).rejects.toThrow(code);
    expect(at.rows('SELECT * FROM signature_correction')).toEqual([]);
  });

  it('an agreement that it had put in force waits again, its order of payment holds for no day', async () => {
    const { party, file, agreement, signed, correct } = await given();
    await agreement();
    await signed('2026-11-22');
    const orders = async () => (await at.api.receipts.account({ household: party })).agreements;
    expect(await orders()).toMatchObject([{ agreedOn: '2026-11-22' }]);
    await correct('2026-11-19');
    expect((await file()).agreements[0]).toMatchObject({ state: 'in-force', signedOn: '2026-11-19' });
    expect(await orders()).toMatchObject([{ agreedOn: '2026-11-19' }]);
    await correct(null);
    expect((await file()).agreements[0]).toMatchObject({ state: 'approved', signedOn: null });
    expect(await orders()).toEqual([]);
    expect(at.rows('SELECT taken_back FROM order_agreement')).toEqual([{ taken_back: 1 }, { taken_back: 1 }]);
    await signed('2026-11-21');
    expect((await file()).agreements[0]).toMatchObject({ state: 'in-force', signedOn: '2026-11-21' });
  });

  it('of an agreement that has ended since it is refused: what followed stays as it was', async () => {
    const { file, agreement, signed, correct } = await given();
    await agreement();
    await signed('2026-11-19');
    const { id, rev } = present((await file()).agreements[0], 'it');
    await at.api.repayment.endAgreement({ id, rev, endedOn: '2026-11-21', reason: '另行协商' });
    await expect(correct(null)).rejects.toThrow('agreement-not-in-force');
    expect(at.rows('SELECT * FROM signature_correction')).toEqual([]);
  });
});
