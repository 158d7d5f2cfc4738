/** Requests for approval: what was asked, where it stands, and what was decided and voted. */
import type { AuthorityFacts } from '@shared/domain/approvals/authority';
import type { Tally, Vote } from '@shared/domain/approvals/committee';
import type { Content } from '@shared/domain/approvals/content';
import type { Level } from '@shared/domain/approvals/levels';
import type { RequestState } from '@shared/domain/approvals/standing';
import { present } from '@shared/kernel/assert';
import type { TraceLine } from '@shared/rules/inquiry';
import type { ReadDb, WriteTx } from '../../database/store';

/** Part of the row that lists show as well. */
export interface RequestHead {
  readonly id: number;
  readonly kind: string;
  readonly subject: string;
  readonly title: string;
  readonly partyId: number | null;
  readonly borrower: string | null;
  readonly unitId: number;
  readonly documentId: number | null;
  /** Fen. */
  readonly amount: number | null;
  readonly lossAmount: number | null;
  readonly lossPpm: number | null;
  readonly submittedBy: number;
  readonly submittedAt: string;
  readonly state: RequestState;
  readonly waitingFor: Level | null;
  readonly deadline: string | null;
  readonly endedAt: string | null;
  readonly rev: number;
}

export interface StoredRequest extends RequestHead {
  readonly content: Content;
  readonly digest: string;
  readonly facts: AuthorityFacts;
  readonly path: readonly Level[];
  readonly trace: readonly TraceLine[];
  readonly asOf: string;
  /** Index in the path. */
  readonly at: number;
  readonly deadlineTrace: readonly TraceLine[];
}

export interface StoredDecision {
  readonly at: number;
  readonly level: Level | null;
  readonly outcome: 'consent' | 'return' | 'reject' | 'withdraw' | 'void';
  readonly userId: number;
  readonly display: string;
  readonly forDisplay: string | null;
  readonly opinion: string;
  readonly digest: string;
  readonly tally: Tally | null;
  readonly decidedAt: string;
  readonly entry: number | null;
  /** MAC of its entry in the log, hex. */
  readonly mac: string | null;
}

export interface StoredVote {
  readonly at: number;
  readonly userId: number;
  readonly display: string;
  readonly vote: Vote;
  readonly opinion: string;
  readonly votedAt: string;
  readonly entry: number;
  readonly mac: string;
}

export interface StoredConflict {
  readonly userId: number;
  readonly display: string;
  readonly reason: string;
}

const HEAD = [
  'id',
  'kind',
  'subject',
  'title',
  'party_id as partyId',
  'unit_id as unitId',
  'document_id as documentId',
  'amount',
  'loss_amount as lossAmount',
  'loss_ppm as lossPpm',
  'submitted_by as submittedBy',
  'submitted_at as submittedAt',
  'state',
  'waiting_for as waitingFor',
  'deadline',
  'ended_at as endedAt',
  'rev',
] as const;

export const requestHeads = (db: ReadDb) =>
  db.q
    .selectFrom('approval_request')
    .select(HEAD)
    .select((row) =>
      row.selectFrom('party').select('name').whereRef('party.id', '=', 'approval_request.party_id').as('borrower'),
    );

const wholeRequests = (db: ReadDb) =>
  requestHeads(db).select([
    'content',
    'digest',
    'facts',
    'path',
    'trace',
    'as_of as asOf',
    'at_level as at',
    'deadline_trace as deadlineTrace',
  ]);

type Row = Awaited<ReturnType<ReturnType<typeof wholeRequests>['execute']>>[number];

const stored = (row: Row): StoredRequest => ({
  ...row,
  content: JSON.parse(row.content) as Content,
  facts: JSON.parse(row.facts) as AuthorityFacts,
  path: JSON.parse(row.path) as Level[],
  trace: JSON.parse(row.trace) as TraceLine[],
  deadlineTrace: JSON.parse(row.deadlineTrace ?? '[]') as TraceLine[],
});

