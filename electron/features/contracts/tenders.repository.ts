/** Tenders with their packages, bidders and sealed bids in the database. */
import type { BidderKind, HardClass } from '@shared/domain/contracts/tender';
import { present } from '@shared/kernel/assert';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { Fen } from '@shared/kernel/money';
import type { ReadDb, WriteTx } from '../../database/store';

export interface StoredTender {
  readonly id: number;
  readonly title: string;
  readonly opensOn: CalendarDate;
  readonly openedAt: string | null;
  readonly by: string;
  readonly rev: number;
  /** Of the deposits, what is still the bidders'. */
  readonly held: Fen;
}

const TENDER = `SELECT tender.id, title, opens_on AS opensOn, opened_at AS openedAt, display AS "by", tender.rev,
    (SELECT coalesce(sum(deposit), 0) FROM tender_bidder WHERE tender_id = tender.id)
      - (SELECT coalesce(sum(amount), 0) FROM tender_deposit_use WHERE tender_id = tender.id) AS held
  FROM tender JOIN app_user ON app_user.id = user_id`;

/** Newest first. */
export const listTenders = (db: ReadDb): StoredTender[] =>
  db.hot(`${TENDER} ORDER BY tender.id DESC`).all() as StoredTender[];

export const findTender = (db: ReadDb, id: number): StoredTender | undefined =>
  db.hot(`${TENDER} WHERE tender.id = ?`).get(id) as StoredTender | undefined;

export interface PackageLoan {
  readonly packageId: number;
  readonly loanId: number;
  readonly borrower: string;
  readonly contract: string;
  readonly hard: HardClass | null;
  readonly balance: Fen;
  readonly price: Fen;
}

export interface StoredPackage {
  readonly id: number;
  readonly tenderId: number;
  readonly name: string;
  readonly floor: Fen;
  /** How many bidders have bid; what they bid stays sealed. */
  readonly bidders: number;
}

const PACKAGE = `SELECT package.id, tender_id AS tenderId, name,
    (SELECT coalesce(sum(price), 0) FROM tender_package_loan WHERE package_id = package.id) AS floor,
    (SELECT count(DISTINCT bid.name) FROM tender_bid AS bid WHERE package_id = package.id) AS bidders
  FROM tender_package AS package`;

export const packagesOf = (db: ReadDb, tenderId: number): StoredPackage[] =>
  db.hot(`${PACKAGE} WHERE tender_id = ? ORDER BY id`).all(tenderId) as StoredPackage[];

export const findPackage = (db: ReadDb, id: number): StoredPackage | undefined =>
  db.hot(`${PACKAGE} WHERE package.id = ?`).get(id) as StoredPackage | undefined;

export const packageLoans = (db: ReadDb, tenderId: number): PackageLoan[] =>
  db
    .hot(
      `SELECT package_id AS packageId, loan_id AS loanId, party.name AS borrower, contract_no AS contract, hard,
        own.balance, price
      FROM tender_package_loan AS own JOIN tender_package AS package ON package.id = package_id
      JOIN loan ON loan.id = loan_id JOIN party ON party.id = loan.party_id
      WHERE tender_id = ? ORDER BY package_id, loan_id`,
    )
    .all(tenderId) as PackageLoan[];

export interface StoredBidder {
  readonly name: string;
  readonly person: BidderKind;
  readonly deposit: Fen;
  readonly voucherNo: string;
}

export const biddersOf = (db: ReadDb, tenderId: number): StoredBidder[] =>
  db
    .hot(
      'SELECT name, person, deposit, voucher_no AS voucherNo FROM tender_bidder WHERE tender_id = ? ORDER BY at, name',
    )
    .all(tenderId) as StoredBidder[];

/** Who bids in the tender that a package is of; nobody without a package. */
export const rivals = (db: ReadDb, packageId: number | null): string[] =>
  db
    .hot(
      `SELECT bidder.name FROM tender_bidder AS bidder JOIN tender_package AS package USING (tender_id)
      WHERE package.id = ? ORDER BY bidder.name`,
    )
    .pluck()
    .all(packageId) as string[];

export interface StoredBid {
  readonly packageId: number;
  readonly name: string;
  readonly amount: Fen;
  readonly at: string;
}

