/** Returned scans, one row per page of a file: filed to a paper, waiting for a person, or set aside. */
import type { ScanView } from '@shared/contract/dunning.contract';
import type { PageCode } from '@shared/domain/documents/paperCode';
import { refuse } from '@shared/kernel/result';
import type { ReadDb, WriteTx } from '../../database/store';

export type WaitReason = NonNullable<ScanView['why']>;

const SELECT = `SELECT scan.id, scan.file_name AS fileName, scan.page, scan.received_at AS receivedAt, app_user.display AS receivedBy,
    scan.status, scan.why, coalesce(document.number, document.paper_key) AS number, notice.id AS noticeId, addressee, scan.part,
    part_page AS partPage, part_pages AS partPages, scan.sha256
  FROM scan JOIN app_user ON app_user.id = scan.user_id LEFT JOIN document ON document.id = scan.document_id
    LEFT JOIN notice ON notice.document_id = scan.document_id`;

type Row = ScanView & { readonly sha256: string };

const view = ({ sha256: _, ...scan }: Row): ScanView => scan;

/** Oldest first: what waits longest stands on top. */
export const listScans = (db: ReadDb, status: ScanView['status']): ScanView[] =>
  (db.hot(`${SELECT} WHERE scan.status = ? ORDER BY scan.id LIMIT 2000`).all(status) as Row[]).map(view);

export const scansOfDocument = (db: ReadDb, documentId: number): ScanView[] =>
  (db.hot(`${SELECT} WHERE scan.document_id = ? ORDER BY part_page, scan.id`).all(documentId) as Row[]).map(view);

/** Refuses scan-unknown. */
export function readScan(db: ReadDb, id: number): { readonly scan: ScanView; readonly sha256: string } {
  const row = db.hot(`${SELECT} WHERE scan.id = ?`).get(id) as Row | undefined;
  if (!row) refuse('scan-unknown', { scan: id });
  return { scan: view(row), sha256: row.sha256 };
}

/** Where a file that came before was put; undefined when it did not. */
export function knownScan(db: ReadDb, sha256: string): { number: string | null } | undefined {
  const sql = `SELECT coalesce(document.number, document.paper_key) AS number FROM scan
    LEFT JOIN document ON document.id = scan.document_id WHERE sha256 = ? ORDER BY page LIMIT 1`;
  return db.hot(sql).get(sha256) as { number: string | null } | undefined;
}

export const documentByKey = (db: ReadDb, key: string): number | null =>
  (db.hot("SELECT id FROM document WHERE paper_key = ? AND status <> 'issuing'").pluck().get(key) as
    | number
    | undefined) ?? null;

export interface NewScan {
  readonly sha256: string;
  readonly page: number;
  readonly fileName: string;
  readonly found: { readonly documentId: number; readonly code: PageCode } | { readonly why: WaitReason };
}

export async function insertScan(tx: WriteTx, { found, ...scan }: NewScan): Promise<void> {
  const filed = 'documentId' in found;
  await tx.q
    .insertInto('scan')
    .values({
      sha256: scan.sha256,
      page: scan.page,
      file_name: scan.fileName,
      received_at: tx.at,
      user_id: tx.actor.userId as number,
      status: filed ? 'filed' : 'waiting',
      why: filed ? null : found.why,
      document_id: filed ? found.documentId : null,
      part: filed ? found.code.part : null,
      part_page: filed ? found.code.page : null,
      part_pages: filed ? found.code.pages : null,
      filed_by: null,
      filed_at: filed ? tx.at : null,
      reason: null,
    })
    .execute();
}

/** Refuses scan-settled when it no longer waits. */
export function settleScan(tx: WriteTx, id: number, to: { documentId: number } | { reason: string }): void {
  const filed = 'documentId' in to;
  const sql = `UPDATE scan SET status = ?, document_id = ?, reason = ?, filed_by = ?, filed_at = ? WHERE id = ? AND status = 'waiting'`;
  const { changes } = tx
    .hot(sql)
    .run(
      filed ? 'filed' : 'set-aside',
      filed ? to.documentId : null,
      filed ? null : to.reason,
      tx.actor.userId,
      tx.at,
      id,
    );
  if (changes !== 1) refuse('scan-settled', { scan: id });
}
