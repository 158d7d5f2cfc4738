/** When and with which form a signatory is written to (REC-03): just inside and outside every edge. */
import { dueNotice, type SentNotice } from '@shared/domain/dunning/dueNotice';
import { noticeFormOf } from '@shared/domain/dunning/noticeForm';
import type { PortfolioLoan } from '@shared/domain/portfolio/loanFacts';
import { limitationRadar } from '@shared/domain/portfolio/radar';
import { present } from '@shared/kernel/assert';
import { describe, expect, it } from 'vitest';
import { shipped } from '../../rules/support/ask';

const { book } = shipped;

const LOAN: PortfolioLoan = {
  id: 1,
  unitId: 1,
  issueDate: '2024-03-01',
  dueDate: '2025-03-01',
  extendedDueDate: null,
  fiveLevel: '次级',
  guaranteeMode: '保证',
  sheet: 'on',
  balance: 1_000_000,
  interest: 0,
  receipts: [],
  acts: [],
  guarantees: [{ id: 7, kind: 'joint', periodEnd: '2028-03-01', periodWording: null }],
  judgments: [],
};
const EXPIRY = '2028-03-01';
const sent = (on: string, given: Partial<SentNotice> = {}): SentNotice => ({
  form: 'DOC-REC-01',
  on,
  arrived: true,
  ...given,
});
const due = (today: string, before: readonly SentNotice[] = [], loan = LOAN, expiry: string | null = EXPIRY) =>
  dueNotice(book, loan, expiry, before, today);

describe('REC-03 when a notice is due', () => {
  it.each([
    ['short-term loan: seven days before', LOAN, '2025-02-22'],
    ['medium-term loan: one month before', { ...LOAN, issueDate: '2022-03-01' }, '2025-02-01'],
  ] as const)('%s', (_, loan, on) => {
    expect(due('2025-01-01', [], loan)).toMatchObject({ on, reason: 'first-notice', reminding: true });
    expect(due('2025-03-01', [], loan)).toMatchObject({ reason: 'first-notice' });
    expect(due('2025-02-25', [sent(on, { form: 'DOC-REC-00' })], loan)).toBeNull();
    expect(due('2025-02-25', [sent('2024-12-01', { form: 'DOC-REC-00' })], loan)).not.toBeNull();
  });

  it('the day after the due date, whatever reminder was sent', () => {
    const reminded = [sent('2025-02-22', { form: 'DOC-REC-00' })];
    expect(due('2025-03-02', reminded)).toMatchObject({
      on: '2025-03-02',
      reason: 'never-since-due',
      reminding: false,
    });
  });

  it('after the interval, or earlier when the claim runs out within the lead days', () => {
    expect(due('2026-01-01', [sent('2025-04-02')])).toMatchObject({ on: '2026-04-02', reason: 'interval' });
    expect(due('2027-10-01', [sent('2027-06-01')])).toMatchObject({ on: '2027-09-03', reason: 'runs-out' });
    expect(due('2027-10-01', [sent('2027-06-01')], LOAN, null)).toMatchObject({ reason: 'interval' });
  });

  it('again when the last one did not arrive, but not within the quiet days', () => {
    expect(due('2025-05-01', [sent('2025-04-02', { arrived: false })])).toMatchObject({
      on: '2025-05-02',
      reason: 'not-arrived',
    });
  });

  it('never where the dates are unknown', () => {
    expect(due('2025-05-01', [], { ...LOAN, dueDate: null })).toBeNull();
    expect(due('2025-05-01', [], { ...LOAN, issueDate: null })).toBeNull();
  });
});

function form(
  role: 'borrower' | 'guarantor' | 'security',
  today: string,
  given: Partial<PortfolioLoan> = {},
  status: string | null = null,
) {
  const loan = { ...LOAN, ...given };
  const facts = {
    borrower: '甲',
    loans: [loan],
    guarantors: [{ id: 7, loanId: 1, name: '乙' }],
    securities: [{ id: 9, loanId: 1, name: '房产', security: '抵押' }],
  };
  const line = present(
    limitationRadar(book, facts, today).find((each) => each.role === role),
    'a line',
  );
  const decided = noticeFormOf(book, loan, line, status, {
    ...{ today, reminding: today <= (loan.dueDate ?? ''), isPlanMissed: false },
  });
  return decided === null ? null : (decided.form ?? decided.reason);
}

