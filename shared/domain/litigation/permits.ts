/** Acts in a case that B4 lets nobody do alone: withdrawing or releasing (§14), settling (§16, §19), taking things instead of money (§20). */
import { addMonths, type CalendarDate } from '../../kernel/calendarDate';
import type { Fen } from '../../kernel/money';
import type { Refusal } from '../../kernel/result';
import type { ActKind } from './actKinds';
import type { ActDetail, CaseAct } from './acts';

export const PERMIT_KINDS = ['release', 'settlement', 'in-kind'] as const;
export type PermitKind = (typeof PERMIT_KINDS)[number];

/** Of what is given up: the claim before the court, whole or in part, or a seizure, for nothing or for another thing. One does not permit the other. */
export const RELEASES = ['withdrawal', 'part-withdrawal', 'seizure', 'change'] as const;
export type Release = (typeof RELEASES)[number];

/** The releases that speak of one seizure. */
export const OF_SEIZURE: readonly (Release | undefined)[] = ['seizure', 'change'];

/** The act that each release permits. */
export const RELEASED_BY = {
  withdrawal: 'withdrawn',
  'part-withdrawal': 'withdrawn-part',
  seizure: 'seizure-released',
  change: 'seizure-changed',
} as const satisfies Readonly<Record<Release, ActKind>>;

export interface PermitTerms {
  readonly release?: Release;
  /** Of a seizure that is released or changed: key of the act that seized. */
  readonly act?: string;
  /** Of a release: what the debtor performed or gave instead, and what it does to limitation, guarantees, rank and fees. */
  readonly performance?: string;
  readonly effects?: string;
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
  /** Day of the decision; null: nobody decided yet. */
  readonly decidedOn: CalendarDate | null;
  /** The filing level's answer, where B4 asks for one: its number and day. */
  readonly filingNo: string | null;
  readonly filedOn: CalendarDate | null;
}

export const PERMIT_ARTICLES: Readonly<Record<PermitKind, string>> = {
  release: 'B4 不良贷款诉讼管理办法 第十四条',
  settlement: 'B4 不良贷款诉讼管理办法 第十六条、第十九条',
  'in-kind': 'B4 不良贷款诉讼管理办法 第二十条',
};

/** Alias of the form on which each is printed; of things that are taken it belongs to the register of such things. */
export const PERMIT_FORMS: Readonly<Record<PermitKind, string | null>> = {
  release: 'release-approval',
  settlement: 'settlement-approval',
  'in-kind': null,
};

/** What the guard looks at besides the act. */
export interface PermitStanding {
  readonly permits: readonly Permit[];
  readonly acts: readonly Pick<CaseAct, 'kind' | 'on' | 'detail'>[];
  /** The level at which the case is filed is not the branch itself (§21). */
  readonly needsFiling: boolean;
}

export interface GuardedAct {
  readonly kind: ActKind;
  readonly on?: CalendarDate;
  readonly detail: Pick<ActDetail, 'act' | 'amount' | 'instalments' | 'performBy' | 'permits'>;
}

/** The act that used a permit up; each is for one act. */
export const actUsing = <A extends Pick<CaseAct, 'detail'>>(acts: readonly A[], id: number): A | undefined =>
  acts.find(({ detail }) => detail.permits?.includes(id));

/** A release speaks of the claim or of one seizure; the other kinds of whatever is settled or taken. */
function speaksOf({ kind, terms }: Permit, wanted: PermitKind, act: GuardedAct): boolean {
  if (kind !== wanted) return false;
  if (kind !== 'release') return true;
  const { release } = terms;
  if (release === undefined || RELEASED_BY[release] !== act.kind) return false;
  return !OF_SEIZURE.includes(release) || terms.act === act.detail.act;
}

/** The one that the act names; else the newest that speaks of it, one that was not used before those that were. */
function permitFor({ permits, acts }: PermitStanding, kind: PermitKind, act: GuardedAct): Permit | undefined {
  const fitting = permits.filter((permit) => speaksOf(permit, kind, act));
  return (
    fitting.findLast(({ id }) => act.detail.permits?.includes(id)) ??
    fitting.findLast(({ id }) => actUsing(acts, id) === undefined) ??
    fitting.at(-1)
  );
}

