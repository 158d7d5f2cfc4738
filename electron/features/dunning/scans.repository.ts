/** Returned scans, one row for each paper on a page of a file: filed to it, waiting for a person, or set aside. */
import type { ScanView } from '@shared/contract/dunning.contract';
import { type FiledPage, missingPages, type PagePlace } from '@shared/domain/dunning/scans';
import { refuse } from '@shared/kernel/result';
import type { ReadDb, WriteTx } from '../../database/store';

const SELECT = `SELECT scan.id, scan.file_name AS fileName, scan.page, turn, scan.received_at AS receivedAt,
    app_user.display AS receivedBy, scan.status, scan.why, coalesce(document.number, document.paper_key, legacy_no) AS number,
    notice.id AS noticeId, addressee, scan.part, part_page AS partPage, part_pages AS partPages, scan.reason, scan.sha256,
    (SELECT json_group_array(json_array(part, part_page, part_pages)) FROM scan AS other
      WHERE other.document_id = scan.document_id) AS filed
  FROM scan JOIN app_user ON app_user.id = scan.user_id LEFT JOIN document ON document.id = scan.document_id
    LEFT JOIN notice ON notice.document_id = scan.document_id OR notice.id = legacy_notice_id`;

/** `filed`: the pages of its paper that came. */
type Row = Omit<ScanView, 'missingPages'> & { readonly sha256: string; readonly filed: string };

const view = ({ sha256: _, filed, ...scan }: Row): ScanView => ({
  ...scan,
  missingPages: missingPages(JSON.parse(filed) as FiledPage[]),
});

/** The most that a list shows. */
const MOST_LISTED = 2_000;

/** What waits: the oldest on top, it waits longest; what is settled: the newest, the one that is looked for. */
export const listScans = (db: ReadDb, status: ScanView['status']): ScanView[] => {
  const order = status === 'waiting' ? 'scan.id' : 'scan.id DESC';
  const sql = `${SELECT} WHERE scan.status = ? ORDER BY ${order} LIMIT ${MOST_LISTED}`;
  return (db.hot(sql).all(status) as Row[]).map(view);
};

export const scansOfNotice = (db: ReadDb, noticeId: number): ScanView[] =>
  (
    db.hot(`${SELECT} WHERE notice.id = ? AND scan.status = 'filed' ORDER BY part_page, scan.id`).all(noticeId) as Row[]
  ).map(view);

/** Of a paper of which pages came back. */
export function missingPagesOf(db: ReadDb, documentId: number): number[] {
  const sql = 'SELECT part, part_page, part_pages FROM scan WHERE document_id = ?';
  return missingPages(db.hot(sql).raw().all(documentId) as FiledPage[]);
}

/** Refuses scan-unknown. */
export function readScan(db: ReadDb, id: number): { readonly scan: ScanView; readonly sha256: string } {
  const row = db.hot(`${SELECT} WHERE scan.id = ?`).get(id) as Row | undefined;
  if (!row) refuse('scan-unknown', { scan: id });
  return { scan: view(row), sha256: row.sha256 };
}

/** Where a file that came before was put; undefined when it did not. */
export function knownScan(db: ReadDb, sha256: string): { number: string | null } | undefined {
  const row = db.hot(`${SELECT} WHERE sha256 = ? ORDER BY scan.page, paper_no LIMIT 1`).get(sha256) as Row | undefined;
  return row && { number: row.number };
}

export const documentByKey = (db: ReadDb, key: string): number | null =>
  (db.hot("SELECT id FROM document WHERE paper_key = ? AND status <> 'issuing'").pluck().get(key) as
    | number
    | undefined) ?? null;

export interface NewScan {
  readonly sha256: string;
  readonly page: number;
  /** Among the papers of the page, from 1. */
  readonly paperNo: number;
  readonly turn: ScanView['turn'];
  readonly fileName: string;
  readonly found: PagePlace;
}

export async function insertScan(tx: WriteTx, { found, fileName, paperNo, ...scan }: NewScan): Promise<void> {
  const filed = 'documentId' in found;
  await tx.q
    .insertInto('scan')
    .values({
      ...scan,
      paper_no: paperNo,
      file_name: fileName,
      received_at: tx.at,
      user_id: tx.actor.userId as number,
      status: filed ? 'filed' : 'waiting',
      why: filed ? null : found.why,
      document_id: filed ? found.documentId : null,
      legacy_notice_id: null,
      part: filed ? found.code.part : null,
      part_page: filed ? found.code.page : null,
      part_pages: filed ? found.code.pages : null,
      filed_by: null,
      filed_at: filed ? tx.at : null,
      reason: null,
    })
    .execute();
}

/** What a page is filed to: a paper, or a notice of the old register. */
export type ScanTarget = { readonly documentId: number } | { readonly noticeId: number };

const columnsOf = (to: ScanTarget | { readonly reason: string }) => ({
  documentId: 'documentId' in to ? to.documentId : null,
  noticeId: 'noticeId' in to ? to.noticeId : null,
});

/** Whether the page of this scan is filed there already. */
export function isFiledAt(db: ReadDb, id: number, to: ScanTarget): boolean {
  const sql = `SELECT 1 FROM scan AS mine JOIN scan AS other ON other.sha256 = mine.sha256 AND other.page = mine.page
    WHERE mine.id = @id AND (other.document_id = @documentId OR other.legacy_notice_id = @noticeId)`;
  return db.hot(sql).get({ id, ...columnsOf(to) }) !== undefined;
}

/** Refuses scan-settled when it no longer waits. */
export function settleScan(tx: WriteTx, id: number, to: ScanTarget | { readonly reason: string }): void {
  const sql = `UPDATE scan SET status = @status, document_id = @documentId, legacy_notice_id = @noticeId, reason = @reason,
      filed_by = @userId, filed_at = @at WHERE id = @id AND status = 'waiting'`;
  const aside = 'reason' in to;
  const status = aside ? 'set-aside' : 'filed';
  const reason = aside ? to.reason : null;
  const { changes } = tx.hot(sql).run({ id, status, ...columnsOf(to), reason, userId: tx.actor.userId, at: tx.at });
  if (changes !== 1) refuse('scan-settled', { scan: id });
}

/** The page belongs to one more paper. */
export function copyScan(tx: WriteTx, id: number, to: ScanTarget): void {
  const sql = `INSERT INTO scan (sha256, page, paper_no, turn, file_name, received_at, user_id, status, document_id, legacy_notice_id, filed_by,
      filed_at)
    SELECT sha256, page, (SELECT max(paper_no) + 1 FROM scan AS other WHERE other.sha256 = mine.sha256 AND other.page = mine.page),
      turn, file_name, received_at, user_id, 'filed', @documentId, @noticeId, @userId, @at FROM scan AS mine WHERE id = @id`;
  tx.hot(sql).run({ id, ...columnsOf(to), userId: tx.actor.userId, at: tx.at });
}

/** Refuses scan-waits when it was not settled. */
export function reopen(tx: WriteTx, id: number, reason: string): void {
  const sql = `UPDATE scan SET status = 'waiting', why = 'taken-back', document_id = NULL, legacy_notice_id = NULL, part = NULL,
      part_page = NULL, part_pages = NULL, filed_by = NULL, filed_at = NULL, reason = ? WHERE id = ? AND status <> 'waiting'`;
  if (tx.hot(sql).run(reason, id).changes !== 1) refuse('scan-waits', { scan: id });
}
