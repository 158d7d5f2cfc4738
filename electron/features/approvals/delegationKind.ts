/** Handing over one's authority for some days is itself a request: the head of the branch decides it in person (B3 §33). */
import type { Content } from '@shared/domain/approvals/content';
import { roleOf } from '@shared/domain/approvals/levels';
import { leavesOf } from '../team/leaves.repository';
import { findUserById } from '../users/users.repository';
import type { ApprovalKind } from './approvalKind';
import { delegationById, endDelegationRow, setInForce } from './delegations.repository';
import { rowSubject } from './rowSubject';

const { subjectOf, idOf } = rowSubject('delegation');

export const delegationSubject = subjectOf;

export const delegation: ApprovalKind = {
  id: 'delegation',
  authority: { rule: 'authority/delegation', columns: ['level1'] },
  // Else whoever was given the head's authority could pass it on.
  delegable: false,
  async current(db, subject): Promise<Content | null> {
    const handed = await delegationById(db, idOf(subject));
    if (!handed || handed.endedAt !== null) return null;
    return [
      { field: 'from', type: 'person', value: handed.from },
      { field: 'to', type: 'person', value: handed.to },
      { field: 'level', type: 'word', value: handed.level },
      { field: 'firstDay', type: 'date', value: handed.firstDay },
      { field: 'lastDay', type: 'date', value: handed.lastDay },
      { field: 'basis', type: 'text', value: handed.basis },
    ];
  },
  async checks(db, subject, today) {
    const handed = await delegationById(db, idOf(subject));
    if (!handed) return [];
    const { fromUserId, toUserId, level, firstDay, lastDay } = handed;
    const [giver, taker] = [await findUserById(db, fromUserId), await findUserById(db, toUserId)];
    const away = leavesOf(db, fromUserId).find(
      (leave) => leave.state === 'approved' && leave.firstDay <= firstDay && leave.lastDay >= lastDay,
    );
    return [
      { id: 'giver-holds', met: giver?.active === true && giver.roles.includes(roleOf(level)) },
      { id: 'taker-active', met: taker?.active === true },
      { id: 'giver-on-leave', met: away !== undefined, ...(away && { detail: `${away.firstDay}—${away.lastDay}` }) },
      { id: 'days-ahead', met: lastDay >= today },
    ];
  },
  async ended(tx, { subject }, state) {
    if (state === 'approved') await setInForce(tx, idOf(subject));
    else await endDelegationRow(tx, idOf(subject));
    return [];
  },
};
