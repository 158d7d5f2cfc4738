/** Issued documents, their numbers, their prints. */
import type { DocumentView } from '@shared/contract/parties.contract';
import type { PaperDocument } from '@shared/domain/documents/blocks';
import { shownKey } from '@shared/domain/documents/paperCode';
import type { SeriesWord } from '@shared/domain/documents/series';
import { householdNumber } from '@shared/domain/loans/householdNumber';
import { foldForSearch } from '@shared/domain/search/searchText';
import { assert, present } from '@shared/kernel/assert';
import { refuse } from '@shared/kernel/result';
import type { ReadDb, WriteTx } from '../../database/store';
import { branchUnit } from '../users/users.repository';
import type { Subject } from './form';

/** What a paper was made of, frozen with it: reopening never computes anew. */
export interface FrozenData {
  readonly form: string;
  readonly templateVersion: string;
  readonly facts: unknown;
  readonly fields: Record<string, unknown>;
  /** The composed paper; prints are made of it with their marks laid over. */
  readonly paper: PaperDocument;
  readonly warnings: readonly { code: string; field: string; subject: string | null }[];
  readonly warningsReason: string | null;
  /** What the command was asked, so that the same request with other content is told apart. */
  readonly requestDigest: string;
}

export interface DocumentRow {
  readonly view: DocumentView;
  readonly partyId: number | null;
  readonly issuing: boolean;
  readonly data: FrozenData;
  readonly paperKey: string | null;
  readonly pdfSha256: string | null;
  readonly docxSha256: string | null;
}

const VIEW_COLUMNS = [
  'document.id',
  'document.form',
  'document.title',
  'document.number',
  'document.paper_key',
  'document.subject_label',
  'document.party_id',
  'document.issued_on',
  'document.pages',
  'document.pdf_sha256',
  'document.docx_sha256',
  'document.status',
] as const;

/** Without what the paper was made of, which is long. */
const selectViews = (db: ReadDb) =>
  db.q
    .selectFrom('document')
    .leftJoin('party', 'party.id', 'document.party_id')
    .innerJoin('app_user', 'app_user.id', 'document.user_id')
    .select(VIEW_COLUMNS)
    .select(['party.name as borrower', 'app_user.display as issued_by'])
    .select((e) =>
      e
        .selectFrom('document_print')
        .select((f) => f.fn.countAll<number>().as('n'))
        .whereRef('document_print.document_id', '=', 'document.id')
        .where('document_print.kind', '=', 'print')
        .as('prints'),
    );

const selectDocuments = (db: ReadDb) => selectViews(db).select('document.data');

type SelectedView = Awaited<ReturnType<ReturnType<typeof selectViews>['execute']>>[number];
type Selected = Awaited<ReturnType<ReturnType<typeof selectDocuments>['execute']>>[number];

/** A paper without a number goes by the key on its pages. */
const shownNumber = (row: Pick<SelectedView, 'number' | 'paper_key'>): string =>
  row.number ?? shownKey(present(row.paper_key, 'a paper has a number or a key'));

const toView = (row: SelectedView): DocumentView => ({
  id: row.id,
  form: row.form,
  title: row.title,
  number: shownNumber(row),
  household: row.party_id === null ? null : householdNumber(row.party_id),
  borrower: row.borrower ?? '',
  subject: row.subject_label,
  issuedOn: row.issued_on,
  issuedBy: row.issued_by,
  pages: row.pages ?? 0,
  sha256: row.pdf_sha256 ?? '',
  hasWord: row.docx_sha256 !== null,
  prints: Number(row.prints ?? 0),
  status: row.status === 'voided' ? 'voided' : 'issued',
});

const toRow = (row: Selected): DocumentRow => ({
  view: toView(row),
  partyId: row.party_id,
  issuing: row.status === 'issuing',
  data: JSON.parse(row.data) as FrozenData,
  paperKey: row.paper_key,
  pdfSha256: row.pdf_sha256,
  docxSha256: row.docx_sha256,
});

export async function listDocuments(
  db: ReadDb,
  filter: { text: string; form: string | null; partyId: number | null; limit: number },
): Promise<DocumentView[]> {
  let query = selectViews(db).where('document.status', '!=', 'issuing').orderBy('document.id', 'desc');
  if (filter.form) query = query.where('document.form', '=', filter.form);
  if (filter.partyId !== null) query = query.where('document.party_id', '=', filter.partyId);
  const wanted = foldForSearch(filter.text);
  if (wanted === '') query = query.limit(filter.limit);
  const views = (await query.execute()).map(toView);
  const hits = views.filter((view) =>
    foldForSearch(`${view.number}\n${view.title}\n${view.borrower}\n${view.subject}`).includes(wanted),
  );
  return hits.slice(0, filter.limit);
}

/** Refuses `document-unknown`. */
export async function readDocument(db: ReadDb, id: number): Promise<DocumentRow> {
  const row = await selectDocuments(db).where('document.id', '=', id).executeTakeFirst();
  return row ? toRow(row) : refuse('document-unknown', { document: id });
}

export async function findByRequest(db: ReadDb, requestId: string): Promise<DocumentRow | null> {
  const row = await selectDocuments(db).where('document.request_id', '=', requestId).executeTakeFirst();
  return row ? toRow(row) : null;
}

