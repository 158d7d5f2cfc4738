/** Targets in the database: proposals with their loans, steps and assignments, which are only ever added. */
import type { Candidate, Proposal, Source, Way } from '@shared/domain/targets/sources';
import type { Step } from '@shared/domain/targets/steps';
import { present } from '@shared/kernel/assert';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { ReadDb, WriteTx } from '../../database/store';

export interface StoredTarget {
  readonly id: number;
  readonly partyId: number;
  readonly borrower: string;
  readonly source: Source;
  readonly unitId: number;
  readonly unit: string;
  readonly reason: string;
  readonly proposedOn: CalendarDate;
  readonly by: string;
  readonly closedOn: CalendarDate | null;
  readonly rev: number;
  /** The last one that was done, as stateOf says it of its steps. */
  readonly step: Step;
  /** Fen, of its loans today. */
  readonly balance: number;
  readonly loans: number;
  /** Fen, principal and interest, since it was proposed. */
  readonly received: number;
}

const TARGET = `SELECT target.id, target.party_id AS partyId, party.name AS borrower, source, target.unit_id AS unitId,
    unit.name AS unit, reason, proposed_on AS proposedOn, app_user.display AS "by", closed_on AS closedOn, target.rev,
    (SELECT step FROM target_step WHERE target_id = target.id AND skipped = 0 ORDER BY target_step.id DESC LIMIT 1) AS step,
    (SELECT coalesce(sum(loan.balance), 0) FROM target_loan JOIN loan ON loan.id = loan_id WHERE target_id = target.id) AS balance,
    (SELECT count(*) FROM target_loan WHERE target_id = target.id) AS loans,
    (SELECT coalesce(sum(receipt.principal + receipt.interest), 0) FROM target_loan
      JOIN receipt ON receipt.loan_id = target_loan.loan_id
      WHERE target_id = target.id AND received_on >= proposed_on
        AND (closed_on IS NULL OR received_on <= closed_on)) AS received
  FROM target
  JOIN party ON party.id = target.party_id
  JOIN unit ON unit.id = target.unit_id
  JOIN app_user ON app_user.id = target.user_id`;

/** Open ones, or those that were closed; newest first. */
export const listTargets = (db: ReadDb, closed: boolean): StoredTarget[] =>
  db.hot(`${TARGET} WHERE closed_on IS ${closed ? 'NOT' : ''} NULL ORDER BY target.id DESC`).all() as StoredTarget[];

export const findTarget = (db: ReadDb, id: number): StoredTarget | undefined =>
  db.hot(`${TARGET} WHERE target.id = ?`).get(id) as StoredTarget | undefined;

export interface StoredStep {
  readonly targetId: number;
  readonly step: Step;
  readonly on: CalendarDate;
  readonly skipped: boolean;
  readonly reason: string;
  readonly by: string;
  readonly documentId: number | null;
  readonly document: string | null;
}

/** Of some targets, in the order in which they were taken. */
export function stepsOf(db: ReadDb, targets: readonly number[]): StoredStep[] {
  const sql = `SELECT target_id AS targetId, step, on_date AS "on", skipped, reason, app_user.display AS "by",
      document_id AS documentId, coalesce(document.number, document.title) AS document
    FROM json_each(?) AS wanted JOIN target_step ON target_id = wanted.value
    JOIN app_user ON app_user.id = target_step.user_id
    LEFT JOIN document ON document.id = document_id
    ORDER BY target_step.id`;
  const rows = db.hot(sql).all(JSON.stringify(targets)) as (Omit<StoredStep, 'skipped'> & { skipped: 0 | 1 })[];
  return rows.map((row) => ({ ...row, skipped: row.skipped === 1 }));
}

export interface StoredAssignment {
  readonly targetId: number;
  readonly groupId: number;
  readonly group: string;
  readonly way: Way;
  readonly managerId: number;
  readonly manager: string;
  readonly principal: number;
  readonly interest: number;
  readonly dueOn: CalendarDate;
  readonly by: string;
  readonly at: string;
}

/** Newest first. */
export function assignmentsOf(db: ReadDb, targets: readonly number[]): StoredAssignment[] {
  const sql = `SELECT target_id AS targetId, group_id AS groupId, team_group.name AS "group", way, manager_id AS managerId,
      manager.display AS manager, principal, interest, due_on AS dueOn, keeper.display AS "by", at
    FROM json_each(?) AS wanted JOIN target_assignment ON target_id = wanted.value
    JOIN team_group ON team_group.id = group_id
    JOIN app_user AS manager ON manager.id = manager_id
    JOIN app_user AS keeper ON keeper.id = user_id
    ORDER BY target_assignment.id DESC`;
  return db.hot(sql).all(JSON.stringify(targets)) as StoredAssignment[];
}

export const openTargetHouseholds = (db: ReadDb): Set<number> =>
  new Set(db.hot('SELECT party_id FROM target WHERE closed_on IS NULL').pluck().all() as number[]);

