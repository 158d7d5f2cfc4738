/**
 * Every action that the log knows, in the groups that people look for. A test holds this list against the source: an
 * action without a group, or without its word in each language (`audit:action.<code>`), fails it.
 */

export const ACTION_GROUPS = [
  'sign-in',
  'failed-sign-in',
  'people',
  'reveal',
  'export',
  'print',
  'import',
  'document',
  'ledger',
  'rules',
  'backup',
  'log',
  'system',
] as const;
export type ActionGroup = (typeof ACTION_GROUPS)[number];

export const AUDIT_ACTIONS: Readonly<Record<ActionGroup, readonly string[]>> = {
  'sign-in': ['session.signIn', 'session.lock'],
  'failed-sign-in': ['session.signInFailed'],
  people: [
    'users.add',
    'users.edit',
    'users.resetPassword',
    'users.deactivate',
    'users.reactivate',
    'users.newRecoveryCode',
    'users.rotateKeys',
    'session.changePassword',
    'session.recover',
    'session.adoptSlot',
    'units.add',
  ],
  reveal: ['parties.reveal'],
  export: ['loans.export', 'documents.copy', 'audit.export'],
  print: ['documents.print'],
  import: ['imports.write', 'imports.undo', 'imports.rememberMapping'],
  document: [
    'documents.openDraft',
    'documents.saveDraft',
    'documents.discardDraft',
    'documents.takeNumber',
    'documents.issue',
  ],
  ledger: ['loans.saveView', 'loans.deleteView'],
  rules: ['rules.saveDraft', 'rules.discardDraft', 'rules.approveDraft', 'portfolio.run'],
  backup: ['backup.create', 'backup.pack', 'backup.secondDevice', 'backup.restore'],
  log: ['audit.verify', 'audit.acceptBreak'],
  system: ['session.setUp', 'system.demo', 'window.setIdleMinutes', 'window.keepTyped', 'window.takeTyped'],
};

/** The actions of some groups; an empty choice means every action, known or not. */
export const actionsOf = (groups: readonly ActionGroup[]): string[] => groups.flatMap((group) => AUDIT_ACTIONS[group]);
