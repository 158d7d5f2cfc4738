/**
 * One guarantor's clock (law.md §2): first the guarantee period, which nothing interrupts and whose end extinguishes the
 * liability, then, once the right act was done inside it, the limitation of the guarantee debt.
 */
import { addMonths, type CalendarDate } from '../../kernel/calendarDate';
import { refuse } from '../../kernel/result';
import type { Inquiry } from '../../rules/inquiry';
import { actionRules, statusOn } from './action';
import { safeDue } from './calledIn';
import { type LimitationStatus, type LimitationStep, runClock } from './clock';
import { eventsUntil, type LimitationEvent, warnOfEvidence } from './events';

export type GuaranteeKind = 'general' | 'joint';

export type PeriodWording =
  | { readonly kind: 'none' | 'until-cleared' }
  | { readonly kind: 'months'; readonly months: number }
  | { readonly kind: 'date'; readonly date: CalendarDate };

/** As the rule `limitation/guarantee` reads it. */
export function wordingText(wording: PeriodWording): string {
  if (wording.kind === 'date') return `date:${wording.date}`;
  return wording.kind === 'months' ? `months:${wording.months}` : wording.kind;
}

export interface GuaranteeFacts {
  readonly contractDate: CalendarDate;
  readonly dueDate: CalendarDate;
  /** Day on which the whole loan was called in; null: never. */
  readonly calledInOn: CalendarDate | null;
  readonly kind: GuaranteeKind | 'unstated';
  readonly wording: PeriodWording;
  readonly events: readonly LimitationEvent[];
  readonly asOf: CalendarDate;
  /** This guarantor's name as the events write it; without it only `all` and requests to the guarantor count. */
  readonly guarantor: string | null;
}

export interface GuaranteeAnswer {
  readonly kind: GuaranteeKind;
  readonly periodEnd: CalendarDate;
  readonly status: LimitationStatus;
  /** Of the guarantee debt; only after the act that stopped the guarantee period. */
  readonly limitationExpiry?: CalendarDate | null;
  /** Of a loan that was called in, where the other reading ends later; null: it does not end. */
  readonly arguableEnd?: CalendarDate | null;
  readonly steps: readonly LimitationStep[];
}

interface GuaranteePeriod {
  readonly end: CalendarDate;
  readonly article: string;
}

/** The date on which an agreed period ends, or null when none was agreed clearly. */
function agreedEnd({ wording, dueDate }: GuaranteeFacts): CalendarDate | null {
  if (wording.kind === 'date') return wording.date;
  return wording.kind === 'months' ? addMonths(dueDate, wording.months) : null;
}

/** GUA-03 to GUA-07. A date of the contract stands as it is; computed ends move for rest days. */
function guaranteePeriod(inquiry: Inquiry, facts: GuaranteeFacts): GuaranteePeriod {
  const { wording: written, dueDate } = facts;
  const agreed = agreedEnd(facts);
  const late = agreed !== null && agreed > dueDate;
  const wording = agreed === null ? written.kind : late ? 'agreed' : 'agreed-not-after-due';
  const { gives, article } = inquiry.row('limitation/guarantee', facts.contractDate, { wording });
  if (agreed !== null && late) return { end: written.kind === 'date' ? agreed : inquiry.rolled(agreed), article };
  return { end: inquiry.rolled(addMonths(dueDate, Number(gives.months))), article };
}

/** Whether an event concerns this guarantor: acting on one does not reach the others (GUA-10). */
function reaches(facts: GuaranteeFacts, event: LimitationEvent): boolean {
  if (event.against === 'all') return true;
  if (event.kind === 'guarantor-requested' && (event.against === null || facts.guarantor === null)) return true;
  return event.against !== null && event.against === facts.guarantor;
}

const SUITS: readonly string[] = ['suit-filed', 'debtor-sued'];
const ENDINGS: readonly string[] = ['proceeding-ended', 'judgment-effective', 'suit-withdrawn'];

