/** Binds the rules of the contract to their use cases. */
import { door } from '../../ipc/door';
import { approveDraft, discardDraft, returnDraft } from './decideDraft';
import { draftImpact } from './draftImpact';
import { listRules } from './listRules';
import { printWhy } from './printWhy';
import { saveDraft } from './saveDraft';
import { showRule } from './showRule';
import { tryOut } from './tryOut';

export const rulesHandlers = {
  list: door.rules.list.handler(({ context, input }) => listRules(context.open, input.asOf)),
  show: door.rules.show.handler(({ context, input }) => showRule(context.open, input)),
  evaluate: door.rules.evaluate.handler(({ context, input }) => tryOut(context.open, input)),
  impact: door.rules.impact.handler(({ context, input }) => draftImpact(context.services, context.open, input.id)),
  printWhy: door.rules.printWhy.handler(({ context, input }) => printWhy(context.services, context.open, input)),
  saveDraft: door.rules.saveDraft.handler(({ context, input }) => saveDraft(context.open, input)),
  discardDraft: door.rules.discardDraft.handler(({ context, input }) => discardDraft(context.open, input)),
  returnDraft: door.rules.returnDraft.handler(({ context, input }) => returnDraft(context.open, input)),
  approveDraft: door.rules.approveDraft.handler(({ context, input }) => approveDraft(context.open, input)),
};
