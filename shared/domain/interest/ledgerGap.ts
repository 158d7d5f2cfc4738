/**
 * Interest by the terms against the ledger's own interest of the same day: far apart means that a day, an open sum or a
 * rate was recorded wrongly, or that the ledger lacks interest (REC-13, G-INT).
 */
import { addDays, type CalendarDate } from '../../kernel/calendarDate';
import { type Fen, yuanGrouped } from '../../kernel/money';
import type { Inquiry } from '../../rules/inquiry';
import { type AccrualFacts, accrue, interestSum } from './accrual';

/** Both figures on the day on which they are compared. */
export interface LedgerGap {
  readonly on: CalendarDate;
  readonly computed: Fen;
  readonly ledger: Fen;
}

/** Rounding and posting days never make so much. */
const SMALLEST: Fen = 10_00;

/** Farther apart than a tenth of the larger figure, and than ten yuan. */
function isFar({ computed, ledger }: LedgerGap): boolean {
  const apart = Math.abs(computed - ledger);
  return apart > SMALLEST && apart * 10 > Math.max(computed, ledger);
}

/**
 * The two figures when they are far apart, else null; null too while a fact is missing. They are compared on the ledger's
 * day, or, when the terms begin later, at their beginning. `ledger.interest` is less what came since, as the payments are.
 */
export function ledgerGap(
  inquiry: Inquiry,
  facts: AccrualFacts,
  ledger: { readonly asOf: CalendarDate; readonly interest: Fen },
): LedgerGap | null {
  if (facts.terms === null) return null;
  const before = addDays(facts.terms.from, -1);
  const on = before > ledger.asOf ? before : ledger.asOf;
  const { accrual } = accrue(inquiry, facts, on);
  const gap = accrual && { on, computed: interestSum(accrual), ledger: ledger.interest };
  return gap && isFar(gap) ? gap : null;
}

/** Both figures as a paper's finding names them after the contract. */
export const gapText = (contract: string, { on, computed, ledger }: LedgerGap): string =>
  `${contract}（${on} ${yuanGrouped(computed)} / ${yuanGrouped(ledger)}）`;
