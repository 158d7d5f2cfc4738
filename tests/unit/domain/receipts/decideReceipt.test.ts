/** What stands in the way of a receipt, just inside and just outside each edge (REC-10, REC-11; issue: bad input). */
import {
  decideReceipt,
  type Lookalike,
  type ReceiptDraft,
  type ReceiptFacts,
} from '@shared/domain/receipts/decideReceipt';
import type { AccountLoan, Payment } from '@shared/domain/receipts/replay';
import { shifted } from '@shared/domain/receipts/standing';
import { describe, expect, it } from 'vitest';
import { shipped } from '../../rules/support/ask';

const TODAY = '2026-11-22';

const loan = (id: number, given: Partial<AccountLoan> = {}): AccountLoan => ({
  id,
  issueDate: '2020-01-01',
  dueDate: '2021-01-01',
  sheet: 'on',
  security: 0,
  burden: 0,
  opening: shifted({ principal: 100_000, interest: 20_000 }, 0),
  ...given,
});

const DRAFT: ReceiptDraft = {
  on: '2026-11-20',
  bookedOn: '2026-11-20',
  amount: 50_000,
  costsOwed: 0,
  designation: null,
  accrued: [],
  voucherNo: '00479',
  form: 'money',
  collectors: [{ name: '王某', ppm: 1_000_000 }],
  doubleReason: null,
};

interface Given {
  readonly loans?: readonly AccountLoan[];
  readonly payments?: readonly Payment[];
  readonly lookalikes?: readonly Lookalike[];
}

function problems(draft: Partial<ReceiptDraft>, given: Given = {}) {
  const { loans = [loan(1)], payments = [], lookalikes = [] } = given;
  const facts: ReceiptFacts = {
    today: TODAY,
    ledgerDay: '2026-10-31',
    account: { loans, booked: [], payments, agreements: [] },
    lookalikes,
    numbers: new Map(payments.map(({ id }) => [id, `SG-${id}`])),
  };
  return decideReceipt(shipped.book, { ...DRAFT, ...draft }, facts).problems;
}
const codes = (draft: Partial<ReceiptDraft>, given?: Given) => problems(draft, given).map(({ code }) => code);

describe('days', () => {
  it.each<[string, Partial<ReceiptDraft>, string[]]>([
    ['today', { on: TODAY, bookedOn: TODAY }, []],
    ['tomorrow', { on: '2026-11-23', bookedOn: '2026-11-23' }, ['date-future']],
    ['booked before it came', { bookedOn: '2026-11-19' }, ['booked-date-wrong']],
    ['booked tomorrow', { bookedOn: '2026-11-23' }, ['booked-date-wrong']],
    ['late, and booked the day after the ledger', { on: '2026-10-05', bookedOn: '2026-11-01' }, []],
    [
      'booked on the day of the ledger: its balances hold it',
      { on: '2026-10-31', bookedOn: '2026-10-31' },
      ['receipt-in-ledger'],
    ],
    ['the day of the loan', { on: '2020-01-01' }, []],
    ['the day before the loan', { on: '2019-12-31' }, ['receipt-before-loan', 'receipt-exceeds-debt']],
  ])('%s', (_, draft, expected) => {
    expect(codes(draft)).toEqual(expected);
  });

  it('a designated loan that was lent later', () => {
    const designation = { note: '口头指定并记录', parts: [{ loanId: 2, amount: 50_000 }] };
    expect(codes({ designation }, { loans: [loan(1), loan(2, { issueDate: '2026-11-21' })] })).toContain(
      'receipt-before-loan',
    );
  });
});

