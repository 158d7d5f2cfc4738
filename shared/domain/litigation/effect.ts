/** What took effect in a case, and the period within which its enforcement must be applied for (law.md §3, LIT-10). */
import type { CalendarDate } from '../../kernel/calendarDate';
import { Inquiry, type TraceLine } from '../../rules/inquiry';
import type { RuleBook } from '../../rules/ruleBook';
import { type EnforcementAnswer, enforcementPeriod } from '../limitation/enforcement';
import type { EventKind, LimitationEvent } from '../limitation/events';
import { SAFE_GRADES } from '../portfolio/grades';
import type { LoanJudgment } from '../portfolio/judgment';
import { clockEvents } from '../portfolio/recordedAct';
import type { ActDetail, CaseAct } from './acts';
import { type CaseFile, isBorrowerSued } from './caseFile';
import { leavesAppeal } from './openAppeals';

/** Acts by which a document becomes enforceable. A mediation takes effect when it is signed, an award when it is made. */
const TAKES_EFFECT: readonly string[] = [
  'mediated',
  'effective',
  'second-judged',
  'appeal-withdrawn',
  'retrial-judged',
  'payment-order-effective',
  'realisation-granted',
  'awarded',
  'certificate-issued',
];
const SAYS_WHEN: readonly string[] = [...TAKES_EFFECT, 'judged'];

export interface Effect {
  /** The act by which it took effect. */
  readonly act: CaseAct;
  readonly effectiveOn: CalendarDate | null;
  /** Number of the document. */
  readonly paperNo: string | null;
  readonly performBy: CalendarDate | null;
  readonly instalments: readonly CalendarDate[];
  readonly notarised: boolean;
}

/** A later instance dismisses the appeal, or the retrial leaves the document: what was given before stands (民诉法 177, 解释 405). */
export const isUpheld = ({ kind, detail }: Pick<CaseAct, 'kind' | 'detail'>): boolean =>
  (kind === 'second-judged' || kind === 'retrial-judged') && detail.result === 'dismissed';

/** By these the document of the first instance takes effect as it was given. */
const leavesFirst = (act: CaseAct): boolean =>
  act.kind === 'effective' || act.kind === 'appeal-withdrawn' || (act.kind === 'second-judged' && isUpheld(act));

const GIVEN_FIRST: readonly string[] = ['judged', 'suit-rejected', 'mediated'];

/** Results by which a court that decided itself gives us nothing. */
const LOST: Readonly<Partial<Record<CaseAct['kind'], ActDetail['result']>>> = {
  judged: 'dismissed',
  awarded: 'dismissed',
  'second-judged': 'reversed',
  'retrial-judged': 'reversed',
};

const isLost = ({ kind, detail }: CaseAct): boolean =>
  kind === 'suit-rejected' || (LOST[kind] !== undefined && detail.result === LOST[kind]);

/** What took effect last, with the acts since it was given; a retrial that leaves a document leads back to that document. */
function inEffect(acts: readonly CaseAct[]): { readonly act: CaseAct; readonly said: readonly CaseAct[] } | null {
  const at = acts.findLastIndex((each, index) => TAKES_EFFECT.includes(each.kind) && !leavesAppeal(acts, index));
  const act = acts[at];
  if (act === undefined || acts.slice(at).some(({ kind }) => kind === 'retrial-ordered')) return null;
  const before = acts.slice(0, at);
  if (act.kind === 'retrial-judged' && isUpheld(act)) {
    const ordered = before.findLastIndex(({ kind }) => kind === 'retrial-ordered');
    return inEffect(ordered < 0 ? before : before.slice(0, ordered));
  }
  const given = leavesFirst(act) ? before.findLastIndex(({ kind }) => GIVEN_FIRST.includes(kind)) : at;
  return { act, said: acts.slice(Math.max(given, 0), at + 1) };
}

/** A document took effect by which there is nothing to enforce: the suit was rejected, or the claim dismissed. */
export function isClaimLost(acts: readonly CaseAct[]): boolean {
  const [given] = inEffect(acts)?.said ?? [];
  return given !== undefined && isLost(given);
}

/** The document that can be enforced as the case stands; null while there is none. `acts` in the order of days. */
export function effectOf(acts: readonly CaseAct[]): Effect | null {
  const found = inEffect(acts);
  if (found === null || isClaimLost(acts)) return null;
  const { act } = found;
  // The first judgment says when to perform although it takes effect by another act, later.
  const said = found.said.filter(({ kind }) => SAYS_WHEN.includes(kind));
  const newest = <T>(pick: (act: CaseAct) => T | undefined): T | null =>
    said.map(pick).findLast((value) => value !== undefined) ?? null;
  return {
    act,
    effectiveOn: act.on,
    paperNo: newest(({ detail }) => detail.paperNo),
    performBy: newest(({ detail }) => detail.performBy),
    instalments: newest(({ detail }) => detail.instalments) ?? [],
    notarised: act.kind === 'certificate-issued',
  };
}

const HEARD: Readonly<Record<string, EventKind>> = {
  'enforcement-applied': 'enforcement-applied',
  'enforcement-resumed': 'enforcement-applied',
  'no-assets': 'enforcement-ended',
  'enforcement-withdrawn': 'enforcement-ended',
  'enforcement-ended': 'enforcement-ended',
  'enforcement-settled': 'enforcement-ended',
  // A claim that is declared is pursued as by an application (时效规定 11).
  'claim-declared': 'enforcement-applied',
  'bankruptcy-ended': 'proceeding-ended',
};

