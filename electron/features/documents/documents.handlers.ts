/** Binds documents of the contract to their use cases. */
import { partyIdOf } from '@shared/domain/loans/householdNumber';
import { door } from '../../ipc/door';
import { listDocuments } from './documents.repository';
import { discardDraft, openDraft, saveDraft, showDraft } from './editDraft';
import { FORMS } from './forms';
import { printDocument, saveCopy, showDocument } from './handOut';
import { issueDraft, issueTyped } from './issueDocument';
import { previewDraft, renderTyped } from './renderPaper';

export const documentsHandlers = {
  forms: door.documents.forms.handler(() =>
    FORMS.map(({ code, alias, title, purpose, class: paperClass, word, required, fields }) => ({
      code,
      alias,
      title,
      purpose,
      class: paperClass,
      word,
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
    const partyId = input.household === null ? null : (partyIdOf(input.household) ?? -1);
    return listDocuments(context.open.store.read, { ...input, partyId });
  }),
  show: door.documents.show.handler(({ context, input }) => showDocument(context.open, input.id)),
  saveCopy: door.documents.saveCopy.handler(({ context, input }) => saveCopy(context.services, context.open, input)),
  print: door.documents.print.handler(({ context, input }) => printDocument(context.services, context.open, input)),
};
