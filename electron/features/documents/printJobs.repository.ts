/** Print jobs: many papers numbered in one block and printed as one file. */
import type { PaperDocument } from '@shared/domain/documents/blocks';
import { assert } from '@shared/kernel/assert';
import { refuse } from '@shared/kernel/result';
import type { ReadDb, WriteTx } from '../../database/store';
import { recordAttachment, type StoredFile } from './documents.repository';

/** What goes with the papers: frozen like them. */
export interface JobData {
  readonly extras: readonly PaperDocument[];
  readonly duplex: boolean;
}

export interface JobRow {
  readonly id: number;
  readonly number: string;
  readonly title: string;
  readonly madeOn: string;
  readonly madeBy: string;
  readonly papers: number;
  readonly pages: number | null;
  readonly prints: number;
  readonly issuing: boolean;
  readonly pdfSha256: string | null;
  readonly requestDigest: string;
  readonly data: JobData;
  /** First and last number, as they stand on the papers. */
  readonly first: string;
  readonly last: string;
}

const ONE = `SELECT job.id, job.number, job.title, made_on AS madeOn, app_user.display AS madeBy, papers, job.pages, prints,
    job.status = 'issuing' AS issuing, job.pdf_sha256 AS pdfSha256, request_digest AS requestDigest, job.data,
    (SELECT coalesce(number, paper_key) FROM document WHERE job_id = job.id ORDER BY job_position LIMIT 1) AS first,
    (SELECT coalesce(number, paper_key) FROM document WHERE job_id = job.id ORDER BY job_position DESC LIMIT 1) AS last
  FROM print_job AS job JOIN app_user ON app_user.id = job.user_id`;

type Selected = Omit<JobRow, 'issuing' | 'data'> & { issuing: 0 | 1; data: string };

const toJob = (row: Selected): JobRow => ({
  ...row,
  issuing: row.issuing === 1,
  data: JSON.parse(row.data) as JobData,
});

/** Newest first. */
export const listJobs = (db: ReadDb, limit: number): JobRow[] =>
  (db.hot(`${ONE} ORDER BY job.id DESC LIMIT ?`).all(limit) as Selected[]).map(toJob);

/** Refuses `job-unknown`. */
export function readJob(db: ReadDb, id: number): JobRow {
  const row = db.hot(`${ONE} WHERE job.id = ?`).get(id) as Selected | undefined;
  return row ? toJob(row) : refuse('job-unknown', { job: id });
}

export function findJobByRequest(db: ReadDb, requestId: string): JobRow | null {
  const row = db.hot(`${ONE} WHERE job.request_id = ?`).get(requestId) as Selected | undefined;
  return row ? toJob(row) : null;
}

/** What a crash or a cancel left between numbers and files. */
export const unfinishedJobs = (db: ReadDb): JobRow[] =>
  (db.hot(`${ONE} WHERE job.status = 'issuing' ORDER BY job.id`).all() as Selected[]).map(toJob);

/** B20260920-03: the third job of that day. */
function nextJobNumber(tx: WriteTx, day: string): string {
  const prefix = `B${day.replaceAll('-', '')}-`;
  const sql = 'SELECT count(*) FROM print_job WHERE number GLOB ?';
  const before = tx.hot(sql).pluck().get(`${prefix}*`) as number;
  return prefix + String(before + 1).padStart(2, '0');
}

export async function insertJob(
  tx: WriteTx,
  job: { title: string; madeOn: string; papers: number; requestId: string; requestDigest: string },
): Promise<{ id: number; number: string }> {
  const number = nextJobNumber(tx, job.madeOn);
  const row = await tx.q
    .insertInto('print_job')
    .values({
      number,
      title: job.title,
      made_on: job.madeOn,
      made_at: tx.at,
      user_id: tx.actor.userId as number,
      status: 'issuing',
      papers: job.papers,
      data: '{}',
      pages: null,
      pdf_sha256: null,
      request_id: job.requestId,
      request_digest: job.requestDigest,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id: row.id, number };
}

/** The lists name the numbers, so they are known only after these. */
export async function setJobData(tx: WriteTx, id: number, data: JobData): Promise<void> {
  await tx.q
    .updateTable('print_job')
    .set({ data: JSON.stringify(data) })
    .where('id', '=', id)
    .execute();
}

export async function markJobIssued(tx: WriteTx, id: number, pdf: StoredFile, pages: number): Promise<void> {
  await recordAttachment(tx, pdf);
  const { numUpdatedRows } = await tx.q
    .updateTable('print_job')
    .set({ status: 'issued', pages, pdf_sha256: pdf.sha256 })
    .where('id', '=', id)
    .where('status', '=', 'issuing')
    .executeTakeFirstOrThrow();
  assert(numUpdatedRows === 1n, 'one job becomes issued');
}

/** The n-th print of a job; each of its papers counts one as well. */
export function recordJobPrint(tx: WriteTx, id: number): number {
  const each = `INSERT INTO document_print (document_id, kind, user_id, at)
    SELECT id, 'print', ?, ? FROM document WHERE job_id = ? ORDER BY job_position`;
  tx.hot(each).run(tx.actor.userId, tx.at, id);
  const sql = 'UPDATE print_job SET prints = prints + 1 WHERE id = ? RETURNING prints';
  return tx.hot(sql).pluck().get(id) as number;
}
