/**
 * The account of a household since the core banking system's ledger: its balances, and every receipt after them in the
 * order in which the debtor paid. A receipt that comes late, or one that is taken back, is simply replayed: what the
 * others come to then is compared with what was posted (postings.ts).
 */
import { present } from '../../kernel/assert';
import type { CalendarDate } from '../../kernel/calendarDate';
import type { Fen } from '../../kernel/money';
import { Inquiry, type TraceLine } from '../../rules/inquiry';
import type { RuleBook } from '../../rules/ruleBook';
import { allocateAmongDebts, type DebtPart, inOrder, ordersOn, type PaymentOrders } from '../repayment/allocation';
import { afterBooked, type Debt, type Line, less, type Standing, totalOwed } from './standing';

export interface AccountLoan {
  readonly id: number;
  readonly issueDate: CalendarDate | null;
  readonly dueDate: CalendarDate | null;
  readonly sheet: 'on' | 'off';
  /** 0 = unsecured; more = better secured. */
  readonly security: number;
  /** Annual rate in millionths. */
  readonly burden: number;
  /** At the ledger's day. */
  readonly opening: Standing;
}

/** Money that the core banking system has spread itself, or interest let off: it stands as it is. */
export interface BookedReceipt {
  readonly on: CalendarDate;
  readonly loanId: number;
  readonly book: Debt;
  readonly owed: Debt;
}

export interface Designation {
  /** By whom and how the debtor said so (民法典 560(1)). */
  readonly note: string;
  readonly parts: readonly { readonly loanId: number; readonly amount: Fen }[];
}

export interface Payment {
  /** Grows with time; among receipts of one day the earlier recorded one comes first. */
  readonly id: number;
  readonly on: CalendarDate;
  readonly amount: Fen;
  /** Costs of realising the debt that are owed on this day; they are paid first by either order. */
  readonly costsOwed: Fen;
  readonly designation: Designation | null;
  /** Interest that accrued since the ledger, or since the receipt before, and is not in it. */
  readonly accrued: readonly { readonly loanId: number; readonly interest: Fen }[];
}

/** Principal first was agreed in writing (民法典 561, "except as otherwise agreed"). */
export interface OrderAgreement {
  readonly agreedOn: CalendarDate;
  /** First day on which it no longer holds. */
  readonly endedOn: CalendarDate | null;
  /** The debts it was made for; null: all that he owes. */
  readonly loanIds: readonly number[] | null;
}

export interface Account {
  readonly loans: readonly AccountLoan[];
  readonly booked: readonly BookedReceipt[];
  readonly payments: readonly Payment[];
  readonly agreements: readonly OrderAgreement[];
}

export interface Spread {
  readonly paymentId: number;
  readonly lines: readonly Line[];
  /** What is left of the payment when everything that it may reach is paid. */
  readonly rest: Fen;
  /** In the books and by law; towards the debtor the order of the books holds for what was agreed. */
  readonly orders: PaymentOrders;
  /** Loans for which principal first was agreed. */
  readonly agreed: ReadonlySet<number>;
  /** The loans as this payment found them. */
  readonly before: ReadonlyMap<number, Standing>;
  readonly trace: readonly TraceLine[];
}

export interface Replayed {
  readonly spreads: ReadonlyMap<number, Spread>;
  readonly standing: ReadonlyMap<number, Standing>;
}

/** The loans for which principal comes first on a day. */
export function agreedLoans(
  { agreements, loans }: { agreements: readonly OrderAgreement[]; loans: readonly { readonly id: number }[] },
  on: CalendarDate,
): Set<number> {
  const alive = agreements.filter(({ agreedOn, endedOn }) => agreedOn <= on && (endedOn === null || on < endedOn));
  return new Set(alive.flatMap(({ loanIds }) => loanIds ?? loans.map(({ id }) => id)));
}

/** Loans that a payment of this day can reach: none that was lent later. */
export const lentBy = (loan: Pick<AccountLoan, 'issueDate'>, on: CalendarDate): boolean =>
  loan.issueDate === null || loan.issueDate <= on;

/** An unknown due date is the last to be served. */
const NEVER = '9999-12-31';

