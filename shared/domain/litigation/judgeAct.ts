/**
 * Whether an act may be recorded: the facts that it needs, its day, the number of the case, the order of the procedure, what must
 * be free before it, and periods that it misses. What only a person can judge is a warning; what cannot be is refused.
 */
import { addDays, addMonths, type CalendarDate, dateParts, daysBetween } from '../../kernel/calendarDate';
import type { Refusal } from '../../kernel/result';
import { Inquiry, type RuleValues } from '../../rules/inquiry';
import type { RuleBook } from '../../rules/ruleBook';
import { readCaseNumber } from '../parties/caseNumber';
import { caseNumberWarnings } from '../parties/evaluators';
import { ACT_FIELDS } from './actFields';
import type { CourtAct } from './actKinds';
import { type ActDetail, type CaseAct, inOrder } from './acts';
import type { CaseFile } from './caseFile';
import type { DeadlineKind } from './deadlineSpecs';
import { deadlinesOf } from './deadlines';
import { earlyFindings } from './earlyActs';
import { enforcementClock } from './effect';
import { beforeGate, type Gate, gateOf, gateRefusal } from './gate';
import { NEW, type NewAct, refused, warned } from './newAct';
import { freeFrom, PERMIT_ARTICLES, type Permit, type PermitStanding, permitRefusal, permitsFor } from './permits';
import { TRANSITIONS } from './procedure';
import { type Finding, replay } from './replay';

/** What they fix was due before: a debt of a notarised contract, the fifteen days of a payment order. */
const OVERDUE: readonly CourtAct[] = ['certificate-issued', 'payment-order-effective'];

function factFindings({ kind, on, detail }: NewAct, today: CalendarDate): Finding[] {
  const missing = ACT_FIELDS[kind].filter(({ name, required }) => required && (detail[name] ?? '') === '');
  if (missing.length > 0) return missing.map(({ name }) => refused('act-fact-missing', { field: name }));
  const { until, performBy, instalments = [] } = detail;
  const due = [performBy, ...instalments].filter((day) => day !== undefined);
  const later = [...(until === undefined ? [] : [until]), ...(OVERDUE.includes(kind) ? [] : due)];
  const isDisordered = instalments.some((day, index) => day <= (instalments[index - 1] ?? ''));
  return [
    ...(on > today ? [refused('act-in-future', { on, today })] : []),
    ...(isDisordered || later.some((day) => day < on) ? [refused('act-dates-wrong', { on })] : []),
  ];
}

/** Types that the number of each step has in the uniform form. */
const TYPES: Readonly<Partial<Record<CourtAct, readonly string[]>>> = {
  accepted: ['民初'],
  'second-accepted': ['民终'],
  'realisation-accepted': ['民特'],
  'enforcement-accepted': ['执', '执恢'],
  'enforcement-resumed': ['执恢', '执'],
};

function numberFindings(inquiry: Inquiry, { kind, on, detail }: NewAct): Finding[] {
  if (detail.caseNo === undefined) return [];
  const parts = readCaseNumber(detail.caseNo);
  if (parts === null) return [refused('case-number-form', { value: detail.caseNo })];
  const { year } = dateParts(on);
  const codes = caseNumberWarnings(inquiry, parts, year);
  const types = TYPES[kind];
  const isOther = parts.style === 'new' && types !== undefined && !types.includes(parts.type);
  return [
    ...codes.map((code) => warned(code, { value: detail.caseNo, year })),
    ...(isOther ? [warned('case-type-other', { value: detail.caseNo, type: parts.type })] : []),
  ];
}

/** Whatever permit each used up. */
const same = (a: ActDetail, b: ActDetail) =>
  JSON.stringify({ ...a, permits: undefined }) === JSON.stringify({ ...b, permits: undefined });

function repeated(file: CaseFile, { kind, on, detail }: NewAct): Finding[] {
  const before = file.acts.find((act) => act.kind === kind && act.on === on && same(act.detail, detail));
  return before ? [refused('act-repeated', { act: before.key })] : [];
}

/** Parties, seizures and tasks that an act names are of this case. */
function referenceFindings(file: CaseFile, { detail }: NewAct): Finding[] {
  const { party, act } = detail;
  const isParty = party === undefined || party === 'us' || file.parties.some(({ key }) => key === party);
  const isAct = act === undefined || file.acts.some(({ key }) => key === act);
  return [
    ...(isParty ? [] : [refused('case-party-unknown', { party })]),
    ...(isAct ? [] : [refused('act-unknown', { act })]),
  ];
}

const permitStanding = ({ permits, acts }: CaseFile, { filingLevel }: Gate): PermitStanding => ({
  ...{ permits, acts },
  needsFiling: filingLevel !== 'none',
});

