/**
 * Interest that one loan owes at the end of a paper's day, split as K-DEBT prints it (REC-13, G-INT). It needs the terms
 * that the ledger does not hold: whoever reads the contract records them. What is not known is named, never taken as zero.
 */
import { present } from '../../kernel/assert';
import { addDays, type CalendarDate } from '../../kernel/calendarDate';
import { parseExact, rateText } from '../../kernel/exact';
import type { Fen } from '../../kernel/money';
import type { Inquiry, TraceLine } from '../../rules/inquiry';
import { earlierOf } from '../limitation/calledIn';
import { type InterestKind, interestStatement } from './interestStatement';

/** In the order in which money paid on interest is taken off. */
export const INTEREST_KINDS = ['contract', 'penalty', 'compound'] as const satisfies readonly InterestKind[];

export type InterestSplit = Readonly<Record<InterestKind, Fen>>;

/** What a contract says of interest, and how it stood on the first day that is computed. */
export interface InterestTerms {
  /** First day that is computed: everything before is paid or stands in `open`. */
  readonly from: CalendarDate;
  readonly open: InterestSplit;
  /** Dated contract rates per year as decimal fractions; none: the ledger's rate all the time. */
  readonly rates: readonly { readonly from: CalendarDate; readonly annualRate: string }[];
  /** Overdue surcharge in percent of the contract rate; null: the contract names none. */
  readonly upliftPercent: string | null;
  readonly compound: boolean;
  readonly basis: 360 | 365;
  /** Whether the contract lets penalty interest run from the day on which the loan is called in; null: nobody has said. */
  readonly callPenalty: boolean | null;
}

export interface AccrualFacts {
  readonly terms: InterestTerms | null;
  /** The ledger's rate. */
  readonly annualRate: string | null;
  /** After extension. */
  readonly dueOn: CalendarDate | null;
  /** Day on which it was called in; null: never. */
  readonly calledInOn: CalendarDate | null;
  /** Principal that is owed today. */
  readonly principal: Fen;
  /** Money towards this loan since `terms.from`, reliefs of interest included. */
  readonly payments: readonly { readonly on: CalendarDate; readonly principal: Fen; readonly interest: Fen }[];
}

/** Codes of what is missing, one for each fact; the words are those of a paper's findings. */
export type MissingInterest =
  | 'interest-terms-missing'
  | 'interest-rate-missing'
  | 'interest-due-date-missing'
  | 'interest-uplift-missing'
  | 'interest-from-later'
  | 'interest-overpaid';

export interface AccrualLine {
  readonly kind: InterestKind;
  readonly from: CalendarDate;
  /** Last counted day. */
  readonly to: CalendarDate;
  readonly days: number;
  readonly base: Fen;
  readonly annualRate: string;
  readonly amount: Fen;
}

export interface Accrual extends InterestSplit {
  /** Its end is included. */
  readonly asOf: CalendarDate;
  readonly open: InterestSplit;
  readonly lines: readonly AccrualLine[];
  /** Taken off: contract interest first, then penalty, then compound interest. */
  readonly paid: Fen;
  readonly basis: 360 | 365;
  /** Called in before its due date, without a word in the terms whether penalty interest runs from then: computed from the due date. */
  readonly callUnsaid: CalendarDate | null;
  readonly trace: readonly TraceLine[];
}

export type AccrualOutcome =
  | { readonly accrual: Accrual; readonly missing: null }
  | { readonly accrual: null; readonly missing: MissingInterest };

export const interestSum = (split: InterestSplit): Fen => INTEREST_KINDS.reduce((sum, kind) => sum + split[kind], 0);

const without = (missing: MissingInterest): AccrualOutcome => ({ accrual: null, missing });

/** The day from which the whole principal bears penalty interest: the due date, or where the contract says so the day of the call. */
const penaltyFrom = ({ terms, calledInOn }: AccrualFacts, dueOn: CalendarDate): CalendarDate =>
  terms?.callPenalty === true ? earlierOf(dueOn, calledInOn) : dueOn;

/** A call before the due date and up to `asOf` of which the terms say nothing. */
function unsaidCall({ terms, calledInOn }: AccrualFacts, dueOn: CalendarDate, asOf: CalendarDate): CalendarDate | null {
  if (calledInOn === null || terms?.callPenalty !== null) return null;
  return calledInOn < dueOn && calledInOn <= asOf ? calledInOn : null;
}

/** The first fact that is missing; null when everything can be computed until the end of `asOf`. */
function missingFact(facts: AccrualFacts, asOf: CalendarDate): MissingInterest | null {
  const { terms, annualRate, dueOn } = facts;
  if (terms === null) return 'interest-terms-missing';
  if (dueOn === null) return 'interest-due-date-missing';
  if (terms.from > addDays(asOf, 1)) return 'interest-from-later';
  const first = terms.rates[0];
  if (first === undefined ? annualRate === null : first.from > terms.from) return 'interest-rate-missing';
  if (asOf >= penaltyFrom(facts, dueOn) && terms.upliftPercent === null) return 'interest-uplift-missing';
  return null;
}

/** What is left of each kind when `paid` is taken off in the order of the kinds; null when it is more than all. */
function lessPaid(owed: InterestSplit, paid: Fen): InterestSplit | null {
  let rest = paid;
  const left = { ...owed };
  for (const kind of INTEREST_KINDS) {
    const taken = Math.min(rest, left[kind]);
    left[kind] -= taken;
    rest -= taken;
  }
  return rest > 0 ? null : left;
}

const exact = (text: string) => present(parseExact(text), 'a recorded rate is a decimal');

/** Interest until the end of `asOf`. Refuses rule-not-in-force for penalty interest of days whose rule is not loaded. */
export function accrue(inquiry: Inquiry, facts: AccrualFacts, asOf: CalendarDate): AccrualOutcome {
  const missing = missingFact(facts, asOf);
  const { terms, annualRate, dueOn, principal, payments } = facts;
  if (missing !== null || terms === null || dueOn === null) return without(missing ?? 'interest-terms-missing');
  const { from, open, basis, compound } = terms;
  const ledgerRate = annualRate === null ? [] : [{ from, annualRate }];
  const rates = terms.rates.length > 0 ? terms.rates : ledgerRate;
  const repaid = payments.reduce((sum, payment) => sum + payment.principal, 0);
  const statement = interestStatement(inquiry, {
    principal: principal + repaid,
    unpaid: open.contract,
    from,
    dueDate: penaltyFrom(facts, dueOn),
    until: addDays(asOf, 1),
    rates: rates.map((rate) => ({ from: rate.from, annualRate: exact(rate.annualRate) })),
    upliftPercent: exact(terms.upliftPercent ?? '0'),
    basis,
    compound,
    payments,
  });
  const all = {
    contract: open.contract + statement.totals.contract,
    penalty: open.penalty + statement.totals.penalty,
    compound: open.compound + statement.totals.compound,
  };
  const left = lessPaid(all, statement.paid);
  if (left === null) return without('interest-overpaid');
  const lines = statement.lines.map(
    ({ annualRate: rate, to, ...line }): AccrualLine => ({ ...line, to: addDays(to, -1), annualRate: rateText(rate) }),
  );
  return {
    accrual: {
      ...{ asOf, ...left, open, lines, paid: statement.paid, basis, trace: inquiry.trace },
      callUnsaid: unsaidCall(facts, dueOn, asOf),
    },
    missing: null,
  };
}
