/** Giving targets to a group, with a manager for each household and what he has to bring by when (TEAM-01, ORG-05). */
import type { Way } from '@shared/domain/targets/sources';
import { stateOf } from '@shared/domain/targets/steps';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { refuse } from '@shared/kernel/result';
import type { AuditNote, WriteTx } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { findGroup } from '../team/team.repository';
import { awaitsApproval, targetAt } from './moveTarget';
import { insertAssignment, insertStep, stepsOf } from './targets.repository';

interface Assigned {
  readonly id: number;
  readonly rev: number;
  readonly groupId: number;
  readonly way: Way;
  readonly managerId: number;
  readonly principal: number;
  readonly interest: number;
  readonly dueOn: CalendarDate;
}

/** Refusals in order: group-unknown, manager-outside, goal-missing, assignment-due-past. */
function refuseFaulty(tx: WriteTx, today: CalendarDate, input: Assigned): void {
  const group = findGroup(tx, input.groupId) ?? refuse('group-unknown');
  if (group.endedOn !== null) refuse('group-unknown');
  if (!group.memberIds.includes(input.managerId)) refuse('manager-outside', { group: group.name });
  if (input.principal + input.interest <= 0) refuse('goal-missing');
  if (input.dueOn < today) refuse('assignment-due-past', { dueOn: input.dueOn });
}

/**
 * Refusals in order: target-unknown, target-conflict, target-closed, approval-missing, target-not-in-ledger,
 * then those of refuseFaulty.
 */
export async function assignTarget({ clock }: Services, open: OpenFolder, input: Assigned) {
  const today = clock.today();
  const { id, rev } = input;
  return open.store.write(open.actor, async (tx) => {
    const target = targetAt(tx, id, rev);
    if (target.closedOn !== null) refuse('target-closed');
    if (await awaitsApproval(tx, target, today)) refuse('approval-missing', { kind: 'target-source', state: null });
    const state = stateOf(stepsOf(tx, [id]));
    if (state === 'proposed') refuse('target-not-in-ledger');
    refuseFaulty(tx, today, input);
    const { groupId, way, managerId, principal, interest, dueOn } = input;
    insertAssignment(tx, { targetId: id, groupId, way, managerId, principal, interest, dueOn });
    if (state === 'in-ledger')
      insertStep(tx, { targetId: id, step: 'assigned', on: today, skipped: false, reason: '', documentId: null });
    const audit: AuditNote = {
      action: 'targets.assign',
      objectKind: 'target',
      objectId: String(id),
      householdId: target.partyId,
      detail: { group: groupId, manager: managerId, principal, interest, dueOn, way },
    };
    return { result: { id }, audit };
  });
}
