/** Deposits of an internal tender (DSP-07, A8): what each bidder's still is, and when it may be given back or is kept. */
import type { CalendarDate } from '../../kernel/calendarDate';
import type { Fen } from '../../kernel/money';
import { type Decision, granted, refused } from '../../kernel/result';
import type { ContractState } from './contractTerms';
import { type DepositFate, depositFate } from './tender';

/** Negative: a use that was taken back. Fen. */
export interface DepositUse {
  readonly kind: DepositFate;
  readonly amount: Fen;
}

export interface DepositBook extends Readonly<Record<DepositFate, Fen>> {
  readonly received: Fen;
  /** Still the bidder's, in the bank's hands. */
  readonly held: Fen;
}

export function depositBook(received: Fen, uses: readonly DepositUse[]): DepositBook {
  const sum = (kind: DepositFate): Fen =>
    uses.filter((use) => use.kind === kind).reduce((total, { amount }) => total + amount, 0);
  const [bond, forfeited, returned] = [sum('bond'), sum('forfeited'), sum('returned')];
  return { received, bond, forfeited, returned, held: received - bond - forfeited - returned };
}

/** Of several bidders together. */
export const depositTotals = (books: readonly DepositBook[]): DepositBook =>
  books.reduce(
    (total, book) => ({
      received: total.received + book.received,
      bond: total.bond + book.bond,
      forfeited: total.forfeited + book.forfeited,
      returned: total.returned + book.returned,
      held: total.held + book.held,
    }),
    depositBook(0, []),
  );

/** What of a winner's deposit becomes part of the bond when he signs (A8: 定金转作履约保证金); fen. */
export const turnedIntoBond = (held: Fen, bond: Fen): Fen => Math.min(held, bond);

export interface DepositFacts {
  readonly isOpened: boolean;
  readonly opensOn: CalendarDate;
  /** The contracts that the bidder won in this tender. */
  readonly won: readonly { readonly state: ContractState }[];
  readonly held: Fen;
}

/**
 * What paying a deposit out, or keeping it, is on a day. Refusals in order: deposit-sealed {on}, deposit-awaits-signing,
 * deposit-settled, deposit-day {on}.
 */
export function decideSettlement(
  { isOpened, opensOn, won, held }: DepositFacts,
  on: CalendarDate,
  today: CalendarDate,
): Decision<'forfeited' | 'returned'> {
  if (!isOpened) return refused('deposit-sealed', { on: opensOn });
  if (won.some(({ state }) => state !== 'signed' && state !== 'given-up')) return refused('deposit-awaits-signing');
  if (held <= 0) return refused('deposit-settled');
  if (on < opensOn || on > today) return refused('deposit-day', { on });
  return granted(depositFate(won) === 'forfeited' ? 'forfeited' : 'returned');
}
