/**
 * The deadlines of a case, each with the act that caused it, the rule that it follows and where it stands (LIT-07). They are
 * derived anew each time; only postponements are kept.
 */
import { addDays, type CalendarDate } from '../../kernel/calendarDate';
import { Inquiry, type TraceLine } from '../../rules/inquiry';
import type { RuleBook } from '../../rules/ruleBook';
import type { ActKind } from './actKinds';
import type { CaseAct } from './acts';
import type { CaseFile, Postponement } from './caseFile';
import {
  appealDays,
  type Cause,
  claimObjectionDay,
  DEADLINE_SPECS,
  type DeadlineKind,
  type DeadlineSpec,
  isGiven,
  type Whose,
} from './deadlineSpecs';
import { effectOf, enforcementClock } from './effect';
import type { State } from './procedure';
import { type Replayed, replay } from './replay';
import { LIFTS, type Seizure, seizuresOf } from './seizures';

/** open: to come. missed: the day is over and nothing met it. late: met after its day. */
export const DEADLINE_STATES = ['open', 'missed', 'met', 'late', 'void'] as const;
export type DeadlineState = (typeof DEADLINE_STATES)[number];

export interface CaseDeadline {
  /** `<kind>:<key of the cause>`; a postponement names it. */
  readonly key: string;
  readonly kind: DeadlineKind;
  readonly whose: Whose;
  readonly fixed: boolean;
  /** Key of the act that began it. */
  readonly cause: string;
  readonly causeKind: ActKind;
  readonly causeOn: CalendarDate | null;
  /** Number of the paper that caused it. */
  readonly paperNo: string | null;
  /** Key of the party that it runs for. */
  readonly party: string | null;
  /** What is seized, or what is to be done. */
  readonly item: string | null;
  /** As the rule has it. */
  readonly computed: CalendarDate;
  /** As it stands: the computed day, or the one to which it was moved. */
  readonly day: CalendarDate;
  readonly postponed: Postponement | null;
  readonly state: DeadlineState;
  /** Key of the act that met it. */
  readonly metBy: string | null;
  readonly metOn: CalendarDate | null;
  readonly trace: readonly TraceLine[];
  /** Rests on holidays that are not published yet. */
  readonly provisional: boolean;
  readonly warnings: readonly string[];
}

/** What the deadlines of one case are worked out with. */
interface Work {
  readonly book: RuleBook;
  readonly file: CaseFile;
  readonly replayed: Replayed;
  readonly today: CalendarDate;
}

type Found = Pick<CaseDeadline, 'kind' | 'whose' | 'fixed' | 'computed' | 'trace' | 'provisional' | 'warnings'> & {
  readonly cause: CaseAct;
  readonly party?: string | null;
  readonly item?: string | null;
  /** Acts that meet it or make it void; the first after the cause counts. */
  readonly met: readonly ActKind[];
  readonly void: readonly ActKind[];
  /** Narrows what meets it. */
  readonly fits?: (act: CaseAct) => boolean;
};

const FINISHED: readonly State[] = ['closed', 'withdrawn', 'ended'];

function settled({ file, replayed, today }: Work, found: Found, day: CalendarDate) {
  const { acts } = file;
  const after = acts.slice(acts.indexOf(found.cause) + 1);
  const meets = (act: CaseAct) => found.met.includes(act.kind) && (found.fits?.(act) ?? true);
  const first = after.find((act) => meets(act) || found.void.includes(act.kind));
  const met = first && meets(first) ? first : undefined;
  const isVoid = first !== undefined || FINISHED.includes(replayed.state);
  if (met) return { state: met.on !== null && met.on > day ? ('late' as const) : ('met' as const), met };
  if (isVoid) return { state: 'void' as const, met: null };
  const isOver = day < today;
  // A public notice serves by itself (民诉法 95): nobody has to do anything for it.
  if (isOver && found.kind === 'announcement') return { state: 'met' as const, met: null };
  // A right that was not used is gone; one that began lasts.
  if (isOver && found.whose === 'option') return { state: 'void' as const, met: null };
  return { state: isOver && found.whose !== 'from' ? ('missed' as const) : ('open' as const), met: null };
}

