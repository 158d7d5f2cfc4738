/** The branch as its papers name it (documents.md §0.1 `bank`): who heads it changes, and papers issued before keep what they said. */
import type { OpenFolder } from '../../openFolder';
import { type BankFacts, readBank, writeBank } from './users.repository';

/** Leaves both texts in the log: an account on a letter must not change unseen. */
export async function editBank(open: OpenFolder, bank: BankFacts): Promise<BankFacts> {
  return open.store.write(open.actor, async (tx) => {
    const before = await readBank(tx);
    await writeBank(tx, bank);
    const detail = { before, after: bank };
    return { result: bank, audit: { action: 'units.editBank', objectKind: 'bank', objectId: '', detail } };
  });
}
