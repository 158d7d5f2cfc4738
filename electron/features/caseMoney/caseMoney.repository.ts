/** Fees of court cases and the receipts that belong to them, in the database. Rows are only added. */
import type { CaseReceipt } from '@shared/domain/litigation/caseMoney';
import type { FeeEntry, FeeKind, FeeMove } from '@shared/domain/litigation/fees';
import { present } from '@shared/kernel/assert';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { Fen } from '@shared/kernel/money';
import type { TraceLine } from '@shared/rules/inquiry';
import type { ReadDb, WriteTx } from '../../database/store';

type Db = Pick<ReadDb, 'hot'>;

export interface StoredFee extends FeeEntry {
  readonly caseId: number;
  readonly payee: string;
  readonly tariff: Fen | null;
  readonly trace: readonly TraceLine[];
  readonly reason: string | null;
  readonly act: string | null;
  readonly by: string;
}

const FEE = `SELECT fee.id, case_id AS caseId, kind, move, amount, day AS "on", voucher_no AS voucherNo, payee, tariff, trace,
    reason, act, reverses, display AS "by"
  FROM case_fee AS fee JOIN app_user ON app_user.id = user_id`;

type FeeRow = Omit<StoredFee, 'trace'> & { readonly trace: string };
const feeOf = ({ trace, ...row }: FeeRow): StoredFee => ({ ...row, trace: JSON.parse(trace) });

/** In the order in which they were entered. */
export const feesOf = (db: Db, caseId: number): StoredFee[] =>
  (db.hot(`${FEE} WHERE case_id = ? ORDER BY fee.id`).all(caseId) as FeeRow[]).map(feeOf);

/** null: there is none of this number. */
export const caseOfFee = (db: Db, id: number): number | null =>
  (db.hot('SELECT case_id FROM case_fee WHERE id = ?').pluck().get(id) as number | undefined) ?? null;

export const casesWithFees = (db: Db): ReadonlySet<number> =>
  new Set(db.hot('SELECT DISTINCT case_id FROM case_fee').pluck().all() as number[]);

export interface FeeToInsert {
  readonly caseId: number;
  readonly kind: FeeKind;
  readonly move: FeeMove;
  readonly amount: Fen;
  readonly on: CalendarDate;
  readonly voucherNo: string;
  readonly payee: string;
  readonly tariff: Fen | null;
  readonly trace: readonly TraceLine[];
  readonly reason: string | null;
  readonly act: string | null;
  readonly reverses: number | null;
}

const actorId = (tx: WriteTx): number => present(tx.actor.userId, 'money of a case is booked by a user');

export function insertFee(tx: WriteTx, fee: FeeToInsert): number {
  const sql = `INSERT INTO case_fee (case_id, kind, move, amount, day, voucher_no, payee, tariff, trace, reason, act, reverses,
    user_id, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
  const { caseId, kind, move, amount, on, voucherNo, payee, tariff, trace, reason, act, reverses } = fee;
  const values = [
    caseId,
    kind,
    move,
    amount,
    on,
    voucherNo,
    payee,
    tariff,
    JSON.stringify(trace),
    reason,
    act,
    reverses,
  ];
  return Number(tx.hot(sql).run(...values, actorId(tx), tx.at).lastInsertRowid);
}

const RECEIPT = `SELECT case_id AS caseId, act, payment.id AS paymentId, payment.number, received_on AS receivedOn,
    booked_on AS bookedOn, amount,
    (SELECT coalesce(sum(owed_principal), 0) FROM payment_line WHERE payment_id = payment.id) AS principal
  FROM case_receipt JOIN payment ON payment.id = case_receipt.payment_id
  WHERE NOT EXISTS (SELECT 1 FROM payment_reversal WHERE payment_id = payment.id)`;

export type StoredReceipt = CaseReceipt & { readonly caseId: number };

/** Of one case, or of all; without those that were taken back; in the order of days. */
export function receiptsOf(db: Db, caseId: number | null): StoredReceipt[] {
  const order = 'ORDER BY received_on, payment.id';
  if (caseId === null) return db.hot(`${RECEIPT} ${order}`).all() as StoredReceipt[];
  return db.hot(`${RECEIPT} AND case_id = ? ${order}`).all(caseId) as StoredReceipt[];
}

export function linkReceipt(tx: WriteTx, caseId: number, act: string, paymentId: number): void {
  const sql = 'INSERT INTO case_receipt (case_id, act, payment_id, user_id, at) VALUES (?, ?, ?, ?, ?)';
  tx.hot(sql).run(caseId, act, paymentId, actorId(tx), tx.at);
}

export interface FreePayment {
  readonly id: number;
  readonly number: string;
  readonly receivedOn: CalendarDate;
  readonly amount: Fen;
}

/** Receipts of some households that belong to no case yet and stand: the order of the law may spread them over other loans of theirs. */
export function freePayments(db: Db, partyIds: readonly number[]): FreePayment[] {
  const sql = `SELECT DISTINCT payment.id, number, received_on AS receivedOn, amount
    FROM payment JOIN payment_line ON payment_line.payment_id = payment.id JOIN loan ON loan.id = loan_id
    WHERE party_id IN (SELECT value FROM json_each(?))
      AND NOT EXISTS (SELECT 1 FROM case_receipt WHERE case_receipt.payment_id = payment.id)
      AND NOT EXISTS (SELECT 1 FROM payment_reversal WHERE payment_reversal.payment_id = payment.id)
    ORDER BY received_on, payment.id`;
  return db.hot(sql).all(JSON.stringify(partyIds)) as FreePayment[];
}

/** Ids of the loans on which a household owes anything. */
export const loansInDebt = (db: Db, partyId: number): number[] =>
  db
    .hot('SELECT id FROM loan WHERE party_id = ? AND balance + interest_on + interest_off > 0')
    .pluck()
    .all(partyId) as number[];
