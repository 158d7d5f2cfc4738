/** Files of regulations and the pages of their articles. The bytes lie in the file store under their SHA-256. */
import type { Regulation } from '@shared/contract/regulations.contract';
import type { ArticlePage } from '@shared/domain/regulations/articlePages';
import { present } from '@shared/kernel/assert';
import type { ReadDb, WriteTx } from '../../database/store';

export interface StoredRegulation extends Regulation {
  readonly sha256: string;
}

const rowsOf = (db: ReadDb) =>
  db.q
    .selectFrom('regulation')
    .innerJoin('attachment', 'attachment.sha256', 'regulation.pdf_sha256')
    .innerJoin('app_user', 'app_user.id', 'regulation.added_by')
    .select([
      'regulation.id',
      'regulation.rev',
      'regulation.document',
      'regulation.title',
      'regulation.number',
      'regulation.effective_from as effectiveFrom',
      'regulation.pages',
      'regulation.pdf_sha256 as sha256',
      'regulation.added_at as addedAt',
      'attachment.byte_length as byteLength',
      'app_user.display as addedBy',
    ]);

/** In the order of their documents, editions of one by their first day. */
export async function listRegulations(db: ReadDb): Promise<StoredRegulation[]> {
  const rows = await rowsOf(db).orderBy('document').orderBy('effective_from').orderBy('regulation.id').execute();
  const pages = await db.q.selectFrom('regulation_article').selectAll().orderBy('page').orderBy('article').execute();
  return rows.map((row) => ({
    ...row,
    articles: pages
      .filter(({ regulation_id }) => regulation_id === row.id)
      .map(({ article, page }) => ({ article, page })),
  }));
}

export async function regulationById(db: ReadDb, id: number): Promise<StoredRegulation | null> {
  return (await listRegulations(db)).find((each) => each.id === id) ?? null;
}

export type NewRegulation = Pick<
  StoredRegulation,
  'document' | 'title' | 'number' | 'effectiveFrom' | 'pages' | 'sha256' | 'byteLength'
>;

export async function insertRegulation(tx: WriteTx, file: NewRegulation): Promise<number> {
  const attachment = {
    sha256: file.sha256,
    media_type: 'application/pdf',
    byte_length: file.byteLength,
    stored_at: tx.at,
  };
  await tx.q
    .insertInto('attachment')
    .values(attachment)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { id } = await tx.q
    .insertInto('regulation')
    .values({
      document: file.document,
      title: file.title,
      number: file.number,
      effective_from: file.effectiveFrom,
      pdf_sha256: file.sha256,
      pages: file.pages,
      added_by: present(tx.actor.userId, 'whoever works in an open folder is one of its users'),
      added_at: tx.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The pages take the place of those that were there. */
export async function replacePages(
  tx: WriteTx,
  { id, rev }: StoredRegulation,
  pages: readonly ArticlePage[],
): Promise<{ id: number; rev: number }> {
  await tx.q.deleteFrom('regulation_article').where('regulation_id', '=', id).execute();
  const rows = pages.map(({ article, page }) => ({ regulation_id: id, article, page }));
  if (rows.length > 0) await tx.q.insertInto('regulation_article').values(rows).execute();
  await tx.q
    .updateTable('regulation')
    .set({ rev: rev + 1 })
    .where('id', '=', id)
    .execute();
  return { id, rev: rev + 1 };
}

/** The bytes stay in the file store: a backup of yesterday may still name them. */
export async function deleteRegulation(tx: WriteTx, id: number): Promise<void> {
  await tx.q.deleteFrom('regulation').where('id', '=', id).execute();
}
