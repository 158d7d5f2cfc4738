/** Who answers for a loan and until when (TEAM-06): rows are only added, the newest of a loan holds. */
import type { Consequence, Mode } from '@shared/domain/targets/responsibility';
import { present } from '@shared/kernel/assert';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { TraceLine } from '@shared/rules/inquiry';
import type { ReadDb, WriteTx } from '../../database/store';

export interface FormedLoan {
  readonly id: number;
  readonly partyId: number;
  readonly contract: string;
  readonly sheet: 'on' | 'off';
  readonly balance: number;
  readonly officer: string | null;
  readonly nplDate: CalendarDate | null;
  readonly dueDate: CalendarDate | null;
  readonly extendedDueDate: CalendarDate | null;
}

const LOAN = `SELECT loan.id, party_id AS partyId, contract_no AS contract, sheet, loan.balance, officer, npl_date AS nplDate,
  due_date AS dueDate, extended_due_date AS extendedDueDate FROM loan`;

export const formedLoan = (db: ReadDb, id: number): FormedLoan | undefined =>
  db.hot(`${LOAN} WHERE id = ?`).get(id) as FormedLoan | undefined;

export const loansOfTarget = (db: ReadDb, target: number): FormedLoan[] =>
  db
    .hot(`${LOAN} JOIN target_loan ON loan_id = loan.id WHERE target_id = ? ORDER BY loan.id`)
    .all(target) as FormedLoan[];

export interface StoredResponsibility {
  readonly loanId: number;
  readonly partyId: number;
  readonly borrower: string;
  readonly contract: string;
  readonly unit: string;
  /** Fen, by the ledger of that day. */
  readonly balance: number;
  readonly balanceAsOf: CalendarDate;
  readonly mode: Mode;
  readonly person: string;
  readonly deadline: CalendarDate;
  readonly consequence: Consequence;
  readonly irregularity: string | null;
  readonly reason: string;
  /** JSON: TraceLine[]. */
  readonly trace: string;
  readonly by: string;
  readonly at: string;
}

const NEWEST = `SELECT loan_id AS loanId, loan.party_id AS partyId, party.name AS borrower, loan.contract_no AS contract,
    unit.name AS unit, loan.balance, loan.as_of AS balanceAsOf, mode, person, deadline, consequence, irregularity, reason, trace,
    app_user.display AS "by", at
  FROM loan_responsibility AS named
  JOIN loan ON loan.id = loan_id
  JOIN party ON party.id = loan.party_id
  JOIN unit ON unit.id = loan.unit_id
  JOIN app_user ON app_user.id = user_id
  WHERE named.id = (SELECT max(id) FROM loan_responsibility AS newer WHERE newer.loan_id = named.loan_id)`;

/** Earliest deadline first; `until`: none later. */
export const responsibilities = (db: ReadDb, until = '9999-12-31'): StoredResponsibility[] =>
  db.hot(`${NEWEST} AND deadline <= ? ORDER BY deadline, loan_id`).all(until) as StoredResponsibility[];

export const responsibilityOf = (db: ReadDb, loanId: number): StoredResponsibility | undefined =>
  db.hot(`${NEWEST} AND named.loan_id = ?`).get(loanId) as StoredResponsibility | undefined;

export interface NewResponsibility {
  readonly loanId: number;
  readonly mode: Mode;
  readonly person: string;
  readonly deadline: CalendarDate;
  readonly consequence: Consequence;
  readonly irregularity: string | null;
  readonly reason: string;
  readonly trace: readonly TraceLine[];
}

export function insertResponsibility(tx: WriteTx, given: NewResponsibility): void {
  const { loanId, mode, person, deadline, consequence, irregularity, reason, trace } = given;
  const sql = `INSERT INTO loan_responsibility (loan_id, mode, person, deadline, consequence, irregularity, reason, trace, user_id, at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
  const userId = present(tx.actor.userId, 'a user names whoever answers for a loan');
  tx.hot(sql).run(
    loanId,
    mode,
    person,
    deadline,
    consequence,
    irregularity,
    reason,
    JSON.stringify(trace),
    userId,
    tx.at,
  );
}
