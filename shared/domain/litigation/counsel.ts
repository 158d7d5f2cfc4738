/**
 * Who may act for the branch in court (B4 §25–27, LIT-12): the register of counsels and agents, what B4 asks of each, and the
 * terms on which one takes a case. "Influence with the courts" (§26(5)) is not asked: no rule of ours may.
 */
import { addMonths, type CalendarDate } from '../../kernel/calendarDate';
import { type Decision, granted, refused } from '../../kernel/result';
import { Inquiry, type TraceLine } from '../../rules/inquiry';
import type { RuleBook } from '../../rules/ruleBook';

export const COUNSEL_KINDS = ['counsel', 'agent'] as const;
export type CounselKind = (typeof COUNSEL_KINDS)[number];

/** filed: the superior took note of him. penalty: a violation was punished. dismissed: engaged no longer. */
export const COUNSEL_ENTRY_KINDS = ['filed', 'penalty', 'dismissed'] as const;
export type CounselEntryKind = (typeof COUNSEL_ENTRY_KINDS)[number];

/** Items of the rule `litigation/counsel-dismissal`, and an end without fault. */
export const DISMISSALS = ['neglect', 'mistake', 'collusion', 'term-ended'] as const;
export type Dismissal = (typeof DISMISSALS)[number];

/** risk: paid from what he brings in. */
export const ENGAGEMENT_MODES = ['ordinary', 'risk'] as const;
export type EngagementMode = (typeof ENGAGEMENT_MODES)[number];

export interface CounselEntry {
  readonly kind: CounselEntryKind;
  readonly on: CalendarDate;
  /** Of a filing. */
  readonly number: string | null;
  /** Of a dismissal. */
  readonly cause: Dismissal | null;
  readonly text: string;
}

export interface Counsel {
  readonly id: number;
  readonly name: string;
  readonly kind: CounselKind;
  readonly firm: string;
  readonly licenceNo: string;
  readonly licensedOn: CalendarDate;
  /** Financial cases that he led. */
  readonly experience: string;
  readonly character: string;
  readonly entries: readonly CounselEntry[];
}

export const REQUIREMENTS = ['years', 'experience', 'no-penalty', 'character', 'filed', 'engaged'] as const;
export type Requirement = (typeof REQUIREMENTS)[number];

export interface Fitness {
  readonly isFit: boolean;
  readonly checks: readonly { readonly id: Requirement; readonly met: boolean; readonly article: string }[];
  /** The day on which his years are full. */
  readonly yearsFullOn: CalendarDate;
  readonly trace: readonly TraceLine[];
}

const MONTHS_OF_YEAR = 12;

/** Whether somebody may take a case on `on`: each thing that B4 asks, with its article. */
export function fitnessOf(book: RuleBook, counsel: Counsel, on: CalendarDate): Fitness {
  const inquiry = new Inquiry(book);
  const years = inquiry.values('litigation/counsel-minimum-years', null, { licensedOn: counsel.licensedOn, on });
  const asked = inquiry.checklist('litigation/counsel-requirements', null);
  const { article: filing } = inquiry.row('litigation/risk-agency-approval', on, { engagement: counsel.kind });
  const { article: dismissal } = inquiry.checklist('litigation/counsel-dismissal', null);
  const yearsFullOn = addMonths(counsel.licensedOn, years.number('years') * MONTHS_OF_YEAR);
  const has = (kind: CounselEntryKind) => counsel.entries.some((entry) => entry.kind === kind && entry.on <= on);
  const check = (id: Requirement, met: boolean, article: string) => ({ id, met, article });
  const checks = [
    check('years', on >= yearsFullOn, years.article),
    check('experience', counsel.experience.trim() !== '', asked.article),
    check('no-penalty', !has('penalty'), asked.article),
    check('character', counsel.character.trim() !== '', asked.article),
    check('filed', has('filed'), filing),
    check('engaged', !has('dismissed'), dismissal),
  ];
  return { isFit: checks.every(({ met }) => met), checks, yearsFullOn, trace: inquiry.trace };
}

/** Refuses counsel-unfit {missing} with the article of the first thing that is missing. */
export function decideFit({ checks }: Fitness): Decision<null> {
  const missing = checks.filter(({ met }) => !met);
  return missing.length === 0
    ? granted(null)
    : refused('counsel-unfit', { missing: missing.map(({ id }) => id) }, missing[0]?.article);
}

/** Of a contract of risk agency: what B4 §25 needs to know. */
export interface AgencyContract {
  readonly kind: string;
  readonly state: string;
  readonly party: string;
  readonly loanIds: readonly number[];
}

export interface Engagement {
  readonly mode: EngagementMode;
  /** null: none was named, or there is none of this number. */
  readonly contract: AgencyContract | null;
  /** What the filing level answered. */
  readonly permitNo: string | null;
}

/**
 * A risk agency is approved case by case, and at the level at which the case is filed (B4 §25). Refusals in order:
 * risk-agency-unapproved {state}, risk-agency-other {party} (another's contract, or about other loans), risk-agency-unfiled {level}.
 */
export function decideEngagement(
  book: RuleBook,
  counsel: Pick<Counsel, 'name' | 'firm'>,
  loanIds: readonly number[],
  filingLevel: string,
  { mode, contract, permitNo }: Engagement,
  today: CalendarDate,
): Decision<null> {
  if (mode === 'ordinary') return granted(null);
  const { article } = new Inquiry(book).row('litigation/risk-agency-approval', today, { engagement: 'risk-agency' });
  const isApproved = contract?.kind === 'risk-agency' && (contract.state === 'approved' || contract.state === 'signed');
  if (!contract || !isApproved) return refused('risk-agency-unapproved', { state: contract?.state ?? null }, article);
  const isHis = contract.party.includes(counsel.name) || contract.party.includes(counsel.firm);
  if (!isHis || !loanIds.every((id) => contract.loanIds.includes(id)))
    return refused('risk-agency-other', { party: contract.party }, article);
  if (filingLevel !== 'none' && permitNo === null)
    return refused('risk-agency-unfiled', { level: filingLevel }, article);
  return granted(null);
}