/** A suit against the debtor that was withdrawn leaves a general guarantee as if it had not been brought (GUA-11). */
function withdrawn(events: readonly LimitationEvent[], suit: LimitationEvent): boolean {
  if (!SUITS.includes(suit.kind)) return false;
  const next = events
    .slice(events.indexOf(suit) + 1)
    .find((event) => SUITS.includes(event.kind) || ['suit-withdrawn', 'proceeding-ended'].includes(event.kind));
  return next?.kind === 'suit-withdrawn';
}

const suesOnlyGuarantor = ({ guarantor }: GuaranteeFacts, event: LimitationEvent): boolean =>
  guarantor !== null && event.against === guarantor;

/** The first act that keeps the guarantor bound, or null; GUA-09. */
function stoppingAct(
  inquiry: Inquiry,
  facts: GuaranteeFacts,
  kind: GuaranteeKind,
  events: readonly LimitationEvent[],
  end: CalendarDate,
): { readonly event: LimitationEvent; readonly article: string } | null {
  for (const event of events) {
    if (event.on < facts.dueDate || event.on > end) continue;
    const { gives, article } = inquiry.row('limitation/guarantee-acts', facts.contractDate, {
      kind,
      event: event.kind,
    });
    if (gives.stops !== true) continue;
    if (kind === 'joint' && !reaches(facts, event)) {
      inquiry.warn('act-does-not-reach-guarantor', { kind: event.kind, on: event.on });
      continue;
    }
    if (kind === 'general' && (withdrawn(events, event) || suesOnlyGuarantor(facts, event))) continue;
    if (kind === 'joint' && withdrawn(events, event))
      inquiry.warn('withdrawn-suit-must-have-been-served', { on: event.on });
    return { event, article };
  }
  return null;
}

/** When the limitation of the guarantee debt starts (GUA-12 to GUA-14); null while it has not. */
function debtStart(
  inquiry: Inquiry,
  facts: GuaranteeFacts,
  kind: GuaranteeKind,
  events: readonly LimitationEvent[],
  act: LimitationEvent,
): CalendarDate | null {
  const { gives } = inquiry.row('limitation/guarantee-debt-start', facts.contractDate, { kind });
  if (gives.from === 'request') return act.on;
  const starting = events.find((event) => event.kind === gives.from && event.on >= act.on)?.on ?? null;
  const months = Number(gives.monthsAfterApplication);
  const application = months > 0 ? events.find((event) => event.kind === 'enforcement-applied') : undefined;
  const waited = application ? addMonths(application.on, months) : null;
  if (waited === null || waited > facts.asOf) return starting;
  return starting !== null && starting < waited ? starting : waited;
}

/** After the period only a new contract of guarantee binds (担保制度解释 34); it has a period of its own. */
function afterPeriod(
  inquiry: Inquiry,
  facts: GuaranteeFacts,
  kind: GuaranteeKind,
  period: GuaranteePeriod,
  events: readonly LimitationEvent[],
): GuaranteeAnswer {
  const lost: LimitationStep = {
    from: facts.dueDate,
    to: period.end,
    reason: 'guarantee-period',
    article: period.article,
  };
  const answer = { kind, periodEnd: period.end };
  if (facts.asOf <= period.end) return { ...answer, status: 'running', steps: [lost] };
  const renewal = events.find((event) => event.kind === 'new-agreement' && event.on > period.end);
  if (!renewal) return { ...answer, status: 'expired', steps: [lost] };
  inquiry.values('limitation/guarantee-after-period', renewal.on, { on: renewal.on });
  const { gives, article } = inquiry.row('limitation/guarantee', renewal.on, { wording: 'none' });
  const to = inquiry.rolled(addMonths(renewal.on, Number(gives.months)));
  inquiry.warn('new-guarantee-own-period', { on: renewal.on });
  const step: LimitationStep = { from: renewal.on, to, reason: 'new-agreement', article };
  return { ...answer, status: facts.asOf <= to ? 'restored' : 'expired', steps: [lost, step] };
}