/** Acts of the enforcement as its clock hears them. */
function enforcementEvents(acts: readonly CaseAct[]): LimitationEvent[] {
  return acts.flatMap(({ kind, on, key }): LimitationEvent[] => {
    const heard = HEARD[kind];
    return heard && on !== null ? [{ kind: heard, on, against: null, evidence: key, content: null, level: null }] : [];
  });
}

/** Somebody whom the case is brought against, for one of its loans; `guaranteeId` null is the borrower. */
export type Obligor = Pick<LoanJudgment, 'loanId' | 'guaranteeId'>;

type Judged = Pick<CaseFile, 'parties' | 'loans' | 'acts' | 'demands'>;

function obligorsOf({ loans, parties }: Judged): Obligor[] {
  const sued = parties.filter(({ role }) => role === 'defendant');
  const guarantees = sued.flatMap((party) => party.guarantees);
  return loans.flatMap(({ loanId, partyId }): Obligor[] => [
    ...(isBorrowerSued(parties, partyId) ? [{ loanId, guaranteeId: null }] : []),
    ...guarantees.filter((each) => each.loanId === loanId).map(({ id }) => ({ loanId, guaranteeId: id })),
  ]);
}

/**
 * `whom` null: as the court's own papers have it. Otherwise what was demanded of him and what he consented to counts as well, by
 * its safe grades (执行程序解释 20).
 */
function factsFor(file: Judged, whom: Obligor | null): LoanJudgment['facts'] | null {
  const effect = effectOf(file.acts);
  if (effect === null || (effect.effectiveOn === null && effect.performBy === null && effect.instalments.length === 0))
    return null;
  const after = file.acts.slice(file.acts.indexOf(effect.act) + 1);
  const settled = after.findLast(({ kind }) => kind === 'enforcement-settled');
  const own = file.demands.filter(
    ({ loanId, guaranteeId }) => loanId === whom?.loanId && guaranteeId === whom.guaranteeId,
  );
  const events = [...enforcementEvents(after), ...clockEvents(own, SAFE_GRADES)];
  // A settlement interrupts, and the period begins anew on the last day of what was agreed (民诉法解释 466).
  const performBy = settled?.detail.performBy ?? effect.performBy;
  const isAfterSettlement = ({ on }: LimitationEvent) =>
    settled !== undefined && settled.on !== null && on > settled.on && on >= (performBy ?? on);
  return {
    effectiveOn: effect.effectiveOn,
    performanceDue: performBy,
    instalments: settled ? [] : effect.instalments,
    anyNaturalPerson: file.parties.some(({ kind }) => kind === 'person'),
    notarised: effect.notarised,
    events: settled ? events.filter(isAfterSettlement) : events,
  };
}

/** Imported ledgers often only name the kind of the paper (判决书). */
const isNumber = (text: string | null): text is string => text !== null && /[0-9]/.test(text);

/** What can be enforced by a case, for each loan and each whom it binds; nothing once it was performed. */
export function judgmentsOf(file: Judged & Pick<CaseFile, 'key' | 'standing'>): LoanJudgment[] {
  const effect = effectOf(file.acts);
  if (effect === null || file.standing !== 'plaintiff' || file.acts.some(({ kind }) => kind === 'performed')) return [];
  const name = [effect.paperNo, ...file.acts.map(({ detail }) => detail.caseNo ?? null)].find(isNumber) ?? file.key;
  const securityOnly = effect.act.kind === 'realisation-granted';
  const bound = securityOnly ? file.loans.map(({ loanId }) => ({ loanId, guaranteeId: null })) : obligorsOf(file);
  return bound.flatMap((whom): LoanJudgment[] => {
    const facts = factsFor(file, whom);
    return facts === null ? [] : [{ ...whom, securityOnly, name, facts }];
  });
}

export interface EnforcementClock {
  readonly answer: EnforcementAnswer;
  readonly trace: readonly TraceLine[];
  readonly provisional: boolean;
  readonly warnings: readonly string[];
}

const endsFirst = (a: EnforcementClock, b: EnforcementClock): EnforcementClock => {
  const [x, y] = [a.answer.expiry, b.answer.expiry];
  return y !== null && (x === null || y < x) ? b : a;
};

/** Of everybody whom the document binds, the period that ends first. null: nothing took effect, or no day says from when to count. */
export function enforcementClock(book: RuleBook, file: Judged, asOf: CalendarDate): EnforcementClock | null {
  const bound = file.demands.length === 0 ? [] : obligorsOf(file);
  const clocks = (bound.length === 0 ? [null] : bound).flatMap((whom): EnforcementClock[] => {
    const facts = factsFor(file, whom);
    if (facts === null) return [];
    const inquiry = new Inquiry(book);
    const answer = enforcementPeriod(inquiry, { ...facts, events: facts.events.filter(({ on }) => on <= asOf), asOf });
    const { trace, provisional } = inquiry;
    return [{ answer, trace, provisional, warnings: inquiry.warnings.map(({ code }) => code) }];
  });
  const [first, ...others] = clocks;
  return first === undefined ? null : others.reduce(endsFirst, first);
}
