/** Binds receipts of money to their use cases. */
import { door } from '../../ipc/door';
import { askMeasure } from './askMeasure';
import { endAgreement, recordAgreement } from './orderAgreement';
import { previewReceipt } from './previewReceipt';
import { readAccount } from './readAccount';
import { recordReceipt } from './recordReceipt';
import { reverseReceipt } from './reverseReceipt';

export const receiptsHandlers = {
  account: door.receipts.account.handler(({ context, input }) =>
    readAccount(context.services, context.open, input.household),
  ),
  preview: door.receipts.preview.handler(({ context, input }) => previewReceipt(context.services, context.open, input)),
  record: door.receipts.record.handler(({ context, input }) => recordReceipt(context.services, context.open, input)),
  reverse: door.receipts.reverse.handler(({ context, input }) => reverseReceipt(context.services, context.open, input)),
  recordAgreement: door.receipts.recordAgreement.handler(({ context, input }) =>
    recordAgreement(context.services, context.open, input),
  ),
  endAgreement: door.receipts.endAgreement.handler(({ context, input }) =>
    endAgreement(context.services, context.open, input),
  ),
  askMeasure: door.receipts.askMeasure.handler(({ context, input }) =>
    askMeasure(context.services, context.open, input),
  ),
};
