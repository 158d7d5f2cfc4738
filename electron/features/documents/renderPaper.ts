/** Previews: the paper as it will print, marked as draft. */
import type { MissingItem } from '@shared/contract/documents.contract';
import { present } from '@shared/kernel/assert';
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { readDraft } from './drafts.repository';
import type { Form } from './form';
import { factsFor, ownForm } from './ownForm';

export interface RenderedPaper {
  readonly fileBase64: string;
  readonly pages: number;
  readonly missing: MissingItem[];
}

/** Refusals in order: draft-unknown, glyph-missing. */
export async function previewDraft(
  services: Services,
  open: OpenFolder,
  input: { draftId: number },
  signal?: AbortSignal,
): Promise<RenderedPaper> {
  const userId = present(open.actor.userId, 'whoever signs in is a user');
  const draft = await readDraft(open.store.read, input.draftId, userId);
  return previewForm(services, open, ownForm(open, draft.form), draft.subjectId, draft.fields, 'pdf', signal);
}

/** Refusals in order: form-unknown, role-missing, those of the form's subject, fields-invalid, glyph-missing. */
export async function renderTyped(
  services: Services,
  open: OpenFolder,
  input: { form: string; subject: string; fields: Record<string, unknown>; format: 'pdf' | 'docx' },
  signal?: AbortSignal,
): Promise<RenderedPaper> {
  const form = ownForm(open, input.form);
  const subjectId = form.subject.find(open.store.read, input.subject);
  return previewForm(services, open, form, subjectId, knownFields(form, input.fields), input.format, signal);
}

/** For whoever may see it: the caller answers for that. Refuses glyph-missing. */
export async function previewForm(
  services: Services,
  open: OpenFolder,
  form: Form,
  subjectId: number,
  typed: Record<string, unknown>,
  format: 'pdf' | 'docx',
  signal: AbortSignal | undefined,
): Promise<RenderedPaper> {
  const today = services.clock.today();
  const facts = await factsFor(services, open, form, subjectId);
  const paper = form.compose(facts, form.fill(facts, typed), today);
  const missing = form.check(facts, typed);
  const marks = { draft: true };
  if (format === 'docx') {
    const { bytes } = await services.engine.renderDocx(paper, marks, signal);
    return { fileBase64: Buffer.from(bytes).toString('base64'), pages: 0, missing };
  }
  const { bytes, pages } = await services.engine.renderPdf(paper, marks, signal);
  return { fileBase64: Buffer.from(bytes).toString('base64'), pages, missing };
}

/** Words that the form does not know are refused, not dropped: a misspelt field would print its suggestion instead. */
export function knownFields(form: Form, fields: Record<string, unknown>): Record<string, unknown> {
  const unknown = Object.keys(fields).filter(
    (id) => id !== WARNINGS_REASON && !form.fields.some((field) => field.id === id),
  );
  const misshapen = Object.entries(fields)
    .filter(([, value]) => !isFieldValue(value))
    .map(([id]) => id);
  if (unknown.length + misshapen.length > 0) refuse('fields-invalid', { unknown, misshapen });
  const { [WARNINGS_REASON]: _, ...typed } = fields;
  return typed;
}

/** Beside the form's own fields: why it is issued although something recommended is missing. */
export const WARNINGS_REASON = 'warningsReason';

/** Text, a tick, or table rows whose cells are text. */
function isFieldValue(value: unknown): boolean {
  if (typeof value === 'string' || typeof value === 'boolean') return true;
  const isRow = (row: unknown) =>
    row !== null && typeof row === 'object' && Object.values(row).every((cell) => typeof cell === 'string');
  return Array.isArray(value) && value.every(isRow);
}
