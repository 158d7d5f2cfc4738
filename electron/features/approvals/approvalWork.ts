/** Requests that wait for the person at the screen, and those that came back to whoever asked, for the work list. */
import { addDays } from '@shared/kernel/calendarDate';
import type { WorkItemSource } from '../workbench/workItemSource';
import { waitingForMe } from './inbox';
import { shippedKind } from './kinds';
import { returnedSince } from './requestLists.repository';

/** For so many days what was sent back is work for whoever asked: most features ask anew with another row, so nothing else ends it. */
const RETURNED_DAYS = 7;

export const approvalWork: WorkItemSource = async ({ store, actor }, { today }) => {
  const { read } = store;
  const waiting = (await waitingForMe(read, actor, today)).map(({ id, title, deadline, partyId, amount }) => ({
    ...{ kind: 'approval' as const, key: String(id), day: deadline, householdId: partyId, userId: actor.userId },
    ...{ what: title, amount, link: `/approvals?id=${id}` },
  }));
  const returned = [];
  for (const head of await returnedSince(read, addDays(today, -RETURNED_DAYS)))
    if ((await shippedKind(head.kind).current(read, head.subject)) !== null) returned.push(head);
  return [
    ...waiting,
    ...returned.map(({ id, title, partyId, amount, submittedBy }) => ({
      ...{ kind: 'approval-returned' as const, key: String(id), day: null, householdId: partyId, userId: submittedBy },
      ...{ what: title, amount, link: `/approvals?list=submitted&id=${id}` },
    })),
  ];
};
