/**
 * Who answers for a loan and until when (TEAM-06): rows are only added, the newest of a loan holds; one that a decision in the
 * register of liabilities made (RWD-04) falls with it.
 */
import type { LiabilityKind } from '@shared/domain/rewards/liability';
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
  /** A decision that stands found it lent irregularly. */
  readonly isIrregular: boolean;
}

const LOAN = `SELECT loan.id, party_id AS partyId, contract_no AS contract, sheet, loan.balance, officer, npl_date AS nplDate,
  due_date AS dueDate, extended_to AS extendedDueDate,
  EXISTS (SELECT 1 FROM liability WHERE liability.loan_id = loan.id AND irregular_kind IS NOT NULL AND withdrawn_on IS NULL) AS isIrregular
  FROM loan`;

type Row = Omit<FormedLoan, 'isIrregular'> & { readonly isIrregular: 0 | 1 };

const formedOf = (row: Row): FormedLoan => ({ ...row, isIrregular: row.isIrregular === 1 });

export function formedLoan(db: ReadDb, id: number): FormedLoan | undefined {
  const row = db.hot(`${LOAN} WHERE id = ?`).get(id) as Row | undefined;
  return row && formedOf(row);
}

export function loansOfTarget(db: ReadDb, target: number): FormedLoan[] {
  const sql = `${LOAN} JOIN target_loan ON loan_id = loan.id WHERE target_id = ? ORDER BY loan.id`;
  return (db.hot(sql).all(target) as Row[]).map(formedOf);
}

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
  /** The decision that appointed him, with what he owes, fen; null: named without one. */
  readonly liabilityId: number | null;
  readonly liabilityKind: LiabilityKind | null;
  readonly liabilityAmount: number | null;
  readonly decision: string | null;
  /** JSON: TraceLine[]. */
  readonly trace: string;
  readonly by: string;
  readonly at: string;
}

const NEWEST = `SELECT named.loan_id AS loanId, loan.party_id AS partyId, party.name AS borrower, loan.contract_no AS contract,
    unit.name AS unit, loan.balance, loan.as_of AS balanceAsOf, mode, named.person, named.deadline, consequence,
    coalesce(cause.irregular_kind, named.irregularity) AS irregularity, reason, trace, appointed_by AS liabilityId,
    cause.kind AS liabilityKind, cause.amount AS liabilityAmount, cause.decision, app_user.display AS "by", named.at
  FROM loan_responsibility AS named
  JOIN loan ON loan.id = named.loan_id
  JOIN party ON party.id = loan.party_id
  JOIN unit ON unit.id = loan.unit_id
  JOIN app_user ON app_user.id = named.user_id
  LEFT JOIN liability AS cause ON cause.id = appointed_by
  WHERE named.id = (SELECT max(newer.id) FROM loan_responsibility AS newer
    LEFT JOIN liability AS its ON its.id = newer.appointed_by
    WHERE newer.loan_id = named.loan_id AND its.withdrawn_on IS NULL)`;

/** Earliest deadline first; `until`: none later. */
export const responsibilities = (db: ReadDb, until = '9999-12-31'): StoredResponsibility[] =>
  db
    .hot(`${NEWEST} AND named.deadline <= ? ORDER BY named.deadline, named.loan_id`)
    .all(until) as StoredResponsibility[];

export const responsibilityOf = (db: ReadDb, loanId: number): StoredResponsibility | undefined =>
  db.hot(`${NEWEST} AND named.loan_id = ?`).get(loanId) as StoredResponsibility | undefined;

export interface NewResponsibility {
  readonly loanId: number;
  readonly mode: Mode;
  readonly person: string;
  readonly deadline: CalendarDate;
  readonly consequence: Consequence;
  readonly reason: string;
  readonly liabilityId: number | null;
  readonly trace: readonly TraceLine[];
}

export function insertResponsibility(tx: WriteTx, given: NewResponsibility): void {
  const { loanId, mode, person, deadline, consequence, reason, liabilityId, trace } = given;
  const sql = `INSERT INTO loan_responsibility (loan_id, mode, person, deadline, consequence, reason, appointed_by, trace, user_id, at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
  const userId = present(tx.actor.userId, 'a user names whoever answers for a loan');
  const said = [loanId, mode, person, deadline, consequence, reason, liabilityId] as const;
  tx.hot(sql).run(...said, JSON.stringify(trace), userId, tx.at);
}
