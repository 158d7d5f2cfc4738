/** Binds the maintenance of the contract to its use cases. */
import { door } from '../../ipc/door';
import { checkFolder } from './checkFolder';
import { fillDemo } from './fillDemo';

export const systemHandlers = {
  check: door.system.check.handler(({ context }) => checkFolder(context.services, context.open)),
  demo: door.system.demo.handler(({ context, input, signal }) =>
    fillDemo(context.services, context.open, { ...input, signal }),
  ),
};
