/** Receipts in a real folder: recorded, late, taken back, agreed on, imported again by the core banking system (REC-10…11). */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { present } from '@shared/kernel/assert';
import { afterEach, describe, expect, it } from 'vitest';
import { importFile } from '../../../support/importFiles';
import { desk, receipt, requestId } from './support';

type Desk = Awaited<ReturnType<typeof desk>>;
let at: Desk;
afterEach(() => at.folder.close());

const CONTRACT = '奉信（2008）年借字第0012号';

async function liSi() {
  at = await desk();
  const household = at.build.party({ name: '李四' });
  const loan = at.build.loan({
    party_id: household,
    contract_no: CONTRACT,
    issue_date: '2008-01-01',
    due_date: '2009-01-01',
    balance: 3_000_000,
    interest_off: 900_000,
  });
  const record = (given: Parameters<typeof receipt>[1] = {}) =>
    at.api.receipts.record({ ...receipt(household, given), requestId: requestId() });
  const account = () => at.api.receipts.account({ household });
  const flow = () =>
    at.rows('SELECT receipt_no, received_on, costs, principal, interest, reverses_no FROM receipt ORDER BY id');
  return { household, loan, record, account, flow };
}

describe('S08 a receipt', () => {
  it('is previewed, recorded and shown in both views; the balances of the ledger stay', async () => {
    const { household, loan, record, account, flow } = await liSi();
    const preview = await at.api.receipts.preview(receipt(household, { amount: 3_650_000 }));
    expect(preview).toMatchObject({ problems: [], rest: 0, loans: [{ agreed: false }], adjustments: [] });
    expect(preview.loans[0]?.after).toEqual({
      book: { principal: 0, interest: 250_000 },
      owed: { principal: 250_000, interest: 0 },
    });
    const { number } = await record({ amount: 3_650_000 });
    expect(number).toBe('SG20261122-1');
    const { loans, payments } = await account();
    expect(loans[0]).toMatchObject({ ledger: { principal: 3_000_000, interest: 900_000 }, ...preview.loans[0]?.after });
    expect(payments[0]).toMatchObject({
      number,
      state: 'open',
      rest: 0,
      by: '测试clerk',
      collectors: [
        { name: '王某', ppm: 600_000 },
        { name: '李某', ppm: 400_000 },
      ],
      lines: [{ loanId: loan, kind: 'allocation', principal: 3_000_000, interest: 650_000, causeNo: number }],
    });
    expect(payments[0]?.trace.map(({ rule }) => rule)).toContain('payment/order-within-debt');
    expect(flow()).toEqual([
      {
        receipt_no: number,
        received_on: '2026-11-20',
        costs: 0,
        principal: 3_000_000,
        interest: 650_000,
        reverses_no: null,
      },
    ]);
    expect(at.rows('SELECT balance FROM loan')).toEqual([{ balance: 3_000_000 }]);
    const file = await at.api.parties.household({ key: CONTRACT });
    expect(file.receipts[0]?.shares).toEqual([
      { name: '王某', percent: '60' },
      { name: '李某', percent: '40' },
    ]);
  });

  it('with the same request id is the first one; the same voucher again is refused', async () => {
    const { household, record, flow } = await liSi();
    const once = { ...receipt(household), requestId: requestId() };
    const first = await at.api.receipts.record(once);
    expect(await at.api.receipts.record(once)).toEqual(first);
    await expect(at.api.receipts.record({ ...once, amount: 1 })).rejects.toThrow('request-conflict');
    await expect(record()).rejects.toThrow('receipt-twice');
    await expect(record({ voucherNo: '00480' })).rejects.toThrow('receipt-looks-double');
    await record({ voucherNo: '00480', doubleReason: '同日第二笔' });
    expect(flow()).toHaveLength(2);
  });

  it('refuses the first thing that is wrong and writes nothing', async () => {
    const { household, record } = await liSi();
    await expect(record({ collectors: [{ name: '王某', ppm: 999_000 }] })).rejects.toThrow('collectors-not-100');
    const sameMan = [
      { name: '王 某', ppm: 500_000 },
      { name: '王某', ppm: 500_000 },
    ];
    await expect(record({ collectors: sameMan })).rejects.toThrow('collector-twice');
    await expect(record({ receivedOn: '2026-02-30' })).rejects.toThrow('invalid-input');
    await expect(record({ amount: 3_900_001 })).rejects.toThrow('receipt-exceeds-debt');
    await expect(record({ receivedOn: '2007-12-31' })).rejects.toThrow('receipt-before-loan');
    await expect(record({ accrued: [{ loanId: 99, interest: 1 }] })).rejects.toThrow('loan-unknown');
    await expect(at.api.receipts.record({ ...receipt(4_711), requestId: requestId() })).rejects.toThrow(
      'household-unknown',
    );
    expect(at.rows('SELECT * FROM payment UNION ALL SELECT * FROM payment')).toEqual([]);
    expect((await at.api.receipts.account({ household })).payments).toEqual([]);
  });

  it('REC-11 refuses a new loan for an old one off the balance sheet, with the article; cash is taken', async () => {
    const { record } = await liSi();
    at.folder.open.store.sqlite.exec("UPDATE loan SET sheet = 'off'");
    await expect(record({ form: 'borrow-new-repay-old' })).rejects.toMatchObject({
      data: { code: 'off-balance-money-only', article: expect.stringContaining('第十五条') },
    });
    expect((await record()).adjusted).toBe(0);
  });

  it('reaches several loans with one row each, and the same collectors', async () => {
    const { household, record } = await liSi();
    at.build.loan({ party_id: household, issue_date: '2010-01-01', due_date: '2011-01-01', balance: 500_000 });
    const { number } = await record({ amount: 4_000_000 });
    expect(at.rows('SELECT receipt_no, principal, interest FROM receipt ORDER BY id')).toEqual([
      { receipt_no: number, principal: 3_000_000, interest: 900_000 },
      { receipt_no: `${number}.2`, principal: 100_000, interest: 0 },
    ]);
    expect(at.rows('SELECT count(*) AS n, sum(ppm) AS ppm FROM receipt_share')).toEqual([{ n: 4, ppm: 2_000_000 }]);
  });
});

