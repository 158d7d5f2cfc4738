/** Lists of requests: what waits for levels, what was asked, what came back. */
import type { Level } from '@shared/domain/approvals/levels';
import type { RequestState } from '@shared/domain/approvals/standing';
import type { ReadDb } from '../../database/store';
import { type RequestHead, requestHeads } from './approvals.repository';

/**
 * Open requests that wait for one of the levels, oldest first; without those that somebody had a hand in, decided at an earlier
 * level or has a conflict with (a member of the committee says himself that he keeps away).
 */
export async function openRequestsFor(db: ReadDb, levels: readonly Level[], userId: number): Promise<RequestHead[]> {
  if (levels.length === 0) return [];
  return requestHeads(db)
    .where('state', '=', 'submitted')
    .where('waiting_for', 'in', [...levels])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('approval_preparer')
            .select('user_id')
            .whereRef('approval_preparer.request_id', '=', 'approval_request.id')
            .where('approval_preparer.user_id', '=', userId),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('approval_vote')
            .select('user_id')
            .whereRef('approval_vote.request_id', '=', 'approval_request.id')
            .whereRef('approval_vote.at_level', '=', 'approval_request.at_level')
            .where('approval_vote.user_id', '=', userId)
            .where('vote', '=', 'abstain'),
        ),
      ),
    )
    .where(({ eb, or, not, exists, selectFrom }) => {
      const decided = selectFrom('approval_decision')
        .select('user_id')
        .whereRef('approval_decision.request_id', '=', 'approval_request.id')
        .where('approval_decision.level', '<>', 'committee')
        .where('approval_decision.user_id', '=', userId);
      const conflicted = selectFrom('approval_conflict')
        .select('user_id')
        .whereRef('approval_conflict.request_id', '=', 'approval_request.id')
        .where('approval_conflict.user_id', '=', userId);
      return or([eb('waiting_for', '=', 'committee'), not(or([exists(decided), exists(conflicted)]))]);
    })
    .orderBy('id')
    .execute();
}

/** Newest first, after the item `cursor`. `submitter` null: everybody's. */
export async function requestPage(
  db: ReadDb,
  page: {
    readonly submitter: number | null;
    readonly state?: RequestState | undefined;
    readonly cursor: number | null;
    readonly limit: number;
  },
): Promise<RequestHead[]> {
  let query = requestHeads(db).orderBy('id', 'desc').limit(page.limit);
  if (page.submitter !== null) query = query.where('submitted_by', '=', page.submitter);
  if (page.state) query = query.where('state', '=', page.state);
  if (page.cursor !== null) query = query.where('id', '<', page.cursor);
  return query.execute();
}

/** Sent back since a day and not asked anew. */
export async function returnedSince(db: ReadDb, day: string): Promise<RequestHead[]> {
  return requestHeads(db)
    .where('state', '=', 'returned')
    .where('ended_at', '>=', day)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('approval_request as newer')
            .select('newer.id')
            .whereRef('newer.subject', '=', 'approval_request.subject')
            .whereRef('newer.kind', '=', 'approval_request.kind')
            .whereRef('newer.id', '>', 'approval_request.id'),
        ),
      ),
    )
    .orderBy('id')
    .execute();
}