/** The day that alarms: of the guarantee debt once there is one, else of the guarantee period; null: a proceeding halts it, or it has not begun. */
export const guaranteeEnd = ({
  periodEnd,
  limitationExpiry,
}: Pick<GuaranteeAnswer, 'periodEnd' | 'limitationExpiry'>): CalendarDate | null =>
  limitationExpiry === undefined ? periodEnd : limitationExpiry;

const endsBefore = (a: CalendarDate | null, b: CalendarDate | null): boolean => a !== null && (b === null || a < b);

/**
 * Of a loan that was called in both readings are reckoned, and the one that ends first is safe: a request that was made
 * between the two days counts only in one of them. Refuses `due-before-contract`; contracts before 1995-10-01 are under a law
 * that is not loaded (`rule-not-in-force`).
 */
export function guaranteeClock(inquiry: Inquiry, facts: GuaranteeFacts): GuaranteeAnswer {
  const early = safeDue(inquiry, facts.dueDate, facts.calledInOn);
  const byContract = clockFrom(inquiry, facts);
  if (early === facts.dueDate) return byContract;
  const fromCall = clockFrom(inquiry, { ...facts, dueDate: early });
  const callEndsFirst = endsBefore(guaranteeEnd(fromCall), guaranteeEnd(byContract));
  const [safe, other] = callEndsFirst ? [fromCall, byContract] : [byContract, fromCall];
  return guaranteeEnd(other) === guaranteeEnd(safe) ? safe : { ...safe, arguableEnd: guaranteeEnd(other) };
}

function clockFrom(inquiry: Inquiry, facts: GuaranteeFacts): GuaranteeAnswer {
  const { contractDate, dueDate, asOf } = facts;
  if (dueDate < contractDate) refuse('due-before-contract', { contractDate, dueDate });
  const unstated = () => inquiry.values('limitation/guarantee-kind', contractDate).text('unstated') as GuaranteeKind;
  const kind = facts.kind === 'unstated' ? unstated() : facts.kind;
  const period = guaranteePeriod(inquiry, facts);
  const events = eventsUntil(inquiry, facts.events, asOf);
  warnOfEvidence(inquiry, events);
  const act = stoppingAct(inquiry, facts, kind, events, period.end);
  if (act === null) return afterPeriod(inquiry, facts, kind, period, events);
  const kept: LimitationStep = { from: dueDate, to: act.event.on, reason: 'guarantee-period', article: period.article };
  const answer = { kind, periodEnd: period.end };
  const start = debtStart(inquiry, facts, kind, events, act.event);
  if (start === null) {
    const waiting: LimitationStep = { from: act.event.on, to: null, reason: act.event.kind, article: act.article };
    return { ...answer, status: 'running', limitationExpiry: null, steps: [kept, waiting] };
  }
  const startReason = kind === 'joint' ? act.event.kind : 'right-to-refuse-ended';
  // A joint guarantor who was sued: the suit itself halts the clock, and what ends it counts although it names nobody.
  const sued = kind === 'joint' && SUITS.includes(act.event.kind);
  const own = events.filter((event) => {
    if (event.on < start) return false;
    return event === act.event ? sued : reaches(facts, event) || (sued && ENDINGS.includes(event.kind));
  });
  const clock = runClock(inquiry, guarantorRules(inquiry, startReason), 'safe', start, own);
  const expiry = clock.end === null ? null : inquiry.rolled(clock.end);
  const status = statusOn(asOf, { expiry, barred: false }, clock.restored);
  return { ...answer, status, limitationExpiry: expiry, steps: [kept, ...clock.steps] };
}

/** As for the debtor, but a request to the guarantor is a demand. */
function guarantorRules(inquiry: Inquiry, startReason: string) {
  const rules = actionRules(inquiry, startReason);
  return {
    ...rules,
    whileRunning: (event: LimitationEvent) =>
      rules.whileRunning(event.kind === 'guarantor-requested' ? { ...event, kind: 'demand-received' as const } : event),
  };
}
