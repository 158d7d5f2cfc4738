/** Takes an entry of the contact log back with a reason: it stays to be seen and no longer counts. */
import { maskNumbersIn } from '@shared/domain/parties/mask';
import { present } from '@shared/kernel/assert';
import type { OpenFolder } from '../../openFolder';
import { findContact, insertWithdrawal } from './contacts.repository';
import { refuseUnlessCounting } from './recordContact';

/** Refusals in order: contact-unknown, contact-withdrawn, contact-corrected. */
export async function withdrawContact(open: OpenFolder, { id, reason }: { id: number; reason: string }) {
  return open.store.write(open.actor, async (tx) => {
    refuseUnlessCounting(tx, id, null);
    const entry = present(findContact(tx, id), 'an entry that counts is there');
    await insertWithdrawal(tx, id, present(tx.actor.userId, 'a user withdraws'), reason);
    const audit = {
      action: 'contacts.withdraw',
      objectKind: 'contact',
      objectId: String(id),
      householdId: entry.party_id,
      detail: { reason: maskNumbersIn(reason) },
    };
    return { result: { id }, audit };
  });
}