/** Which loans get how much, and what none of them can take. */
function amongLoans(
  inquiry: Inquiry,
  payment: Payment,
  money: Fen,
  loans: readonly AccountLoan[],
  standing: ReadonlyMap<number, Standing>,
): Map<number, Fen> {
  const owedOn = (id: number) => totalOwed(present(standing.get(id), 'every loan stands somewhere'));
  if (payment.designation)
    return new Map(payment.designation.parts.map(({ loanId, amount }) => [loanId, Math.min(amount, owedOn(loanId))]));
  const debts = loans
    .filter((loan) => lentBy(loan, payment.on) && owedOn(loan.id) > 0)
    .map(({ id, dueDate, security, burden }) => ({
      id: String(id),
      dueDate: dueDate ?? NEVER,
      security,
      burden,
      owed: owedOn(id),
    }));
  const paid = allocateAmongDebts(inquiry, money, payment.on, debts);
  return new Map([...paid].filter(([, amount]) => amount > 0).map(([id, amount]) => [Number(id), amount]));
}

const within = (money: Fen, debt: Debt, order: readonly DebtPart[]): Debt =>
  inOrder(money, { costs: 0, ...debt }, order).parts;

function spread(book: RuleBook, account: Account, payment: Payment, standing: Map<number, Standing>): Spread {
  const inquiry = new Inquiry(book);
  for (const { loanId, interest } of payment.accrued) {
    const now = present(standing.get(loanId), 'interest accrues on a loan of the household');
    const more = { principal: 0, interest: -interest };
    standing.set(loanId, { book: less(now.book, more), owed: less(now.owed, more) });
  }
  const before = new Map(standing);
  const agreed = agreedLoans(account, payment.on);
  const orders = ordersOn(inquiry, payment.on, false);
  const costs = Math.min(payment.amount, payment.costsOwed);
  const shares = amongLoans(inquiry, payment, payment.amount - costs, account.loans, standing);
  const lines: Line[] = [];
  for (const [loanId, money] of shares) {
    const now = present(standing.get(loanId), 'a payment reaches loans of the household');
    const paid = within(money, now.book, orders.book.order);
    const owed = within(money, now.owed, (agreed.has(loanId) ? orders.book : orders.owed).order);
    standing.set(loanId, { book: less(now.book, paid), owed: less(now.owed, owed) });
    const { principal, interest } = paid;
    lines.push({ loanId, costs: 0, principal, interest, owedPrincipal: owed.principal, owedInterest: owed.interest });
  }
  const rest = payment.amount - costs - [...shares.values()].reduce((sum, share) => sum + share, 0);
  return {
    paymentId: payment.id,
    lines: withCosts(lines, costs, account.loans),
    rest,
    orders,
    agreed,
    before,
    trace: inquiry.trace,
  };
}

/** Costs stand on the first loan that the payment reaches, or on the household's first. */
function withCosts(lines: readonly Line[], costs: Fen, loans: readonly AccountLoan[]): Line[] {
  if (costs === 0) return [...lines];
  const [first, ...others] = lines;
  if (first) return [{ ...first, costs }, ...others];
  const { id } = present(loans[0], 'a household has loans');
  return [{ loanId: id, costs, principal: 0, interest: 0, owedPrincipal: 0, owedInterest: 0 }];
}

const byTime = (a: Payment, b: Payment): number => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id - b.id);

/** On the same day what the core banking system spread comes first. Refuses rule-not-in-force. */
export function replay(book: RuleBook, account: Account): Replayed {
  const standing = new Map(account.loans.map(({ id, opening }) => [id, opening]));
  const booked = [...account.booked].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  let next = 0;
  const bookUntil = (until: CalendarDate): void => {
    for (let entry = booked[next]; entry && entry.on <= until; entry = booked[++next]) {
      const now = present(standing.get(entry.loanId), 'a booked receipt belongs to a loan of the household');
      standing.set(entry.loanId, afterBooked(now, entry.book, entry.owed));
    }
  };
  const spreads = new Map<number, Spread>();
  for (const payment of [...account.payments].sort(byTime)) {
    bookUntil(payment.on);
    spreads.set(payment.id, spread(book, account, payment, standing));
  }
  bookUntil(NEVER);
  return { spreads, standing };
}
