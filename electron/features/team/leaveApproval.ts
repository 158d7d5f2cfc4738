/** Leave is granted by the deputy head alone (TEAM-04, B1 §18). */
import type { Content } from '@shared/domain/approvals/content';
import { LEAVE_RULE, leaveDays } from '@shared/domain/team/leave';
import type { ApprovalKind } from '../approvals/approvalKind';
import { rowSubject } from '../approvals/rowSubject';
import { findLeave, leavesOf, setLeaveState } from './leaves.repository';

const { subjectOf, idOf } = rowSubject('leave');

export const leaveSubject = subjectOf;

export const leaveApproval: ApprovalKind = {
  id: 'leave',
  authority: { rule: LEAVE_RULE, columns: ['approver'] },
  delegable: true,
  async current(db, subject): Promise<Content | null> {
    const leave = findLeave(db, idOf(subject));
    if (!leave) return null;
    const { person, kind, reason, firstDay, lastDay, substitute } = leave;
    return [
      { field: 'person', type: 'person', value: person },
      { field: 'leaveKind', type: 'word', value: kind },
      { field: 'reason', type: 'text', value: reason },
      { field: 'firstDay', type: 'date', value: firstDay },
      { field: 'lastDay', type: 'date', value: lastDay },
      { field: 'days', type: 'count', value: leaveDays(firstDay, lastDay) },
      ...(substitute === null ? [] : [{ field: 'substitute', type: 'person', value: substitute } as const]),
    ];
  },
  async checks(db, subject, today) {
    const leave = findLeave(db, idOf(subject));
    if (!leave) return [];
    const before = leavesOf(db, leave.userId).filter(
      ({ id, state, reportedOn, lastDay }) =>
        id !== leave.id && state === 'approved' && reportedOn === null && lastDay < today,
    );
    return [
      { id: 'substitute', met: leave.substitute !== null, detail: leave.substitute ?? '' },
      { id: 'reported-back', met: before.length === 0, detail: before.map(({ lastDay }) => lastDay).join('、') },
    ].map((check) => ({ ...check, article: 'B1 §18' }));
  },
  paper: (_, subject) => ({ form: 'leave', subjectId: idOf(subject) }),
  async ended(tx, { subject }, state) {
    const id = idOf(subject);
    const left = state === 'approved' ? 'approved' : 'refused';
    setLeaveState(tx, id, left);
    return [{ action: 'team.leaveEnded', objectKind: 'leave', objectId: String(id), detail: { state } }];
  },
};
