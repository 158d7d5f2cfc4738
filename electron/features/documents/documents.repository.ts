/** Issued documents, their numbers, their prints. */
import type { DocumentView } from '@shared/contract/parties.contract';
import type { PaperDocument } from '@shared/domain/documents/blocks';
import { householdNumber } from '@shared/domain/loans/householdNumber';
import { foldForSearch } from '@shared/domain/search/searchText';
import { assert } from '@shared/kernel/assert';
import { refuse } from '@shared/kernel/result';
import type { ReadDb, WriteTx } from '../../database/store';
import { branchUnit } from '../users/users.repository';

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
  readonly partyId: number;
  readonly issuing: boolean;
  readonly data: FrozenData;
  readonly pdfSha256: string | null;
  readonly docxSha256: string | null;
}

const selectDocuments = (db: ReadDb) =>
  db.q
    .selectFrom('document')
    .innerJoin('party', 'party.id', 'document.party_id')
    .innerJoin('app_user', 'app_user.id', 'document.user_id')
    .selectAll('document')
    .select(['party.name as borrower', 'app_user.display as issued_by'])
    .select((e) =>
      e
        .selectFrom('document_print')
        .select((f) => f.fn.countAll<number>().as('n'))
        .whereRef('document_print.document_id', '=', 'document.id')
        .where('document_print.kind', '=', 'print')
        .as('prints'),
    );

type Selected = Awaited<ReturnType<ReturnType<typeof selectDocuments>['execute']>>[number];

const toView = (row: Selected): DocumentView => ({
  id: row.id,
  form: row.form,
  title: row.title,
  number: row.number,
  household: householdNumber(row.party_id),
  borrower: row.borrower,
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
  pdfSha256: row.pdf_sha256,
  docxSha256: row.docx_sha256,
});

export async function listDocuments(
  db: ReadDb,
  filter: { text: string; form: string | null; partyId: number | null; limit: number },
): Promise<DocumentView[]> {
  let query = selectDocuments(db).where('document.status', '!=', 'issuing').orderBy('document.id', 'desc');
  if (filter.form) query = query.where('document.form', '=', filter.form);
  if (filter.partyId !== null) query = query.where('document.party_id', '=', filter.partyId);
  const views = (await query.execute()).map(toView);
  const wanted = foldForSearch(filter.text);
  const hits = views.filter((view) =>
    foldForSearch(`${view.number}\n${view.title}\n${view.borrower}`).includes(wanted),
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

/** Rows that a crash left between number and file. */
export async function unfinishedDocuments(db: ReadDb): Promise<DocumentRow[]> {
  return (await selectDocuments(db).where('document.status', '=', 'issuing').orderBy('document.id').execute()).map(
    toRow,
  );
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
export async function takeNumber(tx: WriteTx, word: string, issuedOn: string): Promise<TakenNumber> {
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

export async function insertIssuing(
  tx: WriteTx,
  document: {
    taken: TakenNumber;
    title: string;
    category: string;
    partyId: number;
    asOf: string;
    issuedOn: string;
    requestId: string;
    data: FrozenData;
  },
): Promise<number> {
  const { taken, data } = document;
  const row = await tx.q
    .insertInto('document')
    .values({
      form: data.form,
      template_version: data.templateVersion,
      title: document.title,
      number: taken.number,
      series_id: taken.seriesId,
      sequence: taken.sequence,
      party_id: document.partyId,
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
      request_id: document.requestId,
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

export async function markIssued(
  tx: WriteTx,
  id: number,
  files: { pdf: StoredFile; docx: StoredFile | null; pages: number },
): Promise<void> {
  for (const file of [files.pdf, files.docx]) {
    if (!file) continue;
    const row = { sha256: file.sha256, media_type: file.mediaType, byte_length: file.byteLength, stored_at: tx.at };
    await tx.q
      .insertInto('attachment')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
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
