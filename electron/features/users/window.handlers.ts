/** Binds what only a window needs to its use cases. */
import { door } from '../../ipc/door';
import { setIdleMinutes } from './lockWindow';
import { printRecoveryCode } from './printRecoveryCode';
import { keepTyped, takeTyped } from './typedText';

export const windowHandlers = {
  notices: door.window.notices.handler(({ context, signal }) => context.services.session.windows.listen(signal)),
  keepTyped: door.window.keepTyped.handler(({ context, input }) => keepTyped(context.services, context.open, input)),
  takeTyped: door.window.takeTyped.handler(({ context }) => takeTyped(context.services, context.open)),
  printRecoveryCode: door.window.printRecoveryCode.handler(({ context, input }) =>
    printRecoveryCode(context.services, input),
  ),
  setIdleMinutes: door.window.setIdleMinutes.handler(({ context, input }) =>
    setIdleMinutes(context.open, input.minutes),
  ),
};
