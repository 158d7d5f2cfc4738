/** Suspensions and reliefs of interest as they were asked for, and what became of them. */
import type { MeasureView } from '@shared/contract/receipts.contract';
import type { MeasureState } from '@shared/domain/receipts/interestMeasure';
import { present } from '@shared/kernel/assert';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { ReadDb, WriteTx } from '../../database/store';

export interface StoredMeasure extends Omit<MeasureView, 'approval' | 'investigators' | 'principles'> {
  readonly partyId: number;
  readonly unitId: number;
  readonly contract: string;
  readonly investigators: readonly string[];
  readonly principles: readonly string[];
}

type Row = Omit<StoredMeasure, 'investigators' | 'principles'> & { investigators: string; principles: string };

const MEASURE = `SELECT measure.id, measure.party_id AS partyId, loan_id AS loanId, loan.contract_no AS contract,
    loan.unit_id AS unitId, measure, amount, hardship, facts, evidence, investigators, principles, conditions, until, state,
    decided_on AS decidedOn, app_user.display AS "by"
  FROM interest_measure AS measure JOIN loan ON loan.id = loan_id JOIN app_user ON app_user.id = measure.user_id`;

const measureOf = ({ investigators, principles, ...row }: Row): StoredMeasure => ({
  ...row,
  investigators: JSON.parse(investigators),
  principles: JSON.parse(principles),
});

export function findMeasure(db: ReadDb, id: number): StoredMeasure | undefined {
  const row = db.hot(`${MEASURE} WHERE measure.id = ?`).get(id) as Row | undefined;
  return row && measureOf(row);
}

export function openMeasure(db: ReadDb, loanId: number): StoredMeasure | undefined {
  const row = db.hot(`${MEASURE} WHERE loan_id = ? AND state = 'open'`).get(loanId) as Row | undefined;
  return row && measureOf(row);
}

/** Newest first. */
export const storedMeasures = (db: ReadDb, partyId: number): StoredMeasure[] =>
  (db.hot(`${MEASURE} WHERE measure.party_id = ? ORDER BY measure.id DESC`).all(partyId) as Row[]).map(measureOf);

export type NewMeasure = Omit<StoredMeasure, 'id' | 'contract' | 'unitId' | 'state' | 'decidedOn' | 'by'>;

const INSERT = `INSERT INTO interest_measure (party_id, loan_id, measure, amount, hardship, facts, evidence, investigators,
  principles, conditions, until, state, user_id, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'open', ?, ?)`;

export function insertMeasure(tx: WriteTx, given: NewMeasure): number {
  const { lastInsertRowid } = tx
    .hot(INSERT)
    .run(
      given.partyId,
      given.loanId,
      given.measure,
      given.amount,
      given.hardship,
      given.facts,
      given.evidence,
      JSON.stringify(given.investigators),
      JSON.stringify(given.principles),
      given.conditions,
      given.until,
      present(tx.actor.userId, 'a measure is asked for by a user'),
      tx.at,
    );
  return Number(lastInsertRowid);
}

export function endMeasure(tx: WriteTx, id: number, state: MeasureState, decidedOn: CalendarDate): void {
  const sql = 'UPDATE interest_measure SET state = ?, decided_on = ?, rev = rev + 1 WHERE id = ?';
  tx.hot(sql).run(state, decidedOn, id);
}

/** Who owes what on a loan: its household. */
export const partyOfLoan = (db: ReadDb, loanId: number): number | undefined =>
  db.hot('SELECT party_id FROM loan WHERE id = ?').pluck().get(loanId) as number | undefined;
