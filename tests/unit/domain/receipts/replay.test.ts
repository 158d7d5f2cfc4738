/** The account replayed: order within and among loans, both views, late receipts, reversals (REC-10, law.md PAY-01/02). */
import { openAccount } from '@shared/domain/receipts/openAccount';
import { type Posted, type PostedLine, postings, sumsOf } from '@shared/domain/receipts/postings';
import { type Account, type AccountLoan, type Payment, replay } from '@shared/domain/receipts/replay';
import { type Line, shifted, totalOf } from '@shared/domain/receipts/standing';
import { present } from '@shared/kernel/assert';
import { addDays } from '@shared/kernel/calendarDate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shipped } from '../../rules/support/ask';

const { book } = shipped;

const loan = (id: number, principal: number, interest: number, given: Partial<AccountLoan> = {}): AccountLoan => ({
  id,
  issueDate: '2008-01-01',
  dueDate: '2009-01-01',
  sheet: 'on',
  security: 0,
  burden: 90_000,
  opening: shifted({ principal, interest }, 0),
  ...given,
});

const payment = (id: number, on: string, amount: number, given: Partial<Payment> = {}): Payment => ({
  id,
  on,
  amount,
  costsOwed: 0,
  designation: null,
  accrued: [],
  ...given,
});

const account = (given: Partial<Account>): Account => ({
  loans: [loan(1, 3_000_000, 900_000)],
  booked: [],
  payments: [],
  agreements: [],
  ...given,
});

const linesOf = (given: Account, id: number): readonly Line[] =>
  present(replay(book, given).spreads.get(id), 'replayed').lines;

describe('REC-10 one receipt on one loan', () => {
  const paid = payment(1, '2026-11-20', 3_650_000);

  it('books principal first (B2 §29), while by law the debtor paid interest first (民法典 561)', () => {
    const { spreads, standing } = replay(book, account({ payments: [paid] }));
    expect(spreads.get(1)?.lines).toEqual([
      { loanId: 1, costs: 0, principal: 3_000_000, interest: 650_000, owedPrincipal: 2_750_000, owedInterest: 900_000 },
    ]);
    expect(standing.get(1)).toEqual({
      book: { principal: 0, interest: 250_000 },
      owed: { principal: 250_000, interest: 0 },
    });
    expect(spreads.get(1)?.orders.book.article).toBe('B5 农村信用合作联社不良贷款管理办法 第三十五条');
    expect(spreads.get(1)?.orders.owed.article).toBe('中华人民共和国民法典 第五百六十一条');
  });

  it('follows a written agreement towards the debtor from its day on, and no longer after its end', () => {
    const agreed = (agreedOn: string, endedOn: string | null) =>
      linesOf(account({ payments: [paid], agreements: [{ agreedOn, endedOn, loanIds: null }] }), 1)[0]?.owedPrincipal;
    expect(agreed('2026-11-20', null)).toBe(3_000_000);
    expect(agreed('2026-11-21', null)).toBe(2_750_000);
    expect(agreed('2026-01-01', '2026-11-20')).toBe(2_750_000);
    expect(agreed('2026-01-01', '2026-11-21')).toBe(3_000_000);
  });

  it('follows an agreement for the debts alone that it was made for', () => {
    const forLoans = (...loanIds: number[]) => [{ agreedOn: '2026-01-01', endedOn: null, loanIds }];
    const owed = (...loanIds: number[]) =>
      linesOf(account({ payments: [paid], agreements: forLoans(...loanIds) }), 1)[0]?.owedPrincipal;
    expect(owed(1)).toBe(3_000_000);
    expect(owed(2)).toBe(2_750_000);
  });

  it('takes costs first in both views and keeps what nobody owes', () => {
    const { spreads } = replay(
      book,
      account({ payments: [payment(1, '2026-11-20', 4_000_000, { costsOwed: 50_000 })] }),
    );
    expect(spreads.get(1)).toMatchObject({
      rest: 50_000,
      lines: [
        { costs: 50_000, principal: 3_000_000, interest: 900_000, owedPrincipal: 3_000_000, owedInterest: 900_000 },
      ],
    });
  });

  it('adds interest that accrued since the ledger before it spreads', () => {
    const accrued = [{ loanId: 1, interest: 12_345 }];
    const { standing } = replay(book, account({ payments: [payment(1, '2026-11-20', 3_912_345, { accrued })] }));
    expect(standing.get(1)?.book).toEqual({ principal: 0, interest: 0 });
  });
});

