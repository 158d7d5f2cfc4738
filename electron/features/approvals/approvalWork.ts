/** Requests that wait for the person at the screen, for his work list. */
import type { WorkItemSource } from '../workbench/workItemSource';
import { waitingForMe } from './inbox';

export const approvalWork: WorkItemSource = async ({ store, actor }, { today }) =>
  (await waitingForMe(store.read, actor, today)).map(({ id, title, deadline, partyId, amount }) => ({
    kind: 'approval',
    key: String(id),
    day: deadline,
    householdId: partyId,
    userId: actor.userId,
    what: title,
    amount,
    link: `/approvals?id=${id}`,
  }));
