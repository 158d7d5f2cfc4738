/** Deadlines of liabilities on the work list (RWD-04): of the person, where a colleague has his name. */
import { liabilityState } from '@shared/domain/rewards/liability';
import type { WorkItem } from '@shared/domain/workbench/workItem';
import { listUsers } from '../users/users.repository';
import type { WorkItemSource } from '../workbench/workItemSource';
import { listLiabilities } from './liabilities.repository';

export const liabilityWork: WorkItemSource = async ({ store }, { today, until }) => {
  const db = store.read;
  const ids = new Map((await listUsers(db)).filter(({ active }) => active).map(({ display, id }) => [display, id]));
  return listLiabilities(db).flatMap((liability): WorkItem[] => {
    const { id, partyId, person, contract, amount, performed, deadline: day } = liability;
    const state = liabilityState(liability, today);
    if (day > until || (state !== 'open' && state !== 'overdue')) return [];
    const whose = { householdId: partyId, userId: ids.get(person) ?? null };
    const left = { what: contract, amount: amount - performed };
    return [{ kind: 'liability', key: String(id), day, ...whose, ...left, link: '/rewards?view=liabilities' }];
  });
};
