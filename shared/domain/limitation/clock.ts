/**
 * The limitation clock that all claims share: a period runs from a start, acts restart or halt it, and once it has run
 * out only few acts bring it back. What an act does is read from rule tables; here is only the order of things.
 *
 * Disputed acts count in the arguable reading only; alerts follow the safe one (law.md §0.6).
 */
import type { CalendarDate } from '../../kernel/calendarDate';
import type { Inquiry } from '../../rules/inquiry';
import type { LimitationEvent } from './events';
import { type Obstacle, obstaclesOf } from './suspension';

export type LimitationStatus = 'running' | 'expired' | 'restored' | 'barred-by-maximum';
export type Reading = 'safe' | 'arguable';

export interface LimitationStep {
  readonly from: CalendarDate;
  /** null while it lasts and its end is not known. */
  readonly to: CalendarDate | null;
  /** What began the step; `no-effect:<kind>` for an act that changed nothing. */
  readonly reason: string;
  readonly article: string;
}

export interface Period {
  /** Nominal end, not yet moved for rest days; null while suspended. */
  readonly end: CalendarDate | null;
  readonly article: string;
}

/** What an act does: `pending` halts the clock until the proceeding ends. */
export interface Effect {
  readonly effect: string;
  readonly disputed: boolean;
  readonly article: string;
}

export interface ClockRules {
  /** What began the first period, e.g. `due-date`. */
  readonly startReason: string;
  readonly period: (start: CalendarDate, obstacles: readonly Obstacle[]) => Period;
  readonly whileRunning: (event: LimitationEvent) => Effect;
  readonly afterExpiry: (event: LimitationEvent) => Effect;
}

export interface ClockResult {
  readonly steps: readonly LimitationStep[];
  /** Start of the last period. */
  readonly start: CalendarDate;
  /** Where the maximum of the claim is counted from: the first start, or an agreement made after expiry. */
  readonly maximumFrom: CalendarDate;
  /** The last consent that revived an expired claim since then; null when the ordinary period never ran out. */
  readonly revivedOn: CalendarDate | null;
  /** Nominal end; null while a proceeding or an obstacle lasts. */
  readonly end: CalendarDate | null;
  readonly pending: boolean;
  readonly restored: boolean;
  /** Met an act that the other reading may take otherwise. */
  readonly isDisputed: boolean;
}

/** After expiry these found a debt of their own (时效规定 19(2)), whose maximum is counted anew. */
const NEW_AGREEMENTS: readonly string[] = ['new-agreement', 'repayment-plan'];

/** One run over the events in one reading; lives only inside runClock. */
class Clock {
  readonly steps: LimitationStep[] = [];
  start: CalendarDate;
  maximumFrom: CalendarDate;
  revivedOn: CalendarDate | null = null;
  restored = false;
  pending = false;
  isDisputed = false;
  private reason: string;
  /** Of the act that began the step; the first step is founded on the period itself. */
  private article: string | null = null;
  private readonly inquiry: Inquiry;
  private readonly rules: ClockRules;
  private readonly reading: Reading;
  private readonly obstacles: readonly Obstacle[];

  constructor(inquiry: Inquiry, rules: ClockRules, reading: Reading, start: CalendarDate, obstacles: Obstacle[]) {
    this.inquiry = inquiry;
    this.rules = rules;
    this.reading = reading;
    this.start = start;
    this.maximumFrom = start;
    this.reason = rules.startReason;
    this.obstacles = obstacles;
  }

  period(): Period {
    return this.rules.period(this.start, this.obstacles);
  }

  private step(from: CalendarDate, to: CalendarDate | null, reason: string, article: string): void {
    this.steps.push({ from, to, reason, article });
  }

  private without(event: LimitationEvent, article: string): void {
    this.step(event.on, event.on, `no-effect:${event.kind}`, article);
  }

  /** The last step, open or with its end. */
  close(to: CalendarDate | null): void {
    this.step(this.start, to, this.reason, this.article ?? this.period().article);
  }

  private begin(event: LimitationEvent, pending: boolean, article: string): void {
    this.start = event.on;
    this.reason = event.kind;
    this.pending = pending;
    this.article = article;
  }

  take(event: LimitationEvent, withdrawn: boolean): void {
    if (event.kind === 'suspension-began' || event.kind === 'suspension-ended') return;
    const expiry = this.pending ? null : this.period().end;
    if (expiry !== null && event.on > this.inquiry.roll(expiry).day) this.takeLate(event, expiry);
    else this.takeInTime(event, withdrawn);
  }

  private takeInTime(event: LimitationEvent, withdrawn: boolean): void {
    const { effect, disputed, article } = this.rules.whileRunning(event);
    this.isDisputed ||= disputed || withdrawn;
    const counts = !withdrawn && (!disputed || this.reading === 'arguable');
    const ends = effect === 'end' || effect === 'withdrawn';
    const moves = this.pending ? ends : effect === 'restart' || effect === 'pending';
    if (counts && moves) {
      this.close(event.on);
      this.begin(event, effect === 'pending', article);
    } else this.without(event, article);
  }

  private takeLate(event: LimitationEvent, expiry: CalendarDate): void {
    const { effect, disputed, article } = this.rules.afterExpiry(event);
    this.isDisputed ||= disputed;
    if (effect === 'receipt-only') this.inquiry.warn('post-expiry-receipt-only', { on: event.on });
    if (effect !== 'restore' || (disputed && this.reading === 'safe')) {
      this.without(event, article);
      return;
    }
    this.close(this.inquiry.roll(expiry).day);
    this.begin(event, false, article);
    this.restored = true;
    const anew = NEW_AGREEMENTS.includes(event.kind);
    this.revivedOn = anew ? null : event.on;
    if (anew) this.maximumFrom = event.on;
  }
}

/**
 * A suit that was withdrawn counts in the arguable reading only, as a halt that ended on the day of withdrawal: whether
 * it interrupts at all differs between courts.
 */
function withdrawnSuits(events: readonly LimitationEvent[]): Set<LimitationEvent> {
  const found = new Set<LimitationEvent>();
  let suit: LimitationEvent | null = null;
  for (const event of events) {
    if (event.kind === 'suit-filed' || event.kind === 'debtor-sued') suit = event;
    else if (event.kind === 'proceeding-ended' || event.kind === 'judgment-effective') suit = null;
    else if (event.kind === 'suit-withdrawn' && suit !== null) found.add(suit).add(event);
  }
  return found;
}

/** `events` are sorted and none lies after the day of the question; those before `start` came too early to matter. */
export function runClock(
  inquiry: Inquiry,
  rules: ClockRules,
  reading: Reading,
  start: CalendarDate,
  events: readonly LimitationEvent[],
): ClockResult {
  const clock = new Clock(inquiry, rules, reading, start, obstaclesOf(events));
  const withdrawn = reading === 'safe' ? withdrawnSuits(events) : new Set<LimitationEvent>();
  for (const event of events) if (event.on >= start) clock.take(event, withdrawn.has(event));
  const end = clock.pending ? null : clock.period().end;
  clock.close(end === null ? null : inquiry.roll(end).day);
  const { maximumFrom, revivedOn, restored, pending, isDisputed } = clock;
  const steps = clock.steps.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  return { steps, start: clock.start, maximumFrom, revivedOn, end, pending, restored, isDisputed };
}
