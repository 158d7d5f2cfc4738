/**
 * What a person says of an item of the work list (S02): put off to a later day with a reason where a rule allows it, or done where
 * nothing in the books would say so. Deadlines of law, approvals and what debtors owe are never put off here.
 */
import { addDays, type CalendarDate } from '../../kernel/calendarDate';
import { type Decision, granted, refused } from '../../kernel/result';
import type { Inquiry } from '../../rules/inquiry';
import type { WorkItem, WorkKind } from './workItem';

/** Input of the rule: an agreed meeting, a task of our own, something that somebody else has to send back. */
const POSTPONED_AS: Partial<Record<WorkKind, 'appointment' | 'own-task' | 'chasing'>> = {
  'next-contact': 'appointment',
  measure: 'own-task',
  'plan-revision': 'own-task',
  step: 'own-task',
  'receipt-missing': 'chasing',
  'receipt-check': 'own-task',
};
const POSTPONEMENT_RULE = 'workbench/postponement';

/** Everything else is done when the books say so: the receipt is in, the contact recorded, the paper issued. */
const MARKED_DONE: readonly WorkKind[] = ['next-contact', 'approval-returned'];

/** What was said of an item, while it had that day. Rows are only added. */
export interface WorkNote {
  readonly kind: WorkKind;
  readonly key: string;
  /** The item's own day; an item that got another one since is asked about anew. */
  readonly day: CalendarDate | null;
  /** null: done. */
  readonly until: CalendarDate | null;
  readonly reason: string;
  readonly by: string;
}

export interface Postponed {
  /** The day it had by itself. */
  readonly from: CalendarDate | null;
  readonly times: number;
  readonly reason: string;
  readonly by: string;
}

export type NotedWork<T extends WorkItem = WorkItem> = T & { readonly postponed: Postponed | null };

const placeOf = ({ kind, key, day }: Pick<WorkItem, 'kind' | 'key' | 'day'>): string => `${kind} ${key} ${day ?? ''}`;

/** Items with their day put off, without those that were done. `notes` in the order in which they were written. */
export function withNotes<T extends WorkItem>(items: readonly T[], notes: readonly WorkNote[]): NotedWork<T>[] {
  const said = Map.groupBy(notes, placeOf);
  return items.flatMap((item): NotedWork<T>[] => {
    const own = said.get(placeOf(item));
    const last = own?.at(-1);
    if (!own || !last) return [{ ...item, postponed: null }];
    if (last.until === null) return [];
    const { until: day, reason, by } = last;
    return [{ ...item, day, postponed: { from: item.day, times: own.length, reason, by } }];
  });
}

export interface PostponementLimit {
  /** The last day that may be given. */
  readonly until: CalendarDate;
  readonly times: number;
  readonly isUsedUp: boolean;
}

const laterOf = (day: CalendarDate | null, today: CalendarDate): CalendarDate =>
  day !== null && day > today ? day : today;

/** null: items of this kind are never put off. The rule's answer is the last line of the inquiry's trace. */
export function postponementLimit(
  inquiry: Inquiry,
  item: Pick<NotedWork, 'kind' | 'day' | 'postponed'>,
  today: CalendarDate,
): PostponementLimit | null {
  const workKind = POSTPONED_AS[item.kind];
  if (workKind === undefined) return null;
  const { days, times } = inquiry.row(POSTPONEMENT_RULE, today, { workKind }).gives;
  const isUsedUp = (item.postponed?.times ?? 0) >= Number(times);
  return { until: addDays(laterOf(item.day, today), Number(days)), times: Number(times), isUsedUp };
}

/** Refusals in order: work-fixed {kind}, postponed-often {times}, postponement-day {after, until}, each of the rule's with its article. */
export function decidePostponement(
  inquiry: Inquiry,
  item: Pick<NotedWork, 'kind' | 'day' | 'postponed'>,
  until: CalendarDate,
  today: CalendarDate,
): Decision<null> {
  const limit = postponementLimit(inquiry, item, today);
  if (limit === null) return refused('work-fixed', { kind: item.kind });
  const article = inquiry.trace.at(-1)?.article;
  if (limit.isUsedUp) return refused('postponed-often', { times: limit.times }, article);
  const after = laterOf(item.day, today);
  if (until <= after || until > limit.until) return refused('postponement-day', { after, until: limit.until }, article);
  return granted(null);
}

export const isMarkedDone = (kind: WorkKind): boolean => MARKED_DONE.includes(kind);
