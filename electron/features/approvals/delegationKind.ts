/** Handing over one's authority for some days is itself a request: the head of the branch decides it in person (B3 §33). */
import type { Content } from '@shared/domain/approvals/content';
import type { ApprovalKind } from './approvalKind';
import { delegationById, endDelegationRow, setInForce } from './delegations.repository';

const PREFIX = 'delegation:';

export const delegationSubject = (id: number): string => `${PREFIX}${id}`;

const idOf = (subject: string): number => Number(subject.slice(PREFIX.length));

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
  async ended(tx, { subject }, state) {
    if (state === 'approved') await setInForce(tx, idOf(subject));
    else await endDelegationRow(tx, idOf(subject));
    return [];
  },
};
