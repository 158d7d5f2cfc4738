/** Binds the measures of the contract to their use cases. */
import { door } from '../../ipc/door';
import { finishStep, proposeStep } from './conductStep';
import { moveItem } from './moveItem';
import { savePlan } from './savePlan';
import { showMeasures } from './showMeasures';

export const measuresHandlers = {
  household: door.measures.household.handler(({ context, input }) =>
    showMeasures(context.services, context.open, input.household),
  ),
  savePlan: door.measures.savePlan.handler(({ context, input }) => savePlan(context.services, context.open, input)),
  moveItem: door.measures.moveItem.handler(({ context, input }) => moveItem(context.open, input)),
  proposeStep: door.measures.proposeStep.handler(({ context, input }) =>
    proposeStep(context.services, context.open, input),
  ),
  finishStep: door.measures.finishStep.handler(({ context, input }) => finishStep(context.open, input)),
};
