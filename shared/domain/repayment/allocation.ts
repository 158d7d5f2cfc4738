/**
 * How a receipt is spread over one debt and over several (PAY-01, PAY-02, REC-10). The bank books principal first
 * (B2 §29, B3 §35), which binds the debtor only by agreement; otherwise the order of the law on the day of the payment
 * holds towards him.
 */

import { present } from '../../kernel/assert';
import type { CalendarDate } from '../../kernel/calendarDate';
import type { Fen } from '../../kernel/money';
import { refuse } from '../../kernel/result';
import type { Inquiry } from '../../rules/inquiry';
import { versionOn } from '../../rules/ruleBook';
import type { VersionHead } from '../../rules/ruleTypes';

const PARTS = ['costs', 'interest', 'principal'] as const;
export type DebtPart = (typeof PARTS)[number];
export type DebtParts = Readonly<Record<DebtPart, Fen>>;

/** One after the other, and who says so. */
export interface Order {
  readonly order: readonly DebtPart[];
  readonly article: string;
}

export interface PaymentOrders {
  /** How the bank books. */
  readonly book: Order;
  /** What the debtor owes less of. */
  readonly owed: Order;
}

const STATUTORY = 'payment/order-within-debt';
const BOOKED = 'receipt/branch-order';
const AMONG_DEBTS = 'payment/order-among-debts';

/** Pays the parts one after the other. */
export function inOrder(amount: Fen, owed: DebtParts, order: readonly DebtPart[]): { parts: DebtParts; rest: Fen } {
  const parts: Record<DebtPart, Fen> = { costs: 0, interest: 0, principal: 0 };
  let rest = amount;
  for (const part of order) {
    parts[part] = Math.min(rest, owed[part]);
    rest -= parts[part];
  }
  return { parts, rest };
}

const inForce = (inquiry: Inquiry, id: string, on: CalendarDate): boolean =>
  versionOn<VersionHead>(inquiry.book.find(id)?.versions ?? [], on) !== null;

/** The order of the law on a day, or null before there was one. */
function statutoryOrder(inquiry: Inquiry, on: CalendarDate): Order | null {
  if (!inForce(inquiry, STATUTORY, on)) return null;
  const rows = PARTS.map((part) => ({ part, ...inquiry.row(STATUTORY, on, { part }) }));
  rows.sort((a, b) => Number(a.gives.rank) - Number(b.gives.rank));
  return { order: rows.map(({ part }) => part), article: present(rows[0], 'there are three parts').article };
}

/** The order in which the bank books; parts that it does not name (costs) come first, as by law. */
function bookedOrder(inquiry: Inquiry, on: CalendarDate): Order | null {
  if (!inForce(inquiry, BOOKED, on)) return null;
  const { ids, article } = inquiry.checklist(BOOKED, on);
  const named = [...ids].filter((id): id is DebtPart => (PARTS as readonly string[]).includes(id));
  return { order: [...PARTS.filter((part) => !ids.has(part)), ...named], article };
}

/**
 * `agreed`: the parties agreed in writing on principal first, so that the bank's own order binds the debtor as well.
 * Before 2009-05-13 the law had no order: the bank's own holds. Refuses rule-not-in-force before either was.
 */
export function ordersOn(inquiry: Inquiry, on: CalendarDate, agreed: boolean): PaymentOrders {
  const [law, own] = [statutoryOrder(inquiry, on), bookedOrder(inquiry, on)];
  const book = own ?? law ?? refuse('rule-not-in-force', { rule: BOOKED, date: on });
  return { book, owed: agreed ? book : (law ?? book) };
}

/** A debt among several of the same kind, as 民法典 560 compares them. */
export interface RankedDebt {
  readonly id: string;
  readonly dueDate: CalendarDate;
  /** 0 = unsecured; more = better secured. */
  readonly security: number;
  /** Annual cost to the debtor in millionths; the heavier burden first. */
  readonly burden: number;
  readonly owed: Fen;
}

/**
 * Which debts a payment reaches, without a designation: due ones first, then the least secured, the heaviest, the
 * earliest due; equals share pro rata, the fen left over going to the first (民法典 560(2)). Before the law had this order
 * the bank went by the same one; then no rule is traced.
 */
export function allocateAmongDebts(
  inquiry: Inquiry,
  amount: Fen,
  on: CalendarDate,
  debts: readonly RankedDebt[],
): ReadonlyMap<string, Fen> {
  if (inForce(inquiry, AMONG_DEBTS, on)) inquiry.items(AMONG_DEBTS, on);
  const notDue = (debt: RankedDebt) => (debt.dueDate <= on ? 0 : 1);
  const compared = (a: RankedDebt, b: RankedDebt): number =>
    notDue(a) - notDue(b) ||
    a.security - b.security ||
    b.burden - a.burden ||
    (a.dueDate < b.dueDate ? -1 : a.dueDate > b.dueDate ? 1 : 0);
  const paid = new Map<string, Fen>();
  let rest = amount;
  const sorted = [...debts].sort(compared);
  for (let from = 0; from < sorted.length; ) {
    const group = sorted.slice(from).filter((debt) => compared(debt, present(sorted[from], 'inside the list')) === 0);
    rest -= shareOut(
      Math.min(
        rest,
        group.reduce((sum, debt) => sum + debt.owed, 0),
      ),
      group,
      paid,
    );
    from += group.length;
  }
  return paid;
}

/** Spreads `amount` (at most what is owed) over equals by what each is owed; what was spread. */
function shareOut(amount: Fen, group: readonly RankedDebt[], paid: Map<string, Fen>): Fen {
  const owed = group.reduce((sum, debt) => sum + BigInt(debt.owed), 0n);
  let left = amount;
  for (const debt of group) {
    const share = owed === 0n ? 0 : Number((BigInt(amount) * BigInt(debt.owed)) / owed);
    paid.set(debt.id, share);
    left -= share;
  }
  for (const debt of group) {
    const more = Math.min(left, debt.owed - (paid.get(debt.id) ?? 0));
    paid.set(debt.id, (paid.get(debt.id) ?? 0) + more);
    left -= more;
  }
  return amount;
}
