/** Interest owed to a day, line by line, and how receipts are spread (REC-10, REC-13, law.md §5, §12). */
import {
  type InterestStatement,
  interestStatement,
  lastSettlement,
  type StatementFacts,
} from '@shared/domain/interest/interestStatement';
import { allocateAmongDebts, inOrder, ordersOn } from '@shared/domain/repayment/allocation';
import { present } from '@shared/kernel/assert';
import { addDays } from '@shared/kernel/calendarDate';
import { parseExact, rateText } from '@shared/kernel/exact';
import { Inquiry } from '@shared/rules/inquiry';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shipped } from './support/ask';

const exact = (text: string) => present(parseExact(text), 'a decimal');
const BASE: StatementFacts = {
  principal: 10_000_000,
  unpaid: 0,
  from: '2024-01-01',
  dueDate: '2024-07-01',
  until: '2024-10-01',
  rates: [{ from: '2024-01-01', annualRate: exact('0.06') }],
  upliftPercent: exact('50'),
  basis: 360,
  compound: false,
  payments: [],
};
const state = (change: Partial<StatementFacts> = {}): InterestStatement =>
  interestStatement(new Inquiry(shipped.book), { ...BASE, ...change });
const shown = ({ lines }: InterestStatement) =>
  lines.map((line) => [line.kind, line.from, line.to, line.days, line.base, rateText(line.annualRate), line.amount]);

test.each([
  ['2026-11-22', '2026-09-20'],
  ['2026-09-20', '2026-09-20'],
  ['2026-09-19', '2026-06-20'],
  ['2026-01-31', '2025-12-20'],
])('on %s interest was last settled on %s', (today, day) => {
  expect(lastSettlement(new Inquiry(shipped.book), today)).toBe(day);
});

describe('REC-13 interestStatement', () => {
  test('contract interest to the due date, penalty interest from it', () => {
    expect(shown(state())).toEqual([
      ['contract', '2024-01-01', '2024-07-01', 182, 10_000_000, '0.06', 303_333],
      ['penalty', '2024-07-01', '2024-10-01', 92, 10_000_000, '0.09', 230_000],
    ]);
  });

  test('cut at changes of rate and balance', () => {
    const rates = [...BASE.rates, { from: '2024-03-01', annualRate: exact('0.048') }];
    const payments = [{ on: '2024-08-01', principal: 4_000_000, interest: 100_000 }];
    const got = state({ rates, payments });
    expect(shown(got)).toEqual([
      ['contract', '2024-01-01', '2024-03-01', 60, 10_000_000, '0.06', 100_000],
      ['contract', '2024-03-01', '2024-07-01', 122, 10_000_000, '0.048', 162_667],
      ['penalty', '2024-07-01', '2024-08-01', 31, 10_000_000, '0.072', 62_000],
      ['penalty', '2024-08-01', '2024-10-01', 61, 6_000_000, '0.072', 73_200],
    ]);
    expect(got.owed).toBe(100_000 + 162_667 + 62_000 + 73_200 - 100_000);
  });

  test('compound interest only where the contract says so, on posted contract interest', () => {
    expect(state().totals.compound).toBe(0);
    expect(shown(state({ compound: true })).filter(([kind]) => kind === 'compound')).toEqual([
      ['compound', '2024-03-21', '2024-06-21', 92, 133_333, '0.06', 2_044],
      ['compound', '2024-06-21', '2024-07-01', 10, 286_667, '0.06', 478],
      ['compound', '2024-07-01', '2024-10-01', 92, 303_333, '0.09', 6_977],
    ]);
  });

  test('INT-04 before 2004 the daily penalty rate of the time', () => {
    const old = {
      from: '2003-10-01',
      dueDate: '2003-11-01',
      until: '2004-02-01',
      rates: [{ from: '2003-10-01', annualRate: exact('0.06') }],
    };
    expect(shown(state(old))).toEqual([
      ['contract', '2003-10-01', '2003-11-01', 31, 10_000_000, '0.06', 51_667],
      ['penalty', '2003-11-01', '2004-01-01', 61, 10_000_000, '0.0756', 128_100],
      ['penalty', '2004-01-01', '2004-02-01', 31, 10_000_000, '0.09', 77_500],
    ]);
  });

  test.each([
    ['statement-period', { until: '2023-12-31' }],
    ['rate-missing', { rates: [{ from: '2024-02-01', annualRate: exact('0.06') }] }],
    ['payments-exceed-principal', { payments: [{ on: '2024-02-01', principal: 10_000_001, interest: 0 }] }],
  ])('refuses %s', (code, change) => {
    expect(() => state(change)).toThrow(code);
  });

  test('cutting the time in two moves a total by rounding only; a day more never costs less', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 700 }), fc.boolean(), (days, compound) => {
        const until = addDays(BASE.from, days);
        const rates = [...BASE.rates, { from: until, annualRate: exact('0.06') }];
        const later = addDays(until, 30);
        const whole = state({ until: later, compound });
        const cut = state({ until: later, compound, rates });
        expect(cut.owed).toBe(whole.owed);
        expect(state({ until, compound }).owed).toBeLessThanOrEqual(whole.owed);
      }),
      { numRuns: 40 },
    );
  });
});

