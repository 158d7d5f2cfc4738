/** What dunning puts on the work list: receipts that are still out after the days of the rule, and scanned ones to be checked (REC-04). */
import { addDays } from '@shared/kernel/calendarDate';
import type { WorkItemSource } from '../workbench/workItemSource';
import { openNotices } from './notices.repository';
import { chaseDay, chasing } from './register';

export const noticeWork: WorkItemSource = async ({ store }, { today, until, most }) => {
  const db = store.read;
  const rule = await chasing(db, today);
  const out = { noticedBy: addDays(until, -rule.days), chasedBy: addDays(until, -rule.again) };
  return openNotices(db, out, most).map((notice) => ({
    kind: notice.scans > 0 ? 'receipt-check' : 'receipt-missing',
    key: String(notice.id),
    day: notice.scans > 0 ? null : chaseDay(notice, rule),
    householdId: notice.partyId,
    userId: notice.userId,
    what: `${notice.number} ${notice.addressee}`,
    amount: null,
    link: `/dunning?tab=%22register%22&notice=${notice.id}`,
  }));
};