/** Permits that an act which the guard lets pass uses up; none where the act needs none. */
export function permitsUsed(book: RuleBook, file: CaseFile, act: NewAct, today: CalendarDate): Permit[] {
  const { guard } = TRANSITIONS[act.kind];
  return guard === null || guard === 'gate'
    ? []
    : permitsFor(permitStanding(file, gateOf(book, file, today)), guard, act);
}

function guardRefusal(book: RuleBook, file: CaseFile, act: NewAct, today: CalendarDate): Refusal | null {
  const { guard } = TRANSITIONS[act.kind];
  if (guard === null) return null;
  const gate = gateOf(book, file, today);
  if (guard !== 'gate') return permitRefusal(permitStanding(file, gate), guard, act);
  // Where the branch is sued it does not choose the day.
  return file.standing === 'defendant' ? null : gateRefusal(gate, act.kind);
}

function guardFindings(book: RuleBook, file: CaseFile, act: NewAct, today: CalendarDate): Finding[] {
  const refusal = guardRefusal(book, file, act, today);
  return refusal ? [refused(refusal.code, { ...refusal.facts }, refusal.article ?? null)] : [];
}

/** The same of an act that was permitted: dated before it was decided or filed. */
function beforePermit(book: RuleBook, file: CaseFile, act: NewAct, today: CalendarDate): Finding[] {
  const needsFiling = gateOf(book, file, today).filingLevel !== 'none';
  return permitsUsed(book, file, act, today).flatMap((permit) => {
    const free = freeFrom(permit, needsFiling);
    const facts = { kind: `permit-${permit.kind}`, on: free };
    return free !== null && act.on < free ? [warned('act-before', facts, PERMIT_ARTICLES[permit.kind])] : [];
  });
}

/** The day of a real act is a fact: one before the gate was open is recorded with a reason and stays visible. */
function unfreed(book: RuleBook, file: CaseFile, act: NewAct, today: CalendarDate): Finding[] {
  if (TRANSITIONS[act.kind].guard !== 'gate') return beforePermit(book, file, act, today);
  if (file.standing === 'defendant') return [];
  const early = beforeGate(file, gateOf(book, file, today), act.on);
  return early ? [warned(early.code, { ...early.facts }, early.article ?? null)] : [];
}

/** The acts with the new one in its place. */
export function withAct(file: CaseFile, { kind, on, detail }: NewAct): CaseFile {
  const none = { documentId: null, files: [], note: null, accepted: null, by: null, at: null };
  return { ...file, acts: inOrder([...file.acts, { key: NEW, kind, on, detail, ...none }]) };
}

/** What the procedure says of the acts now that it did not say before. */
function misfits(file: CaseFile, changed: CaseFile): Finding[] {
  const before = new Set(replay(file.acts).findings.map(({ act }) => act));
  return replay(changed.acts).findings.filter(({ act }) => !before.has(act));
}

/** The act itself does not fit; or by its day it would stand before others, which would not fit any more. */
function orderFindings(file: CaseFile, changed: CaseFile): Finding[] {
  const found = misfits(file, changed);
  const own = found.filter(({ act }) => act === NEW);
  const [later] = found.map(({ act }) => file.acts.find(({ key }) => key === act)).filter((act) => act !== undefined);
  if (own.length > 0 || later === undefined) return own;
  return [refused('act-breaks-later', { kind: later.kind, on: later.on }, found[0]?.article)];
}

/** Ordinary procedure and second instance have a least; the shorter procedures only a most (解释 99, 266, 275). */
function leastOfEvidence(rule: RuleValues, { acts }: CaseFile): number {
  if (replay(acts).state === 'appeal') return rule.number('secondInstanceLeast');
  const procedure = acts.findLast(({ detail }) => detail.procedure !== undefined)?.detail.procedure ?? 'ordinary';
  return procedure === 'ordinary' ? rule.number('ordinaryLeast') : 0;
}

function periodFindings(inquiry: Inquiry, file: CaseFile, { kind, on, detail }: NewAct): Finding[] {
  const { until } = detail;
  if (until === undefined) return [];
  const days = daysBetween(on, until);
  if (kind === 'evidence-set') {
    const rule = inquiry.valuesInForce('procedure/evidence-period', on, { on });
    const least = rule ? leastOfEvidence(rule, file) : 0;
    return rule && days < least ? [warned('evidence-period-short', { days, least }, rule.article)] : [];
  }
  if (kind === 'hearing-set') {
    const rule = inquiry.valuesInForce('procedure/hearing-notice', on, { on });
    const least = rule?.number('days') ?? 0;
    return rule && days < least ? [warned('hearing-notice-short', { days, least }, rule.article)] : [];
  }
  return kind === 'bankruptcy-accepted' ? declarationPeriod(inquiry, on, until) : [];
}

