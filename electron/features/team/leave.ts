/** Asking for leave, and reporting back to the deputy head when it is over (TEAM-04, B1 §18). */
import { decideLeave, decideReport, LEAVE_RULE, type LeaveKind } from '@shared/domain/team/leave';
import { present } from '@shared/kernel/assert';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { grantedOrRefuse, refuse } from '@shared/kernel/result';
import { Inquiry } from '@shared/rules/inquiry';
import type { WriteTx } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { submitRequest } from '../approvals/submitRequest';
import { rulesInForce } from '../rules/rulesInForce';
import { findUserById } from '../users/users.repository';
import { leaveApproval, leaveSubject } from './leaveApproval';
import { findLeave, insertLeave, leavesOf, setReported } from './leaves.repository';

interface Asked {
  readonly kind: LeaveKind;
  readonly reason: string;
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate;
  readonly substituteId: number | null;
  readonly requestId: string;
}

/** Everybody asks for himself. Refusals in order: user-unknown (the substitute), leave-dates, leave-overlap {from, to}. */
export async function askLeave({ clock }: Services, open: OpenFolder, input: Asked) {
  const today = clock.today();
  const { requestId, ...asked } = input;
  const work = async (tx: WriteTx) => {
    const userId = present(tx.actor.userId, 'a user asks for leave');
    const { substituteId, firstDay, lastDay } = asked;
    const substitute = substituteId === null ? null : await findUserById(tx, substituteId);
    if (substitute !== null && (!substitute?.active || substitute.id === userId)) refuse('user-unknown');
    const { article } = new Inquiry((await rulesInForce(tx, today)).book).values(LEAVE_RULE, today);
    grantedOrRefuse(decideLeave(asked, leavesOf(tx, userId), article));
    const id = insertLeave(tx, { userId, ...asked });
    const { notes } = await submitRequest(tx, today, leaveApproval, {
      subject: leaveSubject(id),
      title: `${tx.actor.display} ${firstDay} – ${lastDay}`,
      partyId: null,
      unitId: tx.actor.unitId,
      facts: {},
    });
    const detail = { firstDay, lastDay, kind: asked.kind };
    const audit = { action: 'team.askLeave', objectKind: 'leave', objectId: String(id), detail };
    return { result: { id }, audit: [audit, ...notes] };
  };
  return open.store.write(open.actor, work, { id: requestId, procedure: 'team.askLeave', input });
}

/**
 * The deputy head has seen that he is back. Refusals in order: leave-unknown, leave-own, leave-not-approved, leave-reported {on},
 * leave-report-early {from}, leave-report-future.
 */
export async function reportBack({ clock }: Services, open: OpenFolder, { id, on }: { id: number; on: CalendarDate }) {
  const today = clock.today();
  return open.store.write(open.actor, async (tx) => {
    const leave = findLeave(tx, id) ?? refuse('leave-unknown');
    if (leave.userId === tx.actor.userId) refuse('leave-own');
    grantedOrRefuse(decideReport(leave, on, today));
    setReported(tx, id, on);
    const detail = { person: leave.person, on };
    return { result: { id }, audit: { action: 'team.reportBack', objectKind: 'leave', objectId: String(id), detail } };
  });
}
