/** Deletes a saved view; a shared one too belongs to whoever made it. */
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import { listViews, removeView } from './savedViews.repository';

/** Refusal: view-unknown, also for somebody else's. */
export async function deleteView(open: OpenFolder, id: number): Promise<{ id: number }> {
  return open.store.write(open.actor, async (tx) => {
    const view = (await listViews(tx, open.actor.userId)).find((each) => each.id === id && each.own);
    if (!view) refuse('view-unknown', { id });
    await removeView(tx, id);
    const audit = { action: 'loans.deleteView', objectKind: 'view', objectId: String(id), detail: { name: view.name } };
    return { result: { id }, audit };
  });
}
