/** What every step on a request looks at first: the request as it was seen, who prepared it, and whether it is still what was asked. */
import { excessOf, pathOf } from '@shared/domain/approvals/authority';
import { contentChanges } from '@shared/domain/approvals/content';
import { type HeldLevel, type Level, ownLevels } from '@shared/domain/approvals/levels';
import { levelAsked, mayDecide, type Standing } from '@shared/domain/approvals/standing';
import type { Preparer } from '@shared/domain/users/separation';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { type Decision, refuse, refused } from '@shared/kernel/result';
import { Inquiry } from '@shared/rules/inquiry';
import type { RuleBook } from '@shared/rules/ruleBook';
import { digestOfValue } from '../../database/auditLog';
import type { Actor, AuditNote, ReadDb } from '../../database/store';
import { rulesInForce } from '../rules/rulesInForce';
import type { ApprovalKind } from './approvalKind';
import {
  conflictsOf,
  decisionsOf,
  preparersOf,
  requestById,
  type StoredDecision,
  type StoredRequest,
} from './approvals.repository';
import { handedLevels } from './delegations.repository';
import type { FindKind } from './kinds';

export interface RequestRef {
  readonly id: number;
  readonly rev: number;
}

export interface OpenRequest {
  readonly request: StoredRequest;
  readonly kind: ApprovalKind;
  readonly prepared: readonly Preparer[];
  readonly standing: Standing;
  readonly decisions: readonly StoredDecision[];
  readonly book: RuleBook;
}

/** Refuses request-unknown. */
export async function gather(db: ReadDb, id: number, today: CalendarDate, find: FindKind): Promise<OpenRequest> {
  const request = (await requestById(db, id)) ?? refuse('request-unknown');
  const decisions = await decisionsOf(db, id);
  const deciders = decisions.filter(({ level }) => level !== null && level !== 'committee');
  const standing: Standing = {
    state: request.state,
    path: request.path,
    at: request.at,
    unitId: request.unitId,
    deciders: deciders.map(({ userId }) => userId),
    conflicted: (await conflictsOf(db, id)).map(({ userId }) => userId),
  };
  const prepared = await preparersOf(db, id);
  const { book } = await rulesInForce(db, today);
  return { request, kind: find(request.kind), prepared, standing, decisions, book };
}

/** Somebody was faster: what he saw, and what it is now. Refusals in order: request-unknown, decision-conflict. */
export async function gatherAsSeen(db: ReadDb, ref: RequestRef, today: CalendarDate, find: FindKind) {
  const open = await gather(db, ref.id, today, find);
  if (open.request.rev === ref.rev) return open;
  const last = open.decisions.at(-1);
  const { state, waitingFor } = open.request;
  return refuse('decision-conflict', {
    state,
    waitingFor,
    by: last?.display ?? null,
    outcome: last?.outcome ?? null,
    at: last?.decidedAt ?? null,
  });
}

/** Own authority, and what absent colleagues handed over for today where the kind allows it. */
export async function heldBy(db: ReadDb, actor: Actor, today: CalendarDate, kind: ApprovalKind): Promise<HeldLevel[]> {
  const own = ownLevels(actor.roles, actor.unitId);
  if (!kind.delegable || actor.userId === null) return own;
  return [...own, ...(await handedLevels(db, actor.userId, today))];
}

/** As `mayDecide`; where a limit is the reason, `beyond-authority` says which, by how much, and who can. */
export function authorityOver(open: OpenRequest, userId: number, held: readonly HeldLevel[]): Decision<HeldLevel> {
  const decision = mayDecide(open.standing, { userId, held });
  if (decision.kind !== 'refused' || decision.refusal.code !== 'level-other') return decision;
  const { kind, book, request } = open;
  for (const { level } of held) {
    const limits = excessOf(book, kind.authority, request.facts, level, request.asOf);
    const first = limits[0];
    if (first)
      return refused('beyond-authority', { ...first, limits, level: levelAsked(open.standing) }, articleOf(request));
  }
  return decision;
}

const articleOf = ({ trace }: StoredRequest): string | undefined => trace[0]?.article;

/**
 * Nothing was changed since it was asked: neither what is asked, nor who decides on it. Refusals in order: content-changed
 * {asked, now, fields}, authority-changed {path, now}.
 */
export async function refuseChanged(db: ReadDb, open: OpenRequest, today: CalendarDate): Promise<void> {
  const { request, kind, book } = open;
  await refuseChangedContent(db, kind, request);
  const now = pathOf(new Inquiry(book), kind.authority, request.facts, today);
  if (!sameLevels(now, request.path)) refuse('authority-changed', { path: request.path, now }, articleOf(request));
}

const sameLevels = (a: readonly Level[], b: readonly Level[]): boolean => a.join() === b.join();

/** Refuses content-changed {asked, now: digests, fields: what differs}. */
export async function refuseChangedContent(db: ReadDb, kind: ApprovalKind, request: StoredRequest): Promise<void> {
  const now = (await kind.current(db, request.subject)) ?? [];
  const digest = digestOfValue(now);
  if (digest === request.digest) return;
  const fields = contentChanges(request.content, now).map(({ field }) => field);
  refuse('content-changed', { asked: request.digest, now: digest, fields });
}

/** The log's line of a step on a request. */
export function noteOf(action: string, request: StoredRequest, detail: Readonly<Record<string, unknown>>): AuditNote {
  const { id, kind, subject, digest, partyId } = request;
  const facts = { kind, subject, digest, ...detail };
  return { action, objectKind: 'approval', objectId: String(id), householdId: partyId, detail: facts };
}
