/** The household's securities by id, for the cells that name one. */
import { createContext, use, useMemo } from 'react';
import { useApiQuery } from '../../api/queries';

export interface NamedCollateral {
  readonly id: string;
  /** Kind and place, as the paper names it. */
  readonly name: string;
}

export const CollateralContext = createContext<readonly NamedCollateral[]>([]);

export const useCollateral = (): readonly NamedCollateral[] => use(CollateralContext);

/** Reads them from the household file; empty until they are there. */
export function useHouseholdCollateral(household: string | null): readonly NamedCollateral[] {
  const items = useApiQuery('parties.household', { key: household ?? '' }, { enabled: household !== null }).data
    ?.collateral;
  return useMemo(
    () =>
      (items ?? []).map(({ id, kind, location, itemNo }) => ({
        id: String(id),
        name: location ? `${itemNo} ${kind} ${location}` : `${itemNo} ${kind}`,
      })),
    [items],
  );
}
