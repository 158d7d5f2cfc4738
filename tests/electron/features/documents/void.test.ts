/** Papers made void by two people (documents.md §0.4), and deliveries that were recorded wrongly: registers, due list and clocks follow. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { householdNumber } from '@shared/domain/loans/householdNumber';
import { present } from '@shared/kernel/assert';
import { afterEach, describe, expect, it } from 'vitest';
import { decideRequest } from '../../../../electron/features/approvals/decideRequest';
import { takenNumbers } from '../../../../electron/features/documents/numbers.repository';
import { sentNotices } from '../../../../electron/features/dunning/notices.repository';
import { withPeople } from '../../../support/approvals';
import { recordingEngine } from '../../../support/fillReport';
import { desk, requestId } from '../receipts/support';

type Desk = Awaited<ReturnType<typeof desk>>;
let at: Desk;
afterEach(() => at.folder.close());

/** A demand to 李四, whose 30,000.00 fell due on 2024-12-31; today is 2026-11-22. */
async function given() {
  const engine = recordingEngine();
  at = await desk('clerk', engine);
  Object.assign(at.folder.services.host, { printPdf: async () => 'sent', chooseSavePath: async () => null });
  const party = at.build.party({ name: '李四', id_no: '51122219700101001X', address: '青石村一组' });
  const loan = at.build.loan({
    ...{ party_id: party, principal: 3_000_000, balance: 3_000_000, interest_off: 60_000, four_level: '逾期' },
    ...{ issue_date: '2023-01-01', due_date: '2024-12-31' },
  });
  const people = await withPeople(at.folder.open, { credit: ['credit-director'] });
  const subject = householdNumber(party);
  const issue = () => at.api.documents.issueTyped({ form: 'DOC-REC-01', subject, fields: {}, requestId: requestId() });
  const decide = async (id: number, by: 'credit' | 'clerk' = 'credit', outcome: 'consent' | 'reject' = 'consent') => {
    const { rev } = await at.api.approvals.show({ id });
    const open = by === 'clerk' ? at.folder.open : await people.as(by);
    return decideRequest('2026-11-22', open, { id, rev, outcome, opinion: '金额有误，同意', requestId: requestId() });
  };
  const askVoid = (id: number) => at.api.documents.askVoid({ id, reason: '催收本金有误' });
  const notice = async (id: number) => {
    const { notices } = await at.api.dunning.register({});
    return present(
      notices.find(({ documentId }) => documentId === id),
      'the notice',
    );
  };
  const deliver = async (id: number, more: object) => {
    const { id: noticeId, rev } = await notice(id);
    const typed = {
      method: 'in-person',
      outcome: 'signed',
      arrivedOn: '2026-11-22',
      signedBy: '李四',
      capacity: 'self',
    } as const;
    return at.api.dunning.recordDelivery({ id: noticeId, rev, ...typed, ...more });
  };
  const acts = async () =>
    (await at.api.portfolio.radar({ household: party })).lines.find(({ key }) => key === `b${loan}`)?.acts ?? [];
  return { engine, party, subject, issue, decide, askVoid, notice, deliver, acts };
}

describe('LED-11 the register of numbers', () => {
  it('has every number in order, those of voided papers with the reason, and counts them in the log', async () => {
    const { issue, decide, askVoid } = await given();
    const [first, second] = [await issue(), await issue()];
    const { approval } = await askVoid(first.id);
    await decide(approval);
    const rows = takenNumbers(at.folder.open.store.read, null);
    expect(rows.map(({ number, status, voidedFor }) => [number, status, voidedFor])).toEqual([
      [first.number, 'voided', '催收本金有误'],
      [second.number, 'issued', null],
    ]);
    expect(takenNumbers(at.folder.open.store.read, 'DOC-LIT-01')).toEqual([]);
    const path = join(at.folder.dir, '..', `${requestId()}.xlsx`);
    const asked = { form: 'DOC-REC-01', format: 'xlsx', reason: '年度检查', path } as const;
    expect(await at.api.documents.exportNumbers(asked)).toEqual({ path, lines: 2 });
    rmSync(path);
  });
});

