/** Binds tenders and contracts of recovery to their use cases. */
import { door } from '../../ipc/door';
import { exportRegister } from './exportRegisters';
import { announceTender, openBids, placeBid, registerBidder } from './holdTender';
import { draftContract, giveUpContract, recordEntry, signContract, submitContract } from './keepContract';
import { settleDeposit, undoDeposit } from './settleDeposit';
import { showContract, showContracts, showTender } from './showContracts';

const { contracts } = door;

export const contractsHandlers = {
  list: contracts.list.handler(({ context }) => showContracts(context.services, context.open)),
  tender: contracts.tender.handler(({ context, input }) => showTender(context.services, context.open, input.id)),
  show: contracts.show.handler(({ context, input }) => showContract(context.services, context.open, input.id)),
  announceTender: contracts.announceTender.handler(({ context, input }) =>
    announceTender(context.services, context.open, input),
  ),
  registerBidder: contracts.registerBidder.handler(({ context, input }) =>
    registerBidder(context.services, context.open, input),
  ),
  placeBid: contracts.placeBid.handler(({ context, input }) => placeBid(context.services, context.open, input)),
  openBids: contracts.openBids.handler(({ context, input }) => openBids(context.services, context.open, input)),
  draft: contracts.draft.handler(({ context, input }) => draftContract(context.services, context.open, input)),
  submit: contracts.submit.handler(({ context, input }) => submitContract(context.services, context.open, input)),
  sign: contracts.sign.handler(({ context, input }) => signContract(context.services, context.open, input)),
  settleDeposit: contracts.settleDeposit.handler(({ context, input }) =>
    settleDeposit(context.services, context.open, input),
  ),
  undoDeposit: contracts.undoDeposit.handler(({ context, input }) =>
    undoDeposit(context.services, context.open, input),
  ),
  giveUp: contracts.giveUp.handler(({ context, input }) => giveUpContract(context.open, input)),
  exportRegister: contracts.exportRegister.handler(({ context, input }) =>
    exportRegister(context.services, context.open, input),
  ),
  record: contracts.record.handler(({ context, input }) => recordEntry(context.services, context.open, input)),
};
