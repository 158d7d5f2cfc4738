/**
 * Interest owed to a day, line by line (REC-13, law.md §12): contract interest until the due date, penalty interest from it,
 * compound interest on unpaid contract interest where the contract says so. Cut at every change of balance, rate and rule;
 * the first day counts, the last does not. Each line is rounded once.
 */
import { present } from '../../kernel/assert';
import { addDays, addMonths, type CalendarDate, dateParts, daysBetween } from '../../kernel/calendarDate';
import { type Exact, fraction, minus, plus, sum, times, toFen, whole } from '../../kernel/exact';
import type { Fen } from '../../kernel/money';
import { refuse } from '../../kernel/result';
import { accrued, type Inquiry } from '../../rules/inquiry';

export interface StatementFacts {
  /** Balance on `from`. */
  readonly principal: Fen;
  /** Contract interest that was due and unpaid on `from`: it bears compound interest at once. */
  readonly unpaid: Fen;
  readonly from: CalendarDate;
  /** After extension; penalty interest runs from this day on. */
  readonly dueDate: CalendarDate;
  /** Day of payment or of the statement; not counted. */
  readonly until: CalendarDate;
  /** Contract rates per year by their first day; the first one covers `from`. */
  readonly rates: readonly { readonly from: CalendarDate; readonly annualRate: Exact }[];
  readonly upliftPercent: Exact;
  readonly basis: 360 | 365;
  /** The contract agrees on compound interest. */
  readonly compound: boolean;
  readonly payments: readonly { readonly on: CalendarDate; readonly principal: Fen; readonly interest: Fen }[];
}

export type InterestKind = 'contract' | 'penalty' | 'compound';

export interface StatementLine {
  readonly kind: InterestKind;
  readonly from: CalendarDate;
  /** First day that is no longer counted. */
  readonly to: CalendarDate;
  readonly days: number;
  readonly base: Fen;
  readonly annualRate: Exact;
  readonly amount: Fen;
}

export interface InterestStatement {
  readonly lines: readonly StatementLine[];
  readonly totals: Readonly<Record<InterestKind, Fen>>;
  readonly paid: Fen;
  /** Totals less what was paid; negative when more was paid. */
  readonly owed: Fen;
}

const PENALTY = 'interest/penalty';
const HISTORIC = 'interest/historic-penalty';

/** The day after each quarter's settlement day inside the period: from it unpaid interest bears interest. */
function postingDays(inquiry: Inquiry, { from, until }: Pick<StatementFacts, 'from' | 'until'>): CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let year = dateParts(from).year; year <= dateParts(until).year; year++)
    for (const month of ['03', '06', '09', '12']) {
      const rule = inquiry.valuesInForce('interest/settlement-day', `${year}-${month}-01`);
      const posting = rule?.number('postingDay') ?? 21;
      days.push(`${year}-${month}-${String(posting).padStart(2, '0')}`);
    }
  return days;
}

/** The last quarterly settlement day up to `today`: contract interest until it is due, later interest is not yet. */
export function lastSettlement(inquiry: Inquiry, today: CalendarDate): CalendarDate {
  const from = addMonths(today, -6);
  const posted = postingDays(inquiry, { from, until: today }).filter((day) => day > from && addDays(day, -1) <= today);
  return addDays(present(posted.at(-1), 'half a year holds a settlement day'), -1);
}

/** Contract rate raised by the agreed percentage; before 2004 the daily penalty rate of the central bank. */
function penaltyRate(inquiry: Inquiry, facts: StatementFacts, on: CalendarDate, contract: Exact): Exact {
  const historic = inquiry.valuesInForce(HISTORIC, on);
  if (historic) return times(historic.exact('dailyRate'), whole(facts.basis));
  inquiry.values(PENALTY, on);
  return times(contract, plus(whole(1), times(facts.upliftPercent, fraction(1n, 100n))));
}

/** Rates and balances inside one stretch without change. */
interface Stretch {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly principal: Fen;
  readonly overdue: boolean;
  readonly rate: Exact;
}

