/** What the team puts on the work list: leave that ended and was not reported back. */
import { addDays } from '@shared/kernel/calendarDate';
import type { WorkItemSource } from '../workbench/workItemSource';
import { openLeaves } from './leaves.repository';

export const teamWork: WorkItemSource = async ({ store }, { until }) =>
  openLeaves(store.read, until).map(({ id, userId, person, firstDay, lastDay }) => ({
    kind: 'leave-back',
    key: String(id),
    day: addDays(lastDay, 1),
    householdId: null,
    userId,
    what: `${person} ${firstDay} – ${lastDay}`,
    amount: null,
    link: '/team?tab=%22leaves%22',
  }));