describe('REC-10 ordersOn', () => {
  const orders = (on: string, agreed: boolean) => ordersOn(new Inquiry(shipped.book), on, agreed);
  const [BOOK, LAW] = [
    ['costs', 'principal', 'interest'],
    ['costs', 'interest', 'principal'],
  ];

  test('PAY-01 without an agreement the order of the law binds the debtor, whatever the bank books', () => {
    const { book, owed } = orders('2024-01-01', false);
    expect(owed).toEqual({ order: LAW, article: '中华人民共和国民法典 第五百六十一条' });
    expect(book.order).toEqual(BOOK);
  });

  test('B2 §29 by agreement, or before the law had an order, principal comes first for both', () => {
    expect(orders('2024-01-01', true).owed.order).toEqual(BOOK);
    expect(orders('2009-05-12', false).owed.order).toEqual(BOOK);
    expect(orders('2009-05-13', false).owed.order).toEqual(LAW);
  });

  test('before either there is no order to go by', () => {
    expect(() => orders('1990-01-01', false)).toThrow('rule-not-in-force');
  });

  test('parts and rest add up to the payment, and no part is overpaid', () => {
    const fen = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(fen, fen, fen, fen, (amount, costs, interest, principal) => {
        const { parts, rest } = inOrder(amount, { costs, interest, principal }, ['costs', 'interest', 'principal']);
        expect(parts.costs + parts.interest + parts.principal + rest).toBe(amount);
        expect(rest === 0 || parts.principal === principal).toBe(true);
        expect(parts.costs <= costs && parts.interest <= interest && parts.principal <= principal).toBe(true);
      }),
    );
  });
});

describe('PAY-02 allocateAmongDebts', () => {
  const debt = (id: string, owed: number, change: object = {}) => ({
    id,
    dueDate: '2023-01-01',
    security: 0,
    burden: 60_000,
    owed,
    ...change,
  });
  const spread = (amount: number, ...debts: ReturnType<typeof debt>[]) =>
    Object.fromEntries(allocateAmongDebts(new Inquiry(shipped.book), amount, '2024-01-01', debts));

  test.each([
    ['due before not yet due', [debt('a', 100, { dueDate: '2025-01-01' }), debt('b', 100)], { a: 0, b: 100 }],
    ['less secured first', [debt('a', 100, { security: 2 }), debt('b', 100)], { a: 0, b: 100 }],
    ['heavier first', [debt('a', 100), debt('b', 100, { burden: 90_000 })], { a: 0, b: 100 }],
    ['earlier due first', [debt('a', 100), debt('b', 100, { dueDate: '2022-01-01' })], { a: 0, b: 100 }],
    ['equals pro rata', [debt('a', 300), debt('b', 100)], { a: 75, b: 25 }],
  ])('%s', (_, debts, expected) => {
    expect(spread(100, ...debts)).toEqual(expected);
  });

  test('what equals are paid adds up, to the fen', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000 }),
        fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1, maxLength: 6 }),
        (amount, owed) => {
          const paid = spread(amount, ...owed.map((each, index) => debt(`d${index}`, each)));
          const sum = Object.values(paid).reduce((a, b) => a + b, 0);
          expect(sum).toBe(
            Math.min(
              amount,
              owed.reduce((a, b) => a + b, 0),
            ),
          );
          expect(owed.every((each, index) => (paid[`d${index}`] ?? 0) <= each)).toBe(true);
        },
      ),
    );
  });
});
