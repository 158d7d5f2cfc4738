/** Shows one masked value in full, for a purpose, and never without a line in the log (reliability: personal data). */
import { maskNumbersIn } from '@shared/domain/parties/mask';
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import { findParty } from './household.repository';

export interface RevealInput {
  readonly partyId: number;
  readonly field: 'idNumber' | 'phone' | 'address';
  /** Four characters or more (the contract looks). */
  readonly purpose: string;
}

const COLUMN = { idNumber: 'id_no', phone: 'phone', address: 'address' } as const;

/** Logged on the party itself; the file of every household that he secures lists it too. Refusal: party-unknown. */
export async function reveal(open: OpenFolder, input: RevealInput): Promise<{ value: string | null }> {
  const { partyId, field, purpose } = input;
  return open.store.write(open.actor, async (tx) => {
    const party = findParty(tx, partyId) ?? refuse('party-unknown', { partyId });
    const audit = {
      action: 'parties.reveal',
      objectKind: 'party',
      objectId: String(partyId),
      householdId: partyId,
      detail: { field, purpose: maskNumbersIn(purpose) },
    };
    return { result: { value: party[COLUMN[field]] }, audit };
  });
}