function deadline(work: Work, found: Found): CaseDeadline {
  const { cause, kind, computed } = found;
  const key = `${kind}:${cause.key}`;
  const postponed = found.fixed ? null : (work.file.postponements.findLast((each) => each.deadline === key) ?? null);
  const day = postponed?.until ?? computed;
  const { state, met } = settled(work, found, day);
  return {
    key,
    kind,
    whose: found.whose,
    fixed: found.fixed,
    cause: cause.key,
    causeKind: cause.kind,
    causeOn: cause.on,
    paperNo: cause.detail.paperNo ?? cause.detail.caseNo ?? null,
    party: found.party ?? cause.detail.party ?? null,
    item: found.item ?? null,
    computed,
    day,
    postponed,
    state,
    metBy: met?.key ?? null,
    metOn: met?.on ?? null,
    trace: found.trace,
    provisional: found.provisional,
    warnings: found.warnings,
  };
}

/** An act without a known day causes nothing, unless the day is stated by its paper. */
function causeOf({ file, replayed }: Work, act: CaseAct): Cause | null {
  const before = replayed.before.get(act.key) ?? 'pre-suit';
  const on = act.on ?? act.detail.until ?? null;
  return on === null ? null : { act, on, before, acts: file.acts.slice(0, file.acts.indexOf(act) + 1) };
}

/** Of one party: a defence meets the deadline of whoever gave it. */
const ofParty = (party: string | undefined) => (act: CaseAct) =>
  party === undefined || act.detail.party === undefined || act.detail.party === party;

function declared(work: Work, spec: DeadlineSpec): CaseDeadline[] {
  return work.file.acts.flatMap((act) => {
    const cause = spec.causes.includes(act.kind) ? causeOf(work, act) : null;
    if (cause === null) return [];
    const inquiry = new Inquiry(work.book);
    const computed = spec.last(inquiry, cause);
    if (computed === null) return [];
    const { trace, provisional } = inquiry;
    const found = { ...spec, cause: act, computed, trace, provisional, warnings: [], fits: ofParty(act.detail.party) };
    return [deadline(work, found)];
  });
}

/** The committee's answer is an approval, not an act: its state says whether the review is over. */
function committeeReview(work: Work, each: CaseDeadline): CaseDeadline {
  const { consent } = work.file;
  const decided = ['approved', 'rejected', 'returned', 'recorded'].includes(consent.state);
  if (each.kind !== 'committee-review' || each.state === 'void' || !decided) return each;
  const isLate = consent.on !== null && consent.on > each.day;
  return { ...each, state: isLate ? 'late' : 'met', metOn: consent.on };
}

/** A small claim is heard once (民诉法 165); what the court went over to afterwards counts. */
const isFinalAtOnce = (before: readonly CaseAct[]): boolean =>
  before.findLast(({ detail }) => detail.procedure !== undefined)?.detail.procedure === 'small-claim';

const ENDS_APPEAL: readonly ActKind[] = ['effective', 'mediated', 'withdrawn', 'sued', 'closed', 'performed'];
const ENDS_SECOND: readonly ActKind[] = ['second-judged', 'second-remanded', 'appeal-withdrawn'];

/**
 * Each party has its own period from the day on which the judgment reached it. Until ours is recorded the day of the
 * judgment counts, which is the earliest that it can be.
 */
