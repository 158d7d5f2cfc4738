/** The limitation radar line by line: edges of law.md §§1–3, grades of evidence, what keeps and what restores (REC-05). */

import { wordingText } from '@shared/domain/limitation/guarantee';
import type { PortfolioLoan } from '@shared/domain/portfolio/loanFacts';
import { periodWordingOf } from '@shared/domain/portfolio/loanFacts';
import { limitationRadar, type RadarLine } from '@shared/domain/portfolio/radar';
import { type ReceiptFacts, receiptActs } from '@shared/domain/portfolio/receiptActs';
import { describe, expect, it } from 'vitest';
import { LOAN } from '../../../support/portfolioLoan';
import { shipped } from '../../rules/support/ask';

const RECEIPT: ReceiptFacts = {
  receiptNo: 'SH1',
  on: '2023-05-10',
  principal: 100_00,
  interest: 0,
  method: '现金',
  voucherNo: '00479',
  reverses: null,
  paidByBorrower: true,
};

const loan = (given: Partial<PortfolioLoan>): PortfolioLoan => ({ ...LOAN, ...given });
const receipt = (given: Partial<ReceiptFacts>): ReceiptFacts => ({ ...RECEIPT, ...given });

function radar(given: Partial<PortfolioLoan>, asOf: string, security: string | null = null): RadarLine[] {
  const subject = loan(given);
  const guarantors = subject.guarantees.map(({ id }) => ({ id, loanId: 1, name: `保证人${id}` }));
  const securities = security === null ? [] : [{ id: 7, loanId: 1, name: '房产', security }];
  return limitationRadar(shipped.book, { borrower: '张三', loans: [subject], guarantors, securities }, asOf);
}

const borrower = (given: Partial<PortfolioLoan>, asOf: string) => radar(given, asOf)[0] as RadarLine;
const guarantor = (given: Partial<PortfolioLoan>, asOf: string) => radar(given, asOf)[1] as RadarLine;
const joint = { id: 5, kind: 'joint', periodEnd: null, periodWording: '未约定' } as const;

describe('REC-05 the borrower', () => {
  // 民法典 188: three years; 2025-03-01 is a Saturday, so it ends on Monday 2025-03-03 (203).
  it.each([
    ['2025-03-02', 'running'],
    ['2025-03-03', 'running'],
    ['2025-03-04', 'defence-risk'],
  ])('on %s is %s', (asOf, verdict) => {
    expect(borrower({}, asOf)).toMatchObject({ verdict, expiry: '2025-03-03', arguable: null });
  });

  it('keeps lawful ways while it runs, and others once it is over', () => {
    const running = borrower({}, '2025-03-03');
    expect(running.keep.map(({ kind }) => kind)).toContain('suit-filed');
    expect(running.restore).toEqual([]);
    const over = borrower({}, '2025-03-04');
    expect(over.keep).toEqual([]);
    const notice = over.restore.find(({ kind }) => kind === 'signed-notice-after-expiry');
    expect(notice).toMatchObject({ content: 'consent-to-perform', article: expect.stringContaining('第十九条') });
  });

  it('counts anew from what he paid himself, with the voucher as evidence', () => {
    const line = borrower({ receipts: [RECEIPT] }, '2024-01-01');
    expect(line).toMatchObject({ verdict: 'running', limitation: { from: '2023-05-10' }, expiry: '2026-05-11' });
    expect(line.acts).toMatchObject([{ kind: 'part-payment', grade: 'strong', reason: 'voucher' }]);
    expect(line.trace.some(({ article }) => article.includes('第十四条'))).toBe(true);
  });

  it('counts what another paid in the arguable reading only', () => {
    const line = borrower({ receipts: [receipt({ paidByBorrower: false })] }, '2024-01-01');
    expect(line).toMatchObject({ expiry: '2025-03-03', arguable: '2026-05-11' });
    expect(line.acts).toMatchObject([{ grade: 'weak', reason: 'paid-by-other' }]);
  });

  it('does not let a payment after expiry interrupt what is over', () => {
    const line = borrower({ receipts: [receipt({ on: '2025-06-01' })] }, '2025-07-01');
    expect(line).toMatchObject({ verdict: 'defence-risk', expiry: '2025-03-03' });
    expect(line.acts).toMatchObject([{ grade: 'none', reason: 'after-expiry' }]);
  });

  it('takes the day after an extension, and nothing for a settled loan', () => {
    expect(borrower({ extendedDueDate: '2023-03-01' }, '2024-01-01').expiry).toBe('2026-03-02');
    expect(borrower({ balance: 0 }, '2024-01-01')).toMatchObject({ verdict: 'settled', expiry: null, keep: [] });
    expect(borrower({ balance: 0, interest: 1 }, '2024-01-01').verdict).toBe('running');
  });

  it('names the fact that the books do not have', () => {
    expect(borrower({ dueDate: null }, '2024-01-01')).toMatchObject({ verdict: 'needs-facts', missing: ['dueDate'] });
  });
});