describe('designation', () => {
  const to = (...parts: readonly (readonly [number, number])[]) => ({
    designation: { note: '回单附言', parts: parts.map(([loanId, amount]) => ({ loanId, amount })) },
  });
  const loans = [loan(1), loan(2)];
  it('adds up to the money behind the costs, each loan once', () => {
    expect(codes(to([1, 20_000], [2, 30_000]), { loans })).toEqual([]);
    expect(codes({ ...to([1, 20_000], [2, 29_000]), costsOwed: 1_000 }, { loans })).toEqual([]);
    expect(problems(to([1, 20_000], [2, 29_999]), { loans })[0]).toEqual({
      code: 'designation-mismatch',
      facts: { difference: '0.01' },
    });
    expect(codes(to([1, 20_000], [1, 30_000]), { loans })).toContain('designation-mismatch');
  });
});

describe('B1 §15 actual collectors', () => {
  const shares = (...ppm: number[]) => ({
    collectors: ppm.map((each, index) => ({ name: `清收员${index}`, ppm: each })),
  });
  it('have exactly all of it', () => {
    expect(codes(shares(333_334, 333_333, 333_333))).toEqual([]);
    expect(problems(shares(600_000, 399_000))[0]).toEqual({ code: 'collectors-not-100', facts: { percent: '99.9' } });
    expect(problems(shares(600_000, 400_001))[0]).toMatchObject({ facts: { percent: '100.0001' } });
    expect(codes({ collectors: [] })).toEqual(['collectors-missing']);
  });
  it('are named once', () => {
    const twice = [
      { name: '王某', ppm: 500_000 },
      { name: ' 王某', ppm: 500_000 },
    ];
    expect(codes({ collectors: twice })).toEqual(['collector-twice']);
  });
});

describe('the same money twice', () => {
  it('is refused by its voucher, and asked about without', () => {
    expect(problems({}, { lookalikes: [{ number: 'SG1', voucherNo: '00479' }] })).toEqual([
      { code: 'receipt-twice', facts: { number: 'SG1' } },
    ]);
    const other = [{ number: 'SG1', voucherNo: '00480' }];
    expect(codes({}, { lookalikes: other })).toEqual(['receipt-looks-double']);
    expect(codes({ doubleReason: '同日两笔还款' }, { lookalikes: other })).toEqual([]);
  });
});

describe('REC-11, B1 §15 loans off the balance sheet take money only', () => {
  const off = { loans: [loan(1, { sheet: 'off' })] };
  it.each(['borrow-new-repay-old', 'recover-old-lend-new', 'restructuring'] as const)(
    '%s is refused with the article',
    (form) => {
      expect(problems({ form }, off)).toEqual([
        { code: 'off-balance-money-only', article: 'B1 不良贷款清收工作队管理实施办法 第十五条' },
      ]);
      expect(codes({ form })).toEqual([]);
    },
  );
  it('money is taken; and a loan that is not reached does not count', () => {
    expect(codes({}, off)).toEqual([]);
    const second = [loan(1), loan(2, { sheet: 'off', dueDate: '2030-01-01' })];
    expect(codes({ form: 'restructuring' }, { loans: second })).toEqual([]);
    expect(codes({ form: 'restructuring', amount: 120_001 }, { loans: second })).toEqual(['off-balance-money-only']);
  });
});

describe('more than the debt', () => {
  it('to the fen', () => {
    expect(codes({ amount: 120_000 })).toEqual([]);
    expect(problems({ amount: 120_001 })).toEqual([
      { code: 'receipt-exceeds-debt', facts: { debt: '1,200.00', rest: '0.01' } },
    ]);
    expect(codes({ amount: 121_000, accrued: [{ loanId: 1, interest: 1_000 }] })).toEqual([]);
  });
  it('a late receipt may not leave a later one without a debt to pay', () => {
    const later = { id: 7, on: '2026-11-21', amount: 100_000, costsOwed: 0, designation: null, accrued: [] };
    expect(codes({ amount: 20_000 }, { payments: [later] })).toEqual([]);
    expect(problems({ amount: 20_001 }, { payments: [later] })).toEqual([
      { code: 'later-receipt-exceeds-debt', facts: { number: 'SG-7', rest: '0.01' } },
    ]);
  });
});
