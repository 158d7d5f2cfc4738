/** What the contact log puts on the work list: promises that are not kept yet, and next dates. */
import { promiseOutcomes } from '@shared/domain/contacts/promises';
import { householdNumber } from '@shared/domain/loans/householdNumber';
import type { WorkItem } from '@shared/domain/workbench/workItem';
import type { WorkItemSource } from '../workbench/workItemSource';
import { paidBy, promisesOf } from './contacts.repository';
import { nextContacts, promisesUntil } from './contactWork.repository';

const link = (household: number): string => `/household/${householdNumber(household)}?tab=%22contacts%22`;

export const contactWork: WorkItemSource = async ({ store }, { today, until, most }) => {
  const db = store.read;
  const item = (
    kind: WorkItem['kind'],
    row: { id: number; household: number; userId: number; day: string; what: string },
  ) => ({
    kind,
    key: String(row.id),
    day: row.day,
    householdId: row.household,
    userId: row.userId,
    what: row.what,
    amount: null,
    link: link(row.household),
  });
  const promises = promisesUntil(db, until, most);
  const kept = new Set<number>();
  for (const household of new Set(promises.map((each) => each.household)))
    for (const { id, state } of promiseOutcomes(promisesOf(db, household), paidBy(db, household), today))
      if (state === 'kept') kept.add(id);
  return [
    ...promises.filter(({ id }) => !kept.has(id)).map((row) => ({ ...item('promise', row), amount: row.amount })),
    ...nextContacts(db, until, most).map((row) => item('next-contact', row)),
  ];
};
