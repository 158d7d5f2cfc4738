/** A settlement beside the plan of counsel's opinion, and when it is an exception that needs a reasoned decision (LIT-09, B4 §16, §19). */
import { yuanGrouped } from '../../kernel/money';
import type { Refusal } from '../../kernel/result';
import type { Claimed } from './caseFile';
import type { SettlementPlan } from './gateDetail';
import type { PermitTerms } from './permits';

const PLAN_TERMS = ['amount', 'firstPayment', 'months', 'waiver', 'keepsSecurity'] as const;
export type PlanTerm = (typeof PLAN_TERMS)[number];

/** Amounts in fen. null: the opinion has no plan, or nothing was said of it. */
export interface ComparedTerm {
  readonly term: PlanTerm;
  readonly planned: number | boolean | null;
  readonly agreed: number | boolean | null;
  readonly keeps: boolean;
}

/** Each term of a settlement beside the plan. Without a plan nothing keeps to it. */
export function comparedWithPlan(plan: SettlementPlan | null, terms: Partial<PermitTerms>): ComparedTerm[] {
  const { amount = null, firstPayment = null, months = null, waiver = null, keepsSecurity = null } = terms;
  const beside = (
    term: PlanTerm,
    planned: ComparedTerm['planned'] | undefined,
    agreed: ComparedTerm['agreed'],
    keeps: boolean,
  ): ComparedTerm => ({ term, planned: planned ?? null, agreed, keeps: plan !== null && keeps });
  return [
    beside('amount', plan?.floor, amount, (amount ?? 0) >= (plan?.floor ?? 0)),
    beside('firstPayment', plan?.firstPayment, firstPayment, (firstPayment ?? 0) >= (plan?.firstPayment ?? 0)),
    beside('months', plan?.months, months, (months ?? 0) <= (plan?.months ?? 0)),
    beside('waiver', plan?.waiver, waiver, (waiver ?? 0) <= (plan?.waiver ?? 0)),
    beside('keepsSecurity', plan?.keepsSecurity, keepsSecurity, !plan?.keepsSecurity || keepsSecurity !== false),
  ];
}

/** A settlement of a secured debt, or one that leaves the plan. */
export const isException = (
  securities: readonly { readonly isLive: boolean }[],
  plan: SettlementPlan | null,
  terms: Partial<PermitTerms>,
): boolean => securities.some(({ isLive }) => isLive) || comparedWithPlan(plan, terms).some(({ keeps }) => !keeps);

/** What a plan, or a settlement, promises: amounts in fen. */
type Promised = Pick<PermitTerms, 'amount' | 'firstPayment' | 'months' | 'waiver'>;

/**
 * What a plan or a settlement says against itself or the claim; null when it holds together. Once a court document fixed more than
 * was claimed, more than the claim may be agreed. Refusals in order: plan-above-claim {amount, claimed}, plan-first-above
 * {firstPayment, amount}, plan-waiver-above {waiver, interest}, plan-months-idle {months}: nothing is left to be paid in instalments.
 */
export function termsRefusal(
  { total, interest }: Pick<Claimed, 'total' | 'interest'>,
  { amount, firstPayment = 0, months = 0, waiver = 0 }: Promised,
  isFixed: boolean,
): Refusal | null {
  if (amount === null) return null;
  if (!isFixed && amount > total) return { code: 'plan-above-claim', facts: { amount, claimed: total } };
  if (firstPayment > amount) return { code: 'plan-first-above', facts: { firstPayment, amount } };
  if (waiver > interest) return { code: 'plan-waiver-above', facts: { waiver, interest } };
  return months > 0 && firstPayment === amount ? { code: 'plan-months-idle', facts: { months } } : null;
}

/** The plan in one line, for whoever decides; empty: the opinion has none. */
export function planText(plan: SettlementPlan | null): string {
  if (plan === null) return '';
  const { floor, firstPayment, months, waiver, keepsSecurity } = plan;
  return [
    `还款不低于${yuanGrouped(floor)}元`,
    `首付不低于${yuanGrouped(firstPayment)}元`,
    `分期不超过${months}个月`,
    `利息减免不超过${yuanGrouped(waiver)}元`,
    `担保、查封${keepsSecurity ? '不解除' : '可以解除'}`,
  ].join('；');
}
