/**
 * Many papers in one job (documents.md §0.4): gates for all, one block of numbers in one transaction, one file to print and
 * one for each paper. What is interrupted after the numbers were taken is completed by the same request, on demand, or at
 * the next sign-in, with the same numbers.
 */
import type { MissingItem } from '@shared/contract/documents.contract';
import type { PaperDocument } from '@shared/domain/documents/blocks';
import { maskNumbersIn } from '@shared/domain/parties/mask';
import { present } from '@shared/kernel/assert';
import { RefusalError, refuse } from '@shared/kernel/result';
import type { WriteTx } from '../../database/store';
import { asStorageRefusal } from '../../database/uncertain';
import type { OpenFolder } from '../../openFolder';
import type { MarkedPaper } from '../../platform/render/renderEngine';
import type { Services } from '../../services';
import { type FrozenData, markIssued, papersOfJob } from './documents.repository';
import type { Form, IssuedPaper, Subject } from './form';
import { frozenData, issuedNote, issueMarks, numberPaper, stored } from './issueDocument';
import { factsFor } from './ownForm';
import {
  findJobByRequest,
  insertJob,
  type JobRow,
  markJobIssued,
  readJob,
  setJobData,
  unfinishedJobs,
} from './printJobs.repository';

/** Papers of one job: enough for a branch's day, and what one thread can hold. */
const MOST_PAPERS = 1_000;

export interface WantedPaper {
  readonly form: Form;
  readonly subjectId: number;
  readonly typed: Record<string, unknown>;
}

type Frozen = Omit<FrozenData, 'requestDigest' | 'warningsReason'>;

export interface ReadyPaper extends WantedPaper {
  readonly subject: Subject;
  readonly frozen: Frozen;
}

export interface BlockedPaper extends WantedPaper {
  readonly subject: Subject;
  readonly reasons: readonly MissingItem[];
}

export interface SortedPapers {
  readonly printable: readonly ReadyPaper[];
  readonly notPrintable: readonly BlockedPaper[];
}

export type JobProgress = (stage: 'checking' | 'numbering' | 'drawing' | 'filing', done: number, total: number) => void;

/** Between two looks at the signal. */
const SLICE = 20;

/** All gates of all papers; nothing is written. */
export async function sortOut(
  services: Services,
  open: OpenFolder,
  wanted: readonly WantedPaper[],
  report: JobProgress,
  signal?: AbortSignal,
): Promise<SortedPapers> {
  const today = services.clock.today();
  const printable: ReadyPaper[] = [];
  const notPrintable: BlockedPaper[] = [];
  for (const [index, paper] of wanted.entries()) {
    if (index % SLICE === 0) report('checking', index, wanted.length);
    signal?.throwIfAborted();
    const { form, subjectId, typed } = paper;
    const subject = form.subject.describe(open.store.read, subjectId);
    const facts = await factsFor(services, open, form, subjectId);
    const reasons = form.check(facts, typed).filter((item) => item.severity === 'block');
    if (reasons.length > 0) notPrintable.push({ ...paper, subject, reasons });
    else printable.push({ ...paper, subject, frozen: frozenData(form, facts, typed, today) });
  }
  const glyphs = await services.engine.missingGlyphs(
    printable.map((paper) => paper.frozen.paper),
    signal,
  );
  const drawable = printable.filter((_, index) => glyphs[index] === null);
  const undrawable = printable.filter((_, index) => glyphs[index] !== null);
  report('checking', wanted.length, wanted.length);
  return { printable: drawable, notPrintable: [...notPrintable, ...undrawable.map(blockedByGlyph)] };
}

const blockedByGlyph = ({ frozen: _, ...paper }: ReadyPaper): BlockedPaper => ({
  ...paper,
  reasons: [
    {
      id: 'party',
      section: '1',
      severity: 'block',
      code: 'glyph-missing',
      gate: 'G-GLYPH',
      subject: paper.subject.label,
    },
  ],
});

export interface NewJob {
  readonly title: string;
  /** What the log calls it: the command of the feature that prints. */
  readonly action: string;
  /** In the order of the print; their numbers follow it. */
  readonly papers: readonly ReadyPaper[];
  /** Cover and lists, made when the numbers are known; printed before the papers. */
  readonly extras: (
    job: string,
    papers: readonly (ReadyPaper & { readonly number: string | null })[],
  ) => PaperDocument[];
  readonly duplex: boolean;
  /** Why papers that carry warnings are issued all the same; kept with each of them. */
  readonly warningsReason: string | null;
  readonly requestId: string;
  readonly requestDigest: string;
}

export const isWarned = ({ frozen }: ReadyPaper): boolean => frozen.warnings.length > 0;

/** The job of a request that came before, finished if need be; null for a new one. Refuses request-conflict. */
export async function repeatedJob(
  services: Services,
  open: OpenFolder,
  { requestId, requestDigest }: Pick<NewJob, 'requestId' | 'requestDigest'>,
  report: JobProgress,
  signal?: AbortSignal,
): Promise<JobRow | null> {
  const first = findJobByRequest(open.store.read, requestId);
  if (!first) return null;
  if (first.requestDigest !== requestDigest) refuse('request-conflict');
  return first.issuing ? finishJob(services, open, first, report, signal) : first;
}

