/** Binds the targets of the contract to their use cases. */
import { door } from '../../ipc/door';
import { assignTarget } from './assignTarget';
import { exportListing } from './exportListing';
import { exportTargetRegister } from './exportRegister';
import { moveTarget } from './moveTarget';
import { nameResponsible } from './nameResponsible';
import { previewProposal, proposeTargets } from './proposeTargets';
import { showListing, showResponsibilities, showTarget } from './showTargets';
import { showTargets } from './targetList';

export const targetsHandlers = {
  list: door.targets.list.handler(({ context, input }) => showTargets(context.services, context.open, input)),
  show: door.targets.show.handler(({ context, input }) => showTarget(context.services, context.open, input.id)),
  listing: door.targets.listing.handler(({ context }) => showListing(context.services, context.open)),
  exportListing: door.targets.exportListing.handler(({ context, input }) =>
    exportListing(context.services, context.open, input),
  ),
  exportRegister: door.targets.exportRegister.handler(({ context, input }) =>
    exportTargetRegister(context.services, context.open, input),
  ),
  responsibilities: door.targets.responsibilities.handler(({ context }) =>
    showResponsibilities(context.services, context.open),
  ),
  preview: door.targets.preview.handler(({ context, input }) => previewProposal(context.services, context.open, input)),
  propose: door.targets.propose.handler(({ context, input }) => proposeTargets(context.services, context.open, input)),
  step: door.targets.step.handler(({ context, input }) => moveTarget(context.services, context.open, input)),
  assign: door.targets.assign.handler(({ context, input }) => assignTarget(context.services, context.open, input)),
  nameResponsible: door.targets.nameResponsible.handler(({ context, input }) =>
    nameResponsible(context.services, context.open, input),
  ),
};
