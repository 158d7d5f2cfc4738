/** The table of rights (ORG-02, S38) as it is declared: who holds a permission, and which messages it opens. Pure. */
import { contract } from '@shared/contract';
import type { Access, EntryMeta } from '@shared/contract/entry';
import { PERMISSIONS, type Permission, ROLES, type Role } from '@shared/domain/users/roles';

export interface RightsRow {
  readonly access: Access;
  /** Contract paths, e.g. `imports.run`, in the order of the contract. */
  readonly entries: readonly string[];
  readonly roles: readonly Role[];
}

function entriesByAccess(): Map<Access, string[]> {
  const found = new Map<Access, string[]>();
  for (const [feature, procedures] of Object.entries(contract)) {
    for (const [name, procedure] of Object.entries(procedures)) {
      const { access } = procedure['~orpc'].meta as EntryMeta;
      found.set(access, [...(found.get(access) ?? []), `${feature}.${name}`]);
    }
  }
  return found;
}

/** Every permission in the order of its table, after what everybody may who has signed in. */
export function rightsTable(): RightsRow[] {
  const entries = entriesByAccess();
  const row = (access: Access, roles: readonly Role[]): RightsRow => ({
    access,
    entries: entries.get(access) ?? [],
    roles,
  });
  return [row('signed-in', ROLES), ...(Object.keys(PERMISSIONS) as Permission[]).map((id) => row(id, PERMISSIONS[id]))];
}

/** Rows that any of the chosen roles holds; all rows when none is chosen. */
export const rightsOf = (rows: readonly RightsRow[], chosen: readonly Role[]): RightsRow[] =>
  rows.filter(({ roles }) => chosen.length === 0 || chosen.some((role) => roles.includes(role)));
