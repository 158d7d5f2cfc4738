/** Keeps the ledger's filter, order and columns under a name (LOAN-05). */
import { present } from '@shared/kernel/assert';
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import { insertView, listViews, type SavedView } from './savedViews.repository';

/** Refusal: view-exists, when the person already has a view of that name. */
export async function saveView(open: OpenFolder, view: Omit<SavedView, 'id' | 'own'>): Promise<SavedView> {
  const userId = present(open.actor.userId, 'whoever works in an open folder is one of its users');
  return open.store.write(open.actor, async (tx) => {
    const views = await listViews(tx, userId);
    if (views.some((each) => each.own && each.name === view.name)) refuse('view-exists', { name: view.name });
    const saved = await insertView(tx, userId, view);
    const detail = { name: saved.name, shared: saved.shared };
    return {
      result: saved,
      audit: { action: 'loans.saveView', objectKind: 'view', objectId: String(saved.id), detail },
    };
  });
}
