/** An item of the work list is put off with a reason, or said to be done where nothing in the books says so (S02). */
import { decidePostponement, isMarkedDone } from '@shared/domain/workbench/postponement';
import type { WorkKind } from '@shared/domain/workbench/workItem';
import { addDays, type CalendarDate } from '@shared/kernel/calendarDate';
import { grantedOrRefuse, refuse } from '@shared/kernel/result';
import { Inquiry } from '@shared/rules/inquiry';
import type { WriteTx } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { rulesInForce } from '../rules/rulesInForce';
import { gatherWork, HORIZON, type PlacedWork } from './gatherWork';
import { insertWorkNote, notesOf } from './workNotes.repository';

export interface WorkRef {
  readonly kind: WorkKind;
  readonly key: string;
}

/** Work of a colleague is his; what nobody is named for is anybody's. Refusals in order: work-unknown, work-foreign {responsible}. */
async function ownWork(open: OpenFolder, today: CalendarDate, { kind, key }: WorkRef): Promise<PlacedWork> {
  const all = await open.store.reading(() => gatherWork(open, today, addDays(today, HORIZON)));
  const item = all.find((each) => each.kind === kind && each.key === key) ?? refuse('work-unknown');
  if (item.doerId !== null && item.doerId !== open.actor.userId) refuse('work-foreign');
  return item;
}

/** Written once, however often it was pressed: what was said of it meanwhile refuses with work-unknown. */
async function say(tx: WriteTx, item: PlacedWork, until: CalendarDate | null, reason: string) {
  const { kind, key, householdId, postponed } = item;
  const ref = { kind, key, day: postponed ? postponed.from : item.day };
  if (notesOf(tx, ref) !== (postponed?.times ?? 0)) refuse('work-unknown');
  await insertWorkNote(tx, ref, { until, reason });
  return { objectKind: 'work', objectId: `${kind} ${key}`, householdId };
}

/** Refusals in order: work-unknown, work-foreign, work-fixed, postponed-often, postponement-day. */
export async function postponeWork(
  { clock }: Services,
  open: OpenFolder,
  { until, reason, ...ref }: WorkRef & { readonly until: CalendarDate; readonly reason: string },
): Promise<{ until: CalendarDate }> {
  const today = clock.today();
  const item = await ownWork(open, today, ref);
  const { book } = await rulesInForce(open.store.read, today);
  grantedOrRefuse(decidePostponement(new Inquiry(book), item, until, today));
  return open.store.write(open.actor, async (tx) => {
    const object = await say(tx, item, until, reason);
    const detail = { from: item.day, until, reason };
    return { result: { until }, audit: { action: 'workbench.postpone', ...object, detail } };
  });
}

/** Refusals in order: work-unknown, work-foreign, work-computed {kind}. */
export async function markWorkDone(
  { clock }: Services,
  open: OpenFolder,
  { result, ...ref }: WorkRef & { readonly result: string },
): Promise<{ kind: WorkKind }> {
  const item = await ownWork(open, clock.today(), ref);
  if (!isMarkedDone(item.kind)) refuse('work-computed', { kind: item.kind });
  return open.store.write(open.actor, async (tx) => {
    const object = await say(tx, item, null, result);
    return { result: { kind: item.kind }, audit: { action: 'workbench.markDone', ...object, detail: { result } } };
  });
}
