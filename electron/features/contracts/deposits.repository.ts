/** What became of the deposits of a tender, in the database; rows are only added. */
import type { ContractState } from '@shared/domain/contracts/contractTerms';
import type { DepositUse } from '@shared/domain/contracts/deposits';
import { present } from '@shared/kernel/assert';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { Fen } from '@shared/kernel/money';
import type { ReadDb, WriteTx } from '../../database/store';

export interface StoredDepositUse extends DepositUse {
  readonly id: number;
  readonly tenderId: number;
  readonly name: string;
  readonly on: CalendarDate;
  readonly payee: string | null;
  readonly voucherNo: string | null;
  readonly contractId: number | null;
  /** Which it takes back, and why. */
  readonly reverses: number | null;
  readonly reason: string | null;
  readonly isReversed: 0 | 1;
  readonly by: string;
}

const USE = `SELECT own.id, tender_id AS tenderId, own.name, kind, amount, on_date AS "on", payee, voucher_no AS voucherNo,
    contract_id AS contractId, reverses, reason, display AS "by",
    EXISTS (SELECT 1 FROM tender_deposit_use AS back WHERE back.reverses = own.id) AS isReversed
  FROM tender_deposit_use AS own JOIN app_user ON app_user.id = user_id`;

/** Oldest first. */
export const depositUsesOf = (db: ReadDb, tenderId: number): StoredDepositUse[] =>
  db.hot(`${USE} WHERE tender_id = ? ORDER BY own.id`).all(tenderId) as StoredDepositUse[];

export const findDepositUse = (db: ReadDb, id: number): StoredDepositUse | undefined =>
  db.hot(`${USE} WHERE own.id = ?`).get(id) as StoredDepositUse | undefined;

/** The deposit that the signing of a contract turned into its bond; fen. */
export const turnedInto = (db: ReadDb, contractId: number): Fen =>
  db
    .hot('SELECT coalesce(sum(amount), 0) FROM tender_deposit_use WHERE contract_id = ?')
    .pluck()
    .get(contractId) as Fen;

/** The contracts that a bidder won in a tender. */
export const contractsWon = (db: ReadDb, tenderId: number, name: string): { readonly state: ContractState }[] =>
  db
    .hot(
      `SELECT state FROM recovery_contract AS held JOIN tender_package AS package ON package.id = package_id
      WHERE tender_id = ? AND party = ? ORDER BY held.id`,
    )
    .all(tenderId, name) as { state: ContractState }[];

export function insertDepositUse(tx: WriteTx, use: Omit<StoredDepositUse, 'id' | 'by' | 'isReversed'>): void {
  const { tenderId, name, kind, amount, on, payee, voucherNo, contractId, reverses, reason } = use;
  const sql = `INSERT INTO tender_deposit_use (tender_id, name, kind, amount, on_date, payee, voucher_no, contract_id, reverses, reason,
    user_id, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
  const row = [tenderId, name, kind, amount, on, payee, voucherNo, contractId, reverses, reason];
  tx.hot(sql).run(...row, present(tx.actor.userId, 'a deposit is settled by a user'), tx.at);
}
