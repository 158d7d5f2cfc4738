/** Drafts: one per form, subject and person. */
import { refuse } from '@shared/kernel/result';
import type { ReadDb, WriteTx } from '../../database/store';
import type { Subject } from './form';

export interface DraftRow {
  readonly id: number;
  readonly form: string;
  readonly subjectId: number;
  readonly partyId: number | null;
  /** Whose file it belongs to; empty when nobody's. */
  readonly borrower: string;
  readonly asOf: string;
  readonly fields: Record<string, unknown>;
  readonly factsDigest: string;
  readonly savedAt: string;
  readonly rev: number;
}

const selectDrafts = (db: ReadDb) =>
  db.q
    .selectFrom('document_draft')
    .leftJoin('party', 'party.id', 'document_draft.party_id')
    .selectAll('document_draft')
    .select('party.name as borrower');

type Selected = Awaited<ReturnType<ReturnType<typeof selectDrafts>['execute']>>[number];

const toDraft = (row: Selected): DraftRow => ({
  id: row.id,
  form: row.form,
  subjectId: row.subject_id,
  partyId: row.party_id,
  borrower: row.borrower ?? '',
  asOf: row.as_of,
  fields: JSON.parse(row.fields) as Record<string, unknown>,
  factsDigest: row.facts_digest,
  savedAt: row.saved_at,
  rev: row.rev,
});

/** A person's own draft; refuses `draft-unknown` for somebody else's as for none. */
export async function readDraft(db: ReadDb, id: number, userId: number): Promise<DraftRow> {
  const row = await selectDrafts(db)
    .where('document_draft.id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row ? toDraft(row) : refuse('draft-unknown', { draft: id });
}

export async function findDraft(db: ReadDb, form: string, subjectId: number, userId: number): Promise<DraftRow | null> {
  const row = await selectDrafts(db)
    .where('form', '=', form)
    .where('subject_id', '=', subjectId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row ? toDraft(row) : null;
}

export async function insertDraft(
  tx: WriteTx,
  draft: { form: string; subjectKind: string; subject: Subject; asOf: string; factsDigest: string },
): Promise<number> {
  const row = await tx.q
    .insertInto('document_draft')
    .values({
      form: draft.form,
      subject_kind: draft.subjectKind,
      subject_id: draft.subject.id,
      party_id: draft.subject.partyId,
      user_id: tx.actor.userId as number,
      as_of: draft.asOf,
      fields: '{}',
      facts_digest: draft.factsDigest,
      saved_at: tx.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Refuses `stale-version` when somebody saved in between. */
export async function updateDraft(
  tx: WriteTx,
  draft: { id: number; rev: number; fields: Record<string, unknown>; asOf: string; factsDigest: string },
): Promise<number> {
  const updated = await tx.q
    .updateTable('document_draft')
    .set((e) => ({
      fields: JSON.stringify(draft.fields),
      as_of: draft.asOf,
      facts_digest: draft.factsDigest,
      saved_at: tx.at,
      rev: e('rev', '+', 1),
    }))
    .where('id', '=', draft.id)
    .where('user_id', '=', tx.actor.userId as number)
    .where('rev', '=', draft.rev)
    .returning('rev')
    .executeTakeFirst();
  return updated?.rev ?? refuse('stale-version', { draft: draft.id });
}

export async function deleteDraft(tx: WriteTx, id: number): Promise<void> {
  await tx.q
    .deleteFrom('document_draft')
    .where('id', '=', id)
    .where('user_id', '=', tx.actor.userId as number)
    .execute();
}

/** The draft becomes a paper; refuses `stale-version` when it was saved, issued or discarded in between. */
export async function takeDraft(tx: WriteTx, draft: { id: number; rev: number }): Promise<void> {
  const { numDeletedRows } = await tx.q
    .deleteFrom('document_draft')
    .where('id', '=', draft.id)
    .where('rev', '=', draft.rev)
    .executeTakeFirstOrThrow();
  if (numDeletedRows !== 1n) refuse('stale-version', { draft: draft.id });
}