export function candidates(db: ReadDb, loans: readonly number[]): Candidate[] {
  const sql = `SELECT loan.id AS loanId, party_id AS partyId, sheet, balance, unit_id AS unitId
    FROM json_each(?) AS wanted JOIN loan ON loan.id = wanted.value ORDER BY loan.id`;
  return db.hot(sql).all(JSON.stringify(loans)) as Candidate[];
}

const actorOf = (tx: WriteTx): number => present(tx.actor.userId, 'targets are kept by a user');

export function insertTarget(
  tx: WriteTx,
  { partyId, unitId, loans }: Proposal,
  given: { readonly source: Source; readonly reason: string; readonly on: CalendarDate },
): number {
  const sql = `INSERT INTO target (party_id, source, unit_id, reason, proposed_on, user_id, at) VALUES (?, ?, ?, ?, ?, ?, ?)`;
  const { lastInsertRowid } = tx
    .hot(sql)
    .run(partyId, given.source, unitId, given.reason, given.on, actorOf(tx), tx.at);
  const id = Number(lastInsertRowid);
  for (const { loanId, balance } of loans) tx.hot('INSERT INTO target_loan VALUES (?, ?, ?)').run(id, loanId, balance);
  insertStep(tx, {
    targetId: id,
    step: 'proposed',
    on: given.on,
    skipped: false,
    reason: given.reason,
    documentId: null,
  });
  return id;
}

export function insertStep(tx: WriteTx, given: Omit<StoredStep, 'by' | 'document'>): void {
  const { targetId, step, on, skipped, reason, documentId } = given;
  const sql = `INSERT INTO target_step (target_id, step, on_date, skipped, reason, document_id, user_id, at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;
  tx.hot(sql).run(targetId, step, on, skipped ? 1 : 0, reason, documentId, actorOf(tx), tx.at);
  const closedOn = step === 'closed' ? on : null;
  tx.hot('UPDATE target SET closed_on = ?, rev = rev + 1 WHERE id = ?').run(closedOn, targetId);
}

export type NewAssignment = Omit<StoredAssignment, 'group' | 'manager' | 'by' | 'at'>;

export function insertAssignment(tx: WriteTx, given: NewAssignment): void {
  const { targetId, groupId, way, managerId, principal, interest, dueOn } = given;
  const sql = `INSERT INTO target_assignment (target_id, group_id, way, manager_id, principal, interest, due_on, user_id, at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`;
  tx.hot(sql).run(targetId, groupId, way, managerId, principal, interest, dueOn, actorOf(tx), tx.at);
  tx.hot('UPDATE target SET rev = rev + 1 WHERE id = ?').run(targetId);
}

/** Principal that the ledger's balance has lost since a year began, fen by unit: what was owed then is that much more. */
export function paidThisYear(db: ReadDb, year: string): Map<number, number> {
  const sql = `SELECT unit_id AS unitId, sum(receipt.principal) AS paid FROM receipt JOIN loan ON loan.id = loan_id
    WHERE sheet = 'off' AND received_on BETWEEN ? AND loan.as_of GROUP BY unit_id`;
  const rows = db.hot(sql).all(`${year}-01-01`) as { unitId: number; paid: number }[];
  return new Map(rows.map(({ unitId, paid }) => [unitId, paid]));
}

/**
 * Fen by unit: loans off the balance sheet that are listed as targets of `year`, i.e. not closed before it, as they stood when the
 * year began. What is recovered of them does not make the list shorter.
 */
export function listedByUnit(db: ReadDb, year: string): Map<number, number> {
  const sql = `SELECT unit_id AS unitId, sum(balance + (SELECT coalesce(sum(principal), 0) FROM receipt
      WHERE loan_id = loan.id AND received_on BETWEEN ? AND loan.as_of)) AS listed
    FROM loan
    WHERE sheet = 'off' AND id IN (SELECT loan_id FROM target JOIN target_loan ON target_id = target.id
      WHERE closed_on IS NULL OR closed_on >= ?)
    GROUP BY unit_id`;
  const first = `${year}-01-01`;
  const rows = db.hot(sql).all(first, first) as { unitId: number; listed: number }[];
  return new Map(rows.map(({ unitId, listed }) => [unitId, listed]));
}

/** Loans off the balance sheet that are listed as targets of `year`, by unit and borrower, with the newest target's source. */
export function listedLoans(db: ReadDb, year: string): { loanId: number; source: Source }[] {
  const sql = `SELECT loan.id AS loanId, source, max(target.id)
    FROM target JOIN target_loan ON target_id = target.id JOIN loan ON loan.id = loan_id
    WHERE sheet = 'off' AND (closed_on IS NULL OR closed_on >= ?)
    GROUP BY loan.id ORDER BY loan.unit_id, loan.sort_name, loan.id`;
  return db.hot(sql).all(`${year}-01-01`) as { loanId: number; source: Source }[];
}

/** Whether the paper lies in the household's file. */
export const isPaperOf = (db: ReadDb, documentId: number, partyId: number): boolean =>
  db.hot('SELECT 1 FROM document WHERE id = ? AND party_id = ?').get(documentId, partyId) !== undefined;
