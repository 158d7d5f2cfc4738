/** Progress of recovery against a plan (DOC-RPT-02, RPT-03, TEAM-05) for ten days, a month, a quarter or a year, ranked within each scope. */
import { addDays, addMonths, type CalendarDate } from '../../kernel/calendarDate';
import { compare, type Exact, fixedText, fraction } from '../../kernel/exact';
import type { Fen } from '../../kernel/money';
import type { Done, PlanLine, Scope } from './plans';

/** 旬, 月, 季, 年. */
export const PERIODS = ['ten-days', 'month', 'quarter', 'year'] as const;
export type PeriodKind = (typeof PERIODS)[number];

export interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

const lastOfMonth = (day: CalendarDate): CalendarDate => addDays(`${addMonths(`${day.slice(0, 7)}-01`, 1)}`, -1);

/** The period of a kind in which a day lies. */
export function periodOf(kind: PeriodKind, day: CalendarDate): Period {
  const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))];
  if (kind === 'year') return { from: `${year}-01-01`, to: `${year}-12-31` };
  if (kind === 'month') return { from: `${day.slice(0, 7)}-01`, to: lastOfMonth(day) };
  if (kind === 'quarter') {
    const first = `${year}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`;
    return { from: first, to: addDays(addMonths(first, 3), -1) };
  }
  const date = Number(day.slice(8));
  if (date > 20) return { from: `${day.slice(0, 7)}-21`, to: lastOfMonth(day) };
  return date > 10
    ? { from: `${day.slice(0, 7)}-11`, to: `${day.slice(0, 7)}-20` }
    : { from: `${day.slice(0, 7)}-01`, to: `${day.slice(0, 7)}-10` };
}

/** Fen and households. */
export type Goal = Done;

const sumOf = (lines: readonly PlanLine[]): Goal => ({
  principal: lines.reduce((sum, { principal }) => sum + principal, 0),
  interest: lines.reduce((sum, { interest }) => sum + interest, 0),
  households: lines.reduce((sum, { households }) => sum + households, 0),
});

const monthIn = (month: string | null, { from, to }: Period): boolean =>
  month !== null && `${month}-01` >= from && lastOfMonth(`${month}-01`) <= to;

/**
 * What the lines of one subject plan for a period: the line of the whole plan when the period holds it, else the months that
 * lie in it. null: the plan says nothing of the period (unknown is not zero), as for ten days.
 */
export function goalFor(lines: readonly PlanLine[], plan: Period, period: Period): Goal | null {
  const wholes = lines.filter(({ month }) => month === null);
  if (wholes.length > 0 && period.from <= plan.from && period.to >= plan.to) return sumOf(wholes);
  const months = lines.filter(({ month }) => monthIn(month, period));
  return months.length > 0 ? sumOf(months) : null;
}

export interface ProgressRow {
  readonly scope: Scope;
  readonly subjectId: number | null;
  readonly name: string;
  readonly goal: Goal | null;
  readonly done: Done;
}

export interface RankedRow extends ProgressRow {
  /** Decimal text of principal and interest together; null: no goal. */
  readonly share: string | null;
  /** Within its scope, 1 the best; equal shares have equal ranks. null: no goal. */
  readonly rank: number | null;
}

const money = ({ principal, interest }: Goal): Fen => principal + interest;

const shareOf = ({ goal, done }: ProgressRow): Exact | null =>
  goal === null || money(goal) === 0 ? null : fraction(BigInt(money(done)), BigInt(money(goal)));

export function ranked(rows: readonly ProgressRow[]): RankedRow[] {
  const shared = rows.map((row) => ({ row, share: shareOf(row) }));
  return shared.map(({ row, share }) => {
    if (share === null) return { ...row, share: null, rank: null };
    const better = shared.filter(
      (other) => other.row.scope === row.scope && other.share !== null && compare(other.share, share) > 0,
    );
    return { ...row, share: fixedText(share, 4), rank: better.length + 1 };
  });
}
