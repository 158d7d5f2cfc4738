/** What dunning puts on the work list: receipts that are still out after the days of the rule, and scanned ones to be checked (REC-04). */
import { addDays } from '@shared/kernel/calendarDate';
import type { WorkItemSource } from '../workbench/workItemSource';
import { openNotices } from './notices.repository';
import { chasing } from './register';

export const noticeWork: WorkItemSource = async ({ store }, { today, until, most }) => {
  const db = store.read;
  const { days } = await chasing(db, today);
  return openNotices(db, addDays(until, -days), most).map((notice) => ({
    kind: notice.scans > 0 ? 'receipt-check' : 'receipt-missing',
    key: String(notice.id),
    day: notice.scans > 0 ? null : addDays(notice.noticedOn, days),
    householdId: notice.partyId,
    userId: notice.userId,
    what: `${notice.number} ${notice.addressee}`,
    amount: null,
    link: `/dunning?tab=%22register%22&notice=${notice.id}`,
  }));
};
