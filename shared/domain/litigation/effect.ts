/** What took effect in a case, and the period within which its enforcement must be applied for (law.md §3, LIT-10). */
import type { CalendarDate } from '../../kernel/calendarDate';
import { Inquiry, type TraceLine } from '../../rules/inquiry';
import type { RuleBook } from '../../rules/ruleBook';
import { type EnforcementAnswer, type EnforcementFacts, enforcementPeriod } from '../limitation/enforcement';
import type { EventKind, LimitationEvent } from '../limitation/events';
import type { CaseAct } from './acts';
import type { CaseFile } from './caseFile';

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
const SAYS_WHEN: readonly string[] = [...TAKES_EFFECT, 'judged', 'enforcement-settled'];

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

/** The document that can be enforced as the case stands; null while there is none. `acts` in the order of days. */
export function effectOf(acts: readonly CaseAct[]): Effect | null {
  const at = acts.findLastIndex(({ kind }) => TAKES_EFFECT.includes(kind));
  const act = acts[at];
  if (act === undefined || acts.slice(at).some(({ kind }) => kind === 'retrial-ordered')) return null;
  // The first judgment says when to perform although it takes effect by another act, later.
  const said = act.kind === 'effective' ? acts.slice(0, at + 1).filter(({ kind }) => SAYS_WHEN.includes(kind)) : [act];
  const newest = <T>(pick: (act: CaseAct) => T | undefined): T | null =>
    said.flatMap((each) => pick(each) ?? []).at(-1) ?? null;
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
};

/** Acts of the enforcement as its clock hears them. */
function enforcementEvents(acts: readonly CaseAct[]): LimitationEvent[] {
  return acts.flatMap(({ kind, on, key }): LimitationEvent[] => {
    const heard = HEARD[kind];
    return heard && on !== null ? [{ kind: heard, on, against: null, evidence: key, content: null, level: null }] : [];
  });
}

export function enforcementFacts(
  file: Pick<CaseFile, 'parties' | 'acts'>,
  asOf: CalendarDate,
): EnforcementFacts | null {
  const effect = effectOf(file.acts);
  if (effect === null || (effect.effectiveOn === null && effect.performBy === null && effect.instalments.length === 0))
    return null;
  const after = file.acts.slice(file.acts.indexOf(effect.act) + 1);
  const settled = after.findLast(({ kind }) => kind === 'enforcement-settled');
  const events = enforcementEvents(after).filter(({ on }) => on <= asOf);
  // A settlement interrupts, and the period begins anew on the last day of what was agreed (民诉法解释 466).
  const performBy = settled?.detail.performBy ?? effect.performBy;
  return {
    effectiveOn: effect.effectiveOn,
    performanceDue: performBy,
    instalments: settled ? [] : effect.instalments,
    anyNaturalPerson: file.parties.some(({ kind }) => kind === 'person'),
    notarised: effect.notarised,
    events: settled ? events.filter(({ on }) => on > (settled.on ?? asOf) && on >= (performBy ?? on)) : events,
    asOf,
  };
}

export interface EnforcementClock {
  readonly answer: EnforcementAnswer;
  readonly trace: readonly TraceLine[];
  readonly provisional: boolean;
  readonly warnings: readonly string[];
}

/** null: nothing took effect, or no day says from when to count. */
export function enforcementClock(
  book: RuleBook,
  file: Pick<CaseFile, 'parties' | 'acts'>,
  asOf: CalendarDate,
): EnforcementClock | null {
  const facts = enforcementFacts(file, asOf);
  if (facts === null) return null;
  const inquiry = new Inquiry(book);
  const answer = enforcementPeriod(inquiry, facts);
  const { trace, provisional } = inquiry;
  return { answer, trace, provisional, warnings: inquiry.warnings.map(({ code }) => code) };
}
