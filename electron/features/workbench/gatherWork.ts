/** Gathers what every feature knows, in order, each item with its place and whoever has to do it. */
import { type NotedWork, withNotes } from '@shared/domain/workbench/postponement';
import { inOrder, type Span, spanOf, type WorkItem } from '@shared/domain/workbench/workItem';
import { addDays, type CalendarDate } from '@shared/kernel/calendarDate';
import type { OpenFolder } from '../../openFolder';
import { type HouseholdPlace, placesOf } from './households.repository';
import { SOURCES } from './sources';
import { workNotes } from './workNotes.repository';

/** A next step may be planned so many days ahead; the list itself is shorter. */
export const HORIZON = 366;
/** Of each kind; whoever has more than that on his list has no list. */
const MOST = 500;

export interface PlacedWork extends NotedWork {
  readonly span: Span;
  readonly place: HouseholdPlace | null;
  /** Who has to do it, known as a user. */
  readonly doerId: number | null;
}

export async function gatherWork(open: OpenFolder, today: CalendarDate, until: CalendarDate): Promise<PlacedWork[]> {
  const horizon = addDays(today, HORIZON);
  const question = { today, until: until > horizon ? until : horizon, most: MOST };
  const items: WorkItem[] = [];
  for (const source of SOURCES) items.push(...(await source(open, question)));
  const places = placesOf(open.store.read, [...new Set(items.flatMap(({ householdId }) => householdId ?? []))]);
  return inOrder(withNotes(items, workNotes(open.store.read))).map((item) => {
    const place = item.householdId === null ? null : (places.get(item.householdId) ?? null);
    return { ...item, place, span: spanOf(item.day, today), doerId: item.userId ?? place?.officerId ?? null };
  });
}
