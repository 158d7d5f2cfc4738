/**
 * A repayment agreement and its schedule (B1 §13(3), §14; REC-09): the instalments come to the debt to the fen, their days
 * rise, rest days move to the next working day and both are shown, and the last is within the years of the rule (A8).
 */
import { addMonths, type CalendarDate, isCalendarDate } from '../../kernel/calendarDate';
import { type Fen, yuanText } from '../../kernel/money';
import type { Inquiry } from '../../rules/inquiry';

export const AGREEMENT_STATES = ['asked', 'approved', 'refused', 'in-force', 'ended'] as const;
export type AgreementState = (typeof AGREEMENT_STATES)[number];

export const AGREED_ORDERS = ['statutory', 'principal-first'] as const;
export type AgreedOrder = (typeof AGREED_ORDERS)[number];

export interface AgreedDebt {
  readonly principal: Fen;
  readonly interest: Fen;
}

/** As it is typed. */
export interface TypedInstalment extends AgreedDebt {
  readonly dueOn: CalendarDate;
}

export interface Instalment extends TypedInstalment {
  /** From 1. */
  readonly seq: number;
  /** `dueOn`, or the first working day after it. */
  readonly payBy: CalendarDate;
}

export const totalOf = (debts: readonly AgreedDebt[]): AgreedDebt => ({
  principal: debts.reduce((sum, { principal }) => sum + principal, 0),
  interest: debts.reduce((sum, { interest }) => sum + interest, 0),
});

export const sumOf = ({ principal, interest }: AgreedDebt): Fen => principal + interest;

/** With its place and the day on which it can be paid. */
export const placed = (inquiry: Inquiry, typed: readonly TypedInstalment[]): Instalment[] =>
  typed.map((each, index) => ({ ...each, seq: index + 1, payBy: inquiry.rolled(each.dueOn) }));

export interface Rhythm {
  readonly first: CalendarDate;
  /** Instalments, at least one. */
  readonly count: number;
  /** Months from one to the next. */
  readonly months: number;
}

/** Equal instalments, the last with what does not divide; each pays off what the order puts first. */
export function equalInstalments(
  debt: AgreedDebt,
  { first, count, months }: Rhythm,
  order: AgreedOrder,
): TypedInstalment[] {
  const share = Math.floor(sumOf(debt) / count);
  const left = { ...debt };
  const leading = order === 'principal-first' ? 'principal' : 'interest';
  return Array.from({ length: count }, (_, index) => {
    const amount = index === count - 1 ? left.principal + left.interest : share;
    const lead = Math.min(amount, left[leading]);
    const other = amount - lead;
    const parts = leading === 'principal' ? { principal: lead, interest: other } : { principal: other, interest: lead };
    left.principal -= parts.principal;
    left.interest -= parts.interest;
    return { dueOn: addMonths(first, index * months), ...parts };
  });
}

export interface ScheduleFault {
  readonly code: 'schedule-dates-wrong' | 'schedule-too-long' | 'schedule-sum-wrong';
  readonly facts: Readonly<Record<string, unknown>>;
  readonly article?: string;
}

/** Day after which no instalment may lie, and the article that says so. */
export function latestInstalment(inquiry: Inquiry, signing: CalendarDate): { day: CalendarDate; article: string } {
  const rule = inquiry.values('recovery/contract-agreement-years', signing);
  return { day: addMonths(signing, 12 * rule.number('years')), article: rule.article };
}

/** The first fault of a schedule that is agreed on `today`; null: there is none. Differences are what is missing, in yuan. */
export function scheduleFault(
  inquiry: Inquiry,
  instalments: readonly TypedInstalment[],
  debt: AgreedDebt,
  today: CalendarDate,
): ScheduleFault | null {
  const wrong = instalments.findIndex(
    ({ dueOn, ...parts }, index) =>
      !isCalendarDate(dueOn) || dueOn <= (instalments[index - 1]?.dueOn ?? today) || sumOf(parts) <= 0,
  );
  if (wrong >= 0 || instalments.length === 0)
    return { code: 'schedule-dates-wrong', facts: { instalment: Math.max(wrong, 0) + 1 } };
  const latest = latestInstalment(inquiry, today);
  const last = instalments.at(-1)?.dueOn ?? today;
  if (last > latest.day)
    return { code: 'schedule-too-long', facts: { last, latest: latest.day }, article: latest.article };
  const agreed = totalOf(instalments);
  const missing = { principal: debt.principal - agreed.principal, interest: debt.interest - agreed.interest };
  if (missing.principal !== 0 || missing.interest !== 0) {
    const facts = { principal: yuanText(missing.principal), interest: yuanText(missing.interest) };
    return { code: 'schedule-sum-wrong', facts };
  }
  return null;
}