function appeals(work: Work): CaseDeadline[] {
  const { file, book } = work;
  return file.acts.flatMap((given, at) => {
    if (given.kind !== 'judged' && given.kind !== 'suit-rejected') return [];
    if (given.kind === 'judged' && isFinalAtOnce(file.acts.slice(0, at))) return [];
    const later = file.acts.slice(at + 1);
    const nextGiven = later.findIndex(({ kind }) => kind === 'judged' || kind === 'suit-rejected');
    const served = (nextGiven < 0 ? later : later.slice(0, nextGiven)).filter(
      (act) =>
        act.kind === 'judgment-served' ||
        (act.kind === 'announced' && isGiven(work.replayed.before.get(act.key) ?? 'pre-suit')),
    );
    const own = served.some(({ detail }) => detail.party === 'us');
    const causes = own ? served : [given, ...served];
    return causes.flatMap((cause): CaseDeadline[] => {
      if (cause.on === null) return [];
      const inquiry = new Inquiry(book);
      const isOurs = cause === given || cause.detail.party === 'us';
      const notice = cause.kind === 'announced' ? inquiry.valuesInForce('procedure/public-notice', cause.on) : null;
      const from = notice ? addDays(cause.on, notice.number('days')) : cause.on;
      const computed = appealDays(inquiry, from, given);
      if (computed === null) return [];
      return [
        deadline(work, {
          kind: isOurs ? 'appeal' : 'appeal-other',
          // What was granted in full need not be appealed.
          whose: isOurs ? (given.detail.result === 'granted' ? 'option' : 'ours') : 'other',
          fixed: true,
          cause,
          party: isOurs ? 'us' : (cause.detail.party ?? null),
          computed,
          met: ['appealed'],
          // An imported ledger does not say who appealed.
          fits: ({ detail }) => detail.by === undefined || (detail.by === 'us') === isOurs,
          // Their appeal leaves us our own.
          void: isOurs ? [...ENDS_APPEAL, ...ENDS_SECOND] : [...ENDS_APPEAL, ...ENDS_SECOND, 'appealed'],
          trace: inquiry.trace,
          provisional: inquiry.provisional,
          warnings: cause === given ? ['service-day-unknown'] : [],
        }),
      ];
    });
  });
}

/** While the document waits for enforcement, or for its resumption after a settlement (ENF-03, ENF-09). */
const WAITS_FOR_ENFORCEMENT: readonly State[] = ['mediated', 'effective', 'settled'];

function enforcement(work: Work): CaseDeadline[] {
  const { file, replayed, today } = work;
  const effect = effectOf(file.acts);
  if (effect === null || file.standing === 'defendant') return [];
  const settlement = file.acts.findLast(({ kind }) => kind === 'enforcement-settled');
  const cause = replayed.state === 'settled' ? (settlement ?? effect.act) : effect.act;
  const waits = WAITS_FOR_ENFORCEMENT.includes(replayed.state);
  const applied = file.acts.slice(file.acts.indexOf(cause)).find(({ kind }) => kind === 'enforcement-applied');
  // Once applied for, what counts is the period as it ran until that day.
  const asked = waits || !applied?.on ? file : { ...file, acts: file.acts.slice(0, file.acts.indexOf(applied)) };
  const clock = enforcementClock(work.book, asked, today);
  const computed = clock?.answer.expiry ?? null;
  if (clock === null || computed === null) return [];
  const found = deadline(work, {
    kind: 'enforcement-period',
    whose: 'ours',
    fixed: true,
    cause,
    computed,
    met: waits ? ['performed'] : ['enforcement-applied', 'enforcement-resumed', 'performed'],
    void: ['retrial-ordered', 'bankruptcy-accepted'],
    trace: clock.trace,
    provisional: clock.provisional,
    warnings: clock.warnings,
  });
  return [found, ...frozenAssets(work, effect.performBy ?? effect.effectiveOn, cause)];
}

