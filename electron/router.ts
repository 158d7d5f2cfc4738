/** The contract bound to its handlers, feature by feature. */
import { auditHandlers } from './features/audit/audit.handlers';
import { backupHandlers } from './features/backup/backup.handlers';
import { documentsHandlers } from './features/documents/documents.handlers';
import { importsHandlers } from './features/imports/imports.handlers';
import { loansHandlers } from './features/loans/loans.handlers';
import { systemHandlers } from './features/maintenance/system.handlers';
import { partiesHandlers } from './features/parties/parties.handlers';
import { portfolioHandlers } from './features/portfolio/portfolio.handlers';
import { rulesHandlers } from './features/rules/rules.handlers';
import { sessionHandlers, unitsHandlers, usersHandlers } from './features/users/users.handlers';
import { windowHandlers } from './features/users/window.handlers';
import { door } from './ipc/door';

export const router = door.router({
  session: sessionHandlers,
  window: windowHandlers,
  users: usersHandlers,
  units: unitsHandlers,
  loans: loansHandlers,
  parties: partiesHandlers,
  imports: importsHandlers,
  documents: documentsHandlers,
  rules: rulesHandlers,
  portfolio: portfolioHandlers,
  audit: auditHandlers,
  backup: backupHandlers,
  system: systemHandlers,
});
