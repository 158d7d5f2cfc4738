/** A request begins: its path is derived, its content frozen. Called by the use case of the feature that asks, in its own transaction. */
import { type AuthorityFacts, pathOf } from '@shared/domain/approvals/authority';
import { reviewDeadline } from '@shared/domain/approvals/committee';
import type { Level } from '@shared/domain/approvals/levels';
import { present } from '@shared/kernel/assert';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { refuse } from '@shared/kernel/result';
import { Inquiry } from '@shared/rules/inquiry';
import type { RuleBook } from '@shared/rules/ruleBook';
import { digestOfValue } from '../../database/auditLog';
import type { AuditNote, WriteTx } from '../../database/store';
import { rulesInForce } from '../rules/rulesInForce';
import { listUsers } from '../users/users.repository';
import type { ApprovalKind } from './approvalKind';
import { actorOf, insertConflict, insertRequest, newestRequest, type StoredRequest } from './approvals.repository';

export interface RequestToSubmit {
  /** The feature's own row, e.g. `delegation:3`; `kind.current` knows it. */
  readonly subject: string;
  /** For lists; no identifiers of persons. */
  readonly title: string;
  readonly partyId: number | null;
  /** The unit that asks. */
  readonly unitId: number;
  /** The inputs of the rule. */
  readonly facts: AuthorityFacts;
  /** Fen; for lists. */
  readonly amount?: number;
  readonly lossAmount?: number;
  readonly lossPpm?: number;
  /** An issued paper that belongs to it. */
  readonly documentId?: number;
  /** Who had a hand in it besides the actor. */
  readonly preparers?: readonly { readonly userId: number; readonly act: string }[];
  /** Who gains or loses by it, by the name that colleagues know him by: he keeps away from it (回避). */
  readonly interested?: readonly { readonly name: string; readonly reason: string }[];
}

export interface Submitted {
  readonly id: number;
  readonly path: readonly Level[];
  /** For the audit rows of the caller's own act. */
  readonly notes: readonly AuditNote[];
}

/** What changes when a level is asked: a committee has its time (B4 §10). */
export function levelAskedAt(
  book: RuleBook,
  path: readonly Level[],
  at: number,
  today: CalendarDate,
): Pick<StoredRequest, 'at' | 'waitingFor' | 'deadline' | 'deadlineTrace'> {
  const waitingFor = present(path[at], 'a request waits for a level of its path');
  if (waitingFor !== 'committee') return { at, waitingFor, deadline: null, deadlineTrace: [] };
  const inquiry = new Inquiry(book);
  return { at, waitingFor, deadline: reviewDeadline(inquiry, today), deadlineTrace: inquiry.trace };
}

/**
 * `today`: the program's day. Refusals in order: request-open {id}, request-approved {id}, authority-missing {rule} (the
 * rule asks for no approval), rule-not-in-force.
 */
export async function submitRequest(
  tx: WriteTx,
  today: CalendarDate,
  kind: ApprovalKind,
  request: RequestToSubmit,
): Promise<Submitted> {
  const { subject, facts } = request;
  const before = await newestRequest(tx, kind.id, subject);
  if (before?.state === 'submitted') refuse('request-open', { id: before.id });
  if (before?.state === 'approved') refuse('request-approved', { id: before.id });
  const { book } = await rulesInForce(tx, today);
  const inquiry = new Inquiry(book);
  const path = pathOf(inquiry, kind.authority, facts, today);
  if (path.length === 0) refuse('authority-missing', { rule: kind.authority.rule });
  const content = present(await kind.current(tx, subject), 'whoever asks has written what he asks for');
  const digest = digestOfValue(content);
  const own = { userId: actorOf(tx), act: 'approvals.submit' };
  const others = (request.preparers ?? []).filter(({ userId }) => userId !== own.userId);
  const id = await insertRequest(tx, {
    kind: kind.id,
    subject,
    title: request.title,
    partyId: request.partyId,
    unitId: request.unitId,
    documentId: request.documentId ?? null,
    amount: request.amount ?? null,
    lossAmount: request.lossAmount ?? null,
    lossPpm: request.lossPpm ?? null,
    content,
    digest,
    facts,
    path,
    trace: inquiry.trace,
    asOf: today,
    state: 'submitted',
    ...levelAskedAt(book, path, 0, today),
    preparers: [own, ...others],
  });
  const detail = { kind: kind.id, subject, digest, path };
  const of = { objectKind: 'approval', objectId: String(id), householdId: request.partyId };
  const note = { action: 'approvals.submit', ...of, detail };
  const kept = await keepAway(tx, id, request.interested ?? []);
  const conflicts = kept.map((each) => ({ action: 'approvals.recordConflict', ...of, detail: each }));
  return { id, path, notes: [note, ...conflicts] };
}

/** Records the conflict of every colleague of such a name, also where two share it; returns them. */
async function keepAway(
  tx: WriteTx,
  requestId: number,
  interested: NonNullable<RequestToSubmit['interested']>,
): Promise<{ userId: number; reason: string }[]> {
  if (interested.length === 0) return [];
  const reasons = new Map(interested.map(({ name, reason }) => [name, reason]));
  const found = (await listUsers(tx)).flatMap(({ id: userId, display }) => {
    const reason = reasons.get(display);
    return reason === undefined ? [] : [{ userId, reason }];
  });
  for (const each of found) await insertConflict(tx, { requestId, ...each });
  return found;
}
