/** A receipt taken back: both entries stay, and what came after it is run again (REC-10). */
import { sumsOf } from '@shared/domain/receipts/postings';
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { householdBooks } from './account.repository';
import { findPayment, insertReversal } from './receipts.repository';
import { rerun } from './rerun';

export interface Reversal {
  readonly id: number;
  readonly reason: string;
  readonly requestId: string;
}

/**
 * Refusals in order: receipt-unknown, receipt-reversed, receipt-in-core (the core banking system has booked it: its
 * reversal is imported).
 */
export async function reverseReceipt(
  { clock }: Services,
  open: OpenFolder,
  { requestId, ...input }: Reversal,
): Promise<{ number: string; adjusted: number }> {
  const today = clock.today();
  return open.store.write(
    open.actor,
    async (tx) => {
      const payment = findPayment(tx, input.id) ?? refuse('receipt-unknown');
      const { number, partyId } = payment;
      if (payment.reversed) refuse('receipt-reversed', { number });
      if (payment.inCore) refuse('receipt-in-core', { number });
      const { lines } = householdBooks(tx, partyId);
      const leaving = sumsOf(lines.filter(({ paymentId }) => paymentId === input.id));
      insertReversal(tx, input.id, today, input.reason);
      const posted = await rerun(tx, today, partyId, { cause: 'reversal', id: input.id }, leaving);
      const adjusted = posted - (leaving.get(input.id)?.size ?? 0);
      const detail = { number, reason: input.reason, adjusted };
      const audit = {
        action: 'receipts.reverse',
        objectKind: 'receipt',
        objectId: number,
        householdId: partyId,
        detail,
      };
      return { result: { number, adjusted }, audit };
    },
    { id: requestId, procedure: 'receipts.reverse', input },
  );
}
