/** What a reward sheet is computed from: receipts with their collectors and loans, liabilities, outsiders, earlier lines. */

import type { RecoveryForm } from '@shared/domain/receipts/channels';
import type { Collector } from '@shared/domain/receipts/shares';
import type { Liability, NamedForRecovery } from '@shared/domain/rewards/liability';
import { isRealised, loanClass, moneyFault, type RewardLoan } from '@shared/domain/rewards/rewardClass';
import type { Exclusion, LoanClass, RewardReceipt } from '@shared/domain/rewards/rewardSheet';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { Fen } from '@shared/kernel/money';
import type { ReadDb } from '../../database/store';

/** A receipt for the sheet, with what its lines show. */
export interface SheetReceipt extends RewardReceipt {
  readonly partyId: number;
  readonly borrower: string;
  readonly contract: string;
  readonly realised: boolean;
}

interface Row extends RewardLoan {
  readonly id: number;
  readonly key: string;
  readonly receivedOn: CalendarDate;
  readonly loanId: number;
  readonly partyId: number;
  readonly borrower: string;
  readonly contract: string;
  readonly total: Fen;
  readonly takenBack: Fen;
  readonly method: string | null;
  readonly paymentForm: RecoveryForm | null;
  readonly unmatched: 0 | 1;
  /** Its loan was under a contract of recovery, which pays for itself. */
  readonly contracted: 0 | 1;
}

const KEY = 'coalesce(receipt.hand_no, receipt.receipt_no)';
const ORIGINAL = `EXISTS (SELECT 1 FROM receipt AS original
  WHERE original.receipt_no = receipt.reverses_no OR original.hand_no = receipt.reverses_no)`;

const CONTRACTED = `EXISTS (SELECT 1 FROM recovery_contract_loan AS own JOIN recovery_contract AS held ON held.id = contract_id
  WHERE own.loan_id = receipt.loan_id AND receipt.received_on BETWEEN signed_on AND until)`;

/** One row for each receipt with what was taken back of it until the end; a reversal of something unknown stands alone. */
const RECEIPTS = `
  WITH back AS (SELECT reverses_no AS no, sum(principal + interest) AS total FROM receipt
    WHERE reverses_no IS NOT NULL AND received_on <= @to GROUP BY reverses_no)
  SELECT receipt.id, ${KEY} AS key, receipt.received_on AS receivedOn, loan_id AS loanId, loan.party_id AS partyId,
    party.name AS borrower, loan.contract_no AS contract, receipt.principal + receipt.interest AS total,
    coalesce((SELECT total FROM back WHERE no = receipt.receipt_no), 0)
      + coalesce((SELECT total FROM back WHERE no = receipt.hand_no AND no <> receipt.receipt_no), 0) AS takenBack,
    method, payment.form AS paymentForm, receipt.reverses_no IS NOT NULL AS unmatched, ${CONTRACTED} AS contracted, loan.npl_date AS nplDate,
    loan.due_date AS dueDate, loan.extended_to AS extendedDueDate, loan.four_level AS fourLevel,
    loan.sheet_status AS sheetStatus, loan.off_balance_date AS offBalanceDate
  FROM receipt JOIN loan ON loan.id = receipt.loan_id JOIN party ON party.id = loan.party_id
  LEFT JOIN payment ON payment.id = receipt.payment_id
  WHERE receipt.received_on BETWEEN @from AND @to AND (receipt.reverses_no IS NULL OR NOT ${ORIGINAL})
  ORDER BY receipt.received_on, receipt.id`;

function collectorsBy(db: ReadDb, from: CalendarDate, to: CalendarDate): ReadonlyMap<number, Collector[]> {
  const sql = `SELECT receipt_id AS receiptId, receipt_share.name, ppm FROM receipt_share
    JOIN receipt ON receipt.id = receipt_id WHERE received_on BETWEEN ? AND ? ORDER BY receipt_id, seq`;
  const rows = db.hot(sql).all(from, to) as (Collector & { receiptId: number })[];
  const byReceipt = Map.groupBy(rows, ({ receiptId }) => receiptId);
  return new Map([...byReceipt].map(([id, own]) => [id, own.map(({ name, ppm }) => ({ name, ppm }))]));
}

function faultOf({ unmatched, contracted, method, paymentForm }: Row): Exclusion | null {
  if (unmatched === 1) return 'reversal-unmatched';
  return contracted === 1 ? 'under-contract' : moneyFault(method, paymentForm);
}

/** `earlier`: what approved sheets took a receipt's loan to be holds for it from then on. */
export function sheetReceipts(
  db: ReadDb,
  from: CalendarDate,
  to: CalendarDate,
  earlier: ReadonlyMap<string, EarlierReceipt>,
): SheetReceipt[] {
  const collectors = collectorsBy(db, from, to);
  return (db.hot(RECEIPTS).all({ from, to }) as Row[]).map((row) => {
    const { id, key, receivedOn, loanId, partyId, borrower, contract, method } = row;
    const fault = faultOf(row);
    return {
      key,
      receivedOn,
      loanId,
      partyId,
      borrower,
      contract,
      recovered: row.total + row.takenBack,
      realised: isRealised(method),
      collectors: collectors.get(id) ?? [],
      loanClass: fault ?? earlier.get(key)?.loanClass ?? loanClass(row, receivedOn),
    };
  });
}

