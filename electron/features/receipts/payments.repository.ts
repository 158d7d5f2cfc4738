/** Payments of a household as people read them, newest first. */
import type { Channel, RecoveryForm } from '@shared/domain/receipts/channels';
import type { LineCause, LineKind, PostedLine } from '@shared/domain/receipts/postings';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { Fen } from '@shared/kernel/money';
import type { ReadDb } from '../../database/store';
import { PAYMENTS_OF } from './account.repository';
import { IN_CORE } from './receipts.repository';

export interface PaymentRow {
  readonly id: number;
  readonly number: string;
  readonly receivedOn: CalendarDate;
  readonly bookedOn: CalendarDate;
  readonly amount: Fen;
  readonly costsOwed: Fen;
  readonly voucherNo: string;
  readonly payer: string;
  readonly channel: Channel;
  readonly form: RecoveryForm;
  readonly designation: string | null;
  readonly doubleReason: string | null;
  readonly remark: string | null;
  readonly trace: string;
  readonly by: string;
  readonly at: string;
  readonly inCore: 0 | 1;
  readonly reversedOn: CalendarDate | null;
  readonly reversalReason: string | null;
  readonly reversedBy: string | null;
}

const PAYMENTS = `SELECT payment.id, number, received_on AS receivedOn, booked_on AS bookedOn, amount, costs_owed AS costsOwed,
    voucher_no AS voucherNo, payer, channel, form, designation, double_reason AS doubleReason, remark, trace,
    author.display AS "by", payment.at,
    ${IN_CORE} AS inCore,
    reversal.reversed_on AS reversedOn, reversal.reason AS reversalReason, reverser.display AS reversedBy
  FROM payment JOIN app_user AS author ON author.id = payment.user_id
  LEFT JOIN payment_reversal AS reversal ON reversal.payment_id = payment.id
  LEFT JOIN app_user AS reverser ON reverser.id = reversal.user_id
  WHERE payment.id IN ${PAYMENTS_OF} ORDER BY received_on DESC, payment.id DESC`;

export const paymentRows = (db: ReadDb, partyId: number): PaymentRow[] => db.hot(PAYMENTS).all(partyId) as PaymentRow[];

export interface LineRow extends PostedLine {
  readonly kind: LineKind;
  readonly cause: LineCause;
  /** Number of the receipt, or evidence of the agreement, that made the line necessary. */
  readonly causeNo: string;
  readonly postedOn: CalendarDate;
}

const LINES = `SELECT line.payment_id AS paymentId, line.loan_id AS loanId, line.kind, line.cause, line.posted_on AS postedOn,
    coalesce(other.number, agreement.evidence) AS causeNo, line.costs, line.principal, line.interest,
    owed_principal AS owedPrincipal, owed_interest AS owedInterest
  FROM payment_line AS line
  LEFT JOIN payment AS other ON line.cause <> 'agreement' AND other.id = line.cause_id
  LEFT JOIN order_agreement AS agreement ON line.cause = 'agreement' AND agreement.id = line.cause_id
  WHERE line.payment_id IN ${PAYMENTS_OF} ORDER BY line.payment_id, line.seq`;

/** In the order in which they were posted. */
export const lineRows = (db: ReadDb, partyId: number): LineRow[] => db.hot(LINES).all(partyId) as LineRow[];

export interface CollectorRow {
  readonly paymentId: number;
  readonly name: string;
  readonly ppm: number;
}

const COLLECTORS = `SELECT payment_id AS paymentId, name, ppm FROM receipt_share
  JOIN (SELECT min(id) AS id, payment_id FROM receipt
    WHERE loan_id IN (SELECT id FROM loan WHERE party_id = ?) AND payment_id IS NOT NULL GROUP BY payment_id) AS first
    ON first.id = receipt_id
  ORDER BY receipt_id, seq`;

export const collectorRows = (db: ReadDb, partyId: number): CollectorRow[] =>
  db.hot(COLLECTORS).all(partyId) as CollectorRow[];

export const colleagueNames = (db: ReadDb): string[] =>
  db.hot('SELECT display FROM app_user WHERE active = 1 ORDER BY display').pluck().all() as string[];
