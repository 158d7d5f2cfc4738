/**
 * What the books hold of a household → the account to replay. The core banking system is the master of balances: what it
 * has booked until its ledger's day is in them, what it has booked since stands as it spread it, and only receipts that it
 * does not know yet are spread here.
 */
import type { CalendarDate } from '../../kernel/calendarDate';
import { parseExact, times, toFen, whole } from '../../kernel/exact';
import type { Fen } from '../../kernel/money';
import { type Posted, type PostedLine, sumsOf } from './postings';
import type { Account, AccountLoan, BookedReceipt, OrderAgreement, Payment } from './replay';
import { type Debt, type Line, shifted, totalOf } from './standing';

export interface BookLoan {
  readonly id: number;
  readonly sheet: 'on' | 'off';
  readonly issueDate: CalendarDate | null;
  readonly dueDate: CalendarDate | null;
  readonly guaranteeMode: string | null;
  /** Decimal fraction per year. */
  readonly annualRate: string | null;
  readonly asOf: CalendarDate;
  readonly principal: Fen;
  readonly interest: Fen;
}

export interface BookPayment extends Payment {
  readonly number: string;
  readonly bookedOn: CalendarDate;
  readonly reversedOn: CalendarDate | null;
}

/** A receipt that the core banking system has booked; `paymentId` where it was recorded here before. */
export interface CoreReceipt extends Debt {
  readonly paymentId: number | null;
  readonly loanId: number;
  readonly on: CalendarDate;
}

/** Interest let off with approval. */
export interface Relief {
  readonly loanId: number;
  readonly on: CalendarDate;
  readonly amount: Fen;
}

export interface HouseholdBooks {
  readonly loans: readonly BookLoan[];
  readonly payments: readonly BookPayment[];
  readonly lines: readonly PostedLine[];
  readonly core: readonly CoreReceipt[];
  readonly reliefs: readonly Relief[];
  readonly agreements: readonly OrderAgreement[];
}

export interface OpenAccount {
  readonly account: Account;
  readonly ledgerDay: CalendarDate;
  /** Sums of the lines that a replay may change. */
  readonly posted: Posted;
  readonly numbers: ReadonlyMap<number, string>;
}

interface Entry extends BookedReceipt {
  readonly bookedOn: CalendarDate;
}

const SECURED: Readonly<Record<string, number>> = { 保证: 1, 联保: 1, 抵押: 2, 质押: 2 };

const PER_MILLION = whole(1_000_000);

/** Millionths per year; an unknown rate weighs nothing. */
const burdenOf = (rate: string | null): number => {
  const exact = rate === null ? null : parseExact(rate);
  return exact ? toFen(times(exact, PER_MILLION)) : 0;
};

const owedOf = ({ owedPrincipal, owedInterest }: Line): Debt => ({ principal: owedPrincipal, interest: owedInterest });

/** Not reversed, and not yet in the core banking system's records: these are replayed. */
function livePayments({ loans, payments, core }: HouseholdBooks): BookPayment[] {
  const day = ledgerDayOf(loans);
  const known = new Set(core.map(({ paymentId }) => paymentId));
  return payments.filter(({ id, bookedOn, reversedOn }) => bookedOn > day && reversedOn === null && !known.has(id));
}

const ledgerDayOf = (loans: readonly BookLoan[]): CalendarDate =>
  loans.reduce((latest, { asOf }) => (asOf > latest ? asOf : latest), '');

/**
 * Lines that stand as they were posted, each with the day on which it counts in the books. A receipt that was taken back
 * has none: it is as if it had never come, and whether the core banking system had booked it its next ledger tells.
 */
function fixedEntries(books: HouseholdBooks, live: ReadonlySet<number>): Entry[] {
  const payments = new Map(books.payments.map((payment) => [payment.id, payment]));
  const core = new Set(books.core.map(({ paymentId, loanId }) => `${paymentId} ${loanId}`));
  return books.lines.flatMap((line) => {
    const payment = payments.get(line.paymentId);
    if (!payment || payment.reversedOn !== null || live.has(payment.id) || core.has(`${payment.id} ${line.loanId}`))
      return [];
    return [{ on: payment.on, bookedOn: payment.bookedOn, loanId: line.loanId, book: line, owed: owedOf(line) }];
  });
}

/** As the core banking system spread it; towards the debtor as it was found here, where it is the same money. */
function coreEntries(books: HouseholdBooks, sums: Posted): Entry[] {
  const bookedOn = new Map(books.payments.map((payment) => [payment.id, payment.bookedOn]));
  return books.core.map(({ paymentId, loanId, on, principal, interest }) => {
    const book = { principal, interest };
    const line = paymentId === null ? undefined : sums.get(paymentId)?.get(loanId);
    const owed = line && totalOf(owedOf(line)) === totalOf(book) ? owedOf(line) : book;
    return { on, bookedOn: (paymentId !== null && bookedOn.get(paymentId)) || on, loanId, book, owed };
  });
}

export function openAccount(books: HouseholdBooks): OpenAccount {
  const live = livePayments(books);
  const liveIds = new Set(live.map(({ id }) => id));
  const sums = sumsOf(books.lines);
  const entries = [
    ...fixedEntries(books, liveIds),
    ...coreEntries(books, sums),
    ...books.reliefs.map(({ loanId, on, amount }) => {
      const debt = { principal: 0, interest: amount };
      return { on, bookedOn: on, loanId, book: debt, owed: debt };
    }),
  ];
  const days = new Map(books.loans.map(({ id, asOf }) => [id, asOf]));
  const isContained = (entry: (typeof entries)[number]) => entry.bookedOn <= (days.get(entry.loanId) ?? '');
  const loans = books.loans.map((loan): AccountLoan => {
    const { id, issueDate, dueDate, sheet, principal, interest } = loan;
    const contained = entries.filter((entry) => entry.loanId === id && isContained(entry));
    const shift = contained.reduce((sum, { book, owed }) => sum + book.principal - owed.principal, 0);
    const security = SECURED[loan.guaranteeMode ?? ''] ?? 0;
    const opening = shifted({ principal, interest }, shift);
    return { id, issueDate, dueDate, sheet, security, burden: burdenOf(loan.annualRate), opening };
  });
  return {
    account: {
      loans,
      booked: entries.filter((entry) => !isContained(entry)),
      payments: live,
      agreements: books.agreements,
    },
    ledgerDay: ledgerDayOf(books.loans),
    posted: new Map([...sums].filter(([id]) => liveIds.has(id))),
    numbers: new Map(live.map(({ id, number }) => [id, number])),
  };
}
