/** Binds repayment of the contract to its use cases. */
import { door } from '../../ipc/door';
import { askAgreement, trySchedule } from './askAgreement';
import { askPreSuit } from './askPreSuit';
import { askTerm, dropTerm } from './askTerm';
import { correctSignature } from './correctSignature';
import { endAgreement } from './endAgreement';
import { recordReturn } from './recordReturn';
import { saveTermFile } from './saveTermFile';
import { showRepayment } from './showRepayment';

export const repaymentHandlers = {
  household: door.repayment.household.handler(({ context, input }) =>
    showRepayment(context.services, context.open, input.household),
  ),
  schedule: door.repayment.schedule.handler(({ context, input }) => trySchedule(context.services, context.open, input)),
  askAgreement: door.repayment.askAgreement.handler(({ context, input }) =>
    askAgreement(context.services, context.open, input),
  ),
  recordReturn: door.repayment.recordReturn.handler(({ context, input }) =>
    recordReturn(context.services, context.open, input),
  ),
  endAgreement: door.repayment.endAgreement.handler(({ context, input }) =>
    endAgreement(context.services, context.open, input),
  ),
  askPreSuit: door.repayment.askPreSuit.handler(({ context, input }) =>
    askPreSuit(context.services, context.open, input),
  ),
  correctSignature: door.repayment.correctSignature.handler(({ context, input }) =>
    correctSignature(context.services, context.open, input),
  ),
  askTerm: door.repayment.askTerm.handler(({ context, input }) => askTerm(context.services, context.open, input)),
  dropTerm: door.repayment.dropTerm.handler(({ context, input }) => dropTerm(context.open, input)),
  saveTermFile: door.repayment.saveTermFile.handler(({ context, input }) =>
    saveTermFile(context.services, context.open, input),
  ),
};
