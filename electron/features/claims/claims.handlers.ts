/** Binds claims of the contract to its use cases. */
import { door } from '../../ipc/door';
import { askAcceleration } from './askAcceleration';
import { recordHeir } from './recordHeir';
import { showClaims } from './showClaims';

export const claimsHandlers = {
  household: door.claims.household.handler(({ context, input }) =>
    showClaims(context.services, context.open, input.household),
  ),
  recordHeir: door.claims.recordHeir.handler(({ context, input }) => recordHeir(context.services, context.open, input)),
  askAcceleration: door.claims.askAcceleration.handler(({ context, input }) =>
    askAcceleration(context.services, context.open, input),
  ),
};
