/** A level speaks: consent, return, or reject. Its opinion, its authority and the digest of what it saw are kept (ORG-03, ORG-04). */
import { afterwards, type Outcome } from '@shared/domain/approvals/standing';
import { isReason } from '@shared/domain/users/reason';
import { refuseOwnItem } from '@shared/domain/users/separation';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { grantedOrRefuse, refuse } from '@shared/kernel/result';
import type { AuditNote, WriteTx } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import { actorOf, insertDecision, moveRequest, type NewDecision, nextEntry } from './approvals.repository';
import { type FindKind, shippedKind } from './kinds';
import {
  authorityOver,
  gatherAsSeen,
  heldBy,
  noteOf,
  type OpenRequest,
  type RequestRef,
  refuseChanged,
} from './openRequest';
import { levelAskedAt } from './submitRequest';

export interface DecideInput extends RequestRef {
  readonly outcome: Outcome;
  readonly opinion: string;
  readonly requestId: string;
}

/**
 * Refusals in order: request-unknown, decision-conflict, own-item, request-closed, beyond-authority | level-other,
 * decided-before, conflict-recorded, committee-votes, opinion-missing; of consent and rejection content-changed, authority-changed.
 */
export async function decideRequest(
  today: CalendarDate,
  open: OpenFolder,
  input: DecideInput,
  find: FindKind = shippedKind,
): Promise<Stood> {
  const repeatable = { id: input.requestId, procedure: 'approvals.decide', input };
  return open.store.write(
    open.actor,
    async (tx) => {
      const found = await gatherAsSeen(tx, input, today, find);
      const userId = actorOf(tx);
      refuseOwnItem(found.prepared, { userId });
      const { level, from } = grantedOrRefuse(
        authorityOver(found, userId, await heldBy(tx, tx.actor, today, found.kind)),
      );
      if (level === 'committee') refuse('committee-votes');
      if (input.outcome !== 'consent' && !isReason(input.opinion)) refuse('opinion-missing');
      // Sent back it harms nobody, and whoever asked can ask anew.
      if (input.outcome !== 'return') await refuseChanged(tx, found, today);
      const decision = {
        level,
        outcome: input.outcome,
        forUserId: from?.userId ?? null,
        opinion: input.opinion,
        tally: null,
      };
      return settle(tx, today, found, { action: 'approvals.decide', decision });
    },
    repeatable,
  );
}

export interface Stood {
  readonly id: number;
  readonly state: OpenRequest['request']['state'];
  readonly rev: number;
}

export interface Settlement {
  readonly action: string;
  readonly decision: Omit<NewDecision, 'entry' | 'outcome'> & { readonly outcome: Outcome };
}

/** Writes what a level said, and what follows: the next level is asked, or the request ends and its feature hears of it. */
export async function settle(
  tx: WriteTx,
  today: CalendarDate,
  { request, kind, book }: OpenRequest,
  { action, decision }: Settlement,
): Promise<{ result: Stood; audit: AuditNote[] }> {
  const { state, at } = afterwards(request, decision.outcome);
  await insertDecision(tx, request, { ...decision, entry: nextEntry(tx) });
  const isOpen = state === 'submitted';
  const asked = isOpen
    ? levelAskedAt(book, request.path, at, today)
    : { at, waitingFor: null, deadline: request.deadline, deadlineTrace: request.deadlineTrace };
  await moveRequest(tx, request, { state, ...asked });
  const { level, outcome, forUserId, tally } = decision;
  const note = noteOf(action, request, {
    level,
    outcome,
    state,
    ...(forUserId && { forUserId }),
    ...(tally && { tally }),
  });
  const notes = isOpen ? [] : await kind.ended(tx, request, state);
  return { result: { id: request.id, state, rev: request.rev + 1 }, audit: [note, ...notes] };
}
