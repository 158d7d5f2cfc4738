/** Every address of the application. The URL holds page, id, tab and filter, so back and reopen restore them exactly. */
import { createHashHistory, createRootRoute, createRoute, createRouter, Navigate } from '@tanstack/react-router';
import { Frame } from './Frame';
import { modulesFor } from './modules';
import { screen } from './screens';
import { useOpenSession } from './sessionContext';

/** Everybody begins at his first module: an administrator has no ledger. */
function Home() {
  const [first] = modulesFor(useOpenSession().user.roles);
  return <Navigate to={first?.path ?? '/ledger'} replace />;
}

const root = createRootRoute({ component: Frame, notFoundComponent: Home });

const page = <P extends string>(path: P, name: `${string}/${string}Screen`) =>
  createRoute({ getParentRoute: () => root, path, component: screen(name) });

const home = createRoute({ getParentRoute: () => root, path: '/', component: Home });

const routes = [
  home,
  page('/workbench', 'workbench/WorkbenchScreen'),
  page('/ledger', 'loans/LedgerScreen'),
  page('/household/$key', 'parties/HouseholdScreen'),
  page('/imports', 'imports/ImportScreen'),
  page('/documents', 'archive/DocumentsScreen'),
  page('/document/$draftId', 'documents/DocumentEditorScreen'),
  page('/approvals', 'approvals/ApprovalsScreen'),
  page('/dunning', 'dunning/DunningScreen'),
  page('/litigation', 'litigation/LitigationScreen'),
  page('/case/$key', 'litigation/CaseScreen'),
  page('/case-reviews', 'caseReview/CaseReviewsScreen'),
  page('/receipts', 'receipts/ReceiptsScreen'),
  page('/targets', 'targets/TargetsScreen'),
  page('/team', 'team/TeamScreen'),
  page('/rewards', 'rewards/RewardsScreen'),
  page('/contracts', 'contracts/ContractsScreen'),
  page('/settings/users', 'users/UsersScreen'),
  page('/audit', 'audit/AuditScreen'),
  page('/backup', 'backup/BackupScreen'),
  page('/portfolio', 'portfolio/PortfolioScreen'),
  page('/rules', 'rules/RulesScreen'),
] as const;

export const router = createRouter({
  routeTree: root.addChildren(routes),
  history: createHashHistory(),
  defaultPreload: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
