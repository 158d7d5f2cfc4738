/** Work plans with their lines, and the receipts that they are held against. */
import type { CollectedReceipt, PlanKind, PlanLine } from '@shared/domain/team/plans';
import { present } from '@shared/kernel/assert';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { ReadDb, WriteTx } from '../../database/store';

export interface StoredPlan {
  readonly id: number;
  readonly kind: PlanKind;
  readonly title: string;
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate;
  readonly by: string;
  readonly rev: number;
}

const PLAN = `SELECT work_plan.id, kind, title, first_day AS firstDay, last_day AS lastDay, app_user.display AS "by", work_plan.rev
  FROM work_plan JOIN app_user ON app_user.id = user_id`;

/** Newest first. */
export const listPlans = (db: ReadDb): StoredPlan[] =>
  db.hot(`${PLAN} ORDER BY first_day DESC, work_plan.id DESC`).all() as StoredPlan[];

export const findPlan = (db: ReadDb, id: number): StoredPlan | undefined =>
  db.hot(`${PLAN} WHERE work_plan.id = ?`).get(id) as StoredPlan | undefined;

export const linesOf = (db: ReadDb, planId: number): PlanLine[] =>
  db
    .hot(
      `SELECT scope, subject_id AS subjectId, month, principal, interest, households FROM work_plan_line
       WHERE plan_id = ? ORDER BY seq`,
    )
    .all(planId) as PlanLine[];

export interface PlanToSave {
  readonly id: number | null;
  readonly kind: PlanKind;
  readonly title: string;
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate;
  readonly lines: readonly PlanLine[];
}

/** Returns its id. */
export function savePlanRow(tx: WriteTx, { id, kind, title, firstDay, lastDay, lines }: PlanToSave): number {
  const userId = present(tx.actor.userId, 'a user plans');
  const insert = 'INSERT INTO work_plan (kind, title, first_day, last_day, user_id, at) VALUES (?, ?, ?, ?, ?, ?)';
  const update = `UPDATE work_plan SET kind = ?, title = ?, first_day = ?, last_day = ?, user_id = ?, at = ?, rev = rev + 1
    WHERE id = ?`;
  const values = [kind, title, firstDay, lastDay, userId, tx.at] as const;
  if (id !== null) tx.hot(update).run(...values, id);
  const saved = id ?? Number(tx.hot(insert).run(...values).lastInsertRowid);
  tx.hot('DELETE FROM work_plan_line WHERE plan_id = ?').run(saved);
  for (const [index, { scope, subjectId, month, principal, interest, households }] of lines.entries())
    tx.hot('INSERT INTO work_plan_line VALUES (?, ?, ?, ?, ?, ?, ?, ?)').run(
      saved,
      index + 1,
      scope,
      subjectId,
      month,
      principal,
      interest,
      households,
    );
  return saved;
}

type Row = Omit<CollectedReceipt, 'collectors'> & { readonly collectors: string };

/** Everything received in a time, with those who collected it. */
export function receiptsBetween(db: ReadDb, from: CalendarDate, to: CalendarDate): CollectedReceipt[] {
  const sql = `SELECT loan.party_id AS partyId, loan.unit_id AS unitId, received_on AS "on", receipt.principal, receipt.interest,
      (SELECT json_group_array(json_object('name', name, 'ppm', ppm)) FROM receipt_share WHERE receipt_id = receipt.id) AS collectors
    FROM receipt JOIN loan ON loan.id = receipt.loan_id WHERE received_on BETWEEN ? AND ?`;
  const rows = db.hot(sql).all(from, to) as Row[];
  return rows.map(({ collectors, ...row }) => ({ ...row, collectors: JSON.parse(collectors) }));
}
