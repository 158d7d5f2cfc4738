/** The people of the fictional branch: one for each role, named after it. */
import { ROLES, type Role } from '../users/roles';

export interface DemoUser {
  readonly name: string;
  readonly display: string;
  readonly role: Role;
  /** Works in the first sub-branch, not at the branch itself. */
  readonly inSubBranch: boolean;
}

const DISPLAYS: Readonly<Record<Role, string>> = {
  clerk: '演示客户经理',
  'group-leader': '演示清收小组组长',
  'team-captain': '演示清收队长',
  'sub-branch-director': '演示分理处主任',
  'credit-director': '演示信贷部主任',
  'asset-preservation-head': '演示资产保全部负责人',
  'deputy-head': '演示分管副行长',
  'branch-head': '演示行长',
  'committee-member': '演示审议委员',
  counsel: '演示法律顾问',
  archivist: '演示档案员',
  auditor: '演示审计员',
  administrator: '演示管理员',
};

const IN_SUB_BRANCH: readonly Role[] = ['clerk', 'group-leader', 'sub-branch-director'];

export const DEMO_USERS: readonly DemoUser[] = ROLES.map((role) => ({
  name: `demo-${role}`,
  display: DISPLAYS[role],
  role,
  inSubBranch: IN_SUB_BRANCH.includes(role),
}));
