/** Reviews of open cases and what was said to breaches, in the database. Rows are only added. */
import type { Review } from '@shared/domain/litigation/openReview';
import { present } from '@shared/kernel/assert';
import type { ReadDb, WriteTx } from '../../database/store';

type Db = Pick<ReadDb, 'hot'>;

export type StoredReview = Review & { readonly caseId: number };

const REVIEW = `SELECT case_id AS caseId, day AS "on", overdue, cause, difficulty, solution, solution_due AS until, finding, display AS "by"
  FROM case_review JOIN app_user ON app_user.id = user_id`;

type Row = Omit<StoredReview, 'overdue'> & { readonly overdue: string };

/** Of a case, or of all; in the order of days. */
export function reviewsOf(db: Db, caseId: number | null): StoredReview[] {
  const order = 'ORDER BY day, case_review.id';
  const rows =
    caseId === null ? db.hot(`${REVIEW} ${order}`).all() : db.hot(`${REVIEW} WHERE case_id = ? ${order}`).all(caseId);
  return (rows as Row[]).map(({ overdue, ...row }) => ({ ...row, overdue: JSON.parse(overdue) }));
}

const actorId = (tx: WriteTx): number => present(tx.actor.userId, 'a case is reviewed by a user');

export function insertReview(tx: WriteTx, caseId: number, review: Omit<Review, 'by'>): void {
  const sql = `INSERT INTO case_review (case_id, day, overdue, cause, difficulty, solution, solution_due, finding, user_id, at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
  const { on, overdue, cause, difficulty, solution, until, finding } = review;
  const said = [cause, difficulty, solution, until, finding];
  tx.hot(sql).run(caseId, on, JSON.stringify(overdue), ...said, actorId(tx), tx.at);
}

export interface BreachNote {
  readonly caseId: number;
  readonly breach: string;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

/** Of all cases. */
export const breachNotes = (db: Db): BreachNote[] =>
  db
    .hot(`SELECT case_id AS caseId, breach, reason, display AS "by", at
      FROM case_breach_note JOIN app_user ON app_user.id = user_id`)
    .all() as BreachNote[];

export function insertBreachNote(tx: WriteTx, caseId: number, breach: string, reason: string): void {
  const sql = 'INSERT INTO case_breach_note (case_id, breach, reason, user_id, at) VALUES (?, ?, ?, ?, ?)';
  tx.hot(sql).run(caseId, breach, reason, actorId(tx), tx.at);
}
