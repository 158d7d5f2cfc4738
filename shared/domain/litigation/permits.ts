/** Acts in a case that B4 lets nobody do alone: withdrawing or releasing (§14), settling (§16, §19), taking things instead of money (§20). */
import type { Fen } from '../../kernel/money';
import type { Refusal } from '../../kernel/result';
import type { ActKind } from './actKinds';

export const PERMIT_KINDS = ['release', 'settlement', 'in-kind'] as const;
export type PermitKind = (typeof PERMIT_KINDS)[number];

export interface PermitTerms {
  /** What is released, settled or taken. */
  readonly item: string;
  /** To be paid, or the value at which a thing is taken. */
  readonly amount: Fen | null;
  /** Of a settlement: as in the plan of the opinion. */
  readonly firstPayment?: Fen;
  readonly months?: number;
  readonly waiver?: Fen;
  readonly keepsSecurity?: boolean;
  /** Of a thing that is taken: how it was looked at. */
  readonly inspection?: string;
}

export interface Permit {
  readonly id: number;
  readonly kind: PermitKind;
  readonly terms: PermitTerms;
  readonly reason: string;
  readonly state: 'asked' | 'approved' | 'refused';
  /** The filing level's consent, where B4 asks for it. */
  readonly filingNo: string | null;
}

const ARTICLES: Readonly<Record<PermitKind, string>> = {
  release: 'B4 不良贷款诉讼管理办法 第十四条',
  settlement: 'B4 不良贷款诉讼管理办法 第十六条、第十九条',
  'in-kind': 'B4 不良贷款诉讼管理办法 第二十条',
};

/** What is missing in a permit that was approved: the filing level's answer (§14, §20), a look at the thing (§20), the terms (§16, §19). */
function gapOf({ kind, terms, filingNo }: Permit, amount: Fen | undefined): string | null {
  if (kind === 'in-kind' && !terms.inspection?.trim()) return 'uninspected';
  if (kind !== 'settlement' && filingNo === null) return 'unfiled';
  const isLess = amount !== undefined && terms.amount !== null && amount < terms.amount;
  return kind === 'settlement' && isLess ? 'other' : null;
}

/**
 * Why an act may not be done yet; null when it was permitted. Refusals: permit-<kind>-missing {state}, then of an approved one
 * permit-in-kind-uninspected, permit-release-unfiled, permit-in-kind-unfiled, permit-settlement-other {approved} (fen): the act
 * gives less than was approved.
 */
export function permitRefusal(
  { permits }: { readonly permits: readonly Permit[] },
  kind: PermitKind,
  act: { readonly kind: ActKind; readonly detail?: { readonly amount?: Fen } },
): Refusal | null {
  const newest = permits.findLast((permit) => permit.kind === kind);
  const article = ARTICLES[kind];
  if (newest?.state !== 'approved')
    return { code: `permit-${kind}-missing`, article, facts: { kind: act.kind, state: newest?.state ?? null } };
  const gap = gapOf(newest, act.detail?.amount);
  if (gap === null) return null;
  return { code: `permit-${kind}-${gap}`, article, facts: { kind: act.kind, approved: newest.terms.amount } };
}
