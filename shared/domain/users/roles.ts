/** Roles of ORG-02 and what each may do. The door reads this table; nothing else decides rights. */

export const ROLES = [
  'clerk',
  'group-leader',
  'team-captain',
  'sub-branch-director',
  'credit-director',
  'asset-preservation-head',
  'deputy-head',
  'branch-head',
  'committee-member',
  'counsel',
  'archivist',
  'auditor',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

/** Everybody who works on loans; an administrator keeps the system and never sees a debtor (reliability: least privilege). */
const BUSINESS = ROLES.filter((role) => role !== 'administrator');
const LEDGER_KEEPERS: readonly Role[] = ['clerk', 'sub-branch-director', 'credit-director', 'asset-preservation-head'];
const LITIGATION_PREPARERS: readonly Role[] = ['clerk', 'asset-preservation-head', 'counsel'];
const ARCHIVE_READERS = BUSINESS.filter((role) => role !== 'committee-member');

export const PERMISSIONS = {
  'ledger.view': BUSINESS,
  'ledger.export': BUSINESS.filter((role) => role !== 'auditor'),
  'personal-data.reveal': BUSINESS.filter((role) => role !== 'committee-member'),
  'import.run': LEDGER_KEEPERS,
  'import.view': [...LEDGER_KEEPERS, 'auditor', 'branch-head', 'deputy-head'],
  'report.prepare': LITIGATION_PREPARERS,
  'archive.view': ARCHIVE_READERS,
  'user.manage': ['administrator'],
  'user.view': ['administrator', 'auditor', 'branch-head'],
  'unit.manage': ['administrator', ...LEDGER_KEEPERS],
  'demo.fill': ['administrator'],
  'system.check': ROLES,
} as const satisfies Record<string, readonly Role[]>;
export type Permission = keyof typeof PERMISSIONS;

/** Whether the union of somebody's roles carries a permission. */
export function may(roles: readonly Role[], permission: Permission): boolean {
  const allowed: readonly Role[] = PERMISSIONS[permission];
  return roles.some((role) => allowed.includes(role));
}
