/**
 * Issues a paper: number, frozen data, files, archive. A short transaction takes the number, the paper is made outside
 * any transaction, a second short one files it. A crash in between leaves a row that `finishIssuing` completes.
 */
import type { DocumentView } from '@shared/contract/parties.contract';
import { may } from '@shared/domain/users/roles';
import { present } from '@shared/kernel/assert';
import { RefusalError, refuse } from '@shared/kernel/result';
import { asStorageRefusal } from '../../database/uncertain';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { resolveHousehold } from '../parties/householdKey.repository';
import {
  type DocumentRow,
  type FrozenData,
  findByRequest,
  insertIssuing,
  markIssued,
  readDocument,
  type StoredFile,
  takeNumber,
  unfinishedDocuments,
} from './documents.repository';
import { readDraft, takeDraft } from './drafts.repository';
import { digestOf } from './factsDigest';
import { type Form, formOf } from './forms';
import { knownFields, WARNINGS_REASON } from './renderPaper';

interface Issue {
  readonly form: Form;
  readonly partyId: number;
  readonly typed: Record<string, unknown>;
  readonly facts: { asOf: string };
  readonly draft: { readonly id: number; readonly rev: number } | null;
  readonly warningsReason: string | null;
  readonly requestId: string;
  readonly requestDigest: string;
}

/**
 * Refusals in order: request-conflict, draft-unknown, stale-version, file-changed, fields-missing, warnings-unexplained,
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
  const form = formOf(draft.form);
  const facts = await form.gather(open.store.read, draft.partyId, services.clock.today());
  if (digestOf(facts) !== draft.factsDigest) refuse('file-changed', { draft: draft.id });
  const { warningsReason, requestId } = input;
  const issue = {
    form,
    partyId: draft.partyId,
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

/** Refusals in order: request-conflict, form-unknown, household-unknown, household-ambiguous, fields-invalid, fields-missing, glyph-missing, series-missing. */
export async function issueTyped(
  services: Services,
  open: OpenFolder,
  input: { form: string; household: string; fields: Record<string, unknown>; requestId: string },
): Promise<DocumentView> {
  const requestDigest = digestOf([input.form, input.household, input.fields]);
  const before = await repeated(services, open, input.requestId, requestDigest);
  if (before) return before;
  const form = formOf(input.form);
  const partyId = resolveHousehold(open.store.read, input.household);
  const facts = await form.gather(open.store.read, partyId, services.clock.today());
  const typed = knownFields(form, input.fields);
  const reason = input.fields[WARNINGS_REASON];
  const warningsReason = typeof reason === 'string' && reason.trim() !== '' ? reason.trim() : null;
  const issue = {
    form,
    partyId,
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

async function issueNow(services: Services, open: OpenFolder, issue: Issue): Promise<DocumentView> {
  const { form, facts, typed } = issue;
  const issuedOn = services.clock.today();
  const fields = form.fill(facts, typed);
  const paper = form.compose(facts, fields, issuedOn);
  // Made once before a number is spent: a character without a glyph must not leave a gap in the series.
  await services.engine.renderPdf(paper, { draft: true });
  const warnings = form
    .check(facts, typed)
    .filter((item) => item.severity === 'warn')
    .map((item) => ({ code: item.code, field: item.id, subject: item.subject }));
  const { warningsReason, requestDigest } = issue;
  const frozen = { form: form.code, templateVersion: form.version, facts, fields, paper };
  const data: FrozenData = { ...frozen, warnings, warningsReason, requestDigest };
  const id = await open.store.write(open.actor, async (tx) => {
    const taken = await takeNumber(tx, form.series, issuedOn);
    const { partyId, requestId } = issue;
    const result = await insertIssuing(tx, {
      taken,
      title: paper.title,
      category: form.category,
      partyId,
      asOf: facts.asOf,
      issuedOn,
      requestId,
      data,
    });
    if (issue.draft) await takeDraft(tx, issue.draft);
    const audit = {
      action: 'documents.takeNumber',
      objectKind: 'document',
      objectId: String(result),
      householdId: partyId,
    };
    return { result, audit: { ...audit, detail: { number: taken.number, form: form.code } } };
  });
  return finish(services, open, await readDocument(open.store.read, id));
}

/**
 * Completes a numbered row. A disk that fails now leaves a paper that has its number and no file yet (`paper-unfinished`):
 * the same request, or the next sign-in, completes it.
 */
async function finish(services: Services, open: OpenFolder, row: DocumentRow): Promise<DocumentView> {
  try {
    return await makeFiles(services, open, row);
  } catch (error) {
    const refusal = asStorageRefusal(error);
    if (!(refusal instanceof RefusalError) || refusal.refusal.code !== 'storage-failed') throw error;
    return refuse('paper-unfinished', { number: row.view.number, ...refusal.refusal.facts, done: true });
  }
}

/** Makes the files of a numbered row from its frozen data and files them; may be repeated. */
async function makeFiles(services: Services, open: OpenFolder, row: DocumentRow): Promise<DocumentView> {
  const { paper } = row.data;
  const marks = { number: row.view.number };
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
    const { id, number } = row.view;
    const audit = { action: 'documents.issue', objectKind: 'document', objectId: String(id), householdId: row.partyId };
    return { result: null, audit: { ...audit, detail: { number, sha256: files.pdf.sha256, pages: files.pages } } };
  });
  return (await readDocument(open.store.read, row.view.id)).view;
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

function stored(open: OpenFolder, bytes: Uint8Array, mediaType: string): StoredFile {
  return { sha256: open.files.put(bytes), mediaType, byteLength: bytes.length };
}

/** Completes what a crash left unfinished. */
export async function finishIssuing(services: Services, open: OpenFolder): Promise<void> {
  for (const row of await unfinishedDocuments(open.store.read)) await finish(services, open, row);
}

/**
 * After sign-in of somebody who may issue papers. Whatever stands in the way (a full disk, a missing font) must not keep
 * him out of the program: the numbered row stays and is tried again at the next sign-in.
 */
export async function resumeIssuing(services: Services): Promise<void> {
  const { open } = services.session;
  if (!open || !may(open.actor.roles, 'report.prepare')) return;
  try {
    await finishIssuing(services, open);
  } catch (error) {
    services.log(`unfinished paper: ${error instanceof Error ? error.message : String(error)}`);
  }
}