/** Less money, or a longer time, than was approved (§16, §19); a thing at a higher price (§20). */
function leavesTerms({ kind, terms }: Permit, { kind: actKind, on, detail }: GuardedAct): boolean {
  const { amount, instalments = [], performBy } = detail;
  if (kind === 'in-kind')
    return actKind === 'debt-in-kind-ruled' && terms.amount !== null && (amount ?? 0) > terms.amount;
  if (kind !== 'settlement') return false;
  const last = [...instalments, ...(performBy === undefined ? [] : [performBy])].toSorted().at(-1);
  const isLonger = Boolean(on && last && terms.months && last > addMonths(on, terms.months));
  return isLonger || (amount !== undefined && terms.amount !== null && amount < terms.amount);
}

/** What is missing in a permit that was approved: a look at the thing (§20), the filing level's answer (§14, §20), its terms. */
function gapOf(permit: Permit, act: GuardedAct, { acts, needsFiling }: PermitStanding): string | null {
  const { id, kind, terms, filingNo } = permit;
  if (actUsing(acts, id)) return 'used';
  if (kind === 'in-kind' && !terms.inspection?.trim()) return 'uninspected';
  if (kind !== 'settlement' && needsFiling && filingNo === null) return 'unfiled';
  return leavesTerms(permit, act) ? 'other' : null;
}

function refusalOf(standing: PermitStanding, kind: PermitKind, act: GuardedAct): Refusal | null {
  const permit = permitFor(standing, kind, act);
  const article = PERMIT_ARTICLES[kind];
  if (permit?.state !== 'approved')
    return { code: `permit-${kind}-missing`, article, facts: { kind: act.kind, state: permit?.state ?? null } };
  const gap = gapOf(permit, act, standing);
  if (gap === null) return permit.terms.takesThings ? refusalOf(standing, 'in-kind', act) : null;
  const code = gap === 'used' ? 'permit-used' : `permit-${kind}-${gap}`;
  const { amount: approved, months = 0 } = permit.terms;
  return {
    code,
    article,
    facts: { kind: act.kind, approved, months, on: actUsing(standing.acts, permit.id)?.on ?? null },
  };
}

/**
 * Why an act may not be done yet; null when it was permitted. Refusals: permit-not-of-act: it names one that speaks of something
 * else; permit-<kind>-missing {state}; of an approved one permit-used {on: day of the act that used it}, permit-in-kind-uninspected,
 * permit-<kind>-unfiled, permit-settlement-other, permit-in-kind-other {approved (fen), months}. A settlement in which things are
 * taken needs the permit for them too.
 */
export function permitRefusal(standing: PermitStanding, kind: PermitKind, act: GuardedAct): Refusal | null {
  const named = act.detail.permits ?? [];
  const isOfAct = standing.permits.some((permit) => named.includes(permit.id) && speaksOf(permit, kind, act));
  if (named.length > 0 && !isOfAct)
    return { code: 'permit-not-of-act', article: PERMIT_ARTICLES[kind], facts: { kind: act.kind } };
  return refusalOf(standing, kind, act);
}

/** What an act that was permitted uses up: its permit, and the one for the things that are taken in it. */
export function permitsFor(standing: PermitStanding, kind: PermitKind, act: GuardedAct): Permit[] {
  const permit = permitFor(standing, kind, act);
  if (permit === undefined) return [];
  return permit.terms.takesThings ? [permit, ...permitsFor(standing, 'in-kind', act)] : [permit];
}

/** The day from which the act is free: that of the decision, or of the filing level's answer where one is asked for. */
export const freeFrom = ({ kind, decidedOn, filedOn }: Permit, needsFiling: boolean): CalendarDate | null =>
  kind !== 'settlement' && needsFiling ? filedOn : decidedOn;
