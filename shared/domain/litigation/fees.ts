/**
 * What a case costs (LIT-16, B4 §23; 诉讼费用交纳办法): the tariff of each court fee on its day, what was paid, advanced, recovered
 * and refunded, and the costs against what may be expected to come in. Amounts are fen. Entries are only added; one that was
 * wrong is taken back by another of the opposite amount.
 */
import type { CalendarDate } from '../../kernel/calendarDate';
import { type Exact, toFen } from '../../kernel/exact';
import { type Fen, yuanText } from '../../kernel/money';
import { type Decision, granted, type Refusal, refused } from '../../kernel/result';
import { Inquiry, type TraceLine } from '../../rules/inquiry';
import type { RuleBook } from '../../rules/ruleBook';
import { acceptanceFee, bankruptcyFee, enforcementFee, paymentOrderFee, preservationFee } from '../courtFees/courtFees';
import type { ActKind } from './actKinds';
import { isRecordAct } from './acts';
import { type CaseFile, claimedOf } from './caseFile';
import { type Gate, gateRefusal, opinionOf } from './gate';

/** The first six have a tariff; the others cost what their bill says. */
export const TARIFF_KINDS = [
  'acceptance',
  'appeal',
  'preservation',
  'payment-order',
  'enforcement',
  'bankruptcy',
] as const;
export type TariffKind = (typeof TARIFF_KINDS)[number];

export const FEE_KINDS = [
  ...TARIFF_KINDS,
  'preservation-guarantee',
  'announcement',
  'appraisal',
  'counsel',
  'other',
] as const;
export type FeeKind = (typeof FEE_KINDS)[number];

/** paid: ours to pay; advanced: paid by us for whom it falls on; recovered: from the debtor; refunded: by the court. */
export const FEE_MOVES = ['paid', 'advanced', 'recovered', 'refunded'] as const;
export type FeeMove = (typeof FEE_MOVES)[number];

const isOutgoing = (move: FeeMove): boolean => move === 'paid' || move === 'advanced';
export const hasTariff = (kind: FeeKind): kind is TariffKind => (TARIFF_KINDS as readonly string[]).includes(kind);

export interface FeeQuestion {
  readonly kind: TariffKind;
  /** What the fee is counted on. */
  readonly base: Fen;
  /** Day of acceptance or application, which chooses the tariff. */
  readonly on: CalendarDate;
  /** Summary procedure, mediation or withdrawal: once only, however many grounds. */
  readonly halved: boolean;
}

export interface FeeQuote extends FeeQuestion {
  readonly amount: Fen;
  /** Paid to the court beforehand; else it is taken from the debtor in the end (§20). */
  readonly prepaid: boolean;
  readonly trace: readonly TraceLine[];
}

function tariffOf(inquiry: Inquiry, { kind, base, on, halved }: FeeQuestion): Exact {
  switch (kind) {
    case 'acceptance':
      return acceptanceFee(inquiry, base, on, halved);
    case 'appeal':
      inquiry.valuesInForce('court-fee/appeal-base', on);
      return acceptanceFee(inquiry, base, on, halved);
    case 'preservation':
      return preservationFee(inquiry, base, on);
    case 'payment-order':
      return paymentOrderFee(inquiry, base, on);
    case 'enforcement':
      return enforcementFee(inquiry, base, on);
    case 'bankruptcy':
      return bankruptcyFee(inquiry, base, on);
  }
}

/** Refuses rule-not-in-force before the first tariff. */
export function quoteFee(book: RuleBook, question: FeeQuestion): FeeQuote {
  const inquiry = new Inquiry(book);
  const amount = toFen(tariffOf(inquiry, question));
  const fee = question.kind === 'appeal' ? 'acceptance' : question.kind;
  const { gives } = inquiry.row('court-fee/prepaid', question.on, { fee });
  return { ...question, amount, prepaid: gives.prepaid === true, trace: inquiry.trace };
}

const ENDS_EARLY: readonly ActKind[] = ['mediated', 'withdrawn', 'appeal-withdrawn'];

