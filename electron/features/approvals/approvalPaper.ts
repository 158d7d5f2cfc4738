/** What a paper prints of its request: the opinion of each level and the vote, with their log codes. */
import type { PaperLevel, PaperVote } from '@shared/domain/approvals/approvalBlocks';
import type { Tally } from '@shared/domain/approvals/committee';
import { present } from '@shared/kernel/assert';
import { refuse } from '@shared/kernel/result';
import type { ReadDb } from '../../database/store';
import { localDay } from '../../platform/clock';
import { decisionsOf, requestById, type StoredDecision, votesOf } from './approvals.repository';
import { codeOf } from './showRequest';

export interface ApprovalPaper {
  readonly levels: readonly PaperLevel[];
  /** null: no committee in the path. */
  readonly vote: { readonly votes: readonly PaperVote[]; readonly tally: Tally | null } | null;
  /** Of the last decision; null before the first. */
  readonly code: string | null;
}

function paperDecision(decision: StoredDecision | undefined): PaperLevel['decision'] {
  if (!decision || decision.outcome === 'withdraw' || decision.outcome === 'void') return null;
  const { outcome, opinion, display, forDisplay, decidedAt } = decision;
  const by = forDisplay === null ? display : `${display}（代${forDisplay}）`;
  const code = present(codeOf(decision), 'the decision of a level has its entry in the log');
  return { outcome, opinion, by, on: localDay(decidedAt), code };
}

/** Refuses request-unknown. */
export async function approvalPaper(db: ReadDb, id: number): Promise<ApprovalPaper> {
  const request = (await requestById(db, id)) ?? refuse('request-unknown');
  const decisions = await decisionsOf(db, id);
  const said = (at: number) => decisions.find((decision) => decision.at === at && decision.level !== null);
  const levels = request.path.map((level, at) => ({ level, decision: paperDecision(said(at)) }));
  const at = request.path.indexOf('committee');
  const votes = (await votesOf(db, id)).filter((vote) => vote.at === at);
  const shown = votes.map(({ display, vote, opinion }) => ({ member: display, vote, opinion }));
  const last = decisions.findLast(({ level }) => level !== null);
  return {
    levels,
    vote: at < 0 ? null : { votes: shown, tally: said(at)?.tally ?? null },
    code: last ? codeOf(last) : null,
  };
}
