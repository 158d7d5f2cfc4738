/** Acts in a case that B4 lets nobody do alone: withdrawing or releasing (§14), settling (§16, §19), taking things instead of money (§20). */
import type { Fen } from '../../kernel/money';
import type { Refusal } from '../../kernel/result';
import type { ActKind } from './actKinds';

export const PERMIT_KINDS = ['release', 'settlement', 'in-kind'] as const;
export type PermitKind = (typeof PERMIT_KINDS)[number];

/** Of what is given up: the claim before the court, or a seizure. One does not permit the other. */
export const RELEASES = ['withdrawal', 'seizure'] as const;
export type Release = (typeof RELEASES)[number];

export interface PermitTerms {
  readonly release?: Release;
  /** What is released, settled or taken. */
  readonly item: string;
  /** To be paid, or the value at which a thing is taken. */
  readonly amount: Fen | null;
  /** Of a settlement: as in the plan of the opinion. */
  readonly firstPayment?: Fen;
  readonly months?: number;
  readonly waiver?: Fen;
  readonly keepsSecurity?: boolean;
  /** Things are taken in it: they need a permit of their own (§20). */
  readonly takesThings?: boolean;
  /** Why a secured debt is settled, or the plan is left. */
  readonly exception?: string;
  /** Of a thing that is taken: how it was looked at, what it was valued at and by whom. */
  readonly inspection?: string;
  readonly appraised?: Fen;
  readonly appraisal?: string;
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

export const PERMIT_ARTICLES: Readonly<Record<PermitKind, string>> = {
  release: 'B4 不良贷款诉讼管理办法 第十四条',
  settlement: 'B4 不良贷款诉讼管理办法 第十六条、第十九条',
  'in-kind': 'B4 不良贷款诉讼管理办法 第二十条',
};

/** What the guard looks at besides the act. */
interface Standing {
  readonly permits: readonly Permit[];
  /** The level at which the case is filed is not the branch itself (§21). */
  readonly needsFiling: boolean;
}

interface GuardedAct {
  readonly kind: ActKind;
  readonly detail?: { readonly amount?: Fen };
}

/** The newest permit that speaks of such an act. */
export function permitFor(permits: readonly Permit[], kind: PermitKind, act: ActKind): Permit | undefined {
  const release: Release = act === 'withdrawn' ? 'withdrawal' : 'seizure';
  return permits.findLast((permit) => permit.kind === kind && (kind !== 'release' || permit.terms.release === release));
}

/** What is missing in a permit that was approved: the filing level's answer (§14, §20), a look at the thing (§20), the terms (§16, §19). */
function gapOf({ kind, terms, filingNo }: Permit, amount: Fen | undefined, needsFiling: boolean): string | null {
  if (kind === 'in-kind' && !terms.inspection?.trim()) return 'uninspected';
  if (kind !== 'settlement' && needsFiling && filingNo === null) return 'unfiled';
  const isLess = amount !== undefined && terms.amount !== null && amount < terms.amount;
  return kind === 'settlement' && isLess ? 'other' : null;
}

/**
 * Why an act may not be done yet; null when it was permitted. Refusals: permit-<kind>-missing {state}, then of an approved one
 * permit-in-kind-uninspected, permit-release-unfiled, permit-in-kind-unfiled, permit-settlement-other {approved} (fen): the act
 * gives less than was approved. A settlement in which things are taken needs the permit for them too.
 */
export function permitRefusal(standing: Standing, kind: PermitKind, act: GuardedAct): Refusal | null {
  const newest = permitFor(standing.permits, kind, act.kind);
  const article = PERMIT_ARTICLES[kind];
  if (newest?.state !== 'approved')
    return { code: `permit-${kind}-missing`, article, facts: { kind: act.kind, state: newest?.state ?? null } };
  const gap = gapOf(newest, act.detail?.amount, standing.needsFiling);
  if (gap !== null)
    return { code: `permit-${kind}-${gap}`, article, facts: { kind: act.kind, approved: newest.terms.amount } };
  return newest.terms.takesThings ? permitRefusal(standing, 'in-kind', act) : null;
}
