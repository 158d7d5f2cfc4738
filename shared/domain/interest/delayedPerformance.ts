/**
 * Interest for delayed performance of a judgment (迟延履行利息), day by day under the rule of that day (DPI-01, 08, 09,
 * 10): since 2014-08-01 the doubled part at a fixed daily rate, before that twice the benchmark rate, before 2009-05-18
 * twice the highest loan rate, which only the court's file can tell.
 */
import { addDays, addMonths, type CalendarDate, daysBetween } from '../../kernel/calendarDate';
import { type Exact, product, sum, times, whole } from '../../kernel/exact';
import { type Fen, yuanText } from '../../kernel/money';
import { refuse } from '../../kernel/result';
import { askFor } from '../../rules/evaluation';
import { accrued, type Inquiry } from '../../rules/inquiry';
import { versionOn } from '../../rules/ruleBook';

export interface Payment {
  readonly on: CalendarDate;
  /** Part of the payment that reduced the money debt of the document. */
  readonly principal: Fen;
}

export interface DelayFacts {
  /** Money debt fixed in the document, without general interest and costs (DPI-01, DPI-11). */
  readonly base: Fen;
  /** Last day of the performance period; not counted. */
  readonly performanceDue: CalendarDate;
  readonly payments: readonly Payment[];
  /** Last counted day. */
  readonly until: CalendarDate;
  /** Highest annual loan rate; asked for only where days before 2009-05-18 are counted. */
  readonly highestLoanRate: Exact | null;
}

export interface DelaySegment {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly days: number;
  readonly base: Fen;
  /** Exact fen. */
  readonly amount: Exact;
}

const RULE = 'interest/delayed-performance';
const BENCHMARK = 'interest/benchmark-rate';

const GRADES = [
  [6, 'months6'],
  [12, 'months12'],
  [36, 'months36'],
  [60, 'months60'],
] as const;

/** The grade of the benchmark follows the length of the whole delay. */
const gradeOf = (facts: DelayFacts): string =>
  GRADES.find(([months]) => facts.until <= addMonths(facts.performanceDue, months))?.[1] ?? 'over60';

/** What is still owed at the start of each day on which it changed; a payment day itself still bears interest. */
function balances(facts: DelayFacts): { readonly from: CalendarDate; readonly base: Fen }[] {
  const first = addDays(facts.performanceDue, 1);
  const steps = [{ from: first, base: facts.base }];
  const sorted = [...facts.payments].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  let base = facts.base;
  for (const { on, principal } of sorted) {
    if (principal === 0) continue;
    base -= principal;
    if (base < 0) refuse('payments-exceed-base', { on, base: yuanText(facts.base) });
    const from = addDays(on, 1);
    steps.push({ from: from < first ? first : from, base });
  }
  return steps;
}

/** Starts of rule versions inside the delay, and of benchmark rates while the rule follows the benchmark. */
function changes(inquiry: Inquiry, from: CalendarDate, to: CalendarDate): CalendarDate[] {
  const rule = inquiry.book.find(RULE);
  const rates = inquiry.book.find(BENCHMARK);
  if (rule?.kind !== 'value' || rates?.kind !== 'value') return refuse('rule-missing', { rule: RULE });
  const follows = (day: CalendarDate) => versionOn(rule.versions, day)?.values.method === 'benchmark';
  const starts = rule.versions.map((version) => version.from);
  const rateStarts = rates.versions.map((version) => version.from).filter(follows);
  return [...starts, ...rateStarts].filter((start) => start > from && start <= to);
}

function interestOf(inquiry: Inquiry, facts: DelayFacts, from: CalendarDate, days: number, base: Fen): Exact {
  const inputs = { base: yuanText(base), days };
  const rule = inquiry.values(RULE, from, inputs);
  if (rule.text('method') === 'fixed') return product(whole(base), rule.exact('dailyRate'), whole(days));
  const benchmark = rule.text('method') === 'benchmark';
  // Which grade "同期" means is not settled: the length of the whole delay is taken, and said.
  if (benchmark) inquiry.warn('benchmark-grade', { grade: gradeOf(facts) });
  const rate = benchmark
    ? inquiry.values(BENCHMARK, from, inputs).exact(gradeOf(facts))
    : (facts.highestLoanRate ?? askFor('highestLoanRate'));
  return accrued(base, times(rate, rule.exact('multiple')), days, rule.number('basis'));
}

/**
 * Segments of equal balance and rate, none when nothing is late. Refuses `payments-exceed-base`,
 * `rule-not-in-force` (days before 1992-07-14), and asks for `highestLoanRate` where it is needed.
 */
export function delayedPerformance(inquiry: Inquiry, facts: DelayFacts): { segments: DelaySegment[]; amount: Exact } {
  const first = addDays(facts.performanceDue, 1);
  const steps = balances(facts);
  const cuts = [...steps.map((step) => step.from), ...changes(inquiry, first, facts.until)];
  const starts = [...new Set(cuts)].filter((start) => start <= facts.until).sort();
  const segments: DelaySegment[] = [];
  starts.forEach((from, index) => {
    const base = steps.findLast((step) => step.from <= from)?.base ?? facts.base;
    if (base === 0) return;
    const next = starts[index + 1];
    const to = next === undefined ? facts.until : addDays(next, -1);
    const days = daysBetween(from, to) + 1;
    segments.push({ from, to, days, base, amount: interestOf(inquiry, facts, from, days, base) });
  });
  return { segments, amount: sum(segments.map((segment) => segment.amount)) };
}
