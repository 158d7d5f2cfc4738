/**
 * The period for applying for enforcement (law.md §3): six months or a year until March 2008, two years since; from the last
 * day of the performance period, of instalments each or the last one.
 */
import { addMonths, type CalendarDate } from '../../kernel/calendarDate';
import { askFor } from '../../rules/evaluation';
import type { Inquiry } from '../../rules/inquiry';
import { type LimitationAnswer, statusOn } from './action';
import { type ClockResult, type ClockRules, type LimitationStatus, runClock } from './clock';
import { eventsUntil, type LimitationEvent, warnOfEvidence } from './events';
import { suspended } from './suspension';

export interface EnforcementFacts {
  readonly effectiveOn: CalendarDate | null;
  readonly performanceDue: CalendarDate | null;
  /** Due dates of instalments in the document. */
  readonly instalments: readonly CalendarDate[];
  readonly anyNaturalPerson: boolean;
  /** A notarised deed with enforcement effect. */
  readonly notarised: boolean;
  readonly events: readonly LimitationEvent[];
  readonly asOf: CalendarDate;
}

export interface InstalmentAnswer {
  readonly due: CalendarDate;
  readonly expiry: CalendarDate | null;
  readonly status: LimitationStatus;
}

export interface EnforcementAnswer extends LimitationAnswer {
  /** Where every instalment has a period of its own; `expiry` is then the first one that still runs, or the last. */
  readonly instalments?: readonly InstalmentAnswer[];
}

function rulesFor(inquiry: Inquiry, facts: EnforcementFacts, months?: number): ClockRules {
  const { anyNaturalPerson } = facts;
  return {
    startReason: 'performance-due',
    period: (start, obstacles) => {
      const { gives, article } = inquiry.row('limitation/enforcement', start, { anyNaturalPerson });
      const nominal = addMonths(start, Math.max(Number(gives.months), months ?? 0));
      return { end: suspended(inquiry, 'limitation/enforcement-suspension', nominal, obstacles), article };
    },
    whileRunning: (event) => {
      const { gives, article } = inquiry.row('limitation/enforcement-acts', event.on, { event: event.kind });
      return { effect: String(gives.effect), disputed: gives.disputed === true, article };
    },
    // A right to enforce that ran out is not revived by acts; voluntary performance stands (民诉法解释 481).
    afterExpiry: (event) => {
      const { article } = inquiry.row('limitation/enforcement-acts', event.on, { event: event.kind });
      return { effect: 'none', disputed: false, article };
    },
  };
}

/**
 * A period that began under the old law and had not run out on 2008-04-01 may be claimed as two years: arguable only,
 * for the law of its last day still says less.
 */
function arguableMonths(inquiry: Inquiry, start: CalendarDate, safe: ClockResult): number | undefined {
  const from = inquiry.book.find('limitation/enforcement-transition')?.versions[0]?.from;
  if (from === undefined || start >= from || (safe.end !== null && safe.end < from)) return undefined;
  return inquiry.values('limitation/enforcement-transition', from, { start }).number('months');
}

function single(
  inquiry: Inquiry,
  facts: EnforcementFacts,
  start: CalendarDate,
  events: readonly LimitationEvent[],
): LimitationAnswer {
  const clock = runClock(inquiry, rulesFor(inquiry, facts), 'safe', start, events);
  const months = arguableMonths(inquiry, start, clock);
  const other = runClock(inquiry, rulesFor(inquiry, facts, months), 'arguable', start, events);
  const ending = ({ end }: ClockResult) => (end === null ? null : inquiry.rolled(end));
  const [expiry, arguable] = [ending(clock), ending(other)];
  if (clock.pending) inquiry.warn('proceeding-open', { since: clock.start });
  return {
    expiry,
    status: statusOn(facts.asOf, { expiry, barred: false }, clock.restored),
    ...(arguable === expiry ? {} : { arguableExpiry: arguable }),
    steps: clock.steps,
  };
}

/** Whether every instalment has its own period, by the law on the last of them. */
function eachInstalment(inquiry: Inquiry, facts: EnforcementFacts, last: CalendarDate): boolean {
  const notarised = facts.notarised ? inquiry.valuesInForce('limitation/enforcement-notarised', last, { last }) : null;
  const rule = notarised ?? inquiry.values('limitation/enforcement-instalments', last, { last });
  return rule.text('from') === 'each';
}

/** Asks for `performanceDue` when no date says from when to count. */
export function enforcementPeriod(inquiry: Inquiry, facts: EnforcementFacts): EnforcementAnswer {
  const events = eventsUntil(inquiry, facts.events, facts.asOf);
  warnOfEvidence(inquiry, events);
  // 终本: a new application when assets turn up has no time limit (民诉法解释 517); the date shown is the safe one.
  if (events.some((event) => event.kind === 'enforcement-ended')) inquiry.warn('no-limit-after-no-assets');
  const dues = [...facts.instalments].sort();
  const last = dues.at(-1);
  if (last === undefined)
    return single(inquiry, facts, facts.performanceDue ?? facts.effectiveOn ?? askFor('performanceDue'), events);
  if (!eachInstalment(inquiry, facts, last)) return single(inquiry, facts, last, events);
  const answers = dues.map((due) => ({ due, ...single(inquiry, facts, due, events) }));
  const shown = answers.find((answer) => answer.status !== 'expired') ?? answers.at(-1) ?? askFor('instalments');
  const { due: _, ...answer } = shown;
  return { ...answer, instalments: answers.map(({ due, expiry, status }) => ({ due, expiry, status })) };
}
