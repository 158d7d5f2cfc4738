/**
 * The ratios of a month (CLS-05, law.md §9), each with its numerator and denominator. Migration is measured on the opening cohort:
 * the class at the end of the year before against the class at the end of the month; what left the books in between is decrease.
 */
import { type CalendarDate, daysInMonth } from '../../kernel/calendarDate';
import { type Exact, fraction, toFen } from '../../kernel/exact';
import type { Fen } from '../../kernel/money';
import { Inquiry, type TraceLine } from '../../rules/inquiry';
import type { RuleBook } from '../../rules/ruleBook';
import { FIVE_LEVELS, type FiveLevel } from '../classification/classes';
import { migrationRatio, provisionAmount, provisionRate } from '../provisions/provisions';

/** Loans of one class at the opening, by their class at the end; null: no longer in the list. */
export interface Moved {
  readonly opening: FiveLevel;
  readonly closing: FiveLevel | null;
  readonly loans: number;
  readonly openingBalance: Fen;
  readonly closingBalance: Fen;
  /** Of the opening balance what is still owed; a loan that grew counts with what it was. */
  readonly left: Fen;
}

export interface MonthFigures {
  /** Balances at the end of the month. */
  readonly balances: Readonly<Partial<Record<FiveLevel, Fen>>>;
  readonly moved: readonly Moved[];
  /** Principal received since the opening of loans that were non-performing then; reversals taken off. */
  readonly recovered: Fen;
  /** Loan-loss reserve in the subject balances; null where they have none. */
  readonly reserve: Fen | null;
}

/** `ratio` null: n/a, because there is nothing to divide by. */
export interface Ratio {
  readonly ratio: Exact | null;
  readonly numerator: Fen;
  readonly denominator: Fen;
}

export interface MonthStats {
  readonly npl: Ratio;
  readonly recovery: Ratio;
  /** By class of the opening cohort; 损失 moves nowhere. */
  readonly migration: readonly (Ratio & { readonly class: FiveLevel })[];
  readonly coverage: Ratio;
  readonly provision: Ratio;
  /** What stands in for the reserve where the books have none: the specific provisions that the rules ask for. */
  readonly reserveFrom: 'books' | 'rules';
  readonly trace: readonly TraceLine[];
}

/** `2025-12` for each month of 2026. */
export const openingMonth = (month: string): string => `${Number(month.slice(0, 4)) - 1}-12`;

/** Of a month as `YYYY-MM`. */
export const lastDay = (month: string): CalendarDate =>
  `${month}-${daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5)))}`;

const ratioOf = (numerator: Fen, denominator: Fen): Ratio => ({
  ratio: denominator === 0 ? null : fraction(BigInt(numerator), BigInt(denominator)),
  numerator,
  denominator,
});

const sum = (values: readonly Fen[]): Fen => values.reduce((total, value) => total + value, 0);

function migrationOf(inquiry: Inquiry, level: FiveLevel, moved: readonly Moved[]): Ratio & { class: FiveLevel } {
  const cohort = moved.filter(({ opening }) => opening === level);
  const rank = FIVE_LEVELS.indexOf(level);
  const worse = cohort.filter(({ closing }) => closing !== null && FIVE_LEVELS.indexOf(closing) > rank);
  const opening = sum(cohort.map(({ openingBalance }) => openingBalance));
  const left = sum(cohort.map((each) => each.left));
  const movedDown = sum(worse.map((each) => each.left));
  const ratio = migrationRatio(inquiry, { class: level, opening, movedDown, decrease: opening - left });
  return { class: level, ratio, numerator: movedDown, denominator: left };
}

/** By the rules of the last day of the month. */
export function monthStats(book: RuleBook, month: string, figures: MonthFigures): MonthStats {
  const inquiry = new Inquiry(book);
  const { balances, moved, recovered, reserve } = figures;
  const isNpl = inquiry.items('ratio/coverage', null);
  const migrating = inquiry.items('ratio/migration', null);
  const date = lastDay(month);
  const balanceOf = (level: FiveLevel): Fen => balances[level] ?? 0;
  const total = sum(FIVE_LEVELS.map(balanceOf));
  const npl = sum(FIVE_LEVELS.filter((level) => isNpl.has(level)).map(balanceOf));
  const openingNpl = sum(moved.filter(({ opening }) => isNpl.has(opening)).map(({ openingBalance }) => openingBalance));
  const required = () =>
    sum(
      FIVE_LEVELS.map((level) =>
        toFen(provisionAmount(provisionRate(inquiry, { class: level, date, floatPercent: null }), balanceOf(level))),
      ),
    );
  const covering = reserve ?? required();
  return {
    npl: ratioOf(npl, total),
    recovery: ratioOf(recovered, openingNpl),
    migration: FIVE_LEVELS.filter((level) => migrating.has(level)).map((level) => migrationOf(inquiry, level, moved)),
    coverage: ratioOf(covering, npl),
    provision: ratioOf(covering, total),
    reserveFrom: reserve === null ? 'rules' : 'books',
    trace: inquiry.trace,
  };
}
