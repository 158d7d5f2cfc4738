/** The contract bound to its handlers, feature by feature. */
import { documentsHandlers } from './features/documents/documents.handlers';
import { importsHandlers } from './features/imports/imports.handlers';
import { loansHandlers } from './features/loans/loans.handlers';
import { systemHandlers } from './features/maintenance/system.handlers';
import { partiesHandlers } from './features/parties/parties.handlers';
import { sessionHandlers, unitsHandlers, usersHandlers } from './features/users/users.handlers';
import { door } from './ipc/door';

export const router = door.router({
  session: sessionHandlers,
  users: usersHandlers,
  units: unitsHandlers,
  loans: loansHandlers,
  parties: partiesHandlers,
  imports: importsHandlers,
  documents: documentsHandlers,
  system: systemHandlers,
});
