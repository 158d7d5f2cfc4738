/**
 * The evidence volume of a case: its list with page numbers, and every scan behind it, in one PDF that is archived like a paper
 * (LIT-02, DOC-CRT-03). Made whole before anything is written, so that a cancel leaves nothing.
 */
import type { DocumentView } from '@shared/contract/parties.contract';
import type { EvidenceItem } from '@shared/domain/litigation/caseFile';
import { evidenceListPaper } from '@shared/domain/litigation/papers/evidenceList';
import { present } from '@shared/kernel/assert';
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import { newPaperKey } from '../../platform/paperCodes';
import type { BundlePart } from '../../platform/render/mergePdf';
import type { Services } from '../../services';
import { findByRequest, insertIssuing, markIssued, readDocument } from '../documents/documents.repository';
import { digestOf } from '../documents/factsDigest';
import { formOf } from '../documents/forms';
import { readInstallation } from '../documents/installation.repository';
import { frozenData, stored } from '../documents/issueDocument';
import { factsFor } from '../documents/ownForm';
import { caseOrRefuse } from './readCase';

const TITLE = '证据册';

/** Refusals in order: evidence-none, evidence-unscanned {names}, attachment-damaged. */
function scansOf({ files }: OpenFolder, evidence: readonly EvidenceItem[]): BundlePart[] {
  if (evidence.length === 0) refuse('evidence-none');
  const names = evidence.filter(({ sha256 }) => sha256 === null).map(({ name }) => name);
  if (names.length > 0) refuse('evidence-unscanned', { names, count: names.length });
  return evidence.map(({ name, sha256, pages }, at) => ({
    title: `${at + 1} ${name}`,
    bytes: files.get(present(sha256, 'its scan was looked for')),
    stamp: `证据${at + 1}`,
    pages,
  }));
}

export interface CompileInput {
  readonly id: number;
  readonly requestId: string;
}

export type CompileProgress = (done: number, total: number) => void;

/**
 * `onProgress`: pieces that are in the volume. Refusals in order: request-conflict, case-unknown, evidence-none, evidence-unscanned
 * {names, count}, attachment-damaged, glyph-missing, bundle-file-unreadable {title, reason}.
 */
export async function compileEvidence(
  services: Services,
  open: OpenFolder,
  { id, requestId }: CompileInput,
  onProgress: CompileProgress = () => {},
  signal?: AbortSignal,
): Promise<DocumentView> {
  const { clock, engine } = services;
  const requestDigest = digestOf(['evidence-volume', id]);
  const before = await findByRequest(open.store.read, requestId);
  if (before) return before.data.requestDigest === requestDigest ? before.view : refuse('request-conflict');
  const today = clock.today();
  const { household, evidence } = caseOrRefuse(open.store.read, id);
  const scans = scansOf(open, evidence);
  const form = formOf(evidenceListPaper.code);
  const facts = await factsFor(services, open, form, id);
  const frozen = frozenData(form, facts, {}, today);
  const paper = { ...frozen.paper, title: TITLE };
  const paperKey = newPaperKey();
  const installation = await readInstallation(open.store.read);
  const code = installation === null ? {} : { code: { installation, form: form.code, key: paperKey } };
  const list = await engine.renderPdf(paper, { number: '', ...code }, signal);
  // The list stands before the numbered pages, so that its own length moves none of them.
  const parts = [{ title: paper.title, bytes: list.bytes, stamp: null, pages: list.pages }, ...scans];
  const volume = await engine.bundle(parts, clock.now(), (done) => onProgress(done, parts.length), signal);
  signal?.throwIfAborted();
  const pdf = stored(open, volume.bytes, 'application/pdf');
  const document = await open.store.write(open.actor, async (tx) => {
    const result = await insertIssuing(tx, {
      ...{ taken: null, paperKey, title: TITLE, category: form.category, subjectKind: form.subject.name },
      ...{ subject: form.subject.describe(tx, id), asOf: facts.asOf, issuedOn: today, origin: { requestId } },
      data: { ...frozen, paper, warningsReason: null, requestDigest },
    });
    await markIssued(tx, result, { pdf, docx: null, pages: volume.pages });
    const detail = { document: result, items: scans.length, pages: volume.pages, sha256: pdf.sha256 };
    const audit = { action: 'litigation.compileEvidence', objectKind: 'case', objectId: String(id), detail };
    return { result, audit: { ...audit, householdId: household.id } };
  });
  return (await readDocument(open.store.read, document)).view;
}
