/** Every feature that puts something on the work list; a new one is one line. */
import { approvalWork } from '../approvals/approvalWork';
import { reviewWork } from '../caseReview/reviewWork';
import { contactWork } from '../contacts/contactWork';
import { noticeWork } from '../dunning/noticeWork';
import { caseWork } from '../litigation/caseWork';
import { measureWork } from '../measures/measureWork';
import { deadlineWork } from '../portfolio/deadlineWork';
import { repaymentWork } from '../repayment/followUp';
import { liabilityWork } from '../rewards/liabilityWork';
import { targetWork } from '../targets/targetWork';
import { teamWork } from '../team/teamWork';
import type { WorkItemSource } from './workItemSource';

export const SOURCES: readonly WorkItemSource[] = [
  contactWork,
  measureWork,
  approvalWork,
  deadlineWork,
  noticeWork,
  caseWork,
  reviewWork,
  repaymentWork,
  targetWork,
  liabilityWork,
  teamWork,
];
