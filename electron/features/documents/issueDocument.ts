/**
 * Issues a paper: number, frozen data, files, archive. A short transaction takes the number, the paper is made outside
 * any transaction, a second short one files it. A crash in between leaves a row that `finishIssuing` completes.
 */
import type { DocumentView } from '@shared/contract/parties.contract';
import { present } from '@shared/kernel/assert';
import { RefusalError, refuse } from '@shared/kernel/result';
import type { ReadDb, WriteTx } from '../../database/store';
import { asStorageRefusal } from '../../database/uncertain';
import type { OpenFolder } from '../../openFolder';
import { newPaperKey } from '../../platform/paperCodes';
import type { PrintMarks } from '../../platform/render/renderEngine';
import type { Services } from '../../services';
import {
  type DocumentRow,
  type FrozenData,
  findByRequest,
  insertIssuing,
  markIssued,
  type NewDocument,
  readDocument,
  type StoredFile,
  takeNumber,
} from './documents.repository';
import { readDraft, takeDraft } from './drafts.repository';
import { digestOf } from './factsDigest';
import type { Form, Subject } from './form';
import { formOf } from './forms';
import { ensureInstallation, readInstallation } from './installation.repository';
import { factsFor, ownForm } from './ownForm';
import { knownFields, WARNINGS_REASON } from './renderPaper';

interface Issue {
  readonly form: Form;
  readonly subjectId: number;
  readonly typed: Record<string, unknown>;
  readonly facts: { asOf: string };
  readonly draft: { readonly id: number; readonly rev: number } | null;
  readonly warningsReason: string | null;
  readonly requestId: string;
  readonly requestDigest: string;
}

/**
 * Refusals in order: request-conflict, draft-unknown, stale-version, role-missing, file-changed, fields-missing, warnings-unexplained,
 * glyph-missing, series-missing.
 */
export async function issueDraft(
  services: Services,
  open: OpenFolder,
  input: { draftId: number; rev: number; requestId: string; warningsReason: string | null },
): Promise<DocumentView> {
  const requestDigest = digestOf([input.draftId, input.rev]);
  const before = await repeated(services, open, input.requestId, requestDigest);
  if (before) return before;
  const draft = await readDraft(
    open.store.read,
    input.draftId,
    present(open.actor.userId, 'whoever signs in is a user'),
  );
  if (draft.rev !== input.rev) refuse('stale-version', { draft: draft.id });
  const form = ownForm(open, draft.form);
  const facts = await factsFor(services, open, form, draft.subjectId);
  if (digestOf(facts) !== draft.factsDigest) refuse('file-changed', { draft: draft.id });
  const { warningsReason, requestId } = input;
  const issue = {
    form,
    subjectId: draft.subjectId,
    typed: draft.fields,
    facts,
    draft: { id: draft.id, rev: draft.rev },
    warningsReason,
    requestId,
    requestDigest,
  };
  const warned = form.check(facts, draft.fields).some((item) => item.severity === 'warn');
  refuseMissing(issue);
  if (warned && !warningsReason) refuse('warnings-unexplained', { draft: draft.id });
  return issueNow(services, open, issue);
}

/**
 * Refusals in order: request-conflict, form-unknown, role-missing, those of the form's subject, fields-invalid, fields-missing,
 * glyph-missing, series-missing.
 */
export async function issueTyped(
  services: Services,
  open: OpenFolder,
  input: { form: string; subject: string; fields: Record<string, unknown>; requestId: string },
): Promise<DocumentView> {
  const requestDigest = digestOf([input.form, input.subject, input.fields]);
  const before = await repeated(services, open, input.requestId, requestDigest);
  if (before) return before;
  const form = ownForm(open, input.form);
  const subjectId = form.subject.find(open.store.read, input.subject);
  const facts = await factsFor(services, open, form, subjectId);
  const typed = knownFields(form, input.fields);
  const reason = input.fields[WARNINGS_REASON];
  const warningsReason = typeof reason === 'string' && reason.trim() !== '' ? reason.trim() : null;
  const issue = {
    form,
    subjectId,
    typed,
    facts,
    draft: null,
    warningsReason,
    requestId: input.requestId,
    requestDigest,
  };
  refuseMissing(issue);
  return issueNow(services, open, issue);
}

/**
 * Issues a form on which nothing is typed, as part of another act, whoever does that. `requestId`: of that act; a repetition gives
 * the first paper. Refusals in order: fields-missing, glyph-missing, series-missing.
 */
export async function issueWhole(
  services: Services,
  open: OpenFolder,
  form: Form,
  subjectId: number,
  requestId: string,
): Promise<DocumentView> {
  const requestDigest = digestOf([form.code, subjectId]);
  const before = await repeated(services, open, requestId, requestDigest);
  if (before) return before;
  const facts = await factsFor(services, open, form, subjectId);
  const issue = { form, subjectId, typed: {}, facts, draft: null, warningsReason: null, requestId, requestDigest };
  refuseMissing(issue);
  return issueNow(services, open, issue);
}

function refuseMissing({ form, facts, typed }: Issue): void {
  const missing = form.check(facts, typed).filter((item) => item.severity === 'block');
  if (missing.length > 0) refuse('fields-missing', { missing, count: missing.length }, 'DOC');
}

