/** Binds the review of open cases to its use cases. */
import { door } from '../../ipc/door';
import { exportReviews } from './exportReviews';
import { listReviews, showReview } from './readReviews';
import { acknowledgeBreach, recordReview } from './recordReview';

const at = door.caseReview;

export const caseReviewHandlers = {
  list: at.list.handler(({ context }) => listReviews(context.services, context.open)),
  show: at.show.handler(({ context, input }) => showReview(context.services, context.open, input.id)),
  record: at.record.handler(({ context, input }) => recordReview(context.services, context.open, input)),
  acknowledge: at.acknowledge.handler(({ context, input }) => acknowledgeBreach(context.services, context.open, input)),
  export: at.export.handler(({ context, input }) => exportReviews(context.services, context.open, input)),
};
