/** What a feature asks of approvals when it acts on its own rows: is it approved as it is now, and what becomes void by a change. */
import { refuse } from '@shared/kernel/result';
import type { AuditNote, ReadDb, WriteTx } from '../../database/store';
import type { ApprovalKind } from './approvalKind';
import { insertDecision, liveRequests, moveRequest, newestRequest, type StoredRequest } from './approvals.repository';
import { type FindKind, shippedKind } from './kinds';
import { noteOf, refuseChangedContent } from './openRequest';

/** The newest request about a subject, for showing where it stands; null: nobody asked. */
export async function approvalOf(
  db: ReadDb,
  kind: string,
  subject: string,
): Promise<Pick<StoredRequest, 'id' | 'state' | 'waitingFor' | 'submittedAt' | 'endedAt'> | null> {
  return newestRequest(db, kind, subject);
}

/**
 * At the moment of use (G-AUTH). Refusals in order: approval-missing {kind, state: null when nobody asked},
 * content-changed {asked, now, fields}; the first with the article that asks for the approval, where the caller names one.
 */
export async function requireApproved(
  db: ReadDb,
  kind: ApprovalKind,
  subject: string,
  article?: string,
): Promise<StoredRequest> {
  const request = await newestRequest(db, kind.id, subject);
  if (request?.state !== 'approved')
    return refuse('approval-missing', { kind: kind.id, state: request?.state ?? null }, article);
  await refuseChangedContent(db, kind, request);
  return request;
}

/** In the transaction of the change: open and approved requests about the subject no longer count. `reason`: for the people asked. */
export async function voidApprovals(
  tx: WriteTx,
  subject: string,
  reason: string,
  find: FindKind = shippedKind,
): Promise<AuditNote[]> {
  const notes: AuditNote[] = [];
  for (const request of await liveRequests(tx, subject)) {
    const step = { level: null, outcome: 'void' as const, forUserId: null, tally: null };
    await insertDecision(tx, request, { ...step, opinion: reason, entry: null });
    await moveRequest(tx, request, { ...request, state: 'void', waitingFor: null });
    notes.push(noteOf('approvals.void', request, { reason }), ...(await find(request.kind).ended(tx, request, 'void')));
  }
  return notes;
}
