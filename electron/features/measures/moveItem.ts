/** What came of a measure: begun, done, failed. Each step stays. */
import { type MeasureState, mayFollow } from '@shared/domain/measures/plan';
import { present } from '@shared/kernel/assert';
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import { findItem, insertStep } from './measures.repository';

/** Refusals in order: measure-unknown, measure-ended {state}. */
export async function moveItem(open: OpenFolder, input: { item: number; state: MeasureState; result: string }) {
  const { item: id, state, result } = input;
  return open.store.write(open.actor, async (tx) => {
    const item = findItem(tx, id) ?? refuse('measure-unknown', { measure: String(id) });
    if (!mayFollow(item.state, state)) refuse('measure-ended', { state: item.state });
    const userId = present(tx.actor.userId, 'a user reports');
    await insertStep(tx, { item_id: id, state, result, plan_id: null, user_id: userId });
    const audit = {
      action: 'measures.moveItem',
      objectKind: 'measure',
      objectId: String(id),
      householdId: item.household,
      detail: { measure: item.measure, state },
      before: { state: item.state },
      after: { state, result },
    };
    return { result: { state }, audit };
  });
}