describe('DOC a paper made void', () => {
  it('needs a reason and a second person; its number stays used and shown, it no longer counts as sent', async () => {
    const { party, subject, issue, decide, askVoid, notice } = await given();
    const { id, number } = await issue();
    expect(sentNotices(at.folder.open.store.read, party)).toHaveLength(1);
    await expect(at.api.documents.askVoid({ id, reason: ' ' })).rejects.toThrow();
    const { approval } = await askVoid(id);
    expect((await at.api.documents.show({ id })).voiding).toMatchObject({
      state: 'asked',
      reason: '催收本金有误',
      approval,
    });
    await expect(askVoid(id)).rejects.toThrow('paper-void-asked');
    await expect(decide(approval, 'clerk')).rejects.toThrow('own-item');
    await decide(approval);
    const shown = await at.api.documents.show({ id });
    expect(shown.document).toMatchObject({ status: 'voided', number });
    expect(shown.voiding).toMatchObject({ state: 'voided', reason: '催收本金有误' });
    expect((await at.api.documents.list({ household: subject })).map((each) => [each.number, each.status])).toEqual([
      [number, 'voided'],
    ]);
    expect(await notice(id)).toMatchObject({
      voided: true,
      voidReason: '催收本金有误',
      effect: 'none',
      missing: false,
    });
    expect(sentNotices(at.folder.open.store.read, party)).toEqual([]);
    const second = await issue();
    expect(second.number).not.toBe(number);
    expect(sentNotices(at.folder.open.store.read, party)).toHaveLength(1);
    await expect(askVoid(id)).rejects.toThrow('paper-voided');
    expect(at.rows(`SELECT action FROM audit_entry WHERE action IN ('documents.askVoid', 'documents.void')`)).toEqual([
      { action: 'documents.askVoid' },
      { action: 'documents.void' },
    ]);
    expect(() => at.folder.open.store.sqlite.exec('DELETE FROM document_void')).toThrow('never go');
  });

  it('is delivered, chased and handed out as what it is no more', async () => {
    const { engine, issue, decide, askVoid, notice, deliver } = await given();
    const { id } = await issue();
    await decide((await askVoid(id)).approval);
    await expect(deliver(id, {})).rejects.toThrow('paper-voided');
    await expect(at.api.dunning.chase({ id: (await notice(id)).id })).rejects.toThrow('receipt-not-missing');
    await at.api.documents.print({ id, reason: null });
    expect(engine.calls.at(-1)?.marks).toMatchObject({ watermark: expect.stringContaining('已作废') });
  });

  it('one whose receipt came back is refused, also when it comes while the second person decides', async () => {
    const { issue, decide, askVoid, deliver, acts } = await given();
    const { id } = await issue();
    const { approval } = await askVoid(id);
    await deliver(id, {});
    await expect(decide(approval)).rejects.toThrow('paper-returned');
    await decide(approval, 'credit', 'reject');
    await expect(askVoid(id)).rejects.toThrow('paper-returned');
    expect(await acts()).toHaveLength(1);
    expect((await at.api.documents.show({ id })).document.status).toBe('issued');
    await deliver(id, {
      outcome: 'open',
      arrivedOn: null,
      signedBy: null,
      capacity: null,
      reason: '登记到了别的通知上',
    });
    expect(await acts()).toEqual([]);
    await decide((await askVoid(id)).approval);
    expect((await at.api.documents.show({ id })).document.status).toBe('voided');
  });

  it('a signed confirmation and a form that the person may not issue are refused', async () => {
    const { party, subject, askVoid } = await given();
    const { id } = await at.api.documents.issueTyped({
      ...{ form: 'DOC-REC-05', subject, fields: {}, requestId: requestId() },
    });
    const signatures = [{ key: 'borrower', signedOn: '2026-11-22' }];
    await at.api.repayment.recordReturn({ documentId: id, rev: 1, signatures });
    await expect(askVoid(id)).rejects.toThrow('paper-returned');
    const correction = { documentId: id, rev: 2, key: 'borrower', signedOn: null, reason: '签署人不是本人' };
    await at.api.repayment.correctSignature(correction);
    await askVoid(id);
    await expect(at.api.repayment.household({ household: party })).resolves.toMatchObject({
      papers: [{ voided: false }],
    });
    await expect(askVoid(9_999)).rejects.toThrow('document-unknown');
  });
});

describe('REC-05 a delivery put right', () => {
  it('needs a reason, keeps what was recorded, and moves the clock', async () => {
    const { issue, deliver, notice, acts } = await given();
    const { id } = await issue();
    await deliver(id, {});
    expect(await acts()).toMatchObject([{ grade: 'strong' }]);
    await expect(deliver(id, { capacity: 'other' })).rejects.toThrow('correction-reason-missing');
    await deliver(id, { capacity: 'other', signedBy: '王五', reason: '签收人实为邻居' });
    expect(await acts()).toMatchObject([{ grade: 'weak' }]);
    const { id: noticeId } = await notice(id);
    expect((await at.api.dunning.notice({ id: noticeId })).corrections).toMatchObject([
      { outcome: 'signed', on: '2026-11-22', signedBy: '李四', reason: '签收人实为邻居', by: '测试clerk' },
    ]);
    expect(() => at.folder.open.store.sqlite.exec('DELETE FROM delivery_correction')).toThrow('only added');
  });
});
