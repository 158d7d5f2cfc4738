/** Contracts of recovery, the loans under them and what happened, in the database. */
import type { Advance, ContractKind, ContractState, EntryKind, EntrySum } from '@shared/domain/contracts/contractTerms';
import type { RecoveryForm } from '@shared/domain/receipts/channels';
import { moneyFault } from '@shared/domain/rewards/rewardClass';
import { present } from '@shared/kernel/assert';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { Fen } from '@shared/kernel/money';
import type { TraceLine } from '@shared/rules/inquiry';
import type { ReadDb, WriteTx } from '../../database/store';

export interface StoredContract {
  readonly id: number;
  readonly kind: ContractKind;
  readonly party: string;
  readonly basis: string;
  readonly packageId: number | null;
  readonly package: string | null;
  readonly amount: Fen;
  readonly bond: Fen;
  readonly feeRate: string | null;
  readonly lateRate: string | null;
  readonly termYears: number;
  readonly trace: readonly TraceLine[];
  readonly state: ContractState;
  readonly signedOn: CalendarDate | null;
  readonly until: CalendarDate | null;
  readonly loans: number;
  readonly userId: number;
  readonly by: string;
  readonly rev: number;
}

const CONTRACT = `SELECT held.id, held.kind, party, basis, package_id AS packageId, package.name AS package, amount, bond,
    fee_rate AS feeRate, late_rate AS lateRate, term_years AS termYears, trace, state, signed_on AS signedOn, until,
    (SELECT count(*) FROM recovery_contract_loan WHERE contract_id = held.id) AS loans, user_id AS userId,
    display AS "by", held.rev
  FROM recovery_contract AS held JOIN app_user ON app_user.id = user_id
  LEFT JOIN tender_package AS package ON package.id = package_id`;

type Row = Omit<StoredContract, 'trace'> & { readonly trace: string };
const contractOf = ({ trace, ...row }: Row): StoredContract => ({ ...row, trace: JSON.parse(trace) });

/** Newest first. */
export const listContracts = (db: ReadDb): StoredContract[] =>
  (db.hot(`${CONTRACT} ORDER BY held.id DESC`).all() as Row[]).map(contractOf);

export function findContract(db: ReadDb, id: number): StoredContract | undefined {
  const row = db.hot(`${CONTRACT} WHERE held.id = ?`).get(id) as Row | undefined;
  return row && contractOf(row);
}

export interface HandedLoan {
  readonly loanId: number;
  /** Principal and interest when it was handed over; fen. */
  readonly owed: Fen;
}

export type NewContract = Pick<
  StoredContract,
  'kind' | 'party' | 'basis' | 'packageId' | 'amount' | 'bond' | 'feeRate' | 'lateRate' | 'termYears' | 'trace'
>;

const actorId = (tx: WriteTx): number => present(tx.actor.userId, 'a contract is prepared by a user');

export function insertContract(tx: WriteTx, given: NewContract, loans: readonly HandedLoan[]): number {
  const sql = `INSERT INTO recovery_contract (kind, party, basis, package_id, amount, bond, fee_rate, late_rate, term_years,
    trace, state, user_id, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'draft', ?, ?)`;
  const { kind, party, basis, packageId, amount, bond, feeRate, lateRate, termYears, trace } = given;
  const terms = [kind, party, basis, packageId, amount, bond, feeRate, lateRate, termYears, JSON.stringify(trace)];
  const id = Number(tx.hot(sql).run(...terms, actorId(tx), tx.at).lastInsertRowid);
  for (const { loanId, owed } of loans)
    tx.hot('INSERT INTO recovery_contract_loan VALUES (?, ?, ?)').run(id, loanId, owed);
  return id;
}

export const setContractState = (tx: WriteTx, id: number, state: Exclude<ContractState, 'signed'>): void =>
  void tx.hot('UPDATE recovery_contract SET state = ?, rev = rev + 1 WHERE id = ?').run(state, id);

