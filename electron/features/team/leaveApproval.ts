/** Leave is granted by the deputy head alone (TEAM-04, B1 §18). */
import type { Content } from '@shared/domain/approvals/content';
import { leaveDays } from '@shared/domain/team/leave';
import type { ApprovalKind } from '../approvals/approvalKind';
import { findLeave, setLeaveState } from './leaves.repository';

const PREFIX = 'leave:';

export const leaveSubject = (id: number): string => `${PREFIX}${id}`;

const idOf = (subject: string): number => Number(subject.slice(PREFIX.length));

export const leaveApproval: ApprovalKind = {
  id: 'leave',
  authority: { rule: 'team/leave-approval', columns: ['approver'] },
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
  async ended(tx, { subject }, state) {
    const id = idOf(subject);
    const left = state === 'approved' ? 'approved' : 'refused';
    setLeaveState(tx, id, left);
    return [{ action: 'team.leaveEnded', objectKind: 'leave', objectId: String(id), detail: { state } }];
  },
};
