/** Hits of the header search in groups: who borrows, who guarantees; a person in both stands in both. */
import type { OutputOf } from '../../api/client';

export type PartyHit = OutputOf<'parties.search'>[number];

export interface HitGroup {
  readonly key: 'borrower' | 'guarantor' | 'other';
  readonly hits: readonly PartyHit[];
}

/** The household that a hit leads to from its group; null when there is none. */
export function householdOf(group: HitGroup['key'], hit: PartyHit): string | null {
  return group === 'borrower' ? hit.household : (hit.secures ?? hit.household);
}

/** Groups with hits, borrowers first, each in the order of the server. */
export function groupHits(hits: readonly PartyHit[]): readonly HitGroup[] {
  const having = (capacity: PartyHit['capacity'][number]) => hits.filter((hit) => hit.capacity.includes(capacity));
  const other = hits.filter(({ capacity }) => !capacity.includes('borrower') && !capacity.includes('guarantor'));
  const groups: readonly HitGroup[] = [
    { key: 'borrower', hits: having('borrower') },
    { key: 'guarantor', hits: having('guarantor') },
    { key: 'other', hits: other },
  ];
  return groups.filter((group) => group.hits.length > 0);
}

/** The last four characters of an identifier tell people of the same name apart. */
export const idTail = (idNumber: string | null): string | null => idNumber?.slice(-4) ?? null;
