/** Contracts of recovery with others than the bank's own officers: trusteeship and risk agency (DSP-06, A8, B1 §12, B2 §27). */
import { type CalendarDate, daysBetween } from '../../kernel/calendarDate';
import { compare, type Exact, times, toFen, whole } from '../../kernel/exact';
import { type Fen, yuanGrouped, yuanText } from '../../kernel/money';
import { type Decision, granted, refused } from '../../kernel/result';
import { accrued, type Inquiry, type TiersResult } from '../../rules/inquiry';

export const CONTRACT_KINDS = ['tender', 'trusteeship', 'risk-agency'] as const;
export type ContractKind = (typeof CONTRACT_KINDS)[number];

export const CONTRACT_STATES = ['draft', 'submitted', 'approved', 'signed', 'given-up'] as const;
export type ContractState = (typeof CONTRACT_STATES)[number];

export const ENTRY_KINDS = ['turnover', 'preserved', 'lost', 'advance', 'payout'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** Items of the rule `disposal/risk-agency-advances`: only these costs are paid before anything was recovered (B2 §27). */
export const ADVANCES = ['litigation', 'enforcement', 'preservation'] as const;
export type Advance = (typeof ADVANCES)[number];

/** Which entries a contract of each kind takes. */
export const ENTRIES_OF: Readonly<Record<ContractKind, readonly EntryKind[]>> = {
  tender: ['lost', 'payout'],
  trusteeship: ['turnover', 'preserved', 'lost', 'payout'],
  'risk-agency': ['advance', 'payout'],
};

const TERMS = 'recovery/trusteeship-terms';
const DAYS_OF_YEAR = 360;

/** Bond of a trusteeship on `today`, fen. */
export const trusteeBond = (inquiry: Inquiry, today: CalendarDate): Fen => inquiry.values(TERMS, today).fen('bond');

/** The most that an agent may be paid for a claim, by its slices. */
export const agencyCap = (inquiry: Inquiry, today: CalendarDate, claim: Fen): Pick<TiersResult, 'amount' | 'article'> =>
  inquiry.tiers('costs/risk-agency-cap', today, whole(claim), { claimAmount: yuanText(claim) });

/**
 * The lawyer's share of what is recovered, against the cap on the whole claim: fee-beyond-cap {cap, fee} (yuan) with the
 * article. `rate`: decimal.
 */
export function decideAgencyFee(inquiry: Inquiry, today: CalendarDate, rate: Exact, claim: Fen): Decision<null> {
  const { amount: cap, article } = agencyCap(inquiry, today, claim);
  const fee = times(rate, whole(claim));
  if (compare(fee, cap) <= 0) return granted(null);
  return refused('fee-beyond-cap', { cap: yuanGrouped(toFen(cap)), fee: yuanGrouped(toFen(fee)) }, article);
}

export interface Turnover {
  readonly collectedOn: CalendarDate;
  readonly turnedOverOn: CalendarDate;
  readonly amount: Fen;
}

/** What a late turnover costs: interest on all days of delay once it is longer than the first limit; the amount itself from the bond beyond the second. */
export function turnoverCharge(
  inquiry: Inquiry,
  { collectedOn, turnedOverOn, amount }: Turnover,
  annualRate: Exact,
): { days: number; interest: Fen; deducted: Fen } {
  const terms = inquiry.values(TERMS, turnedOverOn, { collectedOn, turnedOverOn });
  const days = daysBetween(collectedOn, turnedOverOn);
  const isLate = days > terms.number('interestAfterDays');
  const interest = isLate ? toFen(accrued(amount, annualRate, days, DAYS_OF_YEAR)) : 0;
  return { days, interest, deducted: days > terms.number('deductAfterDays') ? amount : 0 };
}

/** For each loan whose limitation was preserved, fen. */
export const preservedBonus = (inquiry: Inquiry, on: CalendarDate): Fen =>
  inquiry.values(TERMS, on).fen('perPreservedLoan');

/**
 * What a lapsed limitation costs: a trustee the loan's principal and interest, taken from the bond as far as it goes; a
 * contractor of the bank's own the loan's price, and the whole bond besides (A8). Fen.
 */
export function lossOf(
  inquiry: Inquiry,
  on: CalendarDate,
  { kind, bond, owed, price }: { kind: ContractKind; bond: Fen; owed: Fen; price: Fen | null },
): { amount: Fen; deducted: Fen } {
  if (kind === 'tender') {
    inquiry.checklist('recovery/contract-discipline', on);
    return { amount: price ?? owed, deducted: bond };
  }
  const share = inquiry.values(TERMS, on).exact('compensationShare');
  const amount = toFen(times(share, whole(owed)));
  return { amount, deducted: amount };
}

export interface EntrySum {
  readonly kind: EntryKind;
  readonly amount: Fen;
  readonly interest: Fen;
  readonly deducted: Fen;
}

export interface Account {
  /** Fee or bonus for what was recovered. */
  readonly earned: Fen;
  readonly preserved: Fen;
  /** Interest on late turnovers. */
  readonly interest: Fen;
  /** Taken from the bond. */
  readonly deducted: Fen;
  /** For lapsed limitation. */
  readonly compensation: Fen;
  readonly advanced: Fen;
  readonly paidOut: Fen;
  /** earned + preserved − interest − paid out. */
  readonly payable: Fen;
  readonly bondLeft: Fen;
}

/** Where the parties stand; `earned` comes from receipts and the contract's terms. */
export function contractAccount(bond: Fen, earned: Fen, entries: readonly EntrySum[]): Account {
  const sum = (kind: EntryKind, of: (entry: EntrySum) => Fen = ({ amount }) => amount) =>
    entries.filter((entry) => entry.kind === kind).reduce((total, entry) => total + of(entry), 0);
  const preserved = sum('preserved');
  const interest = sum('turnover', (entry) => entry.interest);
  const deducted = Math.min(
    entries.reduce((total, entry) => total + entry.deducted, 0),
    bond,
  );
  const paidOut = sum('payout');
  return {
    earned,
    preserved,
    interest,
    deducted,
    compensation: sum('lost'),
    advanced: sum('advance'),
    paidOut,
    payable: earned + preserved - interest - paidOut,
    bondLeft: bond - deducted,
  };
}

/** Refusals in order: contract-not-signed, entry-kind {kind}, entry-day (before the contract, or still to come). */
export function decideEntry(
  contract: { readonly kind: ContractKind; readonly state: ContractState; readonly signedOn: CalendarDate | null },
  entry: { readonly kind: EntryKind; readonly on: CalendarDate; readonly collectedOn: CalendarDate | null },
  today: CalendarDate,
): Decision<null> {
  const { signedOn } = contract;
  if (contract.state !== 'signed' || signedOn === null) return refused('contract-not-signed');
  if (!ENTRIES_OF[contract.kind].includes(entry.kind)) return refused('entry-kind', { kind: entry.kind });
  const from = entry.collectedOn ?? entry.on;
  const isWrong = from < signedOn || entry.on < from || entry.on > today;
  return isWrong ? refused('entry-day', { on: entry.on }) : granted(null);
}
