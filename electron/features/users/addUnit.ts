/** A further unit of the branch (ORG-01). */
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import { insertUnit, listUnits, type UnitRow } from './users.repository';

/** Refusal: unit-exists. */
export async function addUnit(open: OpenFolder, input: { name: string; mark: string }): Promise<UnitRow> {
  return open.store.write(open.actor, async (tx) => {
    if ((await listUnits(tx)).some((unit) => unit.name === input.name)) refuse('unit-exists', { unit: input.name });
    const unit = await insertUnit(tx, { ...input, level: 'sub-branch' });
    return {
      result: unit,
      audit: { action: 'units.add', objectKind: 'unit', objectId: String(unit.id), detail: input },
    };
  });
}