/** Grounds of 诉讼费用交纳办法 15 and 16: each halves the fee of the instance in which it happened. */
function isHalved({ acts }: Pick<CaseFile, 'acts'>, fee: TariffKind): boolean {
  if (fee !== 'acceptance' && fee !== 'appeal') return false;
  const isInAppeal = (at: number): boolean => {
    const before = acts.slice(0, at);
    const last = (wanted: ActKind) => before.findLastIndex(({ kind }) => kind === wanted);
    return last('appealed') > last('second-remanded');
  };
  if (acts.some(({ kind }, at) => ENDS_EARLY.includes(kind) && isInAppeal(at) === (fee === 'appeal'))) return true;
  const procedure = acts.findLast(({ detail }) => detail.procedure !== undefined)?.detail.procedure ?? 'ordinary';
  return fee === 'acceptance' && procedure !== 'ordinary';
}

const BEGINS: Readonly<Record<TariffKind, string>> = {
  acceptance: 'accepted',
  appeal: 'appealed',
  preservation: 'preservation-applied',
  'payment-order': 'payment-order-applied',
  enforcement: 'enforcement-applied',
  bankruptcy: 'bankruptcy-accepted',
};

/** Fees that the case has or will have, as it stands: its first instance and its enforcement are always to come. */
export function questionsOf(file: CaseFile, today: CalendarDate): FeeQuestion[] {
  const { total } = claimedOf(file);
  return TARIFF_KINDS.flatMap((kind): FeeQuestion[] => {
    if (kind === 'bankruptcy') return [];
    const begun = file.acts.findLast((act) => act.kind === BEGINS[kind]);
    const isToCome =
      (kind === 'acceptance' && file.route === 'suit') || (kind === 'enforcement' && file.route !== 'bankruptcy');
    const isOurs = kind !== 'appeal' || begun?.detail.by === 'us';
    if ((!begun && !isToCome && !(kind === 'payment-order' && file.route === kind)) || !isOurs) return [];
    const base = begun?.detail.amount ?? total;
    return [{ kind, base, on: begun?.on ?? today, halved: isHalved(file, kind) }];
  });
}

export interface FeeEntry {
  readonly id: number;
  readonly kind: FeeKind;
  readonly move: FeeMove;
  /** Negative: it takes another entry back. */
  readonly amount: Fen;
  readonly on: CalendarDate;
  readonly voucherNo: string;
  readonly reverses: number | null;
}

export type NewFee = Pick<FeeEntry, 'kind' | 'move' | 'amount' | 'on' | 'voucherNo'>;

export type FeeSums = Readonly<Record<FeeMove, Fen>>;

export function sumFees(entries: readonly Pick<FeeEntry, 'kind' | 'move' | 'amount'>[], kind?: FeeKind): FeeSums {
  const sum = (move: FeeMove) =>
    entries.reduce(
      (total, entry) => total + (entry.move === move && (kind === undefined || entry.kind === kind) ? entry.amount : 0),
      0,
    );
  return { paid: sum('paid'), advanced: sum('advanced'), recovered: sum('recovered'), refunded: sum('refunded') };
}

const spent = ({ paid, advanced }: FeeSums): Fen => paid + advanced;
const returned = ({ recovered, refunded }: FeeSums): Fen => recovered + refunded;

/**
 * B4 §23: fees of a case that went to court without its filing are never booked. The urgent preservation that an override
 * let through has its own fee. null: they may be.
 */
export function unfiledRefusal(book: RuleBook, gate: Gate, kind: FeeKind, today: CalendarDate): Refusal | null {
  const isPreservation = kind === 'preservation' || kind === 'preservation-guarantee';
  const closed = gateRefusal(gate, isPreservation ? 'preservation-applied' : 'fee-paid');
  if (closed === null) return null;
  const { gives, article } = new Inquiry(book).row('litigation/unfiled-fees', today, { filed: false });
  return gives.bookable === true
    ? null
    : { code: 'fee-unfiled', article, facts: { ...closed.facts, because: closed.code } };
}