/** The period for declaring claims, which the court announces soon after the acceptance: a day outside the bounds was misread. */
function declarationPeriod(inquiry: Inquiry, on: CalendarDate, until: CalendarDate): Finding[] {
  const rule = inquiry.valuesInForce('bankruptcy/claim-declaration', on, { until });
  if (rule === null) return [];
  const least = addDays(on, rule.number('leastDays'));
  const most = addMonths(addDays(on, rule.number('announceDays')), rule.number('mostMonths'));
  return until < least || until > most ? [warned('claim-period-odd', { until, least, most }, rule.article)] : [];
}

/** Until the last distribution it may still be declared, at our cost and without what was distributed before (企业破产法 56). */
function claimLate(inquiry: Inquiry, file: CaseFile, { kind, on }: NewAct): Finding[] {
  const until = file.acts.findLast((act) => act.kind === 'bankruptcy-accepted')?.detail.until;
  const isFirst = !file.acts.some((act) => act.kind === 'claim-declared');
  if (kind !== 'claim-declared' || !isFirst || until === undefined || on <= until) return [];
  const { article } = inquiry.checklist('bankruptcy/late-claim', on);
  return [warned('claim-late', { until, on }, article)];
}

/** An application after the period is accepted by the court and open to the debtor's objection (解释 481): a risk, no bar. */
function enforcementLate(book: RuleBook, file: CaseFile, { kind, on }: NewAct): Finding[] {
  if (kind !== 'enforcement-applied') return [];
  const clock = enforcementClock(
    book,
    { ...file, acts: file.acts.filter((act) => act.on === null || act.on <= on) },
    on,
  );
  const expiry = clock?.answer.expiry ?? null;
  if (expiry === null || on <= expiry) return [];
  const inquiry = new Inquiry(book);
  const from = inquiry.book.find('procedure/late-enforcement')?.versions[0]?.from ?? on;
  const { article } = inquiry.checklist('procedure/late-enforcement', on < from ? from : on);
  return [warned('enforcement-late', { expiry, on }, article)];
}

/** Late acts of these have findings of their own. */
const TOLD_APART: readonly DeadlineKind[] = ['enforcement-period', 'claim-declaration'];

/** Deadlines that the new act meets too late. */
function lateFindings(book: RuleBook, changed: CaseFile, today: CalendarDate): Finding[] {
  return deadlinesOf(book, changed, today)
    .filter((each) => each.metBy === NEW && each.state === 'late' && !TOLD_APART.includes(each.kind))
    .filter(({ whose }) => whose !== 'court' && whose !== 'other' && whose !== 'from')
    .map(({ kind, day, trace }) => warned('act-late', { deadline: kind, day }, trace[0]?.article ?? null));
}

/** A payment order is not for a debtor whose property was preserved before (解释 427). */
function orderExcluded(inquiry: Inquiry, file: CaseFile, { kind, on }: NewAct): Finding[] {
  const isPreserved = file.acts.some(
    (act) => act.kind === 'preservation-ordered' && act.detail.when === 'pre-suit' && (act.on === null || act.on <= on),
  );
  if (kind !== 'payment-order-applied' || !isPreserved) return [];
  const { article } = inquiry.checklist('procedure/payment-order-exclusions', on);
  return [refused('payment-order-excluded', {}, article)];
}

/** In the order in which a person has to deal with them; empty when nothing stands against the act. */
export function judgeAct(book: RuleBook, file: CaseFile, act: NewAct, today: CalendarDate): Finding[] {
  const inquiry = new Inquiry(book);
  const facts = [...factFindings(act, today), ...referenceFindings(file, act)];
  const changed = withAct(file, act);
  // Whether it fits at all is told before everything is typed in.
  if (facts.length > 0) return [...facts, ...orderFindings(file, changed)];
  return [
    ...numberFindings(inquiry, act),
    ...repeated(file, act),
    ...orderExcluded(inquiry, file, act),
    ...orderFindings(file, changed),
    ...guardFindings(book, file, act, today),
    ...unfreed(book, file, act, today),
    ...periodFindings(inquiry, file, act),
    ...enforcementLate(book, file, act),
    ...claimLate(inquiry, file, act),
    ...earlyFindings(book, file, act, today),
    ...lateFindings(book, changed, today),
  ].sort((a, b) => (a.severity === b.severity ? 0 : a.severity === 'refuse' ? -1 : 1));
}

/** Acts that would no longer fit if one were taken back. */
export function needing(file: CaseFile, key: string): CaseAct[] {
  const kept = { ...file, acts: file.acts.filter((act) => act.key !== key) };
  const refers = file.acts.filter((act) => act.detail.act === key);
  const unfit = misfits(file, kept).map(({ act }) => act);
  return [...refers, ...kept.acts.filter((act) => unfit.includes(act.key) && !refers.includes(act))];
}
