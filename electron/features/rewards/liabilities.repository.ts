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
  /** Fen, of the loan today. */
  readonly balance: Fen;
  readonly kind: LiabilityKind;
  /** Item of the rule liability/irregular-lending. */
  readonly irregularity: string | null;
  readonly post: string | null;
  readonly decision: string;
  /** Fen, principal and interest of the loan since the decision. */
  readonly received: Fen;
  /** Fen, of all decisions about the loan that stand. */
  readonly decidedTotal: Fen;
  /** He is the one who recovers the loan now. */
  readonly isAppointed: boolean;
  /** What was decided last when its time had passed. */
  readonly handling: string | null;
  readonly handledOn: CalendarDate | null;
  readonly performedOn: CalendarDate | null;
  readonly withdrawnWhy: string | null;
  readonly by: string;
}

const LIABILITY = `SELECT liability.id, liability.rev, loan_id AS loanId, loan.party_id AS partyId, party.name AS borrower,
    loan.contract_no AS contract, unit.name AS unit, loan.balance, person, liability.kind, irregular_kind AS irregularity, post, liability.amount,
    decision, decided_on AS decidedOn, deadline, withdrawn_on AS withdrawnOn, withdrawn_why AS withdrawnWhy, display AS "by",
    (SELECT coalesce(sum(principal + interest), 0) FROM receipt
      WHERE receipt.loan_id = liability.loan_id AND received_on >= decided_on) AS received,
    (SELECT coalesce(sum(other.amount), 0) FROM liability AS other
      WHERE other.loan_id = liability.loan_id AND other.withdrawn_on IS NULL) AS decidedTotal,
    liability.withdrawn_on IS NULL AND liability.id IS (SELECT newest.appointed_by FROM loan_responsibility AS newest
      LEFT JOIN liability AS cause ON cause.id = newest.appointed_by
      WHERE newest.loan_id = liability.loan_id AND cause.withdrawn_on IS NULL
      ORDER BY newest.id DESC LIMIT 1) AS isAppointed,
    (SELECT handled.decision FROM liability_handling AS handled WHERE handled.liability_id = liability.id
      ORDER BY handled.id DESC LIMIT 1) AS handling,
    (SELECT handled.on_date FROM liability_handling AS handled WHERE handled.liability_id = liability.id
      ORDER BY handled.id DESC LIMIT 1) AS handledOn,
    (SELECT coalesce(sum(amount), 0) FROM liability_performance WHERE liability_id = liability.id) AS performed,
    (SELECT max(on_date) FROM liability_performance WHERE liability_id = liability.id) AS performedOn
  FROM liability
  JOIN loan ON loan.id = loan_id
  JOIN party ON party.id = loan.party_id
  JOIN unit ON unit.id = loan.unit_id
  JOIN app_user ON app_user.id = user_id`;

type Row = Omit<StoredLiability, 'isAppointed'> & { readonly isAppointed: 0 | 1 };

const stored = (row: Row): StoredLiability => ({ ...row, isAppointed: row.isAppointed === 1 });

/** The earliest deadline first. */
export const listLiabilities = (db: ReadDb): StoredLiability[] =>
  (db.hot(`${LIABILITY} ORDER BY deadline, liability.id`).all() as Row[]).map(stored);

export function findLiability(db: ReadDb, id: number): StoredLiability | undefined {
  const row = db.hot(`${LIABILITY} WHERE liability.id = ?`).get(id) as Row | undefined;
  return row && stored(row);
}

export const loanByContract = (db: ReadDb, contractKey: string): { id: number; partyId: number } | undefined =>
  db.hot('SELECT id, party_id AS partyId FROM loan WHERE contract_key = ? ORDER BY id').get(contractKey) as
    | { id: number; partyId: number }
    | undefined;

export interface NewLiability {
  readonly person: string;
  readonly kind: LiabilityKind;
  readonly irregularity: string | null;
  readonly post: string | null;
  readonly amount: Fen;
  readonly decision: string;
  readonly decidedOn: CalendarDate;
  readonly deadline: CalendarDate;
}

const actorId = (tx: WriteTx): number => present(tx.actor.userId, 'a user keeps the register');

export function insertLiability(tx: WriteTx, loanId: number, given: NewLiability): number {
  const { person, kind, irregularity, post, amount, decision, decidedOn, deadline } = given;
  const sql = `INSERT INTO liability (loan_id, person, kind, irregular_kind, post, amount, decision, decided_on, deadline, user_id, at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
  const row = [loanId, person, kind, irregularity, post, amount, decision, decidedOn, deadline] as const;
  return Number(tx.hot(sql).run(...row, actorId(tx), tx.at).lastInsertRowid);
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

export function insertHandling(
  tx: WriteTx,
  id: number,
  { on, decision }: { on: CalendarDate; decision: string },
): void {
  const sql = 'INSERT INTO liability_handling (liability_id, on_date, decision, user_id, at) VALUES (?, ?, ?, ?, ?)';
  tx.hot(sql).run(id, on, decision, actorId(tx), tx.at);
  tx.hot('UPDATE liability SET rev = rev + 1 WHERE id = ?').run(id);
}

export const setWithdrawn = (tx: WriteTx, id: number, on: CalendarDate, why: string): void =>
  void tx.hot('UPDATE liability SET withdrawn_on = ?, withdrawn_why = ?, rev = rev + 1 WHERE id = ?').run(on, why, id);