async function repeated(
  services: Services,
  open: OpenFolder,
  requestId: string,
  digest: string,
): Promise<DocumentView | null> {
  const first = await findByRequest(open.store.read, requestId);
  if (!first) return null;
  if (first.data.requestDigest !== digest) refuse('request-conflict');
  return first.issuing ? finish(services, open, first) : first.view;
}

/** What is frozen with a paper of these facts; the warnings that stood when it was issued are kept with their reason. */
export function frozenData(
  form: Form,
  facts: { asOf: string },
  typed: Record<string, unknown>,
  issuedOn: string,
): Omit<FrozenData, 'requestDigest' | 'warningsReason'> {
  const fields = form.fill(facts, typed);
  const paper = form.compose(facts, fields, issuedOn);
  const warnings = form
    .check(facts, typed)
    .filter((item) => item.severity === 'warn')
    .map((item) => ({ code: item.code, field: item.id, subject: item.subject }));
  return { form: form.code, templateVersion: form.version, facts, fields, paper, warnings };
}

async function issueNow(services: Services, open: OpenFolder, issue: Issue): Promise<DocumentView> {
  const { form, facts, typed, warningsReason, requestDigest } = issue;
  const issuedOn = services.clock.today();
  const data: FrozenData = { ...frozenData(form, facts, typed, issuedOn), warningsReason, requestDigest };
  // Made once before a number is spent: a character without a glyph must not leave a gap in the series.
  await services.engine.renderPdf(data.paper, { draft: true });
  const subject = form.subject.describe(open.store.read, issue.subjectId);
  const origin = { requestId: issue.requestId };
  const id = await open.store.write(open.actor, async (tx) => {
    const { result, audit } = await numberPaper(tx, { form, subject, data, issuedOn, origin });
    if (issue.draft) await takeDraft(tx, issue.draft);
    await form.issued?.(tx, [{ documentId: result, subject, facts, fields: data.fields }]);
    return { result, audit };
  });
  return finish(services, open, await readDocument(open.store.read, id));
}

export interface Numbered {
  readonly form: Form;
  readonly subject: Subject;
  readonly data: FrozenData;
  readonly issuedOn: string;
  readonly origin: NewDocument['origin'];
}

/** The paper's row with its number and key. Refuses series-missing. */
export async function numberPaper(tx: WriteTx, { form, subject, data, issuedOn, origin }: Numbered) {
  await ensureInstallation(tx);
  const taken = form.series === null ? null : await takeNumber(tx, form.series, issuedOn);
  const result = await insertIssuing(tx, {
    taken,
    paperKey: newPaperKey(),
    title: data.paper.title,
    category: form.category,
    subjectKind: form.subject.name,
    subject,
    asOf: (data.facts as { asOf: string }).asOf,
    issuedOn,
    data,
    origin,
  });
  const object = { objectKind: 'document', objectId: String(result), householdId: subject.partyId };
  const detail = { number: taken?.number ?? null, form: form.code };
  return { result, audit: { action: 'documents.takeNumber', ...object, detail } };
}

/**
 * Completes a numbered row. A disk that fails now leaves a paper that has its number and no file yet (`paper-unfinished`):
 * the same request, or the next sign-in, completes it.
 */
export async function finish(services: Services, open: OpenFolder, row: DocumentRow): Promise<DocumentView> {
  try {
    return await makeFiles(services, open, row);
  } catch (error) {
    const refusal = asStorageRefusal(error);
    if (!(refusal instanceof RefusalError) || refusal.refusal.code !== 'storage-failed') throw error;
    return refuse('paper-unfinished', { number: row.view.number, ...refusal.refusal.facts, done: true });
  }
}

/** Number and code: what stands on every print of the paper. */
export async function issueMarks(db: ReadDb, row: DocumentRow): Promise<PrintMarks> {
  const { number } = row.view;
  if (row.paperKey === null) return { number };
  const installation = present(await readInstallation(db), 'a paper with a key has an installation');
  return { number, code: { installation, form: row.view.form, key: row.paperKey } };
}

/** Makes the files of a numbered row from its frozen data and files them; may be repeated. */
async function makeFiles(services: Services, open: OpenFolder, row: DocumentRow): Promise<DocumentView> {
  const { paper } = row.data;
  const marks = await issueMarks(open.store.read, row);
  const pdf = await services.engine.renderPdf(paper, marks);
  const form = formOf(row.data.form);
  const docx = form.word ? await services.engine.renderDocx(paper, marks) : null;
  const files = {
    pdf: stored(open, pdf.bytes, 'application/pdf'),
    docx: docx ? stored(open, docx.bytes, WORD) : null,
    pages: pdf.pages,
  };
  await open.store.write(open.actor, async (tx) => {
    await markIssued(tx, row.view.id, files);
    return { result: null, audit: issuedNote(row, files) };
  });
  return (await readDocument(open.store.read, row.view.id)).view;
}

export function issuedNote(row: DocumentRow, files: { pdf: StoredFile; pages: number }) {
  const { id, number } = row.view;
  const audit = { action: 'documents.issue', objectKind: 'document', objectId: String(id), householdId: row.partyId };
  return { ...audit, detail: { number, sha256: files.pdf.sha256, pages: files.pages } };
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export function stored(open: OpenFolder, bytes: Uint8Array, mediaType: string): StoredFile {
  return { sha256: open.files.put(bytes), mediaType, byteLength: bytes.length };
}
