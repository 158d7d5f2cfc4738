/** Whoever prepared a request takes it back while nobody has decided it for good. */

import type { CalendarDate } from '@shared/kernel/calendarDate';
import { refuse } from '@shared/kernel/result';
import type { WriteTx } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import { actorOf, insertDecision, moveRequest, nextEntry } from './approvals.repository';
import type { Stood } from './decideRequest';
import { type FindKind, shippedKind } from './kinds';
import { gatherAsSeen, noteOf, type RequestRef } from './openRequest';

/** Refusals in order: request-unknown, decision-conflict, request-closed {state}, preparer-only. */
export async function withdrawRequest(
  today: CalendarDate,
  open: OpenFolder,
  input: RequestRef & { readonly reason: string; readonly requestId: string },
  find: FindKind = shippedKind,
): Promise<Stood> {
  const repeatable = { id: input.requestId, procedure: 'approvals.withdraw', input };
  const withdraw = async (tx: WriteTx) => {
    const { request, prepared, kind } = await gatherAsSeen(tx, input, today, find);
    if (request.state !== 'submitted') refuse('request-closed', { state: request.state });
    if (!prepared.some(({ userId }) => userId === actorOf(tx))) refuse('preparer-only');
    const step = { level: null, outcome: 'withdraw' as const, forUserId: null, tally: null };
    await insertDecision(tx, request, { ...step, opinion: input.reason, entry: nextEntry(tx) });
    await moveRequest(tx, request, { ...request, state: 'withdrawn', waitingFor: null });
    const notes = await kind.ended(tx, request, 'withdrawn');
    const note = noteOf('approvals.withdraw', request, { reason: input.reason });
    return { result: { id: request.id, state: 'withdrawn' as const, rev: request.rev + 1 }, audit: [note, ...notes] };
  };
  return open.store.write(open.actor, withdraw, repeatable);
}
