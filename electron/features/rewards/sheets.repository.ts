/** Reward sheets, their lines by run, outsiders and costs in the database. */
import type { RewardLedgerRow } from '@shared/domain/rewards/rewardRegisters';
import type { LoanClass } from '@shared/domain/rewards/rewardSheet';
import type { SheetState } from '@shared/domain/rewards/sheetStates';
import { present } from '@shared/kernel/assert';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { Fen } from '@shared/kernel/money';
import type { ReadDb, WriteTx } from '../../database/store';
import type { SheetLine } from './computeSheet';

export interface StoredSheet {
  readonly id: number;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly state: SheetState;
  readonly run: number;
  readonly computedAt: string;
  readonly paidOn: CalendarDate | null;
  readonly voucherNo: string | null;
  readonly userId: number;
  readonly by: string;
  readonly rev: number;
}

const SHEET = `SELECT sheet.id, from_day AS "from", to_day AS "to", state, run, computed_at AS computedAt,
    paid_on AS paidOn, voucher_no AS voucherNo, user_id AS userId, display AS "by", sheet.rev
  FROM reward_sheet AS sheet JOIN app_user ON app_user.id = user_id`;

export const findSheet = (db: ReadDb, id: number): StoredSheet | undefined =>
  db.hot(`${SHEET} WHERE sheet.id = ?`).get(id) as StoredSheet | undefined;

/** Newest first, without those that were discarded. */
export const listSheets = (db: ReadDb): StoredSheet[] =>
  db.hot(`${SHEET} WHERE state <> 'discarded' ORDER BY sheet.id DESC`).all() as StoredSheet[];

export const openSheet = (db: ReadDb): number | undefined =>
  db.hot(`SELECT id FROM reward_sheet WHERE state IN ('draft', 'submitted')`).pluck().get() as number | undefined;

export function insertSheet(tx: WriteTx, from: CalendarDate, to: CalendarDate): number {
  const sql = `INSERT INTO reward_sheet (from_day, to_day, state, run, computed_at, user_id, at)
    VALUES (?, ?, 'draft', 1, ?, ?, ?)`;
  const userId = present(tx.actor.userId, 'a user computes a reward sheet');
  return Number(tx.hot(sql).run(from, to, tx.at, userId, tx.at).lastInsertRowid);
}

/** A further run over the same or another period. */
export function setRun(tx: WriteTx, id: number, run: number, from: CalendarDate, to: CalendarDate): void {
  const sql = `UPDATE reward_sheet SET run = ?, from_day = ?, to_day = ?, computed_at = ?, rev = rev + 1 WHERE id = ?`;
  tx.hot(sql).run(run, from, to, tx.at, id);
}

export const setState = (tx: WriteTx, id: number, state: Exclude<SheetState, 'paid'>): void =>
  void tx.hot('UPDATE reward_sheet SET state = ?, rev = rev + 1 WHERE id = ?').run(state, id);

export function setPaid(tx: WriteTx, id: number, on: CalendarDate, voucherNo: string): void {
  const sql = `UPDATE reward_sheet SET state = 'paid', paid_on = ?, voucher_no = ?, rev = rev + 1 WHERE id = ?`;
  tx.hot(sql).run(on, voucherNo, id);
}

const LINE = `INSERT INTO reward_line VALUES (${new Array(26).fill('?').join(', ')})`;

export function insertLines(tx: WriteTx, sheetId: number, run: number, lines: readonly SheetLine[]): void {
  for (const [index, line] of lines.entries()) {
    const { loanClass } = line;
    tx.hot(LINE).run(
      sheetId,
      run,
      index + 1,
      line.key,
      line.partyId,
      line.borrower,
      line.contract,
      line.receivedOn,
      line.recovered,
      line.realised ? 1 : 0,
      loanClass?.formedOn ?? null,
      loanClass?.form ?? null,
      loanClass?.status ?? null,
      line.kind,
      line.name,
      line.ppm,
      line.costs,
      line.rate,
      line.due,
      line.before,
      line.amount,
      line.excluded,
      line.article,
      JSON.stringify(line.trace),
      line.tasks?.planned ?? null,
      line.tasks?.done ?? null,
    );
  }
}

type LineRow = Omit<SheetLine, 'realised' | 'loanClass' | 'trace' | 'tasks'> & {
  readonly realised: 0 | 1;
  readonly trace: string;
  readonly formedOn: CalendarDate | null;
  readonly form: LoanClass['form'];
  readonly status: LoanClass['status'];
  readonly planned: Fen | null;
  readonly done: Fen | null;
};