function stretches(inquiry: Inquiry, facts: StatementFacts): Stretch[] {
  const { from, until, dueDate } = facts;
  const starts = (id: string) => inquiry.book.find(id)?.versions.map((version) => version.from) ?? [];
  const cuts = [
    from,
    dueDate,
    ...facts.rates.map((rate) => rate.from),
    ...facts.payments.map((payment) => payment.on),
    ...starts(HISTORIC),
    ...starts(PENALTY),
    ...(facts.compound ? postingDays(inquiry, facts) : []),
  ];
  const days = [...new Set(cuts)].filter((day) => day >= from && day < until).sort();
  return days.map((day, index): Stretch => {
    const contract = facts.rates.findLast((rate) => rate.from <= day) ?? refuse('rate-missing', { on: day });
    const overdue = day >= dueDate;
    const repaid = facts.payments.filter((payment) => payment.on <= day).reduce((all, each) => all + each.principal, 0);
    if (repaid > facts.principal) refuse('payments-exceed-principal', { on: day });
    const rate = overdue ? penaltyRate(inquiry, facts, day, contract.annualRate) : contract.annualRate;
    return { from: day, to: days[index + 1] ?? until, principal: facts.principal - repaid, overdue, rate };
  });
}

interface ExactLine extends Omit<StatementLine, 'amount'> {
  readonly exact: Exact;
}

const lineOf = (kind: InterestKind, stretch: Stretch, base: Fen, basis: number): ExactLine => {
  const days = daysBetween(stretch.from, stretch.to);
  const { from, to, rate } = stretch;
  return { kind, from, to, days, base, annualRate: rate, exact: accrued(base, rate, days, basis) };
};

/** Contract interest posted before `on` and not yet paid: the base of compound interest. */
function unpaidInterest(
  facts: StatementFacts,
  lines: readonly ExactLine[],
  posted: CalendarDate,
  on: CalendarDate,
): Fen {
  const earned = sum(lines.filter((line) => line.kind === 'contract' && line.to <= posted).map((line) => line.exact));
  const paid = facts.payments.filter((payment) => payment.on <= on).reduce((all, each) => all + each.interest, 0);
  const left = plus(minus(earned, whole(paid)), whole(facts.unpaid));
  return left.n > 0n ? toFen(left) : 0;
}

/** Neighbours of the same kind, base and rate are one line. */
function joined(lines: readonly ExactLine[]): ExactLine[] {
  const result: ExactLine[] = [];
  for (const line of lines) {
    const at = result.findLastIndex((each) => each.kind === line.kind);
    const last = result[at];
    const alike =
      last && last.to === line.from && last.base === line.base && minus(last.annualRate, line.annualRate).n === 0n;
    if (last && alike)
      result[at] = { ...last, to: line.to, days: last.days + line.days, exact: plus(last.exact, line.exact) };
    else result.push(line);
  }
  return result;
}

/**
 * Refuses `statement-period` (the end before the beginning), `rate-missing` and `payments-exceed-principal`;
 * `rule-not-in-force` for penalty interest of days whose rule is not loaded.
 */
export function interestStatement(inquiry: Inquiry, facts: StatementFacts): InterestStatement {
  if (facts.until < facts.from) refuse('statement-period', { from: facts.from, until: facts.until });
  inquiry.valuesInForce('interest/simple', facts.from, { basis: facts.basis });
  if (facts.compound) inquiry.valuesInForce('interest/compound', facts.from);
  const lines: ExactLine[] = [];
  let posted = facts.from;
  const postings = new Set(facts.compound ? [...postingDays(inquiry, facts), facts.dueDate] : []);
  for (const stretch of stretches(inquiry, facts)) {
    if (postings.has(stretch.from)) posted = stretch.from;
    if (stretch.principal > 0)
      lines.push(lineOf(stretch.overdue ? 'penalty' : 'contract', stretch, stretch.principal, facts.basis));
    const base = facts.compound ? unpaidInterest(facts, lines, posted, stretch.from) : 0;
    if (base > 0) lines.push(lineOf('compound', stretch, base, facts.basis));
  }
  const rounded = joined(lines).map(({ exact, ...line }): StatementLine => ({ ...line, amount: toFen(exact) }));
  const total = (kind: InterestKind) =>
    rounded.filter((line) => line.kind === kind).reduce((all, line) => all + line.amount, 0);
  const totals = { contract: total('contract'), penalty: total('penalty'), compound: total('compound') };
  const paid = facts.payments.reduce((all, payment) => all + payment.interest, 0);
  return { lines: rounded, totals, paid, owed: totals.contract + totals.penalty + totals.compound - paid };
}