describe('PAY-02 several loans', () => {
  const loans = [
    loan(1, 100_000, 0, { dueDate: '2027-01-01' }),
    loan(2, 100_000, 0, { security: 2 }),
    loan(3, 100_000, 0),
  ];

  it('serves the one that is due and least secured first (民法典 560)', () => {
    const reached = linesOf(account({ loans, payments: [payment(1, '2026-11-20', 250_000)] }), 1);
    expect(reached.map(({ loanId, principal }) => [loanId, principal])).toEqual([
      [3, 100_000],
      [2, 100_000],
      [1, 50_000],
    ]);
  });

  it('goes where the debtor said, and never to a loan that was lent later', () => {
    const designation = { note: '存单注明', parts: [{ loanId: 1, amount: 30_000 }] };
    const said = account({ loans, payments: [payment(1, '2026-11-20', 30_000, { designation })] });
    expect(linesOf(said, 1).map(({ loanId, principal }) => [loanId, principal])).toEqual([[1, 30_000]]);
    const later = [loan(1, 100_000, 0, { issueDate: '2026-11-21' })];
    expect(
      replay(book, account({ loans: later, payments: [payment(1, '2026-11-20', 30_000)] })).spreads.get(1),
    ).toMatchObject({
      lines: [],
      rest: 30_000,
    });
  });
});

/** Records the payments one after the other, whatever their days, and posts what each makes necessary. */
function recorded(base: Account, arriving: readonly Payment[], reversed: readonly number[]): PostedLine[] {
  const lines: PostedLine[] = [];
  const post = (live: readonly Payment[]) => {
    const { spreads } = replay(book, { ...base, payments: live });
    const open = new Set(live.map(({ id }) => id));
    const standing = [...sumsOf(lines)].filter(([id, loans]) => open.has(id) || hasMoney(loans));
    for (const { paymentId, line } of postings(new Map(standing), spreads)) lines.push({ paymentId, ...line });
  };
  const stay = (gone: readonly number[]) => arriving.filter(({ id }) => !gone.includes(id));
  for (const index of arriving.keys()) post(arriving.slice(0, index + 1));
  for (const index of reversed.keys()) post(stay(reversed.slice(0, index + 1)));
  return lines;
}

const hasMoney = (loans: ReadonlyMap<number, Line>): boolean =>
  [...loans.values()].some((line) => line.costs + line.principal + line.interest !== 0);

const amounts = (posted: Posted): unknown =>
  [...posted]
    .map(([id, loans]) => [
      id,
      [...loans.values()].filter((line) => totalOf(line) + line.costs !== 0).sort((a, b) => a.loanId - b.loanId),
    ])
    .filter(([, lines]) => (lines as Line[]).length > 0)
    .sort(([a], [b]) => Number(a) - Number(b));

