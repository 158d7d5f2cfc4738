/**
 * Limitation of actions on a loan (law.md §1): two years and their change to three in 2017, interruption, suspension, the
 * maximum of twenty years, and what revives a lost claim. Limitation is a defence: `expired` is a risk, not an end.
 */
import { addMonths, type CalendarDate } from '../../kernel/calendarDate';
import type { Inquiry } from '../../rules/inquiry';
import { safeDue } from './calledIn';
import {
  type ClockResult,
  type ClockRules,
  type LimitationStatus,
  type LimitationStep,
  type Period,
  type Reading,
  runClock,
} from './clock';
import { eventsUntil, type LimitationEvent, warnOfEvidence } from './events';
import { type Obstacle, suspended } from './suspension';

export interface ActionFacts {
  /** Due date after extension; of instalments the last one (LIM-08). */
  readonly dueDate: CalendarDate;
  /** Day on which the whole loan was called in; null: never. */
  readonly calledInOn: CalendarDate | null;
  readonly instalment: boolean;
  readonly events: readonly LimitationEvent[];
  readonly asOf: CalendarDate;
}

export interface LimitationAnswer {
  /** Moved for rest days; null while a proceeding or an obstacle lasts. */
  readonly expiry: CalendarDate | null;
  readonly status: LimitationStatus;
  /** Only where the arguable reading differs. */
  readonly arguableExpiry?: CalendarDate | null;
  readonly steps: readonly LimitationStep[];
}

const RULE = 'limitation/action';

/** The period that began on `start`: LIM-01 to LIM-05. Without obstacles it depends on that day alone. */
function ordinaryPeriod(inquiry: Inquiry, start: CalendarDate, obstacles: readonly Obstacle[]): Period {
  if (obstacles.length > 0) return periodFrom(inquiry, start, obstacles);
  return inquiry.once('limitation/ordinary-period', start, () => periodFrom(inquiry, start, []));
}

function periodFrom(inquiry: Inquiry, start: CalendarDate, obstacles: readonly Obstacle[]): Period {
  const early = inquiry.valuesInForce('limitation/earliest-start', start, { start });
  const from = early ? early.text('countsFrom') : start;
  const rule = inquiry.values(RULE, from, { start: from });
  const endAfter = (years: number) =>
    suspended(inquiry, 'limitation/suspension', addMonths(from, years * 12), obstacles);
  const end = endAfter(rule.number('years'));
  const transition = inquiry.book.find('limitation/transition')?.versions[0]?.from;
  if (transition === undefined || from >= transition || (end !== null && inquiry.roll(end).day < transition))
    return { end, article: rule.article };
  const longer = inquiry.values('limitation/transition', transition, { start: from });
  return { end: endAfter(longer.number('years')), article: longer.article };
}

/** What acts do to a claim under the ordinary limitation; also used for the guarantor's debt. */
export function actionRules(inquiry: Inquiry, startReason: string): ClockRules {
  return {
    startReason,
    period: (start, obstacles) => ordinaryPeriod(inquiry, start, obstacles),
    whileRunning: (event) => {
      const facts = { event: event.kind, level: event.level ?? 'unstated' };
      const { gives, article } = inquiry.row('limitation/interruptions', event.on, facts);
      return { effect: String(gives.effect), disputed: gives.disputed === true, article };
    },
    afterExpiry: (event) => {
      const facts = { event: event.kind, content: event.content ?? 'notice' };
      const { gives, article } = inquiry.row('limitation/after-expiry', event.on, facts);
      return { effect: String(gives.effect), disputed: gives.disputed === true, article };
    },
  };
}

interface Ending {
  readonly expiry: CalendarDate | null;
  readonly barred: boolean;
}

/**
 * Twenty years end every claim, unless the creditor kept demanding and the ordinary period never ran out (LIM-06, 07).
 * Before that was settled, a chain of demands beyond the maximum is only arguable.
 */
function withMaximum(inquiry: Inquiry, clock: ClockResult, asOf: CalendarDate, reading: Reading): Ending {
  const expiry = clock.end === null ? null : inquiry.rolled(clock.end);
  if (clock.pending) return { expiry, barred: false };
  const { start, maximumFrom, revivedOn } = clock;
  const limit = inquiry.once('limitation/maximum', maximumFrom, () => {
    const rule = inquiry.values('limitation/maximum', null, { start: maximumFrom });
    return inquiry.roll(addMonths(maximumFrom, rule.number('years') * 12)).day;
  });
  // A consent given after the maximum waives it; one given before cannot (民法典 192, 197).
  const waived = revivedOn !== null && revivedOn > limit;
  const within = expiry === null ? asOf <= limit : expiry <= limit;
  if (waived || within) return { expiry, barred: false };
  const settled = inquiry.valuesInForce('limitation/maximum-after-demands', asOf, { start: maximumFrom });
  const demanded = revivedOn === null && settled !== null;
  if (start > maximumFrom && (demanded || reading === 'arguable')) {
    inquiry.warn('maximum-passed-while-demanded', { limit });
    return { expiry, barred: false };
  }
  return { expiry: limit, barred: true };
}

/** Status of a clock on `asOf`, from its safe end. */
export function statusOn(asOf: CalendarDate, ending: Ending, restored: boolean): LimitationStatus {
  if (ending.expiry === null || asOf <= ending.expiry) return restored ? 'restored' : 'running';
  return ending.barred ? 'barred-by-maximum' : 'expired';
}

export function limitationOfAction(inquiry: Inquiry, facts: ActionFacts): LimitationAnswer {
  const { dueDate, asOf } = facts;
  if (facts.instalment) inquiry.valuesInForce('limitation/instalments', dueDate, { dueDate });
  const events = eventsUntil(inquiry, facts.events, asOf);
  const safeStart = safeDue(inquiry, dueDate, facts.calledInOn);
  for (const { kind, on } of events) if (on < safeStart) inquiry.warn('event-before-due', { kind, on });
  warnOfEvidence(inquiry, events);
  const isCalledIn = safeStart !== dueDate;
  const rules = actionRules(inquiry, isCalledIn ? 'called-in' : 'due-date');
  const clock = runClock(inquiry, rules, 'safe', safeStart, events);
  const safe = withMaximum(inquiry, clock, asOf, 'safe');
  const other = clock.isDisputed || isCalledIn ? runClock(inquiry, rules, 'arguable', dueDate, events) : clock;
  const arguable = withMaximum(inquiry, other, asOf, 'arguable');
  if (clock.pending) inquiry.warn('proceeding-open', { since: clock.start });
  return {
    expiry: safe.expiry,
    status: statusOn(asOf, safe, clock.restored),
    ...(arguable.expiry === safe.expiry ? {} : { arguableExpiry: arguable.expiry }),
    steps: clock.steps,
  };
}
