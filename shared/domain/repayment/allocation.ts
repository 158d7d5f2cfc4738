/**
 * How a receipt is spread over one debt and over several (PAY-01, PAY-02, REC-10). The bank books principal first
 * (B2 §29, B3 §35), which binds the debtor only by agreement; otherwise the order of the law on the day of the payment
 * holds. Both are computed, so that the difference can be shown.
 */

import { present } from '../../kernel/assert';
import type { CalendarDate } from '../../kernel/calendarDate';
import { type Fen, yuanText } from '../../kernel/money';
import type { Inquiry } from '../../rules/inquiry';
import { versionOn } from '../../rules/ruleBook';
import type { VersionHead } from '../../rules/ruleTypes';

const PARTS = ['costs', 'interest', 'principal'] as const;
export type DebtPart = (typeof PARTS)[number];
export type DebtParts = Readonly<Record<DebtPart, Fen>>;

export interface Allocation {
  readonly order: readonly DebtPart[];
  readonly parts: DebtParts;
  /** What is left of the payment when everything is paid. */
  readonly rest: Fen;
  readonly article: string;
}

export interface AllocationAnswer {
  /** What the debtor owes less of. */
  readonly binding: Allocation;
  /** The other order, for comparison. */
  readonly other: Allocation | null;
}

const STATUTORY = 'payment/order-within-debt';
const BOOKED = 'receipt/branch-order';

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

interface Order {
  readonly order: readonly DebtPart[];
  readonly article: string;
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
 * `agreed`: the parties agreed in writing on principal first. Before 2009-05-13 the law had no order: the bank's own
 * holds. The amounts of `binding.parts` and its rest add up to `amount`.
 */
export function allocateReceipt(
  inquiry: Inquiry,
  amount: Fen,
  on: CalendarDate,
  owed: DebtParts,
  agreed: boolean,
): AllocationAnswer {
  const full = (rule: Order | null): Allocation | null => rule && { ...rule, ...inOrder(amount, owed, rule.order) };
  const [law, own] = [full(statutoryOrder(inquiry, on)), full(bookedOrder(inquiry, on))];
  const binding = present(agreed ? (own ?? law) : (law ?? own), 'one of the two orders is in force');
  const other = binding === law ? own : law;
  if (other && PARTS.some((part) => other.parts[part] !== binding.parts[part]))
    inquiry.warn('orders-differ', { principal: yuanText(other.parts.principal - binding.parts.principal) });
  return { binding, other };
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
 * earliest due; equals share pro rata, the fen left over going to the first (民法典 560(2)).
 */
export function allocateAmongDebts(
  inquiry: Inquiry,
  amount: Fen,
  on: CalendarDate,
  debts: readonly RankedDebt[],
): ReadonlyMap<string, Fen> {
  inquiry.items('payment/order-among-debts', on);
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
