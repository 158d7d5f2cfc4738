/** Binds litigation of the contract to its use cases. */
import type { CompileEvent } from '@shared/contract/litigation.contract';
import { door } from '../../ipc/door';
import { progressStream } from '../../ipc/progressStream';
import { askPermit, filePermit } from './askPermit';
import { compileEvidence } from './compileEvidence';
import { askCoordination, sendCoordination } from './coordinate';
import { amendCase, openCase } from './describeCase';
import { exportSheet } from './exportSheet';
import { addEvidence, withdrawEvidence } from './keepEvidence';
import { listCases, listDeadlines } from './listCases';
import { overrideGate } from './overrideGate';
import { askCommittee, giveOpinion, stateTreatment } from './passGate';
import { postpone, previewAct, recordAct, undoAct } from './recordAct';
import { askFiling, recordFiling } from './recordFiling';
import { rulesForClaim, showCase } from './showCase';
import { showCaseFile } from './showFile';
import { showHouseholdCases } from './showHouseholdCases';

export const litigationHandlers = {
  list: door.litigation.list.handler(({ context, input }) => listCases(context.services, context.open, input)),
  show: door.litigation.show.handler(({ context, input }) => showCase(context.services, context.open, input.key)),
  household: door.litigation.household.handler(({ context, input }) =>
    showHouseholdCases(context.services, context.open, input.household, input.others),
  ),
  rulesFor: door.litigation.rulesFor.handler(({ context, input }) =>
    rulesForClaim(context.services, context.open, input),
  ),
  deadlines: door.litigation.deadlines.handler(({ context, input }) =>
    listDeadlines(context.services, context.open, input),
  ),
  open: door.litigation.open.handler(({ context, input }) => openCase(context.services, context.open, input)),
  amend: door.litigation.amend.handler(({ context, input }) => amendCase(context.open, input)),
  addEvidence: door.litigation.addEvidence.handler(({ context, input }) =>
    addEvidence(context.services, context.open, input),
  ),
  file: door.litigation.file.handler(({ context, input }) => showCaseFile(context.services, context.open, input)),
  withdrawEvidence: door.litigation.withdrawEvidence.handler(({ context, input }) =>
    withdrawEvidence(context.open, input),
  ),
  giveOpinion: door.litigation.giveOpinion.handler(({ context, input }) =>
    giveOpinion(context.services, context.open, input),
  ),
  askCommittee: door.litigation.askCommittee.handler(({ context, input }) =>
    askCommittee(context.services, context.open, input),
  ),
  stateTreatment: door.litigation.stateTreatment.handler(({ context, input }) =>
    stateTreatment(context.services, context.open, input),
  ),
  askFiling: door.litigation.askFiling.handler(({ context, input }) =>
    askFiling(context.services, context.open, input),
  ),
  recordFiling: door.litigation.recordFiling.handler(({ context, input }) =>
    recordFiling(context.services, context.open, input),
  ),
  overrideGate: door.litigation.overrideGate.handler(({ context, input }) =>
    overrideGate(context.services, context.open, input),
  ),
  askPermit: door.litigation.askPermit.handler(({ context, input }) =>
    askPermit(context.services, context.open, input),
  ),
  filePermit: door.litigation.filePermit.handler(({ context, input }) =>
    filePermit(context.services, context.open, input),
  ),
  askCoordination: door.litigation.askCoordination.handler(({ context, input }) =>
    askCoordination(context.services, context.open, input),
  ),
  sendCoordination: door.litigation.sendCoordination.handler(({ context, input }) =>
    sendCoordination(context.services, context.open, input),
  ),
  previewAct: door.litigation.previewAct.handler(({ context, input }) =>
    previewAct(context.services, context.open, input),
  ),
  recordAct: door.litigation.recordAct.handler(({ context, input }) =>
    recordAct(context.services, context.open, input),
  ),
  undoAct: door.litigation.undoAct.handler(({ context, input }) => undoAct(context.services, context.open, input)),
  postpone: door.litigation.postpone.handler(({ context, input }) => postpone(context.services, context.open, input)),
  chooseFile: door.litigation.chooseFile.handler(({ context, input }) =>
    context.services.host.chooseFile({ title: input.title, filters: [] }),
  ),
  compileEvidence: door.litigation.compileEvidence.handler(async function* ({ context, input, signal }) {
    const { services, open } = context;
    yield* progressStream<CompileEvent>(async (report) => {
      const progress = (done: number, total: number) => report({ type: 'progress', done, total });
      return { type: 'result', document: await compileEvidence(services, open, input, progress, signal) };
    });
  }),
  exportSheet: door.litigation.exportSheet.handler(({ context, input }) =>
    exportSheet(context.services, context.open, input),
  ),
};
