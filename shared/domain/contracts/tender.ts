/** The internal tender of recovery (DSP-07, A8): who may bid with what deposit, sealed bids, who wins, what the contract asks. */
import type { CalendarDate } from '../../kernel/calendarDate';
import { times, toFen, whole } from '../../kernel/exact';
import type { Fen } from '../../kernel/money';
import { type Decision, granted, refused } from '../../kernel/result';
import type { Inquiry } from '../../rules/inquiry';
import type { ContractState } from './contractTerms';

/** Inputs of the rule `recovery/tender-bidders`. */
export const BIDDERS = ['staff', 'retired', 'head', 'area-auditor'] as const;
export type BidderKind = (typeof BIDDERS)[number];

/** Items of the rule `recovery/tender-hard-classes`; any other loan has a prospect of recovery. */
export const HARD_CLASSES = ['dead', 'bankrupt', 'convicted', 'guarantor', 'enforcement-ended'] as const;
export type HardClass = (typeof HARD_CLASSES)[number];

/** Becomes part of the bond, is kept because the winner did not sign, goes back. */
export const DEPOSIT_FATES = ['bond', 'forfeited', 'returned'] as const;
export type DepositFate = (typeof DEPOSIT_FATES)[number];

/** Once the bids are opened (A8); `won`: the contracts that the bidder won in this tender. */
export function depositFate(won: readonly { readonly state: ContractState }[]): DepositFate {
  if (won.some(({ state }) => state !== 'given-up')) return 'bond';
  return won.length > 0 ? 'forfeited' : 'returned';
}

const TERMS = 'recovery/tender-terms';

/** Refusals in order: bidder-excluded {person} with the article, deposit-low {deposit} (fen). */
export function decideBidder(
  inquiry: Inquiry,
  today: CalendarDate,
  { person, deposit }: { readonly person: BidderKind; readonly deposit: Fen },
): Decision<null> {
  const { gives, article } = inquiry.row('recovery/tender-bidders', today, { person });
  if (gives.mayBid !== true) return refused('bidder-excluded', { person }, article);
  const terms = inquiry.values(TERMS, today);
  const least = terms.fen('deposit');
  return deposit < least ? refused('deposit-low', { deposit: least }, terms.article) : granted(null);
}

export interface BidFacts {
  readonly isOpened: boolean;
  readonly opensOn: CalendarDate;
  readonly isBidder: boolean;
  /** He owes the recovery of a loan in the package (RWD-01). */
  readonly isLiable: boolean;
  /** Sum of the loans' prices; fen. */
  readonly floor: Fen;
}

/** Refusals in order: tender-opened, bidder-unknown, bidder-liable, bid-below-floor {floor}. */
export function decideBid(facts: BidFacts, amount: Fen, today: CalendarDate): Decision<null> {
  if (facts.isOpened || today > facts.opensOn) return refused('tender-opened', { on: facts.opensOn });
  if (!facts.isBidder) return refused('bidder-unknown');
  if (facts.isLiable) return refused('bidder-liable');
  return amount < facts.floor ? refused('bid-below-floor', { floor: facts.floor }) : granted(null);
}

/** Refusals in order: tender-opened, tender-early {on}. */
export function decideOpening(
  { isOpened, opensOn }: Pick<BidFacts, 'isOpened' | 'opensOn'>,
  today: CalendarDate,
): Decision<null> {
  if (isOpened) return refused('tender-opened', { on: opensOn });
  return today < opensOn ? refused('tender-early', { on: opensOn }) : granted(null);
}

export interface Bid {
  readonly name: string;
  readonly amount: Fen;
}

/** The highest of each bidder's last bid; of equal ones the earlier. `bids` in the order in which they came. */
export function winningBid<B extends Bid>(bids: readonly B[]): B | null {
  const last = bids.filter(({ name }, index) => !bids.slice(index + 1).some((later) => later.name === name));
  return last.reduce<B | null>((best, bid) => (best === null || bid.amount > best.amount ? bid : best), null);
}

export interface TenderTerms {
  /** Share of the winning price that the contractor deposits; fen. */
  readonly bond: Fen;
  readonly years: number;
}

export function tenderTerms(inquiry: Inquiry, today: CalendarDate, price: Fen): TenderTerms {
  const terms = inquiry.values(TERMS, today);
  return { bond: toFen(times(terms.exact('bondShare'), whole(price))), years: terms.number('termYears') };
}
