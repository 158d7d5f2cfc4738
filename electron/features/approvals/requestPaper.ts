/** The paper beside a request (ui.md S10): as it was issued, else the form as it would print today, marked as draft. */
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { formOf } from '../documents/forms';
import { showDocument } from '../documents/handOut';
import { previewForm } from '../documents/renderPaper';
import { issuedSince, requestById } from './approvals.repository';
import { type FindKind, shippedKind } from './kinds';

/** `issued`: number of the issued paper; null: a draft. */
export interface PaperBeside {
  readonly issued: string | null;
  readonly fileBase64: string;
}

/** null: what is asked has no paper. Refusals in order: request-unknown, attachment-damaged (issued), glyph-missing (draft). */
export async function requestPaper(
  services: Services,
  open: OpenFolder,
  id: number,
  signal?: AbortSignal,
  find: FindKind = shippedKind,
): Promise<PaperBeside | null> {
  const { read } = open.store;
  const request = (await requestById(read, id)) ?? refuse('request-unknown');
  const named = find(request.kind).paper?.(read, request.subject) ?? null;
  const form = named && formOf(named.form);
  const issued =
    request.documentId ??
    (form && issuedSince(read, { form: form.code, subjectId: named.subjectId, at: request.submittedAt }));
  if (issued !== null) {
    const { document, fileBase64 } = await showDocument(open, issued);
    return { issued: document.number, fileBase64 };
  }
  if (!form) return null;
  const { fileBase64 } = await previewForm(services, open, form, named.subjectId, {}, 'pdf', signal);
  return { issued: null, fileBase64 };
}