/** Of a tariff fee that does not come to what the tariff says: by how much it may differ, which the regulation leaves open. */
function isOff(book: RuleBook, { amount, on, halved }: FeeQuote, booked: Fen): boolean {
  const rule = new Inquiry(book).values('court-fee/rounding', on);
  return Math.abs(amount - booked) > rule.fen(halved ? 'toleranceAfterHalving' : 'toleranceYuan');
}

export interface FeeFacts {
  readonly gate: Gate;
  readonly entries: readonly FeeEntry[];
  /** What the tariff says of it; null: it has none, or the money comes back. */
  readonly quote: FeeQuote | null;
  readonly reason: string | null;
  readonly today: CalendarDate;
}

/**
 * Whether money of a case may be booked. Refusals in order: act-in-future, fee-unfiled (B4 §23), fee-twice {voucherNo},
 * fee-off-tariff {tariff, amount} (yuan) while no reason is given, fee-beyond-paid {left} (yuan).
 */
export function decideFee(book: RuleBook, fee: NewFee, facts: FeeFacts): Decision<null> {
  const { gate, entries, quote, reason, today } = facts;
  if (fee.on > today) return refused('act-in-future', { on: fee.on, today });
  const taken = new Set(entries.flatMap(({ reverses }) => reverses ?? []));
  const twin = entries.find(
    ({ id, kind, move, voucherNo, reverses }) =>
      voucherNo === fee.voucherNo && kind === fee.kind && move === fee.move && reverses === null && !taken.has(id),
  );
  if (isOutgoing(fee.move)) {
    const unfiled = unfiledRefusal(book, gate, fee.kind, today);
    if (unfiled) return { kind: 'refused', refusal: unfiled };
  }
  if (twin) return refused('fee-twice', { voucherNo: fee.voucherNo });
  if (isOutgoing(fee.move)) {
    const article = quote?.trace[0]?.article;
    if (quote && reason === null && isOff(book, quote, fee.amount))
      return refused('fee-off-tariff', { tariff: yuanText(quote.amount), amount: yuanText(fee.amount) }, article);
    return granted(null);
  }
  const sums = sumFees(entries, fee.kind);
  const left = spent(sums) - returned(sums);
  return fee.amount > left ? refused('fee-beyond-paid', { left: yuanText(left) }) : granted(null);
}

/** An entry may be taken back once, and not while more came back than would be left. Refusals: fee-unknown, fee-reversed, fee-needed. */
export function decideReversal(entries: readonly FeeEntry[], id: number): Decision<FeeEntry> {
  const entry = entries.find((each) => each.id === id && each.reverses === null);
  if (!entry) return refused('fee-unknown');
  if (entries.some(({ reverses }) => reverses === id)) return refused('fee-reversed');
  const sums = sumFees(entries, entry.kind);
  const left = spent(sums) - returned(sums);
  return isOutgoing(entry.move) && entry.amount > left ? refused('fee-needed') : granted(entry);
}

export interface CostBenefit {
  /** Fees of the tariff that are still to be paid by us. */
  readonly toCome: Fen;
  /** Paid and advanced, less what came back. */
  readonly spent: Fen;
  /** What the opinion expects to come in; null without an opinion. */
  readonly expected: Fen | null;
  readonly net: Fen | null;
  /** A suit that would cost more than it brings (LIT-16). */
  readonly isFlagged: boolean;
}

/** What is not prepaid the court takes from the debtor, and what an imported ledger tells is past: neither is still to be paid by us. */
export function costBenefit(
  file: Pick<CaseFile, 'acts' | 'version'>,
  quotes: readonly FeeQuote[],
  entries: readonly FeeEntry[],
): CostBenefit {
  const toCome = quotes.reduce((sum, { kind, amount, prepaid }) => {
    const booked = spent(sumFees(entries, kind));
    const isPast = file.acts.some((act) => act.kind === BEGINS[kind] && isRecordAct(act));
    return prepaid && booked === 0 && !isPast ? sum + amount : sum;
  }, 0);
  const sums = sumFees(entries);
  const net = spent(sums) - returned(sums);
  const expected = opinionOf(file)?.detail.opinion?.expected ?? null;
  const left = expected === null ? null : expected - toCome - net;
  return { toCome, spent: net, expected, net: left, isFlagged: left !== null && left <= 0 };
}
