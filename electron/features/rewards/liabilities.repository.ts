/** The register of liabilities in the database (RWD-04). */
import type { Liability, LiabilityKind } from '@shared/domain/rewards/liability';
import { present } from '@shared/kernel/assert';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { Fen } from '@shared/kernel/money';
import type { ReadDb, WriteTx } from '../../database/store';

export interface StoredLiability extends Liability {
  readonly id: number;
  readonly rev: number;
  readonly loanId: number;
  readonly partyId: number;
  readonly borrower: string;
  readonly contract: string;
  readonly unit: string;
  readonly kind: LiabilityKind;
  readonly decision: string;
  readonly performedOn: CalendarDate | null;
  readonly withdrawnWhy: string | null;
  readonly by: string;
}

const LIABILITY = `SELECT liability.id, liability.rev, loan_id AS loanId, loan.party_id AS partyId, party.name AS borrower,
    loan.contract_no AS contract, unit.name AS unit, person, liability.kind, liability.amount, decision,
    decided_on AS decidedOn, deadline, withdrawn_on AS withdrawnOn, withdrawn_why AS withdrawnWhy, display AS "by",
    (SELECT coalesce(sum(amount), 0) FROM liability_performance WHERE liability_id = liability.id) AS performed,
    (SELECT max(on_date) FROM liability_performance WHERE liability_id = liability.id) AS performedOn
  FROM liability
  JOIN loan ON loan.id = loan_id
  JOIN party ON party.id = loan.party_id
  JOIN unit ON unit.id = loan.unit_id
  JOIN app_user ON app_user.id = user_id`;

/** The earliest deadline first. */
export const listLiabilities = (db: ReadDb): StoredLiability[] =>
  db.hot(`${LIABILITY} ORDER BY deadline, liability.id`).all() as StoredLiability[];

export const findLiability = (db: ReadDb, id: number): StoredLiability | undefined =>
  db.hot(`${LIABILITY} WHERE liability.id = ?`).get(id) as StoredLiability | undefined;

export const loanByContract = (db: ReadDb, contractKey: string): { id: number; partyId: number } | undefined =>
  db.hot('SELECT id, party_id AS partyId FROM loan WHERE contract_key = ? ORDER BY id').get(contractKey) as
    | { id: number; partyId: number }
    | undefined;

export interface NewLiability {
  readonly person: string;
  readonly kind: LiabilityKind;
  readonly amount: Fen;
  readonly decision: string;
  readonly decidedOn: CalendarDate;
  readonly deadline: CalendarDate;
}

const actorId = (tx: WriteTx): number => present(tx.actor.userId, 'a user keeps the register');

export function insertLiability(tx: WriteTx, loanId: number, given: NewLiability): number {
  const { person, kind, amount, decision, decidedOn, deadline } = given;
  const sql = `INSERT INTO liability (loan_id, person, kind, amount, decision, decided_on, deadline, user_id, at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`;
  const row = [loanId, person, kind, amount, decision, decidedOn, deadline, actorId(tx), tx.at] as const;
  return Number(tx.hot(sql).run(...row).lastInsertRowid);
}

export function insertPerformance(
  tx: WriteTx,
  id: number,
  { on, amount, evidence }: { on: CalendarDate; amount: Fen; evidence: string },
): void {
  const sql = `INSERT INTO liability_performance (liability_id, on_date, amount, evidence, user_id, at)
    VALUES (?, ?, ?, ?, ?, ?)`;
  tx.hot(sql).run(id, on, amount, evidence, actorId(tx), tx.at);
  tx.hot('UPDATE liability SET rev = rev + 1 WHERE id = ?').run(id);
}

export const setWithdrawn = (tx: WriteTx, id: number, on: CalendarDate, why: string): void =>
  void tx.hot('UPDATE liability SET withdrawn_on = ?, withdrawn_why = ?, rev = rev + 1 WHERE id = ?').run(on, why, id);
