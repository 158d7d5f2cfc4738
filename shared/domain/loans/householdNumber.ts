/** The number under which a household's file is known to people: `H` and at least six digits, e.g. H000123. */

export const householdNumber = (partyId: number): string => `H${String(partyId).padStart(6, '0')}`;

/** The borrower's party id, or null when the text is not a household number. */
export function partyIdOf(household: string): number | null {
  const match = /^H([0-9]{6,12})$/i.exec(household.trim());
  return match ? Number(match[1]) : null;
}