describe('REC-05 grades of receipts', () => {
  it.each([
    [{}, 'strong', 'voucher'],
    [{ method: null }, 'strong', 'voucher'],
    [{ method: '账户扣划' }, 'strong', 'voucher'],
    [{ voucherNo: null }, 'medium', 'voucher-unrecorded'],
    [{ paidByBorrower: false }, 'weak', 'paid-by-other'],
    [{ method: '法院执行' }, 'none', 'court'],
    [{ method: '法院扣划' }, 'none', 'court'],
    [{ method: '担保人代偿' }, 'none', 'guarantor-paid'],
    [{ method: '抵债资产变现' }, 'none', 'asset-sold'],
    [{ principal: 0, interest: 0 }, 'none', 'nothing-paid'],
    [{ principal: -5 }, 'none', 'nothing-paid'],
    [{ on: '2022-02-28' }, 'none', 'before-due'],
    [{ on: '2022-03-01' }, 'strong', 'voucher'],
  ] as const)('%o is %s: %s', (given, grade, reason) => {
    expect(receiptActs([receipt(given)], '2022-03-01')).toMatchObject([{ grade, reason }]);
  });

  it('a reversal takes itself and what it reverses away', () => {
    const acts = receiptActs(
      [RECEIPT, receipt({ receiptNo: 'SH2', principal: -100_00, reverses: 'SH1' })],
      '2022-03-01',
    );
    expect(acts.map(({ reason }) => reason)).toEqual(['reversed', 'reversed']);
  });

  it('names a payment of interest and a deduction by what they are', () => {
    const kinds = [receipt({ principal: 0, interest: 5 }), receipt({ method: '账户扣划' })];
    expect(receiptActs(kinds, '2022-03-01').map(({ kind }) => kind)).toEqual(['interest-payment', 'account-deduction']);
  });
});

describe('REC-05 guarantors', () => {
  // 民法典 692: six months; 2022-09-01 is a Thursday.
  it.each([
    ['2022-09-01', 'running'],
    ['2022-09-02', 'lost'],
  ])('without a period agreed: on %s %s', (asOf, verdict) => {
    const line = guarantor({ guarantees: [joint] }, asOf);
    expect(line).toMatchObject({ verdict, expiry: '2022-09-01', limitation: null });
    expect(line.guaranteePeriod).toEqual({ from: '2022-03-01', to: '2022-09-01' });
    const kinds = (verdict === 'lost' ? line.restore : line.keep).map(({ kind }) => kind);
    expect(kinds).toContain(verdict === 'lost' ? 'new-agreement' : 'guarantor-requested');
  });

  it('2 years where the paper says until everything is repaid and the contract is of before 2021', () => {
    const old = { issueDate: '2019-03-01', dueDate: '2020-03-02' };
    const until = { ...joint, periodWording: '直至主债务本息还清为止' };
    expect(guarantor({ ...old, guarantees: [until] }, '2021-01-01').expiry).toBe('2022-03-02');
    expect(guarantor({ guarantees: [until] }, '2022-05-01').expiry).toBe('2022-09-01');
  });

  it('are safe without their consent to an extension, which is arguable', () => {
    const line = guarantor({ extendedDueDate: '2023-03-01', guarantees: [joint] }, '2022-05-01');
    expect(line).toMatchObject({ expiry: '2022-09-01', arguable: '2023-09-01' });
    expect(line.assumed).toContain('extension-consent');
  });

  it('are not helped by what the debtor pays', () => {
    const line = guarantor({ receipts: [RECEIPT], guarantees: [joint] }, '2024-01-01');
    expect(line).toMatchObject({ verdict: 'lost', acts: [] });
  });

  it('a general guarantor is kept by a suit against the debtor, not by a letter', () => {
    const kinds = guarantor({ guarantees: [{ ...joint, kind: 'general' }] }, '2022-05-01').keep.map(({ kind }) => kind);
    expect(kinds).toContain('debtor-sued');
    expect(kinds).not.toContain('guarantor-requested');
  });

  it('need the wording that nobody recorded', () => {
    const line = guarantor({ guarantees: [{ ...joint, periodWording: null }] }, '2022-05-01');
    expect(line).toMatchObject({ verdict: 'needs-facts', missing: ['periodWording'] });
  });
});

describe('REC-05 securities', () => {
  it('go with the main debt, safe and arguable', () => {
    const lines = radar({ receipts: [receipt({ paidByBorrower: false })] }, '2024-01-01', '抵押');
    expect(lines[1]).toMatchObject({ role: 'security', expiry: '2025-03-03', arguable: '2026-05-11', acts: [] });
    expect(lines[1]?.trace[0]?.article).toContain('第四百一十九条');
    expect(radar({}, '2025-03-04', '质押')[1]).toMatchObject({
      verdict: 'defence-risk',
      assumed: ['registered-right'],
    });
  });
});

describe('REC-05 the agreed period as lists write it', () => {
  it.each([
    ['2026-01-01', null, 'date:2026-01-01'],
    [null, '直至主债务本息还清为止', 'until-cleared'],
    [null, '至借款本息全部清偿之日止', 'until-cleared'],
    [null, '未约定', 'none'],
    [null, '主债务履行期届满之日起两年', 'months:24'],
    [null, '二年', 'months:24'],
    [null, '36个月', 'months:36'],
    [null, '十八个月', 'months:18'],
    [null, '见合同', null],
    [null, null, null],
  ])('%s %s is %s', (periodEnd, periodWording, read) => {
    const wording = periodWordingOf({ periodEnd, periodWording });
    expect(wording && wordingText(wording)).toBe(read);
  });
});
