/** Takes a whole import back (IMP-03). */
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import { findBatch } from './imports.repository';
import { blockersOf, takeBack } from './undo.repository';

/** Refusals in order: batch-unknown, batch-undone, undo-blocked (with what was built on the batch). */
export async function undoImport(open: OpenFolder, number: string) {
  return open.store.write(open.actor, async (tx) => {
    const batch = await findBatch(tx, number);
    if (!batch) refuse('batch-unknown', { batch: number });
    if (batch.status === 'undone') refuse('batch-undone', { batch: number });
    const blockers = blockersOf(tx, batch.id);
    if (blockers.length > 0) refuse('undo-blocked', { batch: number, blockers });
    const counts = takeBack(tx, batch.id);
    return {
      result: { batch: number, ...counts },
      audit: { action: 'imports.undo', objectKind: 'batch', objectId: number, detail: counts },
    };
  });
}
