/** The yearly listing of off-balance loans (IMP-05, B1 §9(1)): what a sub-branch has proposed of what it has. */
import type { CalendarDate } from '../../kernel/calendarDate';
import { fixedText, fraction, times, whole } from '../../kernel/exact';
import type { Fen } from '../../kernel/money';
import type { Inquiry } from '../../rules/inquiry';

export const LISTING_RULE = 'team/off-balance-listing-share';

export interface ListingShare {
  /** Of the balance, as decimal text with four places; null where nothing is off the balance sheet. */
  readonly share: string | null;
  /** What the rule asks for, as decimal text. */
  readonly least: string;
  /** Fen that the rule asks for, a part of a fen counted as a whole one. */
  readonly needed: Fen;
  /** Fen still to be listed; 0: enough. */
  readonly missing: Fen;
}

/** Balances in fen; `on` picks the version of the rule. */
export function listingShare(inquiry: Inquiry, on: CalendarDate, balance: Fen, listed: Fen): ListingShare {
  const least = inquiry.values(LISTING_RULE, on, { year: on.slice(0, 4) }).exact('share');
  const exact = times(least, whole(balance));
  const needed = Number((exact.n + exact.d - 1n) / exact.d);
  return {
    share: balance === 0 ? null : fixedText(fraction(BigInt(listed), BigInt(balance)), 4),
    least: fixedText(least, 4),
    needed,
    missing: Math.max(0, needed - listed),
  };
}
