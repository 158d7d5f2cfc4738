/** What the last portfolio run puts on the work list: limitations, guarantee periods and first notices that are near. */
import { householdNumber } from '@shared/domain/loans/householdNumber';
import type { WorkItemSource } from '../workbench/workItemSource';
import { dueRows, lastRun } from './portfolioResults.repository';

export const deadlineWork: WorkItemSource = async ({ store }, { until, most }) => {
  const run = lastRun(store.read);
  if (run === null) return [];
  return dueRows(store.read, { run: run.id, from: run.asOf, until }, most, 0).map((row) => ({
    kind: row.kind,
    key: `${row.contract} ${row.guarantor ?? ''}`,
    day: row.day,
    householdId: row.partyId,
    userId: null,
    what: [row.contract, row.guarantor].filter(Boolean).join(' '),
    amount: row.balance,
    link: `/household/${householdNumber(row.partyId)}?tab=%22limitation%22`,
  }));
};
