/** What is owed on one loan, as the bank books it and as the debtor owes it. Both add up to the same. Amounts are fen. */
import type { Fen } from '../../kernel/money';

export interface Debt {
  readonly principal: Fen;
  readonly interest: Fen;
}

export interface Standing {
  readonly book: Debt;
  readonly owed: Debt;
}

/** One payment's part on one loan. `principal` + `interest` is what `owedPrincipal` + `owedInterest` is. */
export interface Line {
  readonly loanId: number;
  readonly costs: Fen;
  readonly principal: Fen;
  readonly interest: Fen;
  readonly owedPrincipal: Fen;
  readonly owedInterest: Fen;
}

export const AMOUNTS = ['costs', 'principal', 'interest', 'owedPrincipal', 'owedInterest'] as const;

export const totalOf = ({ principal, interest }: Debt): Fen => principal + interest;

export const totalOwed = (standing: Standing): Fen => totalOf(standing.owed);

/** Less (or, with negative amounts, more) debt by exactly `paid`, which is known to be owed. */
export const less = (debt: Debt, paid: Debt): Debt => ({
  principal: debt.principal - paid.principal,
  interest: debt.interest - paid.interest,
});

/** The debt with `total` taken off: as `wanted` says where it reaches, the rest from the other part. */
function lessTotal(debt: Debt, wanted: Debt, total: Fen): Debt {
  const interest = Math.min(wanted.interest, debt.interest);
  const principal = Math.min(total - interest, debt.principal);
  return less(debt, { principal, interest: total - principal });
}

/**
 * After money that the core banking system has spread itself. It knows of interest that accrued since: what it paid
 * beyond our figures is not taken below zero, and both views lose the same.
 */
export function afterBooked({ book, owed }: Standing, paid: Debt, wanted: Debt = paid): Standing {
  const left = less(book, paid);
  const next = { principal: Math.max(0, left.principal), interest: Math.max(0, left.interest) };
  return { book: next, owed: lessTotal(owed, wanted, totalOf(book) - totalOf(next)) };
}

/** The debtor owes `principal` more and as much interest less than the books say, as far as they hold interest. */
export function shifted(book: Debt, principal: Fen): Standing {
  const moved = Math.max(-book.principal, Math.min(principal, book.interest));
  return { book, owed: less(book, { principal: -moved, interest: moved }) };
}