describe('G-TIME which form fits (documents §4.3)', () => {
  it.each([
    ['borrower before the due date', 'borrower', '2025-03-01', {}, 'DOC-REC-00'],
    ['guarantor before the due date', 'guarantor', '2025-03-01', {}, 'DOC-REC-00'],
    ['borrower the day after', 'borrower', '2025-03-02', {}, 'DOC-REC-01'],
    ['borrower on the last day of limitation', 'borrower', '2028-03-01', {}, 'DOC-REC-01'],
    ['borrower the day after it', 'borrower', '2028-03-02', {}, 'DOC-REC-04'],
    ['joint guarantor on the last day of his period', 'guarantor', '2028-03-01', {}, 'DOC-REC-03'],
    ['joint guarantor the day after it', 'guarantor', '2028-03-02', {}, 'guarantee-period-over'],
    [
      'general guarantor',
      'guarantor',
      '2026-01-01',
      { guarantees: [{ id: 7, kind: 'general', periodEnd: '2028-03-01', periodWording: null }] },
      'DOC-REC-03G',
    ],
    [
      'unstated after 2021: general',
      'guarantor',
      '2025-06-01',
      { guarantees: [{ id: 7, kind: 'unstated', periodEnd: '2028-03-01', periodWording: null }] },
      'DOC-REC-03G',
    ],
    [
      'guarantor whose period nobody knows',
      'guarantor',
      '2026-01-01',
      { guarantees: [{ id: 7, kind: 'joint', periodEnd: null, periodWording: null }] },
      'period-unknown',
    ],
    ['owner of a security', 'security', '2026-01-01', {}, 'DOC-REC-03M'],
    ['a settled loan', 'borrower', '2026-01-01', { balance: 0 }, null],
  ] as const)('%s', (_, role, today, given, expected) => {
    expect(form(role, today, given as Partial<PortfolioLoan>)).toBe(expected);
  });

  it.each([
    ['死亡', 'addressee-dead'],
    ['已破产', 'addressee-bankrupt'],
  ])('%s: nobody writes to him', (status, reason) => {
    expect(form('borrower', '2026-01-01', {}, status)).toBe(reason);
  });

  it('a request delivered to one guarantor keeps him and leaves the borrower’s clock alone; another’s leaves him lost', () => {
    const request = {
      loanId: 1,
      guaranteeId: 7,
      kind: 'guarantor-requested',
      on: '2028-02-01',
      evidence: '担0001',
      content: null,
      grade: 'strong',
      reason: 'signed',
      source: 'notice',
      sourceNo: '担0001',
    } as const;
    expect(form('guarantor', '2029-01-01', { acts: [request] })).toBe('DOC-REC-03');
    expect(form('borrower', '2029-01-01', { acts: [request] })).toBe('DOC-REC-04');
    expect(form('guarantor', '2029-01-01', { acts: [{ ...request, guaranteeId: 8 }] })).toBe('guarantee-period-over');
    expect(
      form('guarantor', '2029-01-01', { acts: [{ ...request, guaranteeId: null, kind: 'demand-received' }] }),
    ).toBe('guarantee-period-over');
  });
});

describe('LIM-09 a loan that was called in', () => {
  const calledIn = { ...LOAN, calledInOn: '2024-09-02' };

  it('is dunned as due: the notice that called it in is the last one of the borrower, the guarantor is asked at once', () => {
    const notice = sent('2024-08-30', { form: 'DOC-REC-02A' });
    expect(due('2024-10-01', [notice], calledIn)).toMatchObject({ on: '2025-08-30', reason: 'interval' });
    expect(due('2024-10-01', [], calledIn)).toMatchObject({ on: '2024-09-03', reason: 'never-since-due' });
    expect(due('2024-10-01', [], LOAN)).toMatchObject({ reminding: true });
  });

  it('with the forms of a debt that is due', () => {
    const facts = {
      ...{ borrower: '张三', loans: [calledIn], securities: [] },
      guarantors: [{ id: 7, loanId: 1, name: '李四' }],
    };
    const forms = limitationRadar(book, facts, '2024-10-01').map(
      (line) =>
        noticeFormOf(book, calledIn, line, null, { today: '2024-10-01', reminding: false, isPlanMissed: false })?.form,
    );
    expect(forms).toEqual(['DOC-REC-01', 'DOC-REC-03']);
  });
});
