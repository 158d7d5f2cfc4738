/** Households that are targets and have no next step (S02): nobody has planned anything for them. */
import type { Scope } from '@shared/contract/workbench.contract';
import { householdNumber } from '@shared/domain/loans/householdNumber';
import { idleAmong, type WorkItem } from '@shared/domain/workbench/workItem';
import type { OpenFolder } from '../../openFolder';
import { assignmentsOf, listTargets } from '../targets/targets.repository';

export interface IdleTarget {
  readonly id: number;
  readonly household: string;
  readonly borrower: string;
  readonly unit: string;
  readonly group: string | null;
  readonly manager: string | null;
  /** Fen. */
  readonly balance: number;
}

/** The largest first. One's own are those that one manages. */
export function idleTargets({ store, actor }: OpenFolder, items: readonly WorkItem[], scope: Scope): IdleTarget[] {
  const targets = listTargets(store.read, false);
  const idle = new Set(
    idleAmong(
      targets.map(({ partyId }) => partyId),
      items,
    ),
  );
  const left = targets.filter(({ partyId }) => idle.has(partyId));
  const ids = left.map(({ id }) => id);
  // The newest comes first, and the last one written into a map stays.
  const assignments = new Map(
    assignmentsOf(store.read, ids)
      .map((given) => [given.targetId, given] as const)
      .toReversed(),
  );
  return left
    .filter(({ id, unitId }) => {
      if (scope === 'all' || assignments.get(id)?.managerId === actor.userId) return true;
      return scope === 'unit' && unitId === actor.unitId;
    })
    .map(({ id, partyId, borrower, unit, balance }) => {
      const { group = null, manager = null } = assignments.get(id) ?? {};
      return { id, household: householdNumber(partyId), borrower, unit, group, manager, balance };
    })
    .toSorted((a, b) => b.balance - a.balance);
}
