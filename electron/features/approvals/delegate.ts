/** Handing authority over during leave, within dates; and taking it back before they end. */
import { type Level, roleOf } from '@shared/domain/approvals/levels';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { refuse } from '@shared/kernel/result';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import { findUserById } from '../users/users.repository';
import { actorOf } from './approvals.repository';
import { delegation, delegationSubject } from './delegationKind';
import { delegationById, insertDelegation, type NewDelegation, overlapping } from './delegations.repository';
import { voidApprovals } from './requireApproved';
import { submitRequest } from './submitRequest';

export interface DelegateInput extends NewDelegation {
  readonly requestId: string;
}

/** A vote is a person's own (集体决策): the committee is never handed over. */
const isHandable = (level: Level): boolean => level !== 'committee';

/** Refusals in order: delegation-self, user-unknown, delegation-level, delegation-dates, delegation-overlap {from, to}. */
async function refuseFaulty(db: ReadDb, today: CalendarDate, handed: NewDelegation): Promise<string> {
  const { fromUserId, toUserId, level, firstDay, lastDay } = handed;
  if (fromUserId === toUserId) refuse('delegation-self');
  const [giver, taker] = [await findUserById(db, fromUserId), await findUserById(db, toUserId)];
  if (!giver?.active || !taker?.active) return refuse('user-unknown');
  if (!isHandable(level) || !giver.roles.includes(roleOf(level))) refuse('delegation-level', { level });
  if (lastDay < firstDay || lastDay < today) refuse('delegation-dates');
  const other = await overlapping(db, handed);
  if (other) refuse('delegation-overlap', { from: other.firstDay, to: other.lastDay });
  return `${giver.display} → ${taker.display}`;
}

/** In force once the head approved it. Refusals: those of `refuseFaulty` in their order. */
export async function delegateAuthority(
  today: CalendarDate,
  open: OpenFolder,
  input: DelegateInput,
): Promise<{ id: number }> {
  const repeatable = { id: input.requestId, procedure: 'approvals.delegate', input };
  return open.store.write(
    open.actor,
    async (tx) => {
      const title = await refuseFaulty(tx, today, input);
      const subject = delegationSubject(await insertDelegation(tx, input));
      const facts = {};
      const asked = { subject, title, partyId: null, unitId: tx.actor.unitId, facts };
      const { id, notes } = await submitRequest(tx, today, delegation, asked);
      return { result: { id }, audit: notes };
    },
    repeatable,
  );
}

/** By the giver or by a branch head. Refusals in order: delegation-unknown, delegation-foreign. */
export async function endDelegation(
  open: OpenFolder,
  { id, reason }: { readonly id: number; readonly reason: string },
): Promise<{ id: number }> {
  return open.store.write(open.actor, async (tx) => {
    const handed = await delegationById(tx, id);
    if (!handed || handed.endedAt !== null) return refuse('delegation-unknown');
    const isHead = tx.actor.roles.includes('branch-head');
    if (handed.fromUserId !== actorOf(tx) && !isHead) refuse('delegation-foreign', { from: handed.from });
    // Its request becomes void, and with it the authority.
    const notes = await voidApprovals(tx, delegationSubject(id), reason);
    const detail = { level: handed.level, giver: handed.fromUserId, taker: handed.toUserId, reason };
    const note = { action: 'approvals.endDelegation', objectKind: 'delegation', objectId: String(id), detail };
    return { result: { id }, audit: [note, ...notes] };
  });
}