/** By loan. */
export function liabilitiesByLoan(db: ReadDb): ReadonlyMap<number, Liability[]> {
  const sql = `SELECT loan_id AS loanId, person, decided_on AS decidedOn, deadline, amount, withdrawn_on AS withdrawnOn,
    0 AS performed FROM liability`;
  return Map.groupBy(db.hot(sql).all() as (Liability & { loanId: number })[], ({ loanId }) => loanId);
}

/** By loan, in the order in which they were named; what a decision made falls when the decision is withdrawn. */
export function namedByLoan(db: ReadDb): ReadonlyMap<number, NamedForRecovery[]> {
  const sql = `SELECT named.loan_id AS loanId, mode, named.person, date(named.at, 'localtime') AS "from"
    FROM loan_responsibility AS named LEFT JOIN liability AS cause ON cause.id = appointed_by
    WHERE cause.withdrawn_on IS NULL ORDER BY named.id`;
  return Map.groupBy(db.hot(sql).all() as (NamedForRecovery & { loanId: number })[], ({ loanId }) => loanId);
}

export const outsiderNames = (db: ReadDb): ReadonlySet<string> =>
  new Set(db.hot('SELECT name FROM reward_outsider').pluck().all() as string[]);

const costsId = (key: string, name: string): string => JSON.stringify([key, name]);

/** Costs of an outsider for a receipt, fen; undefined: nobody has told them. */
export function outsiderCosts(db: ReadDb): (key: string, name: string) => Fen | undefined {
  const sql = 'SELECT receipt_key AS key, name, amount FROM reward_costs';
  const rows = db.hot(sql).all() as { key: string; name: string; amount: Fen }[];
  const known = new Map(rows.map(({ key, name, amount }) => [costsId(key, name), amount]));
  return (key, name) => known.get(costsId(key, name));
}

/** A receipt on sheets that were approved. */
export interface EarlierReceipt {
  /** By name what was given. */
  readonly given: ReadonlyMap<string, Fen>;
  /** What its loan was taken to be at first; null: that was not known. */
  readonly loanClass: LoanClass | 'form-unrewarded' | null;
  readonly partyId: number;
  readonly borrower: string;
  readonly contract: string;
  readonly receivedOn: CalendarDate;
}

export interface Earlier {
  /** By the receipt's key. */
  readonly receipts: ReadonlyMap<string, EarlierReceipt>;
  /** First day of the earliest sheet; null: there is none. */
  readonly from: CalendarDate | null;
}

type EarlierLine = Omit<EarlierReceipt, 'given' | 'loanClass'> & {
  readonly key: string;
  readonly name: string;
  readonly amount: Fen;
  readonly formedOn: CalendarDate | null;
  readonly form: LoanClass['form'];
  readonly status: LoanClass['status'];
  readonly excluded: Exclusion | null;
};

const DECIDED = `sheet.state IN ('approved', 'paid') AND sheet.id < ?`;
const EARLIER = `SELECT receipt_key AS key, name, amount, excluded, formed_on AS formedOn, form, status, party_id AS partyId, borrower,
    contract, received_on AS receivedOn
  FROM reward_line AS line JOIN reward_sheet AS sheet ON sheet.id = line.sheet_id AND sheet.run = line.run
  WHERE ${DECIDED} ORDER BY sheet.id, seq`;

function earlierReceipt(lines: readonly EarlierLine[], first: EarlierLine): EarlierReceipt {
  const { partyId, borrower, contract, receivedOn } = first;
  const given = new Map<string, Fen>();
  for (const { name, amount } of lines) given.set(name, (given.get(name) ?? 0) + amount);
  const known = lines.find(({ formedOn }) => formedOn !== null);
  const unrewarded = first.excluded === 'form-unrewarded' ? 'form-unrewarded' : null;
  const loanClass = known?.formedOn ? { formedOn: known.formedOn, form: known.form, status: known.status } : unrewarded;
  return { given, loanClass, partyId, borrower, contract, receivedOn };
}

/** What approved and paid sheets before this one gave. */
export function earlierSheets(db: ReadDb, before: number): Earlier {
  const byKey = Map.groupBy(db.hot(EARLIER).all(before) as EarlierLine[], ({ key }) => key);
  const receipts = new Map(
    [...byKey].map(([key, lines]) => [key, earlierReceipt(lines, lines[0] as EarlierLine)] as const),
  );
  const from = db.hot(`SELECT min(from_day) FROM reward_sheet AS sheet WHERE ${DECIDED}`).pluck().get(before);
  return { receipts, from: from as CalendarDate | null };
}
