/** Saved views of the ledger: filter, order and columns under a name, a person's own or for everybody. */
import type { savedView } from '@shared/contract/loans.contract';
import type { z } from 'zod';
import type { ReadDb, WriteTx } from '../../database/store';

export type SavedView = z.infer<typeof savedView>;
export type ViewDefinition = Pick<SavedView, 'filter' | 'sort' | 'columns'>;

/** Own ones first, then what others share. */
export async function listViews(db: ReadDb, userId: number | null): Promise<SavedView[]> {
  const rows = await db.q.selectFrom('saved_view').selectAll().orderBy('name').execute();
  const views = rows
    .filter((row) => row.user_id === userId || row.shared === 1)
    .map((row) => ({
      id: row.id,
      name: row.name,
      shared: row.shared === 1,
      own: row.user_id === userId,
      ...(JSON.parse(row.definition) as ViewDefinition),
    }));
  return [...views.filter((view) => view.own), ...views.filter((view) => !view.own)];
}

export async function insertView(tx: WriteTx, userId: number, view: Omit<SavedView, 'id' | 'own'>): Promise<SavedView> {
  const { name, shared, filter, sort, columns } = view;
  const definition = JSON.stringify({ filter, sort, columns } satisfies ViewDefinition);
  const row = { user_id: userId, name, shared: shared ? 1 : 0, definition };
  const { id } = await tx.q.insertInto('saved_view').values(row).returning('id').executeTakeFirstOrThrow();
  return { id, own: true, ...view };
}

export async function removeView(tx: WriteTx, id: number): Promise<void> {
  await tx.q.deleteFrom('saved_view').where('id', '=', id).execute();
}