describe('late receipts and reversals', () => {
  it('a late receipt posts adjustment lines on those after it, and never rewrites a line', async () => {
    const { record, account } = await liSi();
    const second = await record({ receivedOn: '2026-11-20', amount: 3_200_000, voucherNo: '2' });
    const before = at.rows('SELECT * FROM payment_line');
    const first = await record({ receivedOn: '2026-10-15', amount: 300_000, voucherNo: '1' });
    expect(first.adjusted).toBe(1);
    expect(at.rows('SELECT * FROM payment_line')).toEqual(expect.arrayContaining(before));
    const { payments } = await account();
    const adjusted = present(
      payments.find(({ number }) => number === second.number),
      'the second',
    );
    expect(
      adjusted.lines.map(({ kind, principal, interest, causeNo }) => ({ kind, principal, interest, causeNo })),
    ).toEqual([
      { kind: 'allocation', principal: 3_000_000, interest: 200_000, causeNo: second.number },
      { kind: 'adjustment', principal: -300_000, interest: 300_000, causeNo: first.number },
    ]);
    expect(at.rows("SELECT principal, interest FROM receipt WHERE received_on = '2026-11-20'")).toEqual([
      { principal: 2_700_000, interest: 500_000 },
    ]);
    expect(() => at.folder.services.session.open?.store.sqlite.exec('UPDATE payment_line SET principal = 0')).toThrow(
      'never',
    );
  });

  it('a reversal keeps both entries, and what came after is run again', async () => {
    const { record, account, flow } = await liSi();
    const first = await record({ receivedOn: '2026-11-18', amount: 300_000, voucherNo: '1' });
    await record({ receivedOn: '2026-11-20', amount: 3_200_000, voucherNo: '2' });
    await at.folder.signInAs('director');
    const reverse = (id: number) => at.api.receipts.reverse({ id, reason: '凭证录错', requestId: requestId() });
    expect(await reverse(first.id)).toEqual({ number: first.number, adjusted: 1 });
    await expect(reverse(first.id)).rejects.toThrow('receipt-reversed');
    await expect(reverse(99)).rejects.toThrow('receipt-unknown');
    expect(flow()).toEqual([
      {
        receipt_no: first.number,
        received_on: '2026-11-18',
        costs: 0,
        principal: 300_000,
        interest: 0,
        reverses_no: null,
      },
      {
        receipt_no: 'SG20261122-2',
        received_on: '2026-11-20',
        costs: 0,
        principal: 3_000_000,
        interest: 200_000,
        reverses_no: null,
      },
      {
        receipt_no: `${first.number}-R`,
        received_on: '2026-11-22',
        costs: 0,
        principal: -300_000,
        interest: 0,
        reverses_no: first.number,
      },
    ]);
    const { payments, loans } = await account();
    expect(payments[1]).toMatchObject({ state: 'reversed', reversal: { reason: '凭证录错', by: '测试director' } });
    expect(loans[0]?.book).toEqual({ principal: 0, interest: 700_000 });
  });

  it('is not for whoever records', async () => {
    const { record } = await liSi();
    const { id } = await record();
    await expect(at.api.receipts.reverse({ id, reason: '凭证录错', requestId: requestId() })).rejects.toThrow(
      'role-missing',
    );
  });
});