/** Papers issued alone that a crash left between number and file; those of a job are finished with their job. */
export async function unfinishedDocuments(db: ReadDb): Promise<DocumentRow[]> {
  const waiting = selectDocuments(db).where('document.status', '=', 'issuing').where('document.job_id', 'is', null);
  return (await waiting.orderBy('document.id').execute()).map(toRow);
}

/** Papers of a print job in its order. */
export async function papersOfJob(db: ReadDb, jobId: number): Promise<DocumentRow[]> {
  const rows = await selectDocuments(db)
    .where('document.job_id', '=', jobId)
    .orderBy('document.job_position')
    .execute();
  return rows.map(toRow);
}

export interface TakenNumber {
  readonly seriesId: number;
  readonly sequence: number;
  /** e.g. 奉支论字〔2026〕第0007号 */
  readonly number: string;
}

/**
 * The next number of the branch's series for the year of issue; a year that the series has not seen begins at 1.
 * Refuses `series-missing` when the series was never set up or the clock stands before the last number's day.
 */
export async function takeNumber(tx: WriteTx, word: SeriesWord, issuedOn: string): Promise<TakenNumber> {
  const branch = await branchUnit(tx);
  const year = Number(issuedOn.slice(0, 4));
  const known = await tx.q
    .selectFrom('number_series')
    .selectAll()
    .where('unit_id', '=', branch.id)
    .where('word', '=', word)
    .execute();
  if (known.length === 0 || branch.mark === '') refuse('series-missing', { word, year });
  const late = known.some((series) => series.last_issued_on !== null && series.last_issued_on > issuedOn);
  if (late) refuse('series-missing', { word, year, reason: 'clock-earlier' });
  const series = known.find((each) => each.year === year) ?? (await beginYear(tx, branch.id, word, year));
  await tx.q
    .updateTable('number_series')
    .set({ next: series.next + 1, last_issued_on: issuedOn })
    .where('id', '=', series.id)
    .execute();
  const number = `${branch.mark}${word}字〔${year}〕第${String(series.next).padStart(4, '0')}号`;
  return { seriesId: series.id, sequence: series.next, number };
}

async function beginYear(tx: WriteTx, unitId: number, word: string, year: number) {
  const row = { unit_id: unitId, word, year, next: 1, last_issued_on: null };
  const { id } = await tx.q.insertInto('number_series').values(row).returning('id').executeTakeFirstOrThrow();
  return { id, next: 1 };
}

export interface NewDocument {
  /** Null: a paper without a number. */
  readonly taken: TakenNumber | null;
  readonly paperKey: string;
  readonly title: string;
  readonly category: string;
  readonly subjectKind: string;
  readonly subject: Subject;
  readonly asOf: string;
  readonly issuedOn: string;
  readonly data: FrozenData;
  /** Of a paper issued alone by its own request, or its place in a job. */
  readonly origin: { readonly requestId: string } | { readonly jobId: number; readonly position: number };
}

export async function insertIssuing(tx: WriteTx, document: NewDocument): Promise<number> {
  const { taken, data, subject, origin } = document;
  const row = await tx.q
    .insertInto('document')
    .values({
      form: data.form,
      template_version: data.templateVersion,
      title: document.title,
      number: taken?.number ?? null,
      series_id: taken?.seriesId ?? null,
      sequence: taken?.sequence ?? null,
      subject_kind: document.subjectKind,
      subject_id: subject.id,
      subject_label: subject.label,
      party_id: subject.partyId,
      category: document.category,
      as_of: document.asOf,
      issued_on: document.issuedOn,
      issued_at: tx.at,
      user_id: tx.actor.userId as number,
      status: 'issuing',
      data: JSON.stringify(data),
      pages: null,
      pdf_sha256: null,
      docx_sha256: null,
      request_id: 'requestId' in origin ? origin.requestId : null,
      paper_key: document.paperKey,
      job_id: 'jobId' in origin ? origin.jobId : null,
      job_position: 'jobId' in origin ? origin.position : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export interface StoredFile {
  readonly sha256: string;
  readonly mediaType: string;
  readonly byteLength: number;
}

export async function recordAttachment(tx: WriteTx, file: StoredFile): Promise<void> {
  const row = { sha256: file.sha256, media_type: file.mediaType, byte_length: file.byteLength, stored_at: tx.at };
  await tx.q
    .insertInto('attachment')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function markIssued(
  tx: WriteTx,
  id: number,
  files: { pdf: StoredFile; docx: StoredFile | null; pages: number },
): Promise<void> {
  for (const file of [files.pdf, files.docx]) if (file) await recordAttachment(tx, file);
  const { numUpdatedRows } = await tx.q
    .updateTable('document')
    .set({
      status: 'issued',
      pages: files.pages,
      pdf_sha256: files.pdf.sha256,
      docx_sha256: files.docx?.sha256 ?? null,
    })
    .where('id', '=', id)
    .where('status', '=', 'issuing')
    .executeTakeFirstOrThrow();
  assert(numUpdatedRows === 1n, 'one document becomes issued');
}

/** The n-th print or copy of a document. */
export async function recordPrint(tx: WriteTx, documentId: number, kind: 'print' | 'copy'): Promise<number> {
  const row = { document_id: documentId, kind, user_id: tx.actor.userId as number, at: tx.at };
  await tx.q.insertInto('document_print').values(row).execute();
  const count = await tx.q
    .selectFrom('document_print')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('document_id', '=', documentId)
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow();
  return Number(count.n);
}
