/** The modules of the left menu and who sees them (ui.md §2). A new module is one line here and a route in routes.tsx. */
import { may, type Permission, type Role } from '@shared/domain/users/roles';

export interface Module {
  /** Key of its texts: `nav:<key>.short` (2 characters in Chinese) and `nav:<key>.full`. */
  readonly key:
    | 'workbench'
    | 'ledger'
    | 'imports'
    | 'documents'
    | 'dunning'
    | 'litigation'
    | 'receipts'
    | 'approvals'
    | 'portfolio'
    | 'targets'
    | 'team'
    | 'rewards'
    | 'contracts'
    | 'users'
    | 'audit'
    | 'backup'
    | 'rules';
  readonly path:
    | '/workbench'
    | '/ledger'
    | '/imports'
    | '/documents'
    | '/dunning'
    | '/litigation'
    | '/receipts'
    | '/approvals'
    | '/portfolio'
    | '/targets'
    | '/team'
    | '/rewards'
    | '/contracts'
    | '/settings/users'
    | '/audit'
    | '/backup'
    | '/rules';
  readonly permission: Permission;
}

export const MODULES: readonly Module[] = [
  { key: 'workbench', path: '/workbench', permission: 'ledger.view' },
  { key: 'ledger', path: '/ledger', permission: 'ledger.view' },
  { key: 'portfolio', path: '/portfolio', permission: 'ledger.view' },
  { key: 'imports', path: '/imports', permission: 'import.view' },
  { key: 'documents', path: '/documents', permission: 'archive.view' },
  { key: 'dunning', path: '/dunning', permission: 'notice.view' },
  { key: 'receipts', path: '/receipts', permission: 'receipt.view' },
  { key: 'approvals', path: '/approvals', permission: 'approvals.view' },
  { key: 'litigation', path: '/litigation', permission: 'litigation.view' },
  { key: 'targets', path: '/targets', permission: 'ledger.view' },
  { key: 'team', path: '/team', permission: 'team.view' },
  { key: 'rewards', path: '/rewards', permission: 'reward.view' },
  { key: 'contracts', path: '/contracts', permission: 'contract.view' },
  { key: 'users', path: '/settings/users', permission: 'user.view' },
  { key: 'audit', path: '/audit', permission: 'audit.view' },
  { key: 'backup', path: '/backup', permission: 'backup.view' },
  { key: 'rules', path: '/rules', permission: 'rules.view' },
];

/** The modules a person with these roles sees: the union over the roles, in menu order. */
export function modulesFor(roles: readonly Role[]): Module[] {
  return MODULES.filter((module) => may(roles, module.permission));
}
