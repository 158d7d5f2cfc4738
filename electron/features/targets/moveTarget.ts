/** One step of a target, or several with a reason for those passed over (TEAM-03), with its date, person and paper. */
import { needsConsent } from '@shared/domain/targets/sources';
import { decideStep, type Step, stateOf } from '@shared/domain/targets/steps';
import { grantedOrRefuse, refuse } from '@shared/kernel/result';
import { Inquiry } from '@shared/rules/inquiry';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { approvalOf } from '../approvals/requireApproved';
import { planVersions } from '../measures/measures.repository';
import { rulesInForce } from '../rules/rulesInForce';
import { targetSource, targetSubject } from './targetSourceApproval';
import { assignmentsOf, findTarget, insertStep, isPaperOf, type StoredTarget, stepsOf } from './targets.repository';

export interface MoveInput {
  readonly id: number;
  readonly rev: number;
  readonly to: Exclude<Step, 'proposed' | 'assigned'>;
  readonly on: string;
  readonly reason: string;
  readonly documentId: number | null;
}

/** Refusals in order: target-unknown, target-conflict. */
export function targetAt(db: ReadDb, id: number, rev: number): StoredTarget {
  const target = findTarget(db, id) ?? refuse('target-unknown', { id });
  return target.rev === rev ? target : refuse('target-conflict', { rev: target.rev });
}

/** Whether the source asks for a consent that is not there (B1 §9(2)). */
export async function awaitsApproval(db: ReadDb, target: StoredTarget, today: string): Promise<boolean> {
  const { book } = await rulesInForce(db, today);
  if (!needsConsent(new Inquiry(book), target.source, target.proposedOn)) return false;
  return (await approvalOf(db, targetSource.id, targetSubject(target.id)))?.state !== 'approved';
}

/** Refusals in order: target-unknown, target-conflict, document-unknown, those of decideStep. */
export async function moveTarget({ clock }: Services, open: OpenFolder, input: MoveInput) {
  const today = clock.today();
  const { id, rev, documentId, ...asked } = input;
  return open.store.write(open.actor, async (tx) => {
    const target = targetAt(tx, id, rev);
    const { partyId } = target;
    if (documentId !== null && !isPaperOf(tx, documentId, partyId)) refuse('document-unknown');
    const history = stepsOf(tx, [id]);
    const facts = {
      today,
      awaitsApproval: await awaitsApproval(tx, target, today),
      hasAssignment: assignmentsOf(tx, [id]).length > 0,
      hasPlan: planVersions(tx, partyId).length > 0,
      received: target.received,
    };
    const skipped = grantedOrRefuse(decideStep(history, asked, facts));
    const { to, on, reason } = asked;
    for (const step of skipped) insertStep(tx, { targetId: id, step, on, skipped: true, reason, documentId: null });
    insertStep(tx, { targetId: id, step: to, on, skipped: false, reason, documentId });
    const audit = {
      action: 'targets.step',
      objectKind: 'target',
      objectId: String(id),
      householdId: partyId,
      detail: { from: stateOf(history), step: to, on, skipped: skipped.length },
    };
    return { result: { id, step: to }, audit };
  });
}
