/** Somebody is too close to a request to decide on it (回避): from then on he may only keep away. */
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import { findUserById } from '../users/users.repository';
import { insertConflict } from './approvals.repository';
import { type FindKind, shippedKind } from './kinds';
import { gather, noteOf } from './openRequest';
import { votesAt } from './voteOnRequest';

export interface ConflictInput {
  readonly id: number;
  readonly userId: number;
  readonly reason: string;
}

/** Refusals in order: request-unknown, request-closed {state}, user-unknown, voted-already; twice is once. */
export async function recordConflict(
  today: CalendarDate,
  open: OpenFolder,
  { id, userId, reason }: ConflictInput,
  find: FindKind = shippedKind,
): Promise<{ id: number }> {
  return open.store.write(open.actor, async (tx) => {
    const found = await gather(tx, id, today, find);
    const { request, standing } = found;
    if (request.state !== 'submitted') refuse('request-closed', { state: request.state });
    if (!(await findUserById(tx, userId))?.active) refuse('user-unknown');
    const cast = (await votesAt(tx, found)).find((vote) => vote.userId === userId);
    if (cast && cast.vote !== 'abstain') refuse('voted-already');
    if (!standing.conflicted.includes(userId)) await insertConflict(tx, { requestId: id, userId, reason });
    return { result: { id }, audit: noteOf('approvals.recordConflict', request, { userId, reason }) };
  });
}
