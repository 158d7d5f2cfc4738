/** What came of a measure: begun, done, failed. Each step stays; what law warns of begins only with consent. */
import { refuseWords } from '@shared/domain/contacts/talk';
import { type MeasureState, mayFollow } from '@shared/domain/measures/plan';
import { present } from '@shared/kernel/assert';
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import { requireApproved } from '../approvals/requireApproved';
import { limitedMeasureApproval, measureSubject, needsConsent, verdictOf } from './limitedMeasureApproval';
import { findItem, insertStep } from './measures.repository';

/** Refusals in order: wording-blocked, measure-unknown, measure-ended {state}, approval-missing and content-changed with the article of the warning. */
export async function moveItem(open: OpenFolder, input: { item: number; state: MeasureState; result: string }) {
  const { item: id, state, result } = input;
  refuseWords([result]);
  return open.store.write(open.actor, async (tx) => {
    const item = findItem(tx, id) ?? refuse('measure-unknown', { measure: String(id) });
    if (!mayFollow(item.state, state)) refuse('measure-ended', { state: item.state });
    const verdict = verdictOf(item);
    // Given up before it began: nobody has to agree to that.
    if (needsConsent(verdict) && state !== 'failed')
      await requireApproved(tx, limitedMeasureApproval, measureSubject(id), verdict.limit?.article);
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
