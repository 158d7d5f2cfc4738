/** A case is reviewed, with cause, difficulty, solution and its day where a period passed (B4 §30); a breach is taken note of, with a reason (B4 §5). */
import { decideReview, type Measures } from '@shared/domain/litigation/openReview';
import { grantedOrRefuse, refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { insertBreachNote, insertReview } from './caseReview.repository';
import { reviewOf } from './readReviews';

export interface ReviewInput extends Measures {
  readonly id: number;
  readonly finding: string;
}

/** Refusals in order: case-unknown, case-closed, review-cause-missing {overdue}, review-until-past. */
export async function recordReview({ clock }: Services, open: OpenFolder, input: ReviewInput): Promise<{ on: string }> {
  const today = clock.today();
  const { id, finding, cause, difficulty, solution, until } = input;
  return open.store.write(open.actor, async (tx) => {
    const { facts, standing } = await reviewOf(tx, id, today);
    grantedOrRefuse(decideReview(standing, input, today));
    const overdue = standing.overdue.map(({ kind }) => kind);
    const measures = { cause, difficulty, solution, until };
    insertReview(tx, id, { on: today, overdue, ...measures, finding });
    const detail = { overdue, ...measures };
    const audit = { action: 'caseReview.record', objectKind: 'case', objectId: String(id), detail };
    return { result: { on: today }, audit: { ...audit, householdId: facts.household.id } };
  });
}

export interface AcknowledgeInput {
  readonly id: number;
  readonly breach: string;
  readonly reason: string;
}

/** It stays a breach. Refusals in order: case-unknown, breach-unknown, breach-noted. */
export async function acknowledgeBreach(
  { clock }: Services,
  open: OpenFolder,
  { id, breach, reason }: AcknowledgeInput,
): Promise<{ breach: string }> {
  return open.store.write(open.actor, async (tx) => {
    const { facts, breaches } = await reviewOf(tx, id, clock.today());
    const found = breaches.find(({ key }) => key === breach) ?? refuse('breach-unknown');
    if (found.note !== null) refuse('breach-noted');
    insertBreachNote(tx, id, breach, reason);
    const detail = { breach, article: found.article, reason };
    const audit = { action: 'caseReview.acknowledge', objectKind: 'case', objectId: String(id), detail };
    return { result: { breach }, audit: { ...audit, householdId: facts.household.id } };
  });
}
