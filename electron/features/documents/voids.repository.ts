/** Papers that somebody asked to make void, and those that are: the number stays used, the paper stays in the archive. */
import { present } from '@shared/kernel/assert';
import type { ReadDb, WriteTx } from '../../database/store';

export interface StoredVoid {
  readonly id: number;
  readonly documentId: number;
  readonly reason: string;
  readonly state: 'asked' | 'voided' | 'refused';
  readonly by: string;
  readonly at: string;
}

const VOID = `SELECT void.id, document_id AS documentId, reason, state, app_user.display AS "by", at
  FROM document_void AS void JOIN app_user ON app_user.id = user_id`;

export const findVoid = (db: ReadDb, id: number): StoredVoid | undefined =>
  db.hot(`${VOID} WHERE void.id = ?`).get(id) as StoredVoid | undefined;

/** The newest of a paper. */
export const voidOf = (db: ReadDb, documentId: number): StoredVoid | undefined =>
  db.hot(`${VOID} WHERE document_id = ? ORDER BY void.id DESC LIMIT 1`).get(documentId) as StoredVoid | undefined;

export function insertVoid(tx: WriteTx, documentId: number, reason: string): number {
  const sql = `INSERT INTO document_void (document_id, reason, state, user_id, at) VALUES (?, ?, 'asked', ?, ?)`;
  const userId = present(tx.actor.userId, 'a user asks');
  return Number(tx.hot(sql).run(documentId, reason, userId, tx.at).lastInsertRowid);
}

export function setVoidState(tx: WriteTx, { id, documentId }: StoredVoid, state: 'voided' | 'refused'): void {
  tx.hot('UPDATE document_void SET state = ? WHERE id = ?').run(state, id);
  if (state === 'voided') tx.hot(`UPDATE document SET status = 'voided', rev = rev + 1 WHERE id = ?`).run(documentId);
}

/** Who issued it. */
export const issuerOf = (db: ReadDb, documentId: number): number =>
  db.hot('SELECT user_id FROM document WHERE id = ?').pluck().get(documentId) as number;

/** Numbers of voided papers of a print job. */
export const voidedOfJob = (db: ReadDb, jobId: number): string[] =>
  db
    .hot(
      `SELECT coalesce(number, paper_key) FROM document WHERE job_id = ? AND status = 'voided' ORDER BY job_position`,
    )
    .pluck()
    .all(jobId) as string[];

/** What came back of a paper, or stands on it by now; null: nothing, so it can still be made void. */
export function standingOn(db: ReadDb, documentId: number): 'delivery' | 'signature' | 'scan' | 'request' | null {
  const sql = `SELECT CASE
      WHEN EXISTS (SELECT 1 FROM notice WHERE document_id = @id AND outcome <> 'open') THEN 'delivery'
      WHEN EXISTS (SELECT 1 FROM repayment_signatory WHERE document_id = @id AND signed_on IS NOT NULL) THEN 'signature'
      WHEN EXISTS (SELECT 1 FROM scan WHERE document_id = @id AND status = 'filed') THEN 'scan'
      WHEN EXISTS (SELECT 1 FROM approval_request WHERE document_id = @id AND state = 'submitted' AND kind <> 'document-void')
        THEN 'request' END`;
  return db.hot(sql).pluck().get({ id: documentId }) as ReturnType<typeof standingOn>;
}