describe('民法典 561 the agreement on principal first', () => {
  it('recorded late, it changes what the debtor owes and adjusts; ended, no more', async () => {
    const { household, record, account } = await liSi();
    await record({ amount: 1_000_000 });
    const agree = (agreedOn: string) =>
      at.api.receipts.recordAgreement({ household, agreedOn, evidence: '偿还协议书第三条' });
    await expect(agree('2026-11-23')).rejects.toThrow('date-future');
    const { id, adjusted } = await agree('2026-11-01');
    expect(adjusted).toBe(1);
    await expect(agree('2026-11-02')).rejects.toThrow('agreement-overlaps');
    const { loans, payments } = await account();
    expect(loans[0]?.owed).toEqual({ principal: 2_000_000, interest: 900_000 });
    expect(payments[0]?.lines.at(-1)).toMatchObject({
      kind: 'adjustment',
      cause: 'agreement',
      principal: 0,
      owedPrincipal: 900_000,
    });
    const end = (rev: number, endedOn: string) => at.api.receipts.endAgreement({ id, rev, endedOn });
    await expect(end(2, '2026-11-10')).rejects.toThrow('stale-version');
    await expect(end(1, '2026-11-01')).rejects.toThrow('agreement-end-wrong');
    await end(1, '2026-11-10');
    expect((await account()).loans[0]?.owed).toEqual({ principal: 2_900_000, interest: 0 });
    await expect(end(2, '2026-11-12')).rejects.toThrow('agreement-ended');
  });
});

describe('the core banking system is the master', () => {
  const HEAD =
    '流水号,收款日期,分理处,合同号,借款人,收回本金(元),收回利息(元),合计(元),收回方式,缴款人,清收人及比例,凭证号,被冲正流水号,备注';
  const file = (name: string, ...lines: string[]) => {
    const path = join(at.folder.dir, '..', name);
    writeFileSync(path, `${[HEAD, ...lines].join('\n')}\n`);
    return path;
  };
  const line = (principal: string, interest: string, shares = '') =>
    `SH20261120001,2026-11-20,青石分理处,${CONTRACT},李四,${principal},${interest},,现金,李四,${shares},00479,,`;
  const imported = (path: string, given = {}) =>
    importFile(at.folder, path, { asOf: '2026-11-30', kind: 'receipts', ...given });

  it('its record of the same money takes the row over: nothing is doubled, the collectors stay, undo brings it back', async () => {
    const { record, flow, account } = await liSi();
    const { id } = await record({ amount: 3_650_000 });
    const before = flow();
    const path = file('flow.csv', line('30000.00', '6500.00'));
    expect(await imported(path)).toMatchObject({ added: 0, changed: 1, refused: 0 });
    expect(flow()).toEqual([{ ...before[0], receipt_no: 'SH20261120001' }]);
    expect(at.rows('SELECT name, ppm FROM receipt_share')).toHaveLength(2);
    expect(await imported(path)).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
    const { payments, loans } = await account();
    expect(payments[0]?.state).toBe('in-core');
    expect(loans[0]).toMatchObject({
      book: { principal: 0, interest: 250_000 },
      owed: { principal: 250_000, interest: 0 },
    });
    await at.folder.signInAs('director');
    await expect(at.api.receipts.reverse({ id, reason: '凭证录错', requestId: requestId() })).rejects.toThrow(
      'receipt-in-core',
    );
    await at.folder.signInAs('clerk');
    const batch = present((await at.api.imports.batches())[0], 'a batch').batch;
    await at.api.imports.undo({ batch });
    expect(flow()).toEqual(before);
  });

  it('another amount under the same voucher is asked about first', async () => {
    const { record, flow } = await liSi();
    await record({ amount: 3_650_000 });
    const path = file('flow.csv', line('30000.00', '6000.00'));
    const asked = await imported(path, { acceptWarnings: false });
    expect(asked).toMatchObject({ added: 0, changed: 0, warned: 1 });
    expect(asked.warnings[0]?.code).toBe('receipt-by-hand-differs');
    await imported(path);
    expect(flow()).toMatchObject([{ principal: 3_000_000, interest: 600_000 }]);
  });

  it('another voucher is another receipt, and counts until a ledger holds it', async () => {
    const { record, account } = await liSi();
    await record({ amount: 100_000, voucherNo: '1' });
    await imported(file('flow.csv', line('1000.00', '0.00')));
    expect((await account()).loans[0]?.book.principal).toBe(2_800_000);
  });
});

describe('taking an import back', () => {
  it('stops at loans on which money was recorded', async () => {
    const { record } = await liSi();
    at.folder.open.store.sqlite.exec(`INSERT INTO import_batch VALUES (1, 'B1', 'loans', 'a', 's', '2026-10-31', '{}', '{}', '', 2, 'written');
      UPDATE loan SET batch_id = 1; UPDATE party SET batch_id = 1`);
    await record();
    await expect(at.api.imports.undo({ batch: 'B1' })).rejects.toMatchObject({
      data: { facts: { blockers: [{ kind: 'receipt', count: 1 }] } },
    });
  });
});
