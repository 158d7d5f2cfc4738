/** Binds approvals of the contract to their use cases. */
import { door } from '../../ipc/door';
import { decideRequest } from './decideRequest';
import { delegateAuthority, endDelegation } from './delegate';
import { fileRequestPaper } from './fileRequestPaper';
import { listRequests } from './inbox';
import { showDelegations } from './listDelegations';
import { recordConflict } from './recordConflict';
import { requestPaper } from './requestPaper';
import { showRequest } from './showRequest';
import { closeVote, voteOnRequest } from './voteOnRequest';
import { withdrawRequest } from './withdrawRequest';

export const approvalsHandlers = {
  list: door.approvals.list.handler(({ context: { services, open }, input }) =>
    listRequests(open.store.read, open.actor, services.clock.today(), input),
  ),
  show: door.approvals.show.handler(({ context: { services, open }, input }) =>
    showRequest(open.store.read, open.actor, services.clock.today(), input.id),
  ),
  paper: door.approvals.paper.handler(({ context: { services, open }, input, signal }) =>
    requestPaper(services, open, input.id, signal),
  ),
  decide: door.approvals.decide.handler(async ({ context: { services, open }, input }) =>
    fileRequestPaper(services, open, await decideRequest(services.clock.today(), open, input)),
  ),
  vote: door.approvals.vote.handler(({ context: { services, open }, input }) =>
    voteOnRequest(services.clock.today(), open, input),
  ),
  closeVote: door.approvals.closeVote.handler(async ({ context: { services, open }, input }) =>
    fileRequestPaper(services, open, await closeVote(services.clock.today(), open, input)),
  ),
  recordConflict: door.approvals.recordConflict.handler(({ context: { services, open }, input }) =>
    recordConflict(services.clock.today(), open, input),
  ),
  withdraw: door.approvals.withdraw.handler(({ context: { services, open }, input }) =>
    withdrawRequest(services.clock.today(), open, input),
  ),
  delegations: door.approvals.delegations.handler(({ context: { open } }) => showDelegations(open.store.read)),
  delegate: door.approvals.delegate.handler(({ context: { services, open }, input }) =>
    delegateAuthority(services.clock.today(), open, input),
  ),
  endDelegation: door.approvals.endDelegation.handler(({ context: { open }, input }) => endDelegation(open, input)),
};