const fen = fc.integer({ min: 0, max: 500_000 });
const someLoans = fc
  .array(
    fc.record({
      principal: fen,
      interest: fen,
      security: fc.integer({ min: 0, max: 2 }),
      due: fc.integer({ min: 0, max: 900 }),
    }),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((all) =>
    all.map(({ principal, interest, security, due }, index) =>
      loan(index + 1, principal, interest, { security, dueDate: addDays('2025-01-01', due) }),
    ),
  );
const somePayments = fc
  .uniqueArray(
    fc.record({
      day: fc.integer({ min: 0, max: 60 }),
      amount: fc.integer({ min: 1, max: 400_000 }),
      costs: fc.integer({ min: 0, max: 9_000 }),
    }),
    {
      maxLength: 6,
      selector: ({ day }) => day,
    },
  )
  .map((all) =>
    all.map(({ day, amount, costs }, index) =>
      payment(index + 1, addDays('2026-11-01', day), amount, { costsOwed: costs }),
    ),
  );
const someAgreements = fc
  .option(fc.integer({ min: 0, max: 60 }))
  .map((day) => (day === null ? [] : [{ agreedOn: addDays('2026-11-01', day), endedOn: null, loanIds: null }]));
const someAccount = fc.record({ loans: someLoans, payments: somePayments, agreements: someAgreements }).map(account);

describe('properties', () => {
  it('every fen of a payment is spread or left over; nothing is overpaid; both views owe the same', () => {
    fc.assert(
      fc.property(someAccount, (given) => {
        const { spreads, standing } = replay(book, given);
        for (const each of given.payments) {
          const { lines, rest } = present(spreads.get(each.id), 'replayed');
          const spent = lines.reduce((sum, line) => sum + line.costs + line.principal + line.interest, 0);
          const owed = lines.reduce((sum, line) => sum + line.costs + line.owedPrincipal + line.owedInterest, 0);
          expect([spent + rest, owed + rest]).toEqual([each.amount, each.amount]);
        }
        for (const { book: booked, owed } of standing.values()) {
          expect(Math.min(booked.principal, booked.interest, owed.principal, owed.interest)).toBeGreaterThanOrEqual(0);
          expect(totalOf(owed)).toBe(totalOf(booked));
          expect(owed.principal).toBeGreaterThanOrEqual(booked.principal);
        }
      }),
    );
  });

  it('receipts that arrive in any order, and reversals, come to what a replay from scratch finds', () => {
    const arrival = someAccount.chain((given) =>
      fc.record({
        given: fc.constant(given),
        order: fc.shuffledSubarray([...given.payments], { minLength: given.payments.length }),
        reversed: fc.subarray(given.payments.map(({ id }) => id)),
      }),
    );
    fc.assert(
      fc.property(arrival, ({ given, order, reversed }) => {
        const lines = recorded(given, order, reversed);
        const left = given.payments.filter(({ id }) => !reversed.includes(id));
        const { spreads } = replay(book, { ...given, payments: left });
        const scratch = sumsOf(
          [...spreads].flatMap(([paymentId, { lines: all }]) => all.map((line) => ({ paymentId, ...line }))),
        );
        expect(amounts(sumsOf(lines))).toEqual(amounts(scratch));
      }),
    );
  });

  it('posting twice posts nothing more', () => {
    fc.assert(
      fc.property(someAccount, (given) => {
        const { spreads } = replay(book, given);
        const first = postings(new Map(), spreads).map(({ paymentId, line }) => ({ paymentId, ...line }));
        const done = sumsOf(first);
        const missing = given.payments.filter(({ id }) => !done.has(id)).map(({ id }) => id);
        const again = postings(done, new Map([...spreads].filter(([id]) => !missing.includes(id))));
        expect(again).toEqual([]);
      }),
    );
  });
});

describe('the ledger of the core banking system is the master', () => {
  const books = {
    loans: [
      {
        id: 1,
        sheet: 'on' as const,
        issueDate: null,
        dueDate: '2009-01-01',
        guaranteeMode: '抵押',
        annualRate: '0.0975',
        asOf: '2026-10-31',
        principal: 3_000_000,
        interest: 900_000,
      },
    ],
    payments: [
      {
        ...payment(1, '2026-10-20', 1_000_000),
        number: 'SG1',
        bookedOn: '2026-11-02',
        reversedOn: null as string | null,
      },
    ],
    lines: [
      {
        paymentId: 1,
        loanId: 1,
        costs: 0,
        principal: 1_000_000,
        interest: 0,
        owedPrincipal: 100_000,
        owedInterest: 900_000,
      },
    ],
    core: [],
    reliefs: [],
    agreements: [],
  };
  const standingWith = (given: Partial<typeof books>) => {
    const { account: made } = openAccount({ ...books, ...given });
    return replay(book, made).standing.get(1);
  };
  const next = (asOf: string, principal: number) => ({
    loans: books.loans.map((each) => ({ ...each, asOf, principal })),
  });

  it('a receipt booked after its day counts; in the next ledger it is contained, and the debtor still owes as he did', () => {
    const now = { book: { principal: 2_000_000, interest: 900_000 }, owed: { principal: 2_900_000, interest: 0 } };
    expect(standingWith({})).toEqual(now);
    expect(standingWith(next('2026-11-30', 2_000_000))).toEqual(now);
  });

  it('a receipt taken back is as if it had never come', () => {
    const payments = books.payments.map((each) => ({ ...each, reversedOn: '2026-11-05' }));
    expect(standingWith({ payments })?.book).toEqual({ principal: 3_000_000, interest: 900_000 });
    expect(standingWith({ payments, ...next('2026-11-30', 3_000_000) })?.owed).toEqual({
      principal: 3_000_000,
      interest: 900_000,
    });
  });

  it('what the core banking system has booked stands as it spread it', () => {
    const core = [{ paymentId: 1, loanId: 1, on: '2026-10-20', principal: 400_000, interest: 600_000 }];
    expect(standingWith({ core } as never)?.book).toEqual({ principal: 2_600_000, interest: 300_000 });
    expect(openAccount({ ...books, core }).account.payments).toEqual([]);
  });

  it('interest let off counts from its day on for both', () => {
    const reliefs = [{ loanId: 1, on: '2026-11-10', amount: 300_000 }];
    expect(standingWith({ reliefs, payments: [], lines: [] } as never)).toEqual({
      book: { principal: 3_000_000, interest: 600_000 },
      owed: { principal: 3_000_000, interest: 600_000 },
    });
  });

  it('rates and securities rank the loans', () => {
    expect(openAccount(books).account.loans[0]).toMatchObject({ burden: 97_500, security: 2 });
  });
});
