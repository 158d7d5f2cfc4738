/** Binds documents of the contract to their use cases. */
import { door } from '../../ipc/door';
import { askVoid } from './askVoid';
import { listDocuments } from './documents.repository';
import { discardDraft, openDraft, saveDraft, showDraft } from './editDraft';
import { exportNumbers } from './exportNumbers';
import { FORMS } from './forms';
import { printDocument, saveCopy, showDocument } from './handOut';
import { completeJob, jobView, printJob, saveJob } from './handOutJob';
import { issueDraft, issueTyped } from './issueDocument';
import { listJobs } from './printJobs.repository';
import { previewDraft, renderTyped } from './renderPaper';
import { partyOrNobody } from './subjects';

export const documentsHandlers = {
  forms: door.documents.forms.handler(() =>
    FORMS.map(({ code, alias, title, purpose, class: paperClass, word, permission, subject, required, fields }) => ({
      code,
      alias,
      title,
      purpose,
      class: paperClass,
      word,
      permission,
      subject: subject.name,
      required: [...required],
      fields: [...fields],
    })),
  ),
  openDraft: door.documents.openDraft.handler(({ context, input }) => openDraft(context.services, context.open, input)),
  draft: door.documents.draft.handler(({ context, input }) => showDraft(context.services, context.open, input.draftId)),
  saveDraft: door.documents.saveDraft.handler(({ context, input }) => saveDraft(context.services, context.open, input)),
  discardDraft: door.documents.discardDraft.handler(({ context, input }) => discardDraft(context.open, input.draftId)),
  preview: door.documents.preview.handler(({ context, input, signal }) =>
    previewDraft(context.services, context.open, input, signal),
  ),
  render: door.documents.render.handler(({ context, input, signal }) =>
    renderTyped(context.services, context.open, input, signal),
  ),
  issue: door.documents.issue.handler(({ context, input }) => issueDraft(context.services, context.open, input)),
  issueTyped: door.documents.issueTyped.handler(({ context, input }) =>
    issueTyped(context.services, context.open, input),
  ),
  list: door.documents.list.handler(({ context, input }) => {
    return listDocuments(context.open.store.read, { ...input, partyId: partyOrNobody(input.household) });
  }),
  exportNumbers: door.documents.exportNumbers.handler(({ context, input }) =>
    exportNumbers(context.services, context.open, input),
  ),
  show: door.documents.show.handler(({ context, input }) => showDocument(context.open, input.id)),
  saveCopy: door.documents.saveCopy.handler(({ context, input }) => saveCopy(context.services, context.open, input)),
  askVoid: door.documents.askVoid.handler(({ context, input }) => askVoid(context.services, context.open, input)),
  jobs: door.documents.jobs.handler(({ context }) => listJobs(context.open.store.read, 200).map(jobView)),
  finishJob: door.documents.finishJob.handler(({ context, input }) =>
    completeJob(context.services, context.open, input.id),
  ),
  printJob: door.documents.printJob.handler(({ context, input }) => printJob(context.services, context.open, input.id)),
  saveJob: door.documents.saveJob.handler(({ context, input }) => saveJob(context.services, context.open, input)),
  print: door.documents.print.handler(({ context, input }) => printDocument(context.services, context.open, input)),
};
