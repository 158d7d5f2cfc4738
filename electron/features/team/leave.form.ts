/** DOC-TEAM-01, the leave form, with the deputy head's decision and the day on which he was seen back. */
import { composeLeave, type LeaveFacts } from '@shared/domain/team/leavePaper';
import { refuse } from '@shared/kernel/result';
import type { ReadDb } from '../../database/store';
import { approvalPaper } from '../approvals/approvalPaper';
import { approvalOf } from '../approvals/requireApproved';
import type { Form, SubjectKind } from '../documents/form';
import { branchUnit } from '../users/users.repository';
import { leaveApproval, leaveSubject } from './leaveApproval';
import { findLeave, type StoredLeave } from './leaves.repository';
import { listGroups } from './team.repository';

/** By its number; refuses subject-unknown. */
const LEAVE: SubjectKind = {
  name: 'leave',
  find: (db, key) => leaveAt(db, Number(key)).id,
  describe(db, id) {
    const { person, firstDay } = leaveAt(db, id);
    return { id, partyId: null, label: `${person} ${firstDay}` };
  },
};

const leaveAt = (db: ReadDb, id: number): StoredLeave =>
  (Number.isInteger(id) ? findLeave(db, id) : undefined) ?? refuse('subject-unknown', { subject: String(id) });

async function gather(db: ReadDb, id: number, today: string): Promise<LeaveFacts> {
  const { person, userId, kind, reason, firstDay, lastDay, substitute, state, reportedOn, reportedTo } = leaveAt(
    db,
    id,
  );
  const request = await approvalOf(db, leaveApproval.id, leaveSubject(id));
  const levels = request ? (await approvalPaper(db, request.id)).levels : [];
  const group = listGroups(db).find(({ memberIds }) => memberIds.includes(userId))?.name ?? null;
  const unit = (await branchUnit(db)).name;
  const leave = { person, group, kind, reason, firstDay, lastDay, substitute, state, reportedOn, reportedTo };
  return { asOf: today, unit, ...leave, levels };
}

export const leaveForm: Form<LeaveFacts> = {
  code: 'DOC-TEAM-01',
  alias: 'leave',
  title: '请销假单',
  purpose: '请假由分管领导批准，期满向其销假',
  class: 'INT',
  version: '1',
  series: '假',
  category: '管理类',
  word: false,
  subject: LEAVE,
  permission: 'team.leave',
  required: [],
  fields: [],
  gather: (db, id, { today }) => gather(db, id, today),
  catalogue: () => [],
  figures: () => [],
  check: ({ state }) =>
    state === 'approved'
      ? []
      : [
          {
            id: 'approval',
            section: '1',
            severity: 'block',
            code: 'leave-not-approved',
            gate: 'G-AUTH',
            subject: null,
          },
        ],
  fill: () => ({}),
  compose: (facts, _, date) => composeLeave(facts, date),
};
