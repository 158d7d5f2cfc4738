/** The work list of the bench (RPT-01, S02): what every feature knows, for one person, his unit, or the branch. */
import type { Scope, WorkItemView } from '@shared/contract/workbench.contract';
import { householdNumber } from '@shared/domain/loans/householdNumber';
import { may } from '@shared/domain/users/roles';
import { isMarkedDone, postponementLimit } from '@shared/domain/workbench/postponement';
import { SPANS, type Span, type WorkKind, weekLoad } from '@shared/domain/workbench/workItem';
import { addDays, type CalendarDate } from '@shared/kernel/calendarDate';
import { Inquiry } from '@shared/rules/inquiry';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { lastRun } from '../portfolio/portfolioResults.repository';
import { type RulesInForce, rulesInForce, tracedLine } from '../rules/rulesInForce';
import { planProgress } from '../team/progress';
import { listUsers } from '../users/users.repository';
import { gatherWork, type PlacedWork } from './gatherWork';
import { type IdleTarget, idleTargets } from './idleTargets';

/** So far ahead, in days, when nobody says how far. */
const AHEAD = 30;

export interface WorkInput {
  readonly scope: Scope;
  readonly spans: readonly Span[];
  readonly kinds: readonly WorkKind[];
  /** Name of whoever has to do it; null: anybody. */
  readonly person: string | null;
  /** null: thirty days. */
  readonly until: CalendarDate | null;
}

const isFor = ({ actor }: OpenFolder, scope: Scope, { doerId, place }: PlacedWork): boolean => {
  if (scope === 'all') return true;
  if (doerId === actor.userId) return true;
  return scope === 'unit' && place?.unitId === actor.unitId;
};

/** What the person at the screen may say of an item beside doing it. */
function mayOf({ actor }: OpenFolder, rules: RulesInForce, today: CalendarDate, item: PlacedWork): WorkItemView['may'] {
  const isOwn = (item.doerId === null || item.doerId === actor.userId) && may(actor.roles, 'work.settle');
  const inquiry = new Inquiry(rules.book);
  const limit = postponementLimit(inquiry, item, today);
  const kept = item.kind === 'case-deadline' ? 'in-case' : 'fixed';
  const fixed = limit === null ? kept : !isOwn ? 'foreign' : limit.isUsedUp ? 'used-up' : null;
  const trace = inquiry.trace.map((line) => tracedLine(line, rules));
  const postpone = limit === null || fixed !== null ? null : { until: limit.until, trace };
  return { postpone, fixed, done: isOwn && isMarkedDone(item.kind) };
}

const viewOf =
  (names: ReadonlyMap<number, string>, mayDo: (item: PlacedWork) => WorkItemView['may']) =>
  (placed: PlacedWork): WorkItemView => {
    const { householdId, userId: _, doerId, place, ...item } = placed;
    return {
      ...item,
      may: mayDo(placed),
      household: householdId === null ? null : householdNumber(householdId),
      borrower: place?.borrower ?? null,
      unit: place?.unit ?? null,
      responsible: (doerId === null ? null : names.get(doerId)) ?? place?.officer ?? null,
    };
  };

const spanCounts = (items: readonly WorkItemView[]): Record<Span, number> =>
  Object.fromEntries(SPANS.map((span) => [span, items.filter((item) => item.span === span).length])) as Record<
    Span,
    number
  >;

/** Who has how much, the busiest first; without a name, what nobody is named for. */
function byPerson(items: readonly WorkItemView[]) {
  const people = [...Map.groupBy(items, ({ responsible }) => responsible)];
  return people
    .map(([name, own]) => ({ name, unit: own[0]?.unit ?? null, ...spanCounts(own), total: own.length }))
    .toSorted((a, b) => b.total - a.total);
}

/** Loans whose guarantees run out: each contract once, however many guarantors it has. */
function expiring(items: readonly WorkItemView[]): { loans: number; amount: number } {
  const contracts = new Map(
    items.filter(({ kind }) => kind === 'guarantee').map(({ key, amount }) => [key.split(' ')[0], amount ?? 0]),
  );
  return { loans: contracts.size, amount: [...contracts.values()].reduce((sum, amount) => sum + amount, 0) };
}

/** The month's plan of whoever is asked about: himself, his unit, the branch; null: no plan says anything. */
async function monthPlan(db: ReadDb, { actor }: OpenFolder, scope: Scope, today: CalendarDate) {
  const progress = await planProgress(db, { plan: null, kind: 'month', day: today });
  const wanted = { mine: ['person', actor.userId], unit: ['unit', actor.unitId], all: ['branch', null] } as const;
  const [of, subject] = wanted[scope];
  const row = progress?.rows.find(({ scope: each, subjectId }) => each === of && subjectId === subject);
  if (!progress || !row) return null;
  const { name, goal, done, share } = row;
  return {
    plan: progress.plan.id,
    title: progress.plan.title,
    from: progress.from,
    to: progress.to,
    name,
    goal,
    done,
    share,
  };
}

/** What the bench shows, and what its sheet prints. */
export async function workFor({ clock }: Services, open: OpenFolder, input: WorkInput) {
  const today = clock.today();
  const db = open.store.read;
  const until = input.until ?? addDays(today, AHEAD);
  const names = new Map((await listUsers(db)).map(({ id, display }) => [id, display]));
  const all = await gatherWork(open, today, until);
  const rules = await rulesInForce(db, today);
  const view = viewOf(names, (item) => mayOf(open, rules, today, item));
  const near = all.filter(({ day }) => day === null || day <= until);
  const theirs = near.filter((item) => isFor(open, input.scope, item)).map(view);
  const own = theirs.filter(({ responsible }) => input.person === null || responsible === input.person);
  const items = own.filter(
    ({ span, kind }) => input.spans.includes(span) && (input.kinds.length === 0 || input.kinds.includes(kind)),
  );
  return { today, all, theirs, own, items };
}

export async function listWork(services: Services, open: OpenFolder, input: WorkInput) {
  const db = open.store.read;
  const { today, all, theirs, own, items } = await workFor(services, open, input);
  const kinds = [...Map.groupBy(own, ({ kind }) => kind)].map(([kind, { length }]) => ({ kind, count: length }));
  return {
    today,
    counts: spanCounts(own),
    kinds,
    expiring: expiring(own),
    load: weekLoad(own, today),
    people: input.scope === 'mine' ? [] : byPerson(theirs),
    plan: await monthPlan(db, open, input.scope, today),
    idle: idleTargets(open, all, input.scope).length,
    items,
    portfolioAsOf: lastRun(db)?.asOf ?? null,
  };
}

/** Open targets for which nobody has planned anything. */
export async function listIdle(
  { clock }: Services,
  open: OpenFolder,
  { scope }: { scope: Scope },
): Promise<{ households: IdleTarget[] }> {
  const today = clock.today();
  return { households: idleTargets(open, await gatherWork(open, today, today), scope) };
}
