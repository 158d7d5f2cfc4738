/** Every address of the application. The URL holds page, id, tab and filter, so back and reopen restore them exactly. */
import { createHashHistory, createRootRoute, createRoute, createRouter, Navigate } from '@tanstack/react-router';
import { Frame } from './Frame';
import { screen } from './screens';

const root = createRootRoute({ component: Frame, notFoundComponent: () => <Navigate to="/ledger" replace /> });

const page = <P extends string>(path: P, name: `${string}/${string}Screen`) =>
  createRoute({ getParentRoute: () => root, path, component: screen(name) });

const home = createRoute({ getParentRoute: () => root, path: '/', component: () => <Navigate to="/ledger" replace /> });

const routes = [
  home,
  page('/ledger', 'loans/LedgerScreen'),
  page('/household/$key', 'parties/HouseholdScreen'),
  page('/imports', 'imports/ImportScreen'),
  page('/documents', 'archive/DocumentsScreen'),
  page('/document/$draftId', 'documents/DocumentEditorScreen'),
  page('/settings/users', 'users/UsersScreen'),
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
