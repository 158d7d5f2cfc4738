/** The committee decides together: each member votes once or keeps away, then one of them closes the vote with its minutes (B4 §10). */
import { tallyOf, type Vote } from '@shared/domain/approvals/committee';
import { isReason } from '@shared/domain/users/reason';
import { refuseOwnItem } from '@shared/domain/users/separation';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { grantedOrRefuse, refuse } from '@shared/kernel/result';
import { Inquiry } from '@shared/rules/inquiry';
import type { RuleBook } from '@shared/rules/ruleBook';
import type { ReadDb, WriteTx } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import { listUsers } from '../users/users.repository';
import { actorOf, insertVote, nextEntry, type StoredVote, votesOf } from './approvals.repository';
import { type Stood, settle } from './decideRequest';
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

export interface VoteInput extends RequestRef {
  readonly vote: Vote;
  /** For a refusal and for keeping away: why. */
  readonly opinion: string;
  readonly requestId: string;
}

/** Refusals in order: own-item, request-closed, beyond-authority | level-other. A vote is a person's own: no handed-over authority. */
async function refuseOutsiders(tx: WriteTx, found: OpenRequest, today: CalendarDate): Promise<number> {
  const userId = actorOf(tx);
  refuseOwnItem(found.prepared, { userId });
  const { level } = grantedOrRefuse(authorityOver(found, userId, await heldBy(tx, tx.actor, today, found.kind)));
  if (level !== 'committee') refuse('level-other', { level, role: level });
  return userId;
}

export async function votesAt(db: ReadDb, { request }: OpenRequest): Promise<StoredVote[]> {
  return (await votesOf(db, request.id)).filter(({ at }) => at === request.at);
}

/**
 * Refusals in order: request-unknown, decision-conflict, own-item, request-closed, beyond-authority | level-other,
 * voted-already, conflict-recorded, opinion-missing, content-changed, authority-changed.
 */
export async function voteOnRequest(
  today: CalendarDate,
  open: OpenFolder,
  input: VoteInput,
  find: FindKind = shippedKind,
): Promise<Stood> {
  const repeatable = { id: input.requestId, procedure: 'approvals.vote', input };
  return open.store.write(
    open.actor,
    async (tx) => {
      const found = await gatherAsSeen(tx, input, today, find);
      const userId = await refuseOutsiders(tx, found, today);
      if ((await votesAt(tx, found)).some((cast) => cast.userId === userId)) refuse('voted-already');
      const { vote, opinion } = input;
      if (vote !== 'abstain' && found.standing.conflicted.includes(userId)) refuse('conflict-recorded');
      if (vote !== 'consent' && !isReason(opinion)) refuse('opinion-missing');
      await refuseChanged(tx, found, today);
      const { request } = found;
      await insertVote(tx, request, { vote, opinion, entry: nextEntry(tx) });
      const result = { id: request.id, state: request.state, rev: request.rev };
      return { result, audit: noteOf('approvals.vote', request, { vote }) };
    },
    repeatable,
  );
}

/** Everybody of the committee, in the order of their ids. */
export async function committeeOf(db: ReadDb): Promise<{ userId: number; display: string }[]> {
  const users = await listUsers(db);
  const members = users.filter(({ active, roles }) => active && roles.includes('committee-member'));
  return members.map(({ id, display }) => ({ userId: id, display }));
}

/** Whoever has not voted is not there. `members`: of the whole committee. */
export function countVotes(book: RuleBook, members: number, votes: readonly StoredVote[], today: CalendarDate) {
  const inquiry = new Inquiry(book);
  const cast = votes.map(({ vote }) => vote);
  return { tally: tallyOf(inquiry, members, cast, today), trace: inquiry.trace };
}

export interface CloseVoteInput extends RequestRef {
  /** Where and how the committee met, and what was said. */
  readonly minutes: string;
  readonly requestId: string;
}

/**
 * The outcome is counted, never chosen: consent with quorum and majority, else rejection. Whoever keeps away neither closes it
 * nor writes its minutes. Refusals in order: request-unknown, decision-conflict, own-item, request-closed,
 * beyond-authority | level-other, conflict-recorded, opinion-missing,
 * quorum-missing {present, members}, content-changed, authority-changed.
 */
export async function closeVote(
  today: CalendarDate,
  open: OpenFolder,
  input: CloseVoteInput,
  find: FindKind = shippedKind,
): Promise<Stood> {
  const repeatable = { id: input.requestId, procedure: 'approvals.closeVote', input };
  return open.store.write(
    open.actor,
    async (tx) => {
      const found = await gatherAsSeen(tx, input, today, find);
      const userId = await refuseOutsiders(tx, found, today);
      const votes = await votesAt(tx, found);
      const own = votes.find((cast) => cast.userId === userId);
      if (found.standing.conflicted.includes(userId) || own?.vote === 'abstain') refuse('conflict-recorded');
      if (!isReason(input.minutes)) refuse('opinion-missing');
      const members = await committeeOf(tx);
      const { tally, trace } = countVotes(found.book, members.length, votes, today);
      if (!tally.quorum)
        refuse('quorum-missing', { present: tally.present, members: tally.members }, trace[0]?.article);
      await refuseChanged(tx, found, today);
      const outcome = tally.majority ? ('consent' as const) : ('reject' as const);
      const decision = { level: 'committee' as const, outcome, forUserId: null, opinion: input.minutes, tally };
      return settle(tx, today, found, { action: 'approvals.closeVote', decision });
    },
    repeatable,
  );
}
