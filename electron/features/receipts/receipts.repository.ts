/** Writing receipts of money: the payment, its lines, and the rows of the ledger of receipts that show what they come to. */
import { type Channel, METHOD_OF, type RecoveryForm } from '@shared/domain/receipts/channels';
import type { Lookalike } from '@shared/domain/receipts/decideReceipt';
import type { LineCause, Posting } from '@shared/domain/receipts/postings';
import type { Designation, Payment } from '@shared/domain/receipts/replay';
import type { Collector } from '@shared/domain/receipts/shares';
import type { Line } from '@shared/domain/receipts/standing';
import { present } from '@shared/kernel/assert';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { Fen } from '@shared/kernel/money';
import type { TraceLine } from '@shared/rules/inquiry';
import type { ReadDb, WriteTx } from '../../database/store';
import { PAYMENTS_OF } from './account.repository';

/** Receipts of the same household, day and amount that stand: recorded here, or by the core banking system. */
export function lookalikes(db: ReadDb, partyId: number, on: CalendarDate, amount: Fen): Lookalike[] {
  const own = `SELECT number, voucher_no AS voucherNo FROM payment
    WHERE id IN ${PAYMENTS_OF} AND received_on = ? AND amount = ?
      AND NOT EXISTS (SELECT 1 FROM payment_reversal WHERE payment_id = payment.id)`;
  const core = `SELECT min(receipt.receipt_no) AS number, voucher_no AS voucherNo
    FROM receipt JOIN loan ON loan.id = receipt.loan_id
    WHERE loan.party_id = ? AND received_on = ? AND payment_id IS NULL
    GROUP BY voucher_no HAVING sum(receipt.principal + receipt.interest) = ?`;
  return [own, core].flatMap((sql) => db.hot(sql).all(partyId, on, amount) as Lookalike[]);
}

export interface NewPayment {
  readonly payment: Omit<Payment, 'id'>;
  readonly bookedOn: CalendarDate;
  readonly voucherNo: string;
  readonly payer: string;
  readonly channel: Channel;
  readonly form: RecoveryForm;
  readonly designation: Designation | null;
  readonly doubleReason: string | null;
  readonly remark: string | null;
  readonly trace: readonly TraceLine[];
}

const PAYMENT = `INSERT INTO payment VALUES (${new Array(17).fill('?').join(', ')})`;

/** `today`: the number names the day on which it was recorded. */
export function insertPayment(tx: WriteTx, today: CalendarDate, given: NewPayment): { id: number; number: string } {
  const id = tx.hot('SELECT coalesce(max(id), 0) + 1 FROM payment').pluck().get() as number;
  const number = `SG${today.replaceAll('-', '')}-${id}`;
  const { payment } = given;
  tx.hot(PAYMENT).run(
    id,
    number,
    payment.on,
    given.bookedOn,
    payment.amount,
    payment.costsOwed,
    given.voucherNo,
    given.payer,
    given.channel,
    given.form,
    payment.designation && JSON.stringify(payment.designation),
    JSON.stringify(payment.accrued),
    given.doubleReason,
    given.remark,
    JSON.stringify(given.trace),
    present(tx.actor.userId, 'a receipt is recorded by a user'),
    tx.at,
  );
  return { id, number };
}

export interface Cause {
  readonly cause: LineCause;
  readonly id: number;
}

const LINE = `INSERT INTO payment_line
  SELECT ?, (SELECT coalesce(max(seq), 0) + 1 FROM payment_line WHERE payment_id = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?`;

/** A payment's rows in the ledger of receipts stand on the loans of its lines; its parameter is given twice. */
const ROWS_OF = `loan_id IN (SELECT loan_id FROM payment_line WHERE payment_id = ?) AND payment_id = ?`;

/** Of a row of \`payment\`: the core banking system has booked it under its own number. */
export const IN_CORE = `EXISTS (SELECT 1 FROM payment_line AS own JOIN receipt ON receipt.loan_id = own.loan_id
  WHERE own.payment_id = payment.id AND receipt.payment_id = payment.id AND receipt.receipt_no <> receipt.hand_no)`;

/** Adds the lines, and brings the ledger of receipts to what they come to. */
export function post(tx: WriteTx, today: CalendarDate, cause: Cause, found: readonly Posting[]): void {
  for (const { paymentId, kind, line } of found) {
    const { loanId, costs, principal, interest, owedPrincipal, owedInterest } = line;
    tx.hot(LINE).run(
      paymentId,
      paymentId,
      loanId,
      kind,
      cause.cause,
      cause.id,
      today,
      costs,
      principal,
      interest,
      owedPrincipal,
      owedInterest,
    );
    if (kind === 'reversal') showReversal(tx, today, paymentId, line);
    else showLine(tx, paymentId, line);
  }
}

interface ShownPayment {
  readonly number: string;
  readonly receivedOn: CalendarDate;
  readonly channel: Channel;
  readonly payer: string;
  readonly voucherNo: string;
  readonly remark: string | null;
}

const SHOWN = `SELECT number, received_on AS receivedOn, channel, payer, voucher_no AS voucherNo, remark
  FROM payment WHERE id = ?`;
