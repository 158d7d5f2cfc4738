/** What happened to a debt, as the limitation clocks hear it. A kind asserts that it happened; evidence is another matter. */
import type { CalendarDate } from '../../kernel/calendarDate';
import { date, type FactsOf, list, oneOf, optional, record, text } from '../../rules/facts';
import type { Inquiry } from '../../rules/inquiry';

export const EVENT_KINDS = [
  'demand-received',
  'demand-refused',
  'letter-arrived',
  'newspaper-notice',
  'account-deduction',
  'part-payment',
  'interest-payment',
  'consent-to-perform',
  'repayment-plan',
  'security-given',
  'suit-filed',
  'suit-withdrawn',
  'proceeding-ended',
  'payment-order-applied',
  'enforcement-applied',
  'enforcement-ended',
  'criminal-report',
  'mediation-requested',
  'assignment-notified',
  'suspension-began',
  'suspension-ended',
  'signed-notice-after-expiry',
  'new-agreement',
  'guarantor-requested',
  'debtor-sued',
  'judgment-effective',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

const shape = {
  kind: oneOf(...EVENT_KINDS),
  on: date,
  /** A party name, or `all`. */
  against: optional(text),
  evidence: optional(text),
  /** Of a notice: it only states the debt, or the debtor also consents to perform. */
  content: optional(oneOf('notice', 'consent-to-perform')),
  /** Of a newspaper. */
  level: optional(oneOf('national', 'province', 'lower')),
};

export type LimitationEvent = FactsOf<typeof shape>;

export const eventList = list(record(shape));

/** In the order of days; of one day in the order given. What lies after `asOf` is left out and told. */
export function eventsUntil(
  inquiry: Inquiry,
  events: readonly LimitationEvent[],
  asOf: CalendarDate,
): LimitationEvent[] {
  const later = events.filter((event) => event.on > asOf);
  for (const { kind, on } of later) inquiry.warn('event-after-as-of', { kind, on });
  return events.filter((event) => event.on <= asOf).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** Evidence that the law asks for and nobody recorded; a newspaper also needs the debtor's whereabouts to be unknown. */
export function warnOfEvidence(inquiry: Inquiry, events: readonly LimitationEvent[]): void {
  for (const { kind, on, evidence } of events) {
    if (evidence === null) inquiry.warn('evidence-missing', { kind, on });
    if (kind === 'newspaper-notice') inquiry.warn('whereabouts-must-be-unknown', { on });
  }
}