/**
 * Refusals in order: papers-none, papers-too-many {most}, warnings-unexplained {count}, series-missing, paper-unfinished. An abort
 * before the numbers are taken leaves nothing; after them the job stays to be finished.
 */
export async function issueJob(
  services: Services,
  open: OpenFolder,
  job: NewJob,
  report: JobProgress,
  signal?: AbortSignal,
): Promise<JobRow> {
  const { papers, warningsReason } = job;
  if (papers.length === 0) refuse('papers-none');
  if (papers.length > MOST_PAPERS) refuse('papers-too-many', { count: papers.length, most: MOST_PAPERS });
  const warned = papers.filter(isWarned).length;
  if (warned > 0 && warningsReason === null) refuse('warnings-unexplained', { count: warned });
  report('numbering', 0, papers.length);
  signal?.throwIfAborted();
  const issuedOn = services.clock.today();
  const id = await open.store.write(open.actor, async (tx) => {
    const made = await insertJob(tx, { ...job, madeOn: issuedOn, papers: papers.length });
    const numbered: { documentId: number; number: string | null }[] = [];
    for (const [position, paper] of papers.entries()) {
      const why = isWarned(paper) ? warningsReason : null;
      const data: FrozenData = { ...paper.frozen, warningsReason: why, requestDigest: job.requestDigest };
      const origin = { jobId: made.id, position };
      const { form, subject } = paper;
      const { result, audit } = await numberPaper(tx, { form, subject, data, issuedOn, origin });
      numbered.push({ documentId: result, number: audit.detail.number });
    }
    const listed = papers.map((paper, index) => ({ ...paper, number: numbered[index]?.number ?? null }));
    await setJobData(tx, made.id, { extras: job.extras(made.number, listed), duplex: job.duplex });
    await tellForms(tx, papers, numbered);
    const numbers = { first: numbered[0]?.number, last: numbered.at(-1)?.number };
    const explained =
      warned > 0 && warningsReason !== null ? { warned, warningsReason: maskNumbersIn(warningsReason) } : {};
    const detail = { job: made.number, papers: papers.length, ...numbers, ...explained };
    const audit = { action: job.action, objectKind: 'print-job', objectId: String(made.id), detail };
    return { result: made.id, audit };
  });
  return finishJob(services, open, readJob(open.store.read, id), report, signal);
}

/** Each form hears of its papers together. */
async function tellForms(
  tx: WriteTx,
  papers: readonly ReadyPaper[],
  numbered: readonly { readonly documentId: number }[],
): Promise<void> {
  const byForm = new Map<Form, IssuedPaper<{ asOf: string }>[]>();
  for (const [index, { form, subject, frozen }] of papers.entries()) {
    const { documentId } = present(numbered[index], 'every paper was numbered');
    const list = byForm.get(form) ?? [];
    byForm.set(form, list);
    list.push({ documentId, subject, facts: frozen.facts as { asOf: string }, fields: frozen.fields });
  }
  for (const [form, issued] of byForm) await form.issued?.(tx, issued);
}

/** Draws and files a numbered job; may be repeated. Refuses paper-unfinished when the disk fails. */
export async function finishJob(
  services: Services,
  open: OpenFolder,
  job: JobRow,
  report: JobProgress,
  signal?: AbortSignal,
): Promise<JobRow> {
  try {
    await fileJob(services, open, job, report, signal);
  } catch (error) {
    const refusal = asStorageRefusal(error);
    if (!(refusal instanceof RefusalError) || refusal.refusal.code !== 'storage-failed') throw error;
    refuse('paper-unfinished', { number: job.number, ...refusal.refusal.facts, done: true });
  }
  return readJob(open.store.read, job.id);
}

async function fileJob(
  services: Services,
  open: OpenFolder,
  job: JobRow,
  report: JobProgress,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { extras, duplex } = job.data;
  const rows = await papersOfJob(open.store.read, job.id);
  const lists = extras.map((document): MarkedPaper => ({ document, marks: { number: '' }, loose: true, duplex }));
  const papers: MarkedPaper[] = [];
  for (const row of rows) {
    papers.push({ document: row.data.paper, marks: await issueMarks(open.store.read, row), duplex });
  }
  const total = lists.length + papers.length;
  const drawn = await services.engine.renderJob(
    [...lists, ...papers],
    (done) => report('drawing', done, total),
    signal,
  );
  const files = rows.map((_, index) => {
    if (index % SLICE === 0) report('filing', index, rows.length);
    const { bytes, pages } = present(drawn.single[lists.length + index], 'each paper has a file of its own');
    return { pdf: stored(open, bytes, PDF), docx: null, pages };
  });
  const all = stored(open, drawn.all.bytes, PDF);
  await open.store.write(open.actor, async (tx) => {
    const audit = [];
    for (const [index, row] of rows.entries()) {
      const file = present(files[index], 'each paper has a file');
      await markIssued(tx, row.view.id, file);
      audit.push(issuedNote(row, file));
    }
    await markJobIssued(tx, job.id, all, drawn.all.pages);
    return { result: null, audit };
  });
}

const PDF = 'application/pdf';

/** Completes what a crash or a cancel left unfinished. */
export async function finishJobs(services: Services, open: OpenFolder): Promise<void> {
  for (const job of unfinishedJobs(open.store.read)) await finishJob(services, open, job, () => {});
}