const ROW = `INSERT INTO receipt (receipt_no, hand_no, received_on, loan_id, costs, principal, interest, method, payer,
  voucher_no, reverses_no, remark, payment_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
/** Rows of one payment have the same collectors; the first row is given them by `share`. */
const SAME_SHARES = `INSERT INTO receipt_share SELECT ?, seq, name, ppm FROM receipt_share
  WHERE receipt_id = (SELECT min(id) FROM receipt WHERE ${ROWS_OF})`;

const COUNT = `SELECT count(*) FROM receipt WHERE ${ROWS_OF}`;

interface Shown {
  readonly no: string;
  readonly on: CalendarDate;
  readonly reverses: string | null;
}

/** The id of the new row, which has no collectors yet. */
function insertRow(tx: WriteTx, paymentId: number, payment: ShownPayment, line: Line, row: Shown): number {
  const { costs, principal, interest } = line;
  const { payer, voucherNo, remark } = payment;
  const money = [line.loanId, costs, principal, interest, METHOD_OF[payment.channel], payer, voucherNo] as const;
  const { lastInsertRowid } = tx.hot(ROW).run(row.no, row.no, row.on, ...money, row.reverses, remark, paymentId);
  return Number(lastInsertRowid);
}

/** One row for each loan that a payment reaches: the first has the payment's number, further ones `.2` and on. */
function showLine(tx: WriteTx, paymentId: number, line: Line): void {
  const { loanId, costs, principal, interest } = line;
  const more = `UPDATE receipt SET costs = costs + ?, principal = principal + ?, interest = interest + ?, rev = rev + 1
    WHERE payment_id = ? AND loan_id = ? AND reverses_no IS NULL`;
  if (tx.hot(more).run(costs, principal, interest, paymentId, loanId).changes === 1) return;
  const payment = tx.hot(SHOWN).get(paymentId) as ShownPayment;
  const others = tx.hot(COUNT).pluck().get(paymentId, paymentId) as number;
  const no = others === 0 ? payment.number : `${payment.number}.${others + 1}`;
  const row = insertRow(tx, paymentId, payment, line, { no, on: payment.receivedOn, reverses: null });
  if (others > 0) tx.hot(SAME_SHARES).run(row, paymentId, paymentId);
}

/** What was received stays to be seen; the row that takes it back names it. */
function showReversal(tx: WriteTx, today: CalendarDate, paymentId: number, line: Line): void {
  const of = 'SELECT receipt_no FROM receipt WHERE payment_id = ? AND loan_id = ? AND reverses_no IS NULL';
  const reverses = tx.hot(of).pluck().get(paymentId, line.loanId) as string;
  const payment = tx.hot(SHOWN).get(paymentId) as ShownPayment;
  const row = insertRow(tx, paymentId, payment, line, { no: `${reverses}-R`, on: today, reverses });
  tx.hot(SAME_SHARES).run(row, paymentId, paymentId);
}

/** The collectors of a payment that was just posted. */
export function insertShares(tx: WriteTx, paymentId: number, collectors: readonly Collector[]): void {
  const rows = tx.hot(`SELECT id FROM receipt WHERE ${ROWS_OF}`).pluck().all(paymentId, paymentId) as number[];
  for (const row of rows)
    for (const [index, { name, ppm }] of collectors.entries())
      tx.hot('INSERT INTO receipt_share VALUES (?, ?, ?, ?)').run(row, index + 1, name, ppm);
}

export interface StoredPayment {
  readonly id: number;
  readonly number: string;
  readonly partyId: number;
  readonly reversed: 0 | 1;
  /** The core banking system has booked it under its own number. */
  readonly inCore: 0 | 1;
}

export function findPayment(db: ReadDb, id: number): StoredPayment | undefined {
  const sql = `SELECT id, number, ${IN_CORE} AS inCore,
      (SELECT party_id FROM payment_line AS line JOIN loan ON loan.id = line.loan_id WHERE payment_id = payment.id LIMIT 1)
        AS partyId,
      EXISTS (SELECT 1 FROM payment_reversal WHERE payment_id = payment.id) AS reversed
    FROM payment WHERE id = ?`;
  return db.hot(sql).get(id) as StoredPayment | undefined;
}

/** Id of a payment by its number. */
export const paymentNumbered = (db: ReadDb, number: string): number | undefined =>
  db.hot('SELECT id FROM payment WHERE number = ?').pluck().get(number) as number | undefined;

export function insertReversal(tx: WriteTx, paymentId: number, today: CalendarDate, reason: string): void {
  const userId = present(tx.actor.userId, 'a receipt is taken back by a user');
  tx.hot('INSERT INTO payment_reversal VALUES (?, ?, ?, ?, ?)').run(paymentId, today, reason, userId, tx.at);
}

export interface HandReceipt {
  readonly id: number;
  readonly loanId: number;
  readonly receivedOn: CalendarDate;
  readonly bookedOn: CalendarDate;
  readonly voucherNo: string;
  readonly total: Fen;
}

/** Rows recorded here that the core banking system has not booked yet: an import of receipts may bring the same money. */
export function handReceipts(db: ReadDb): HandReceipt[] {
  const sql = `SELECT receipt.id, loan_id AS loanId, payment.received_on AS receivedOn, booked_on AS bookedOn,
      payment.voucher_no AS voucherNo, receipt.principal + receipt.interest AS total
    FROM receipt JOIN payment ON payment.id = receipt.payment_id
    WHERE receipt_no = hand_no AND reverses_no IS NULL
      AND NOT EXISTS (SELECT 1 FROM payment_reversal WHERE payment_id = payment.id)`;
  return db.hot(sql).all() as HandReceipt[];
}
