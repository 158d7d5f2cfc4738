/** What was said of items of the work list, in the database. Rows are only added. */
import type { WorkNote } from '@shared/domain/workbench/postponement';
import type { WorkItem } from '@shared/domain/workbench/workItem';
import { present } from '@shared/kernel/assert';
import type { ReadDb, WriteTx } from '../../database/store';

/** In the order in which they were written. */
export const workNotes = (db: ReadDb): WorkNote[] =>
  db
    .hot(`SELECT kind, item_key AS key, day, until, reason, display AS "by"
      FROM work_note JOIN app_user ON app_user.id = user_id ORDER BY work_note.id`)
    .all() as WorkNote[];

/** How often something was said of an item while it had its day. */
export const notesOf = (db: ReadDb, { kind, key, day }: Pick<WorkItem, 'kind' | 'key' | 'day'>): number =>
  db
    .hot('SELECT count(*) FROM work_note WHERE kind = ? AND item_key = ? AND day IS ?')
    .pluck()
    .get(kind, key, day) as number;

/** `until` null: done. */
export async function insertWorkNote(
  tx: WriteTx,
  { kind, key, day }: Pick<WorkItem, 'kind' | 'key' | 'day'>,
  { until, reason }: { readonly until: string | null; readonly reason: string },
): Promise<void> {
  const user_id = present(tx.actor.userId, 'work is of a user');
  await tx.q.insertInto('work_note').values({ kind, item_key: key, day, until, reason, user_id, at: tx.at }).execute();
}
