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
/** Who goes to the debtors, and the heads that now and then do. */
const RECOVERERS: readonly Role[] = ['group-leader', 'team-captain', ...LEDGER_KEEPERS, 'deputy-head', 'branch-head'];
const NOTICE_PREPARERS: readonly Role[] = [
  'clerk',
  'group-leader',
  'sub-branch-director',
  'credit-director',
  'asset-preservation-head',
];
const LITIGATION_PREPARERS: readonly Role[] = ['clerk', 'asset-preservation-head', 'counsel'];
/** A committee votes on what it is shown; it takes nothing away and sees nothing unmasked. */
const ARCHIVE_READERS = BUSINESS.filter((role) => role !== 'committee-member');
/** An auditor reads; paper and lists leave the program by the hands of those who work with them. */
const HANDLERS = ARCHIVE_READERS.filter((role) => role !== 'auditor');
const REWARD_VIEWERS: readonly Role[] = [
  'group-leader',
  'team-captain',
  'sub-branch-director',
  'credit-director',
  'asset-preservation-head',
  'deputy-head',
  'branch-head',
  'auditor',
];

export const PERMISSIONS = {
  'ledger.view': BUSINESS,
  'ledger.export': HANDLERS,
  /** Own and shared views of the ledger. */
  'ledger.keep-views': BUSINESS.filter((role) => role !== 'auditor'),
  /** Looking is reading: an auditor may, for a purpose and with a line in the log like everybody. */
  'personal-data.reveal': ARCHIVE_READERS,
  'import.run': LEDGER_KEEPERS,
  /** Money received and how it is spread (S08). */
  'receipt.view': BUSINESS.filter((role) => !['committee-member', 'counsel', 'archivist'].includes(role)),
  'receipt.record': ['clerk', 'asset-preservation-head'],
  /** Taking a receipt back is for those who answer for the books. */
  'receipt.reverse': ['sub-branch-director', 'credit-director', 'asset-preservation-head'],
  /** Computing what the rules say about every loan; reading it is reading the ledger. */
  'portfolio.run': HANDLERS,
  'import.view': [...LEDGER_KEEPERS, 'auditor', 'branch-head', 'deputy-head'],
  'report.prepare': LITIGATION_PREPARERS,
  /** Drafting and issuing papers at all; each form names who may prepare it. */
  'paper.prepare': HANDLERS,
  'notice.prepare': NOTICE_PREPARERS,
  'notice.view': ARCHIVE_READERS,
  /** What became of a notice, from the receipt that came back. */
  'notice.record': [...NOTICE_PREPARERS, 'archivist'],
  /** Nobody signs a waiver unawares: only they release the consent to perform after expiry. */
  'notice.consent': ['counsel', 'asset-preservation-head'],
  'archive.view': ARCHIVE_READERS,
  /** Printing archived papers and saving copies of them (ORG-06). */
  'archive.hand-out': HANDLERS,
  /** Contacts with debtors; nothing in the log is ever edited. */
  'contact.record': RECOVERERS,
  'measure.plan': RECOVERERS,
  /** Agreements to repay, and asking for a pre-suit notice (B1 §13). */
  'agreement.prepare': RECOVERERS,
  /** Who signed, from the copy that came back, and the end of an agreement. */
  'agreement.record': [...NOTICE_PREPARERS, 'archivist'],
  /** Steps that need a legal basis and an approval (REC-14). */
  'measure.step': [...LEDGER_KEEPERS, 'counsel'],
  /** Putting off one's own work with a reason, saying that it is done (S02). */
  'work.settle': BUSINESS.filter((role) => role !== 'auditor'),
  /** Bringing households before the team (B1 §9). */
  'target.propose': RECOVERERS,
  /** Steps of a target, with their dates and papers. */
  'target.lead': ['group-leader', 'team-captain', 'asset-preservation-head'],
  /** Groups, managers and what each has to bring: the captain decides it (B1 §11). */
  'target.assign': ['team-captain', 'asset-preservation-head'],
  /** Who answers for a loan, and until when (B2 §19). */
  'target.name-responsible': ['sub-branch-director', 'credit-director', 'asset-preservation-head', 'branch-head'],
  'team.view': BUSINESS,
  'team.manage': ['team-captain', 'asset-preservation-head'],
  /** A leader keeps it for his group, the captain for everybody (B1 §17). */
  'team.attendance': ['team-captain', 'group-leader'],
  'team.leave': BUSINESS.filter((role) => role !== 'auditor'),
  /** Whoever comes back reports to the deputy head in person (B1 §18). */
  'team.report-back': ['deputy-head'],
  /** Attendance, leave, groups and progress as files. */
  'team.export': HANDLERS,
  'team.plan': ['team-captain', 'asset-preservation-head'],
  /** Rewards and liabilities are of persons: those who lead, and those who answer for them. */
  'reward.view': REWARD_VIEWERS,
  'reward.prepare': ['group-leader', 'team-captain', 'asset-preservation-head'],
  'reward.pay': ['credit-director', 'asset-preservation-head'],
  'reward.export': REWARD_VIEWERS.filter((role) => role !== 'auditor'),
  /** Tenders and contracts with those who recover for the branch (S27). */
  'contract.view': [...REWARD_VIEWERS, 'counsel'],
  'contract.prepare': ['credit-director', 'asset-preservation-head'],
  'contract.export': REWARD_VIEWERS.filter((role) => role !== 'auditor'),
  'liability.record': ['credit-director', 'asset-preservation-head', 'branch-head'],
  /** Requests, where they stand and what was decided. */
  'approvals.view': BUSINESS,
  /** Which levels decide what is derived from rules; a substitute may be anybody who works here. */
  'approvals.decide': BUSINESS.filter((role) => role !== 'auditor'),
  'approvals.prepare': BUSINESS.filter((role) => role !== 'auditor'),
  /** Court cases (S09, S29). */
  'litigation.view': BUSINESS,
  'litigation.prepare': LITIGATION_PREPARERS,
  /** The legal opinion is counsel's own (B4 §9). */
  'litigation.opinion': ['counsel'],
  /** What the filing level answered (B4 §21). */
  'litigation.file': ['asset-preservation-head', 'deputy-head'],
  /** Taking the way to the court although a step misses. */
  'litigation.override': ['deputy-head', 'branch-head'],
  /** What becomes of a debt whose suit was refused (B4 §10). */
  'litigation.treat': ['committee-member', 'asset-preservation-head'],
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
  /** Files of regulations and laws beside the rules, with the pages of their articles. */
  'regulations.keep': ['credit-director', 'asset-preservation-head', 'branch-head', 'archivist'],
  'system.check': ROLES,
} as const satisfies Record<string, readonly Role[]>;
export type Permission = keyof typeof PERMISSIONS;

/** Whether the union of somebody's roles carries a permission. */
export function may(roles: readonly Role[], permission: Permission): boolean {
  const allowed: readonly Role[] = PERMISSIONS[permission];
  return roles.some((role) => allowed.includes(role));
}
