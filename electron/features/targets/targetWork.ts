/** What targets put on the work list: goals that are due, and deadlines of those who answer for a loan. */
import { householdNumber } from '@shared/domain/loans/householdNumber';
import type { WorkItem } from '@shared/domain/workbench/workItem';
import { listUsers } from '../users/users.repository';
import type { WorkItemSource } from '../workbench/workItemSource';
import { responsibilities } from './responsibility.repository';
import { assignmentsOf, listTargets } from './targets.repository';

export const targetWork: WorkItemSource = async ({ store }, { until }) => {
  const db = store.read;
  const targets = listTargets(db, false);
  const newest = new Map(
    assignmentsOf(
      db,
      targets.map(({ id }) => id),
    )
      .toReversed()
      .map((assignment) => [assignment.targetId, assignment]),
  );
  const goals = targets.flatMap(({ id, partyId, received }): WorkItem[] => {
    const assignment = newest.get(id);
    if (!assignment || assignment.dueOn > until) return [];
    const missing = assignment.principal + assignment.interest - received;
    if (missing <= 0) return [];
    const { dueOn: day, managerId: userId, group: what } = assignment;
    const link = `/targets?id=${id}`;
    return [{ kind: 'target', key: String(id), day, householdId: partyId, userId, what, amount: missing, link }];
  });
  // Whoever a decision appointed has the deadline of the decision on his list already (rewards/liabilityWork).
  const named = responsibilities(db, until).filter(({ balance, liabilityId }) => balance > 0 && liabilityId === null);
  const ids = new Map((await listUsers(db)).filter(({ active }) => active).map(({ display, id }) => [display, id]));
  const deadlines = named.map(
    ({ loanId, partyId, contract, person, deadline, balance }): WorkItem => ({
      kind: 'responsibility',
      key: String(loanId),
      day: deadline,
      householdId: partyId,
      userId: ids.get(person) ?? null,
      what: contract,
      amount: balance,
      link: `/household/${householdNumber(partyId)}`,
    }),
  );
  return [...goals, ...deadlines];
};
