/** The households that a refused key can mean: people of the same name, or those that a guarantor secures. */

export interface OtherHousehold {
  readonly household: string;
  readonly unit: string | null;
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** Facts of household-unknown {secures} and household-ambiguous {candidates: [{household, unit}]}. */
export function otherHouseholds(facts: Readonly<Record<string, unknown>> | undefined): readonly OtherHousehold[] {
  const secures = Array.isArray(facts?.secures) ? facts.secures.filter(isText) : [];
  const candidates = Array.isArray(facts?.candidates) ? (facts.candidates as Partial<OtherHousehold>[]) : [];
  return [
    ...secures.map((household) => ({ household, unit: null })),
    ...candidates.flatMap(({ household, unit }) => (isText(household) ? [{ household, unit: unit ?? null }] : [])),
  ];
}
