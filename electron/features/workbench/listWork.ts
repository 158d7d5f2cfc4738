/** The work list of the bench (RPT-01): what every feature knows, for one person, his unit, or the branch. */
import type { Scope, WorkItemView } from '@shared/contract/workbench.contract';
import { householdNumber } from '@shared/domain/loans/householdNumber';
import { inOrder, SPANS, type Span, spanOf, type WorkItem, type WorkKind } from '@shared/domain/workbench/workItem';
import { addDays } from '@shared/kernel/calendarDate';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { lastRun } from '../portfolio/portfolioResults.repository';
import { listUsers } from '../users/users.repository';
import { type HouseholdPlace, placesOf } from './households.repository';
import { SOURCES } from './sources';

/** So far ahead, in days. */
const AHEAD = 30;
/** Of each kind; whoever has more than that on his list has no list. */
const MOST = 500;

export interface WorkInput {
  readonly scope: Scope;
  readonly spans: readonly Span[];
  readonly kinds: readonly WorkKind[];
}

interface Placed extends WorkItem {
  readonly span: Span;
  readonly place: HouseholdPlace | null;
  /** Who has to do it, known as a user. */
  readonly doerId: number | null;
}

const isFor = ({ actor }: OpenFolder, scope: Scope, { doerId, place }: Placed): boolean => {
  if (scope === 'all') return true;
  if (doerId === actor.userId) return true;
  return scope === 'unit' && place?.unitId === actor.unitId;
};

async function gathered(services: Services, open: OpenFolder): Promise<Placed[]> {
  const today = services.clock.today();
  const question = { today, until: addDays(today, AHEAD), most: MOST };
  const items: WorkItem[] = [];
  for (const source of SOURCES) items.push(...(await source(open, question)));
  const places = placesOf(open.store.read, [...new Set(items.flatMap(({ householdId }) => householdId ?? []))]);
  return inOrder(items).map((item) => {
    const place = item.householdId === null ? null : (places.get(item.householdId) ?? null);
    return { ...item, place, span: spanOf(item.day, today), doerId: item.userId ?? place?.officerId ?? null };
  });
}

export async function listWork(services: Services, open: OpenFolder, input: WorkInput) {
  const db = open.store.read;
  const names = new Map((await listUsers(db)).map(({ id, display }) => [id, display]));
  const theirs = (await gathered(services, open)).filter((item) => isFor(open, input.scope, item));
  const view = ({ householdId, userId: _, doerId, place, ...item }: Placed): WorkItemView => ({
    ...item,
    household: householdId === null ? null : householdNumber(householdId),
    borrower: place?.borrower ?? null,
    unit: place?.unit ?? null,
    responsible: (doerId === null ? null : names.get(doerId)) ?? place?.officer ?? null,
  });
  const counts = Object.fromEntries(SPANS.map((span) => [span, theirs.filter((item) => item.span === span).length]));
  const wanted = theirs.filter(
    ({ span, kind }) => input.spans.includes(span) && (input.kinds.length === 0 || input.kinds.includes(kind)),
  );
  return {
    today: services.clock.today(),
    counts: counts as Record<Span, number>,
    items: wanted.map(view),
    portfolioAsOf: lastRun(db)?.asOf ?? null,
  };
}
