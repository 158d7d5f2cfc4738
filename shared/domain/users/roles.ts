/**
 * Roles of ORG-02 and what each may do, after the table of modules (ui.md §2). The door reads this table; nothing else
 * decides rights. What is not named here is denied. Several roles add up.
 */

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
/** A committee votes on what it is shown; it takes nothing away and sees nothing unmasked. */
const ARCHIVE_READERS = BUSINESS.filter((role) => role !== 'committee-member');
/** An auditor reads; paper and lists leave the program by the hands of those who work with them. */
const HANDLERS = ARCHIVE_READERS.filter((role) => role !== 'auditor');

export const PERMISSIONS = {
  'ledger.view': BUSINESS,
  'ledger.export': HANDLERS,
  /** Own and shared views of the ledger. */
  'ledger.keep-views': BUSINESS.filter((role) => role !== 'auditor'),
  /** Looking is reading: an auditor may, for a purpose and with a line in the log like everybody. */
  'personal-data.reveal': ARCHIVE_READERS,
  'import.run': LEDGER_KEEPERS,
  /** Computing what the rules say about every loan; reading it is reading the ledger. */
  'portfolio.run': HANDLERS,
  'import.view': [...LEDGER_KEEPERS, 'auditor', 'branch-head', 'deputy-head'],
  'report.prepare': LITIGATION_PREPARERS,
  'archive.view': ARCHIVE_READERS,
  /** Printing archived papers and saving copies of them (ORG-06). */
  'archive.hand-out': HANDLERS,
  'user.manage': ['administrator'],
  'user.view': ['administrator', 'auditor', 'branch-head', 'deputy-head'],
  'audit.view': ['auditor', 'administrator', 'branch-head', 'deputy-head'],
  'audit.export': ['auditor', 'administrator', 'branch-head'],
  /** Taking note of a broken log: whoever keeps the system answers for it with a reason. */
  'audit.accept-break': ['administrator'],
  'backup.view': ['administrator', 'auditor', 'branch-head', 'deputy-head'],
  'backup.create': ['administrator'],
  'backup.restore': ['administrator'],
  'unit.manage': ['administrator', ...LEDGER_KEEPERS],
  'demo.fill': ['administrator'],
  /** The rules are no secret: whoever is bound by one may read it. */
  'rules.view': ROLES,
  'rules.edit': ['credit-director', 'asset-preservation-head', 'branch-head'],
  'rules.approve': ['branch-head', 'deputy-head'],
  /** The loans that a version would change, for those who prepare and those who answer. */
  'rules.impact': ['credit-director', 'asset-preservation-head', 'branch-head', 'deputy-head'],
  'system.check': ROLES,
} as const satisfies Record<string, readonly Role[]>;
export type Permission = keyof typeof PERMISSIONS;

/** Whether the union of somebody's roles carries a permission. */
export function may(roles: readonly Role[], permission: Permission): boolean {
  const allowed: readonly Role[] = PERMISSIONS[permission];
  return roles.some((role) => allowed.includes(role));
}
