/** Calling in a loan before its due date needs the credit director (documents.md DOC-REC-02A): what he is shown. */
import type { Content } from '@shared/domain/approvals/content';
import { householdNumber } from '@shared/domain/loans/householdNumber';
import type { ApprovalKind } from '../approvals/approvalKind';
import { rowSubject } from '../approvals/rowSubject';
import { endAcceleration, findAcceleration } from './accelerations.repository';

const { subjectOf, idOf } = rowSubject('acceleration');

export const accelerationSubject = subjectOf;

export const accelerationApproval: ApprovalKind = {
  id: 'acceleration',
  authority: { rule: 'authority/acceleration' },
  delegable: true,
  async current(db, subject): Promise<Content | null> {
    const asked = findAcceleration(db, idOf(subject));
    if (!asked) return null;
    return [
      { field: 'household', type: 'household', value: householdNumber(asked.partyId) },
      { field: 'contract', type: 'text', value: asked.contract },
      { field: 'owed', type: 'amount', value: asked.owed },
      { field: 'clause', type: 'text', value: asked.clause },
      { field: 'breach', type: 'text', value: asked.breach },
    ];
  },
  async ended(tx, { subject }, state) {
    endAcceleration(tx, idOf(subject), state === 'approved' ? 'approved' : 'refused');
    return [];
  },
};