export async function requestById(db: ReadDb, id: number): Promise<StoredRequest | null> {
  const row = await wholeRequests(db).where('id', '=', id).executeTakeFirst();
  return row ? stored(row) : null;
}

/** Open and approved ones about a subject: those that a change makes void. */
export async function liveRequests(db: ReadDb, subject: string): Promise<StoredRequest[]> {
  const query = wholeRequests(db).where('subject', '=', subject).where('state', 'in', ['submitted', 'approved']);
  return (await query.orderBy('id').execute()).map(stored);
}

/** The newest of a kind about a subject, whatever became of it. */
export async function newestRequest(db: ReadDb, kind: string, subject: string): Promise<StoredRequest | null> {
  const query = wholeRequests(db).where('subject', '=', subject).where('kind', '=', kind);
  const row = await query.orderBy('id', 'desc').limit(1).executeTakeFirst();
  return row ? stored(row) : null;
}

export interface NewRequest
  extends Omit<StoredRequest, 'id' | 'borrower' | 'rev' | 'submittedBy' | 'submittedAt' | 'endedAt'> {
  readonly preparers: readonly { readonly userId: number; readonly act: string }[];
}

export async function insertRequest(tx: WriteTx, request: NewRequest): Promise<number> {
  const { id } = await tx.q
    .insertInto('approval_request')
    .values({
      kind: request.kind,
      subject: request.subject,
      title: request.title,
      party_id: request.partyId,
      unit_id: request.unitId,
      document_id: request.documentId,
      content: JSON.stringify(request.content),
      digest: request.digest,
      facts: JSON.stringify(request.facts),
      amount: request.amount,
      loss_amount: request.lossAmount,
      loss_ppm: request.lossPpm,
      path: JSON.stringify(request.path),
      trace: JSON.stringify(request.trace),
      as_of: request.asOf,
      submitted_by: actorOf(tx),
      submitted_at: tx.at,
      state: request.state,
      at_level: request.at,
      waiting_for: request.waitingFor,
      deadline: request.deadline,
      deadline_trace: JSON.stringify(request.deadlineTrace),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const rows = request.preparers.map(({ userId, act }) => ({ request_id: id, user_id: userId, act }));
  await tx.q.insertInto('approval_preparer').values(rows).execute();
  return id;
}

export const actorOf = (tx: WriteTx): number =>
  present(tx.actor.userId, 'whoever works in an open folder is one of its users');

/** Where a request stands after a step; every step counts its version up. */
export async function moveRequest(
  tx: WriteTx,
  { id, rev }: Pick<StoredRequest, 'id' | 'rev'>,
  to: Pick<StoredRequest, 'state' | 'at' | 'waitingFor' | 'deadline' | 'deadlineTrace'>,
): Promise<void> {
  await tx.q
    .updateTable('approval_request')
    .set({
      state: to.state,
      at_level: to.at,
      waiting_for: to.waitingFor,
      deadline: to.deadline,
      deadline_trace: JSON.stringify(to.deadlineTrace),
      ended_at: to.state === 'submitted' ? null : tx.at,
      rev: rev + 1,
    })
    .where('id', '=', id)
    .execute();
}

export interface NewDecision {
  readonly level: Level | null;
  readonly outcome: StoredDecision['outcome'];
  readonly forUserId: number | null;
  readonly opinion: string;
  readonly tally: Tally | null;
  readonly entry: number | null;
}

export async function insertDecision(tx: WriteTx, request: StoredRequest, decision: NewDecision): Promise<void> {
  await tx.q
    .insertInto('approval_decision')
    .values({
      request_id: request.id,
      at_level: request.at,
      level: decision.level,
      outcome: decision.outcome,
      user_id: actorOf(tx),
      for_user_id: decision.forUserId,
      opinion: decision.opinion,
      digest: request.digest,
      tally: decision.tally && JSON.stringify(decision.tally),
      at: tx.at,
      entry: decision.entry,
    })
    .execute();
}

export async function insertVote(
  tx: WriteTx,
  request: StoredRequest,
  cast: { readonly vote: Vote; readonly opinion: string; readonly entry: number },
): Promise<void> {
  await tx.q
    .insertInto('approval_vote')
    .values({
      request_id: request.id,
      at_level: request.at,
      user_id: actorOf(tx),
      digest: request.digest,
      at: tx.at,
      ...cast,
    })
    .execute();
}

export async function insertConflict(
  tx: WriteTx,
  conflict: { readonly requestId: number; readonly userId: number; readonly reason: string },
): Promise<void> {
  const { requestId, userId, reason } = conflict;
  await tx.q
    .insertInto('approval_conflict')
    .values({ request_id: requestId, user_id: userId, reason, recorded_by: actorOf(tx), at: tx.at })
    .execute();
}

export async function preparersOf(db: ReadDb, id: number) {
  return db.q
    .selectFrom('approval_preparer')
    .innerJoin('app_user', 'app_user.id', 'approval_preparer.user_id')
    .select(['app_user.id as userId', 'app_user.display', 'approval_preparer.act'])
    .where('approval_preparer.request_id', '=', id)
    .orderBy('app_user.id')
    .execute();
}

export async function decisionsOf(db: ReadDb, id: number): Promise<StoredDecision[]> {
  const rows = await db.q
    .selectFrom('approval_decision as decision')
    .innerJoin('app_user as decider', 'decider.id', 'decision.user_id')
    .leftJoin('app_user as absent', 'absent.id', 'decision.for_user_id')
    .leftJoin('audit_entry as entry', 'entry.id', 'decision.entry')
    .select([
      'decision.at_level as at',
      'decision.level',
      'decision.outcome',
      'decision.user_id as userId',
      'decider.display',
      'absent.display as forDisplay',
      'decision.opinion',
      'decision.digest',
      'decision.tally',
      'decision.at as decidedAt',
      'decision.entry',
      'entry.mac',
    ])
    .where('decision.request_id', '=', id)
    .orderBy('decision.id')
    .execute();
  return rows.map(({ tally, mac, ...row }) => ({
    ...row,
    tally: tally === null ? null : (JSON.parse(tally) as Tally),
    mac: mac?.toString('hex') ?? null,
  }));
}

export async function votesOf(db: ReadDb, id: number): Promise<StoredVote[]> {
  const rows = await db.q
    .selectFrom('approval_vote as cast')
    .innerJoin('app_user', 'app_user.id', 'cast.user_id')
    .innerJoin('audit_entry', 'audit_entry.id', 'cast.entry')
    .select([
      'cast.at_level as at',
      'cast.user_id as userId',
      'app_user.display',
      'cast.vote',
      'cast.opinion',
      'cast.at as votedAt',
      'cast.entry',
      'audit_entry.mac',
    ])
    .where('cast.request_id', '=', id)
    .orderBy('cast.entry')
    .execute();
  return rows.map((row) => ({ ...row, mac: row.mac.toString('hex') }));
}

export async function conflictsOf(db: ReadDb, id: number): Promise<StoredConflict[]> {
  return db.q
    .selectFrom('approval_conflict')
    .innerJoin('app_user', 'app_user.id', 'approval_conflict.user_id')
    .select(['app_user.id as userId', 'app_user.display', 'approval_conflict.reason'])
    .where('approval_conflict.request_id', '=', id)
    .orderBy('app_user.id')
    .execute();
}

/** The newest paper of a form about a subject that was issued after `at` (an instant); null: none. */
export function issuedSince(
  db: ReadDb,
  { form, subjectId, at }: { readonly form: string; readonly subjectId: number; readonly at: string },
): number | null {
  const sql = `SELECT max(id) FROM document WHERE form = ? AND subject_id = ? AND issued_at >= ? AND status = 'issued'`;
  return db.hot(sql).pluck().get(form, subjectId, at) as number | null;
}

/** Number of the log entry that the first note of this transaction becomes. */
export function nextEntry(db: ReadDb): number {
  const row = db.hot('SELECT coalesce(max(id), 0) + 1 AS next FROM audit_entry').get() as { next: number };
  return row.next;
}