export function setSigned(tx: WriteTx, id: number, on: CalendarDate, until: CalendarDate): void {
  const sql = `UPDATE recovery_contract SET state = 'signed', signed_on = ?, until = ?, rev = rev + 1 WHERE id = ?`;
  tx.hot(sql).run(on, until, id);
}

export interface ContractLoan extends HandedLoan {
  readonly partyId: number;
  readonly borrower: string;
  readonly contract: string;
  /** In the package; null: under another contract. */
  readonly price: Fen | null;
}

export const loansUnder = (db: ReadDb, id: number): ContractLoan[] =>
  db
    .hot(
      `SELECT own.loan_id AS loanId, party.name AS borrower, contract_no AS contract,
        own.owed_then AS owed, loan.party_id AS partyId, price
      FROM recovery_contract_loan AS own JOIN recovery_contract AS held ON held.id = contract_id
      JOIN loan ON loan.id = own.loan_id JOIN party ON party.id = loan.party_id
      LEFT JOIN tender_package_loan AS put ON put.package_id = held.package_id AND put.loan_id = own.loan_id
      WHERE contract_id = ? ORDER BY own.loan_id`,
    )
    .all(id) as ContractLoan[];

/** Money received on the loans of a contract while it runs, less what was taken back; no new loan for an old one. Fen. */
export function recoveredUnder(db: ReadDb, id: number, from: CalendarDate, to: CalendarDate): Fen {
  const sql = `SELECT receipt.principal + receipt.interest AS total, method, payment.form
    FROM receipt JOIN recovery_contract_loan AS own ON own.loan_id = receipt.loan_id
    LEFT JOIN payment ON payment.id = receipt.payment_id
    WHERE contract_id = ? AND receipt.received_on BETWEEN ? AND ?`;
  const rows = db.hot(sql).all(id, from, to) as { total: Fen; method: string | null; form: RecoveryForm | null }[];
  const counted = rows.filter(({ method, form }) => moneyFault(method, form) === null);
  return Math.max(
    counted.reduce((sum, { total }) => sum + total, 0),
    0,
  );
}

export interface StoredEntry extends EntrySum {
  readonly id: number;
  readonly loanContract: string | null;
  readonly collectedOn: CalendarDate | null;
  readonly on: CalendarDate;
  readonly evidence: string;
  readonly advance: Advance | null;
  readonly trace: readonly TraceLine[];
  readonly by: string;
}

export const entriesOf = (db: ReadDb, id: number): StoredEntry[] =>
  (
    db
      .hot(
        `SELECT entry.id, entry.kind, contract_no AS loanContract, collected_on AS collectedOn, on_date AS "on", amount,
          interest, deducted, evidence, advance, trace, display AS "by"
        FROM recovery_contract_entry AS entry JOIN app_user ON app_user.id = user_id
        LEFT JOIN loan ON loan.id = loan_id WHERE contract_id = ? ORDER BY entry.id`,
      )
      .all(id) as (Omit<StoredEntry, 'trace'> & { trace: string })[]
  ).map(({ trace, ...entry }) => ({ ...entry, trace: JSON.parse(trace) }));

export interface NewEntry {
  readonly kind: EntryKind;
  readonly loanId: number | null;
  readonly collectedOn: CalendarDate | null;
  readonly on: CalendarDate;
  readonly amount: Fen;
  readonly interest: Fen;
  readonly deducted: Fen;
  readonly evidence: string;
  readonly advance: Advance | null;
  readonly trace: readonly TraceLine[];
}

export function insertEntry(tx: WriteTx, id: number, entry: NewEntry): void {
  const { kind, loanId, collectedOn, on, amount, interest, deducted, evidence, advance, trace } = entry;
  const sql = `INSERT INTO recovery_contract_entry (contract_id, kind, loan_id, collected_on, on_date, amount, interest,
    deducted, evidence, advance, trace, user_id, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
  const row = [id, kind, loanId, collectedOn, on, amount, interest, deducted, evidence, advance, JSON.stringify(trace)];
  tx.hot(sql).run(...row, actorId(tx), tx.at);
}