/** In the order in which they came; only for the opening and after it. */
export const bidsOf = (db: ReadDb, tenderId: number): StoredBid[] =>
  db
    .hot(
      `SELECT package_id AS packageId, bid.name, amount, at FROM tender_bid AS bid
      JOIN tender_package AS package ON package.id = package_id WHERE tender_id = ? ORDER BY bid.id`,
    )
    .all(tenderId) as StoredBid[];

const actorId = (tx: WriteTx): number => present(tx.actor.userId, 'a tender is held by a user');

export interface NewPackage {
  readonly name: string;
  readonly loans: readonly Omit<PackageLoan, 'packageId' | 'borrower' | 'contract'>[];
}

export function insertTender(
  tx: WriteTx,
  title: string,
  opensOn: CalendarDate,
  packages: readonly NewPackage[],
): number {
  const tender = 'INSERT INTO tender (title, opens_on, user_id, at) VALUES (?, ?, ?, ?)';
  const id = Number(tx.hot(tender).run(title, opensOn, actorId(tx), tx.at).lastInsertRowid);
  for (const { name, loans } of packages) {
    const insert = 'INSERT INTO tender_package (tender_id, name) VALUES (?, ?)';
    const packageId = Number(tx.hot(insert).run(id, name).lastInsertRowid);
    for (const { loanId, hard, balance, price } of loans)
      tx.hot('INSERT INTO tender_package_loan VALUES (?, ?, ?, ?, ?)').run(packageId, loanId, hard, balance, price);
  }
  return id;
}

export const insertBidder = (tx: WriteTx, tenderId: number, { name, person, deposit, voucherNo }: StoredBidder): void =>
  void tx
    .hot('INSERT INTO tender_bidder VALUES (?, ?, ?, ?, ?, ?, ?)')
    .run(tenderId, name, person, deposit, voucherNo, actorId(tx), tx.at);

export const insertBid = (tx: WriteTx, packageId: number, name: string, amount: Fen): void =>
  void tx
    .hot('INSERT INTO tender_bid (package_id, name, amount, user_id, at) VALUES (?, ?, ?, ?, ?)')
    .run(packageId, name, amount, actorId(tx), tx.at);

export const setOpened = (tx: WriteTx, id: number): void =>
  void tx.hot('UPDATE tender SET opened_at = ?, rev = rev + 1 WHERE id = ?').run(tx.at, id);

export interface LoanToHandOver {
  readonly id: number;
  readonly partyId: number;
  readonly contract: string;
  readonly sheet: 'on' | 'off';
  readonly nplDate: CalendarDate | null;
  readonly dueDate: CalendarDate | null;
  readonly extendedDueDate: CalendarDate | null;
  /** What the ledger says of it in words. */
  readonly status: string | null;
  /** In a package whose tender is open, or under a contract that was not given up. */
  readonly taken: 0 | 1;
  /** A case of it is before a court, as our own cases or the imported ledger have it. */
  readonly sued: 0 | 1;
}

const TO_HAND_OVER = `SELECT loan.id, party_id AS partyId, contract_no AS contract, sheet,
    npl_date AS nplDate, due_date AS dueDate,
    extended_to AS extendedDueDate, status,
    EXISTS (SELECT 1 FROM tender_package_loan AS own JOIN tender_package ON tender_package.id = own.package_id
        JOIN tender ON tender.id = tender_id WHERE own.loan_id = loan.id AND opened_at IS NULL)
      OR EXISTS (SELECT 1 FROM recovery_contract_loan AS own JOIN recovery_contract AS held ON held.id = contract_id
        WHERE own.loan_id = loan.id AND held.state <> 'given-up' AND (held.until IS NULL OR held.until >= ?)) AS taken,
    EXISTS (SELECT 1 FROM case_of_loan AS own JOIN court_case ON court_case.id = own.case_id
      WHERE own.loan_id = loan.id AND (version = 0 OR EXISTS (SELECT 1 FROM case_act AS act
        WHERE act.case_id = own.case_id AND kind = 'sued'
          AND NOT EXISTS (SELECT 1 FROM case_act AS undone WHERE undone.case_id = act.case_id AND undone.reverses = 'a' || act.id)))) AS sued
  FROM loan WHERE contract_key = ? ORDER BY loan.id`;

/** By its contract's key. */
export const loanToHandOver = (db: ReadDb, today: CalendarDate, contractKey: string): LoanToHandOver | undefined =>
  db.hot(TO_HAND_OVER).get(today, contractKey) as LoanToHandOver | undefined;
