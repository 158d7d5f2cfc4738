/** Binds the work bench of the contract to its use case. */
import { door } from '../../ipc/door';
import { listWork } from './listWork';

export const workbenchHandlers = {
  list: door.workbench.list.handler(({ context, input }) => listWork(context.services, context.open, input)),
};
