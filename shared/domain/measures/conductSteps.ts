/**
 * Steps that the papers describe and law limits (REC-14, law.md §15): lists of debtors, announcements, the police, sanctions at
 * work. What is blocked is refused with its article; the rest is recorded with a legal basis, its checklist and an approval.
 */
import { present } from '../../kernel/assert';
import type { CalendarDate } from '../../kernel/calendarDate';
import { refuse } from '../../kernel/result';
import type { Inquiry } from '../../rules/inquiry';
import { versionOn } from '../../rules/ruleBook';
import type { ChecklistRule } from '../../rules/ruleTypes';
import { ACTS } from '../contacts/conduct';
import type { WordingGroup } from '../documents/wordingTable';
import type { Standing } from './suggest';

export const STEP_ACTS = [
  'newspaper-notice',
  'criminal-report',
  'internal-accountability',
  'deduct-account',
  'outside-collector',
  'last-necessities',
  'publish-list',
  'police-collection',
  'cut-utilities',
  'dock-pay',
  'shame-staff',
  'fake-documents',
  'credit-report',
] as const;
export type StepAct = (typeof STEP_ACTS)[number];

/** As a request for approval is headed; frozen with it. */
export const STEP_TITLES: Readonly<Record<StepAct, string>> = {
  'newspaper-notice': '报纸公告催收',
  'criminal-report': '就涉嫌犯罪报案',
  'internal-accountability': '本行员工内部追责',
  'deduct-account': '扣收本行账户',
  'outside-collector': '委托外部机构催收',
  'last-necessities': '向生活困难户收款',
  'publish-list': '公布债务人名单',
  'police-collection': '委托公安清收',
  'cut-utilities': '停水停电、扣证施压',
  'dock-pay': '扣发工资',
  'shame-staff': '公布员工欠款',
  'fake-documents': '张贴文书、仿冒法律文书',
  'credit-report': '报送不良信息',
};

/** What must be there; each item is ticked by whoever proposes. */
const CHECKLIST_OF: Readonly<Partial<Record<StepAct, string>>> = {
  'newspaper-notice': 'conduct/newspaper-notice-fields',
  'deduct-account': 'conduct/protected-accounts',
};

export interface StepFinding {
  readonly standing: Standing;
  readonly limit: { readonly reason: string; readonly article: string };
  readonly checks: readonly { readonly id: string; readonly text: string }[];
}

function itemsOf(inquiry: Inquiry, id: string, asOf: CalendarDate): StepFinding['checks'] {
  inquiry.items(id, asOf);
  const version = versionOn((inquiry.book.find(id) as ChecklistRule).versions, asOf);
  return present(version, 'a checklist that answered is in force').items;
}

export function stepFinding(inquiry: Inquiry, act: StepAct, asOf: CalendarDate): StepFinding {
  const { gives, article } = inquiry.row(ACTS, asOf, { act });
  const checklist = CHECKLIST_OF[act];
  const checks = checklist === undefined ? [] : itemsOf(inquiry, checklist, asOf);
  return { standing: gives.limit as Standing, limit: { reason: String(gives.reason), article }, checks };
}

/** A report of a crime, and it alone, speaks of the police and of what courts decide (documents.md §8). */
export const sayableIn = (act: StepAct): readonly WordingGroup['id'][] =>
  act === 'criminal-report' ? ['threat', 'reserved-for-courts'] : [];

/** Refusals in order: act-blocked {act, reason} with the article, checks-missing {missing}. */
export function refuseStep(act: StepAct, finding: StepFinding, ticked: readonly string[]): void {
  const { standing, limit, checks } = finding;
  if (standing === 'block') refuse('act-blocked', { act, reason: limit.reason }, limit.article);
  const missing = checks.filter(({ id }) => !ticked.includes(id)).map(({ text }) => text);
  if (missing.length > 0) refuse('checks-missing', { missing: missing.join('、') }, limit.article);
}