const LINES = `SELECT receipt_key AS key, party_id AS partyId, borrower, contract, received_on AS receivedOn, recovered,
    realised, formed_on AS formedOn, form, status, kind, name, ppm, costs, rate, due, before, amount, excluded, article, trace,
    planned, done
  FROM reward_line WHERE sheet_id = ? AND run = ? ORDER BY seq`;

/** In the order in which they were computed. */
export const sheetLines = (db: ReadDb, sheetId: number, run: number): SheetLine[] =>
  (db.hot(LINES).all(sheetId, run) as LineRow[]).map(
    ({ realised, trace, formedOn, form, status, planned, done, ...line }) => ({
      ...line,
      tasks: planned === null || done === null ? null : { planned, done },
      realised: realised === 1,
      trace: JSON.parse(trace),
      loanClass: formedOn === null ? null : { formedOn, form, status },
    }),
  );

export interface SheetSum {
  readonly id: number;
  readonly lines: number;
  readonly total: Fen;
  readonly people: number;
}

/** Of the newest run of each sheet. */
export const sheetSums = (db: ReadDb): ReadonlyMap<number, SheetSum> => {
  const sql = `SELECT sheet.id, count(line.seq) AS lines, coalesce(sum(amount), 0) AS total,
      count(DISTINCT CASE WHEN amount <> 0 THEN name END) AS people
    FROM reward_sheet AS sheet LEFT JOIN reward_line AS line ON line.sheet_id = sheet.id AND line.run = sheet.run
    GROUP BY sheet.id`;
  return new Map((db.hot(sql).all() as SheetSum[]).map((row) => [row.id, row]));
};

export interface Outsider {
  readonly name: string;
  readonly basis: string;
}

export const listOutsiders = (db: ReadDb): Outsider[] =>
  db.hot('SELECT name, basis FROM reward_outsider ORDER BY name').all() as Outsider[];

const actorId = (tx: WriteTx): number => present(tx.actor.userId, 'a user says who comes from outside');

export function insertOutsider(tx: WriteTx, name: string, basis: string): void {
  const sql = `INSERT INTO reward_outsider VALUES (?, ?, ?, ?)
    ON CONFLICT (name) DO UPDATE SET basis = excluded.basis, user_id = excluded.user_id, at = excluded.at`;
  tx.hot(sql).run(name, basis, actorId(tx), tx.at);
}

export const deleteOutsider = (tx: WriteTx, name: string): boolean =>
  tx.hot('DELETE FROM reward_outsider WHERE name = ?').run(name).changes === 1;

export function insertCosts(tx: WriteTx, given: { key: string; name: string; amount: Fen; basis: string }): void {
  const sql = `INSERT INTO reward_costs VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (receipt_key, name)
    DO UPDATE SET amount = excluded.amount, basis = excluded.basis, user_id = excluded.user_id, at = excluded.at`;
  tx.hot(sql).run(given.key, given.name, given.amount, given.basis, actorId(tx), tx.at);
}

/** Whether that person is among the collectors of that receipt. */
export const isCollector = (db: ReadDb, key: string, name: string): boolean =>
  db
    .hot(
      `SELECT 1 FROM receipt_share JOIN receipt ON receipt.id = receipt_id
      WHERE coalesce(hand_no, receipt_no) = ? AND name = ?`,
    )
    .get(key, name) !== undefined;

/** Approved and paid sheets by person and article, oldest first (LED-08). */
export const rewardLedger = (db: ReadDb): RewardLedgerRow[] =>
  db
    .hot(
      `SELECT from_day AS "from", to_day AS "to", name, coalesce(article, '') AS article,
        count(DISTINCT receipt_key) AS receipts, sum(amount) AS amount,
        sum(CASE kind WHEN 'adjustment' THEN amount ELSE 0 END) AS adjusted, paid_on AS paidOn, voucher_no AS voucherNo
      FROM reward_line AS line JOIN reward_sheet AS sheet ON sheet.id = line.sheet_id AND sheet.run = line.run
      WHERE state IN ('approved', 'paid') AND amount <> 0
      GROUP BY sheet.id, name, article ORDER BY sheet.id, name, article`,
    )
    .all() as RewardLedgerRow[];
