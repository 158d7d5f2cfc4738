/** Binds the ledger of the contract to its use cases. */
import { door } from '../../ipc/door';
import { deleteView } from './deleteView';
import { exportLedger } from './exportLedger';
import { ledgerOptions, ledgerSummary, ledgerTotals } from './ledgerTotals';
import { listViews } from './savedViews.repository';
import { saveView } from './saveView';
import { showLedgerPage } from './showLedgerPage';

export const loansHandlers = {
  page: door.loans.page.handler(({ context, input }) => showLedgerPage(context.services, context.open, input)),
  totals: door.loans.totals.handler(({ context, input }) => ledgerTotals(context.open.store.read, input)),
  options: door.loans.options.handler(({ context }) => ledgerOptions(context.open.store.read)),
  summary: door.loans.summary.handler(async ({ context, input }) => ({
    dims: input.dims,
    cells: await ledgerSummary(context.open.store.read, input.filter, input.dims),
  })),
  export: door.loans.export.handler(({ context, input }) => exportLedger(context.services, context.open, input)),
  views: door.loans.views.handler(({ context }) => listViews(context.open.store.read, context.open.actor.userId)),
  saveView: door.loans.saveView.handler(({ context, input }) => saveView(context.open, input)),
  deleteView: door.loans.deleteView.handler(({ context, input }) => deleteView(context.open, input.id)),
};
