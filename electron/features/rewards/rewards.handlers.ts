/** Binds rewards and the register of liabilities to their use cases. */
import { door } from '../../ipc/door';
import { exportRegister } from './exportRegisters';
import { handleLiability, performLiability, recordLiability, showLiabilities, withdrawLiability } from './liabilities';
import { nameOutsider, removeOutsider, setCosts } from './nameOutsider';
import { computeSheet, discardSheet, recomputeSheet } from './runSheet';
import { paySheet, submitSheet } from './settleSheet';
import { showSheet, showSheets } from './showSheets';

const { rewards } = door;

export const rewardsHandlers = {
  list: rewards.list.handler(({ context }) => showSheets(context.services, context.open)),
  show: rewards.show.handler(({ context, input }) => showSheet(context.services, context.open, input.id)),
  compute: rewards.compute.handler(({ context, input }) => computeSheet(context.services, context.open, input)),
  recompute: rewards.recompute.handler(({ context, input }) => recomputeSheet(context.services, context.open, input)),
  discard: rewards.discard.handler(({ context, input }) => discardSheet(context.open, input)),
  submit: rewards.submit.handler(({ context, input }) => submitSheet(context.services, context.open, input)),
  pay: rewards.pay.handler(({ context, input }) => paySheet(context.services, context.open, input)),
  nameOutsider: rewards.nameOutsider.handler(({ context, input }) => nameOutsider(context.open, input)),
  removeOutsider: rewards.removeOutsider.handler(({ context, input }) => removeOutsider(context.open, input)),
  setCosts: rewards.setCosts.handler(({ context, input }) => setCosts(context.open, input)),
  liabilities: rewards.liabilities.handler(({ context }) => showLiabilities(context.services, context.open)),
  recordLiability: rewards.recordLiability.handler(({ context, input }) =>
    recordLiability(context.services, context.open, input),
  ),
  performLiability: rewards.performLiability.handler(({ context, input }) =>
    performLiability(context.services, context.open, input),
  ),
  handleLiability: rewards.handleLiability.handler(({ context, input }) =>
    handleLiability(context.services, context.open, input),
  ),
  withdrawLiability: rewards.withdrawLiability.handler(({ context, input }) =>
    withdrawLiability(context.services, context.open, input),
  ),
  exportRegister: rewards.exportRegister.handler(({ context, input }) =>
    exportRegister(context.services, context.open, input),
  ),
};
