/** Binds the work bench of the contract to its use cases. */
import { door } from '../../ipc/door';
import { exportSheet } from './exportSheet';
import { listIdle, listWork } from './listWork';
import { markWorkDone, postponeWork } from './noteWork';

export const workbenchHandlers = {
  list: door.workbench.list.handler(({ context, input }) => listWork(context.services, context.open, input)),
  idle: door.workbench.idle.handler(({ context, input }) => listIdle(context.services, context.open, input)),
  postpone: door.workbench.postpone.handler(({ context, input }) =>
    postponeWork(context.services, context.open, input),
  ),
  markDone: door.workbench.markDone.handler(({ context, input }) =>
    markWorkDone(context.services, context.open, input),
  ),
  exportSheet: door.workbench.exportSheet.handler(({ context, input }) =>
    exportSheet(context.services, context.open, input),
  ),
};
