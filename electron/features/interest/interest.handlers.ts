/** Binds interest of the contract to its use cases. */
import { door } from '../../ipc/door';
import { previewTerms } from './previewTerms';
import { recordTerms } from './recordTerms';
import { showInterest } from './showInterest';

export const interestHandlers = {
  household: door.interest.household.handler(({ context, input }) =>
    showInterest(context.services, context.open, input.household),
  ),
  preview: door.interest.preview.handler(({ context, input }) => previewTerms(context.services, context.open, input)),
  recordTerms: door.interest.recordTerms.handler(({ context, input }) =>
    recordTerms(context.services, context.open, input),
  ),
};
