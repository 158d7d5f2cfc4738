/** Agreements to repay with their debts and instalments; what was agreed is never changed. */
import type { AgreedOrder, AgreementState, Instalment, TypedInstalment } from '@shared/domain/repayment/agreement';
import type { Paid } from '@shared/domain/repayment/followUp';
import { present } from '@shared/kernel/assert';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { ReadDb, WriteTx } from '../../database/store';

export interface StoredAgreement {
  readonly id: number;
  readonly partyId: number;
  readonly unitId: number;
  readonly asOf: CalendarDate;
  readonly order: AgreedOrder;
  readonly followerId: number;
  readonly follower: string;
  readonly graceDays: number;
  readonly state: AgreementState;
  readonly signedOn: CalendarDate | null;
  readonly endedOn: CalendarDate | null;
  readonly endReason: string | null;
  readonly orderAgreementId: number | null;
  /** Of its newest paper; null before one was issued. */
  readonly number: string | null;
  readonly rev: number;
}

const AGREEMENT = `SELECT agreement.id, party_id AS partyId, agreement.unit_id AS unitId, as_of AS asOf, payment_order AS "order",
    follower_id AS followerId, app_user.display AS follower, grace_days AS graceDays, state, signed_on AS signedOn,
    ended_on AS endedOn, end_reason AS endReason, order_agreement_id AS orderAgreementId, agreement.rev,
    (SELECT document.number FROM repayment_paper AS paper JOIN document ON document.id = paper.document_id
      WHERE paper.agreement_id = agreement.id AND document.status <> 'voided' ORDER BY document.id DESC LIMIT 1) AS number
  FROM repayment_agreement AS agreement JOIN app_user ON app_user.id = follower_id`;

export const findAgreement = (db: ReadDb, id: number): StoredAgreement | undefined =>
  db.hot(`${AGREEMENT} WHERE agreement.id = ?`).get(id) as StoredAgreement | undefined;

/** Newest first. */
export const agreementsOf = (db: ReadDb, partyId: number): StoredAgreement[] =>
  db.hot(`${AGREEMENT} WHERE party_id = ? ORDER BY agreement.id DESC`).all(partyId) as StoredAgreement[];

export const agreementsInForce = (db: ReadDb): StoredAgreement[] =>
  db.hot(`${AGREEMENT} WHERE state = 'in-force' ORDER BY agreement.id`).all() as StoredAgreement[];

export interface AgreedLoan {
  readonly loanId: number;
  readonly contract: string;
  readonly sheet: 'on' | 'off';
  readonly principal: number;
  readonly interest: number;
}

export const agreedLoans = (db: ReadDb, agreementId: number): AgreedLoan[] =>
  db
    .hot(
      `SELECT loan_id AS loanId, contract_no AS contract, sheet, agreed.principal, agreed.interest
       FROM repayment_agreement_loan AS agreed JOIN loan ON loan.id = loan_id WHERE agreement_id = ?
       ORDER BY issue_date, loan.id`,
    )
    .all(agreementId) as AgreedLoan[];

export interface StoredInstalment extends Instalment {
  readonly missedNotedAt: string | null;
}

export const instalmentsOf = (db: ReadDb, agreementId: number): StoredInstalment[] =>
  db
    .hot(
      `SELECT seq, due_on AS dueOn, pay_by AS payBy, principal, interest, missed_noted_at AS missedNotedAt
       FROM repayment_instalment WHERE agreement_id = ? ORDER BY seq`,
    )
    .all(agreementId) as StoredInstalment[];

/** Money of the agreement's debts from its signing on; costs pay no instalment. */
export const paidSince = (db: ReadDb, agreementId: number, signedOn: CalendarDate): Paid[] =>
  db
    .hot(
      `SELECT received_on AS "on", receipt.principal + receipt.interest AS amount FROM receipt
       WHERE received_on >= ? AND loan_id IN (SELECT loan_id FROM repayment_agreement_loan WHERE agreement_id = ?)
       ORDER BY received_on, receipt.id`,
    )
    .all(signedOn, agreementId) as Paid[];

/** Money of these loans from a day on. */
export const paidOfLoans = (db: ReadDb, loanIds: readonly number[], since: CalendarDate): Paid[] =>
  db
    .hot(
      `SELECT received_on AS "on", principal + interest AS amount FROM receipt
       WHERE received_on >= ? AND loan_id IN (SELECT value FROM json_each(?)) ORDER BY received_on, id`,
    )
    .all(since, JSON.stringify(loanIds)) as Paid[];

export interface NewAgreement {
  readonly partyId: number;
  readonly unitId: number;
  readonly asOf: CalendarDate;
  readonly order: AgreedOrder;
  readonly followerId: number;
  readonly graceDays: number;
  readonly loans: readonly Pick<AgreedLoan, 'loanId' | 'principal' | 'interest'>[];
  readonly instalments: readonly (TypedInstalment & Instalment)[];
}

export async function insertAgreement(tx: WriteTx, agreement: NewAgreement): Promise<number> {
  const { loans, instalments, order, ...row } = agreement;
  const { id } = await tx.q
    .insertInto('repayment_agreement')
    .values({
      party_id: row.partyId,
      unit_id: row.unitId,
      as_of: row.asOf,
      payment_order: order,
      follower_id: row.followerId,
      grace_days: row.graceDays,
      state: 'asked',
      signed_on: null,
      ended_on: null,
      end_reason: null,
      order_agreement_id: null,
      user_id: present(tx.actor.userId, 'a user asks'),
      at: tx.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const debts = loans.map(({ loanId, principal, interest }) => ({
    agreement_id: id,
    loan_id: loanId,
    principal,
    interest,
  }));
  await tx.q.insertInto('repayment_agreement_loan').values(debts).execute();
  const rows = instalments.map(({ seq, dueOn, payBy, principal, interest }) => ({
    ...{ agreement_id: id, seq, due_on: dueOn, pay_by: payBy, principal, interest, missed_noted_at: null },
  }));
  await tx.q.insertInto('repayment_instalment').values(rows).execute();
  return id;
}

export function setState(tx: WriteTx, id: number, state: AgreementState): void {
  tx.hot('UPDATE repayment_agreement SET state = ?, rev = rev + 1 WHERE id = ?').run(state, id);
}

export function putInForce(tx: WriteTx, id: number, signedOn: CalendarDate, orderAgreementId: number | null): void {
  const sql = `UPDATE repayment_agreement SET state = 'in-force', signed_on = ?, order_agreement_id = ?, rev = rev + 1 WHERE id = ?`;
  tx.hot(sql).run(signedOn, orderAgreementId, id);
}

/** Its signature was recorded wrongly: it waits for one again. */
export function backToApproved(tx: WriteTx, id: number): void {
  const sql = `UPDATE repayment_agreement SET state = 'approved', signed_on = NULL, order_agreement_id = NULL, rev = rev + 1 WHERE id = ?`;
  tx.hot(sql).run(id);
}

export function close(tx: WriteTx, id: number, endedOn: CalendarDate, reason: string): void {
  const sql = `UPDATE repayment_agreement SET state = 'ended', ended_on = ?, end_reason = ?, rev = rev + 1 WHERE id = ?`;
  tx.hot(sql).run(endedOn, reason, id);
}

export function noteMissed(tx: WriteTx, agreementId: number, seq: number): void {
  tx.hot('UPDATE repayment_instalment SET missed_noted_at = ? WHERE agreement_id = ? AND seq = ?').run(
    tx.at,
    agreementId,
    seq,
  );
}