/** Whoever seized before judgment applies within days after the term of performance, or the seizure may be lifted (解释 163). */
function frozenAssets(work: Work, from: CalendarDate | null, cause: CaseAct): CaseDeadline[] {
  const at = work.file.acts.indexOf(cause);
  const seizedBefore = work.file.acts.slice(0, at).some(({ kind }) => kind === 'seized');
  if (from === null || !seizedBefore) return [];
  const inquiry = new Inquiry(work.book);
  const rule = inquiry.valuesInForce('procedure/frozen-asset-application', from, { from });
  if (rule === null) return [];
  return [
    deadline(work, {
      kind: 'frozen-assets',
      whose: 'ours',
      fixed: true,
      cause,
      computed: inquiry.rolled(addDays(from, rule.number('days'))),
      met: ['enforcement-applied', 'performed'],
      void: ['retrial-ordered', 'bankruptcy-accepted', 'enforcement-settled'],
      trace: inquiry.trace,
      provisional: inquiry.provisional,
      warnings: [],
    }),
  ];
}

function seizureDeadline(work: Work, seizure: Seizure): CaseDeadline[] {
  const cause = work.file.acts.find(({ key }) => key === seizure.setBy);
  if (seizure.expiry === null || cause === undefined) return [];
  return [
    deadline(work, {
      kind: 'seizure',
      whose: 'ours',
      fixed: true,
      cause,
      item: seizure.item,
      computed: seizure.expiry,
      met: ['seizure-renewed', ...LIFTS],
      fits: ({ detail }) => detail.act === seizure.key,
      void: ['bankruptcy-accepted'],
      trace: seizure.trace,
      provisional: false,
      warnings: [],
    }),
  ];
}

/** A claim that is listed lower than it was declared is objected to in time or stays so; one that is listed in full need not be. */
function claimObjections(work: Work): CaseDeadline[] {
  const { acts } = work.file;
  return acts.flatMap((cause, at): CaseDeadline[] => {
    if (cause.kind !== 'claim-listed' || cause.on === null) return [];
    const declared = acts.slice(0, at).findLast(({ kind }) => kind === 'claim-declared')?.detail.amount ?? 0;
    const inquiry = new Inquiry(work.book);
    const computed = claimObjectionDay(inquiry, { on: cause.on });
    if (computed === null) return [];
    const whose = (cause.detail.amount ?? 0) < declared ? 'ours' : 'option';
    const { trace, provisional } = inquiry;
    const met = { met: ['claim-objected'], void: ['bankruptcy-ended'] } as const;
    return [
      deadline(work, {
        ...{ kind: 'claim-objection', whose, fixed: true, cause, computed, trace, provisional, warnings: [] },
        ...met,
      }),
    ];
  });
}

/** What the court or a person set for a day, until it is done. */
function tasks(work: Work): CaseDeadline[] {
  return work.file.acts.flatMap((cause) =>
    cause.kind === 'task-set' && cause.detail.until
      ? [
          deadline(work, {
            kind: 'task',
            whose: 'ours',
            fixed: false,
            cause,
            item: cause.detail.item ?? null,
            computed: cause.detail.until,
            met: ['task-done'],
            fits: ({ detail }) => detail.act === cause.key,
            void: [],
            trace: [],
            provisional: false,
            warnings: [],
          }),
        ]
      : [],
  );
}

const byDay = (a: CaseDeadline, b: CaseDeadline) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0);

/** All of them, the earliest first, those that are over as well. */
export function deadlinesOf(
  book: RuleBook,
  file: CaseFile,
  today: CalendarDate,
  replayed: Replayed = replay(file.acts),
): CaseDeadline[] {
  const work: Work = { book, file, replayed, today };
  const found = [
    ...DEADLINE_SPECS.flatMap((spec) => declared(work, spec)).map((each) => committeeReview(work, each)),
    ...appeals(work),
    ...enforcement(work),
    ...seizuresOf(book, file.acts).flatMap((seizure) => seizureDeadline(work, seizure)),
    ...claimObjections(work),
    ...tasks(work),
  ];
  return found.sort(byDay);
}

/** Nothing met them yet: to come, or missed. */
export const isAlive = ({ state }: CaseDeadline): boolean => state === 'open' || state === 'missed';
