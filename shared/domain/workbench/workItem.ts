/** What is to be done and by when, gathered from every feature (RPT-01, REC-02): the work list of the bench. */
import { addDays, type CalendarDate, epochDay } from '../../kernel/calendarDate';

export const WORK_KINDS = [
  'promise',
  'next-contact',
  'instalment',
  'measure',
  'plan-revision',
  'step',
  'approval',
  'approval-returned',
  'action',
  'guarantee',
  'notice',
  'receipt-missing',
  'receipt-check',
  'case-deadline',
  'case-step',
  'case-review',
  'target',
  'responsibility',
  'liability',
  'leave-back',
] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

export interface WorkItem {
  readonly kind: WorkKind;
  /** Of its kind, for lists: the row that it stands for. */
  readonly key: string;
  /** null: to be done, without a day of its own. */
  readonly day: CalendarDate | null;
  /** null: about no household. */
  readonly householdId: number | null;
  /** Who has to do it; null is the officer of the household. */
  readonly userId: number | null;
  /** What a person wrote, or a word of the kind. */
  readonly what: string;
  /** fen, where the item is about an amount. */
  readonly amount: number | null;
  /** Address inside the program that opens it at the place to act. */
  readonly link: string;
}

export const SPANS = ['overdue', 'today', 'week', 'later'] as const;
export type Span = (typeof SPANS)[number];

/** The last day of the week of `day`; weeks end on Sunday. */
export function weekEnd(day: CalendarDate): CalendarDate {
  const weekday = (epochDay(day) + 3) % 7;
  return addDays(day, 6 - weekday);
}

/** Where an item stands on `today`; what has no day is for today. */
export function spanOf(day: CalendarDate | null, today: CalendarDate): Span {
  if (day === null || day === today) return 'today';
  if (day < today) return 'overdue';
  return day <= weekEnd(today) ? 'week' : 'later';
}

/** Runs out or is owed by itself, whatever anybody plans: it is no next step of a household. */
const PASSIVE: readonly WorkKind[] = [
  'action',
  'guarantee',
  'notice',
  'target',
  'responsibility',
  'liability',
  'leave-back',
  'case-review',
];

/** Households of `all` for which nobody has planned anything. */
export function idleAmong(all: readonly number[], items: readonly WorkItem[]): number[] {
  const planned = new Set(items.filter(({ kind }) => !PASSIVE.includes(kind)).map(({ householdId }) => householdId));
  return all.filter((household) => !planned.has(household));
}

export interface DayLoad {
  readonly day: CalendarDate;
  readonly items: number;
}

/** How much is due on each of the seven days from `today` on; what is overdue or has no day counts for today. */
export function weekLoad(items: readonly Pick<WorkItem, 'day'>[], today: CalendarDate): DayLoad[] {
  const counts = new Map<CalendarDate, number>();
  for (const { day } of items) {
    const due = day === null || day < today ? today : day;
    counts.set(due, (counts.get(due) ?? 0) + 1);
  }
  return Array.from({ length: 7 }, (_, ahead) => {
    const day = addDays(today, ahead);
    return { day, items: counts.get(day) ?? 0 };
  });
}

/** Earliest first, then what has no day, then by kind and row. */
export function inOrder<T extends WorkItem>(items: readonly T[]): T[] {
  const last = '9999-12-31';
  const place = ({ day, kind, key }: WorkItem) => `${day ?? last} ${kind} ${key}`;
  return items.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
}
