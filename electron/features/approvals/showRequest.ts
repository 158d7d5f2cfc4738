/** One request in full, as it was asked and as it stands, with what the caller may do about it. */
import type { ApprovalCommittee, ApprovalDecision, ApprovalDetail } from '@shared/contract/approvals.contract';
import { contentChanges } from '@shared/domain/approvals/content';
import { headCode } from '@shared/domain/audit/chain';
import { present } from '@shared/kernel/assert';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { type Decision, type Refusal, refused } from '@shared/kernel/result';
import type { Actor, ReadDb } from '../../database/store';
import { type RulesInForce, rulesInForce, tracedLine } from '../rules/rulesInForce';
import { listUnits, listUsers } from '../users/users.repository';
import { conflictsOf, preparersOf, type StoredDecision, votesOf } from './approvals.repository';
import { itemOf } from './inbox';
import { type FindKind, shippedKind } from './kinds';
import { authorityOver, gather, heldBy, type OpenRequest } from './openRequest';
import { committeeOf, countVotes } from './voteOnRequest';

/** Of the log entry; null for what another act made void. */
export const codeOf = ({
  entry,
  mac,
}: {
  readonly entry: number | null;
  readonly mac: string | null;
}): string | null => (entry === null || mac === null ? null : headCode({ seq: entry, mac }));

function decisionView(decision: StoredDecision): ApprovalDecision {
  const { at, level, outcome, display, forDisplay, opinion, decidedAt } = decision;
  return { at, level, outcome, display, forDisplay, opinion, decidedAt, code: codeOf(decision) };
}

/** Why somebody cannot decide; null when he can. The same order as in the use cases. */
async function whyNot(db: ReadDb, found: OpenRequest, actor: Actor, today: CalendarDate): Promise<Refusal | null> {
  const userId = present(actor.userId, 'whoever works in an open folder is one of its users');
  const own = found.prepared.find((person) => person.userId === userId);
  const decision: Decision<unknown> = own
    ? refused('own-item', { preparedBy: own.display, act: own.act })
    : authorityOver(found, userId, await heldBy(db, actor, today, found.kind));
  return decision.kind === 'refused' ? decision.refusal : null;
}

/** The committee's level: the one that is asked now, else the one that was. */
async function committeeView(
  db: ReadDb,
  found: OpenRequest,
  today: CalendarDate,
  rules: RulesInForce,
): Promise<ApprovalCommittee | null> {
  const { request, decisions, book } = found;
  const at = request.path.indexOf('committee');
  if (at < 0 || request.at < at) return null;
  const votes = (await votesOf(db, request.id)).filter((vote) => vote.at === at);
  const conflicts = await conflictsOf(db, request.id);
  const closed = decisions.find((decision) => decision.at === at && decision.tally)?.tally;
  const current = await committeeOf(db);
  const voted = votes.map(({ userId, display }) => ({ userId, display }));
  const people = closed
    ? voted
    : [...current, ...voted.filter((each) => !current.some((one) => one.userId === each.userId))];
  const { tally, trace } = countVotes(book, current.length, votes, today);
  return {
    members: people.map(({ userId, display }) => {
      const cast = votes.find((vote) => vote.userId === userId);
      const conflict = conflicts.find((each) => each.userId === userId)?.reason ?? null;
      return { userId, display, vote: cast?.vote ?? null, opinion: cast?.opinion ?? '', conflict };
    }),
    tally: closed ?? tally,
    trace: trace.map((line) => tracedLine(line, rules)),
  };
}

/** Of an open request: what is decided is checked no more. */
async function checklistOf(db: ReadDb, { request, kind }: OpenRequest, today: CalendarDate) {
  if (request.state !== 'submitted') return [];
  const checks = (await kind.checks?.(db, request.subject, today)) ?? [];
  return checks.map(({ id, met, detail = '', article = null }) => ({ id, met, detail, article }));
}

/** Refuses request-unknown. */
export async function showRequest(
  db: ReadDb,
  actor: Actor,
  today: CalendarDate,
  id: number,
  find: FindKind = shippedKind,
): Promise<ApprovalDetail> {
  const found = await gather(db, id, today, find);
  const { request, kind, decisions } = found;
  const names = new Map((await listUsers(db)).map((user) => [user.id, user.display]));
  const unit = (await listUnits(db)).find((each) => each.id === request.unitId);
  const isLive = request.state === 'submitted' || request.state === 'approved';
  const now = isLive ? ((await kind.current(db, request.subject)) ?? []) : request.content;
  const decide = await whyNot(db, found, actor, today);
  const rules = await rulesInForce(db, request.asOf);
  const committee = await committeeView(db, found, today, rules);
  const own = committee?.members.find(({ userId }) => userId === actor.userId);
  const isMember = decide === null && request.waitingFor === 'committee' && own !== undefined;
  const preparedBy = await preparersOf(db, id);
  return {
    ...itemOf(request, names),
    rev: request.rev,
    unit: present(unit, 'a request comes from a unit').name,
    hasPaper: request.documentId !== null || (kind.paper?.(db, request.subject) ?? null) !== null,
    checklist: await checklistOf(db, found, today),
    content: [...request.content],
    digest: request.digest,
    changes: contentChanges(request.content, now),
    asOf: request.asOf,
    path: [...request.path],
    at: request.at,
    trace: request.trace.map((line) => tracedLine(line, rules)),
    deadlineTrace: request.deadlineTrace.map((line) => tracedLine(line, rules)),
    preparedBy: preparedBy.map(({ display, act }) => ({ display, act })),
    decisions: decisions.map(decisionView),
    conflicts: await conflictsOf(db, id),
    committee,
    may: {
      decide,
      vote: isMember && own.vote === null ? (own.conflict === null ? 'any' : 'abstain') : null,
      close: isMember && own.conflict === null && own.vote !== 'abstain',
      withdraw: request.state === 'submitted' && preparedBy.some(({ userId }) => userId === actor.userId),
    },
  };
}
