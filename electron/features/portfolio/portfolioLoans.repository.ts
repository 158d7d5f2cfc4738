/** Loans with what hangs on them, as the rules ask for them: some at a time in the order of their ids, or those of a household. */
import type { GuarantorFacts, PortfolioLoan } from '@shared/domain/portfolio/loanFacts';
import type { RadarGuarantor, RadarSecurity } from '@shared/domain/portfolio/radar';
import type { ReceiptFacts } from '@shared/domain/portfolio/receiptActs';
import type { RecordedAct } from '@shared/domain/portfolio/recordedAct';
import type { ReadDb } from '../../database/store';
import { contactActs } from '../contacts/contactActs.repository';
import { noticeActs } from '../dunning/noticeActs.repository';
import { caseActs } from '../litigation/caseActs';
import { extensionConsents } from '../repayment/extensions.repository';
import { repaymentActs } from '../repayment/repaymentActs.repository';

/** Rows come as plain lists and are named here: a run over all loans asks for millions, and named rows cost as much as reading. */
type LoanRow = readonly [
  id: number,
  unitId: number,
  issueDate: string | null,
  dueDate: string | null,
  extendedDueDate: string | null,
  fiveLevel: string | null,
  guaranteeMode: string | null,
  sheet: 'on' | 'off',
  balance: number,
  interest: number,
];
type ReceiptRow = readonly [
  loanId: number,
  receiptNo: string,
  on: string,
  principal: number,
  interest: number,
  method: string | null,
  voucherNo: string | null,
  reverses: string | null,
  paidByBorrower: 0 | 1,
];
type GuaranteeRow = readonly [
  loanId: number,
  id: number,
  kind: GuarantorFacts['kind'],
  periodEnd: string | null,
  periodWording: string | null,
];

const LOAN = `SELECT id, unit_id, issue_date, due_date, extended_to, five_level, guarantee_mode, sheet, balance,
    interest_on + interest_off FROM loan`;

const RECEIPT = `SELECT receipt.loan_id, receipt.receipt_no, received_on, receipt.principal, receipt.interest, method, voucher_no,
    reverses_no, payer IS NULL OR payer = party.name
  FROM receipt JOIN loan ON loan.id = receipt.loan_id JOIN party ON party.id = loan.party_id`;

const GUARANTEE = 'SELECT loan_id, id, kind, period_end, period_wording FROM guarantee';

const receiptOf = (row: ReceiptRow): ReceiptFacts => ({
  receiptNo: row[1],
  on: row[2],
  principal: row[3],
  interest: row[4],
  method: row[5],
  voucherNo: row[6],
  reverses: row[7],
  paidByBorrower: row[8] === 1,
});

const guarantorOf = (row: GuaranteeRow, agreed: ReadonlyMap<number, string>): GuarantorFacts => ({
  id: row[1],
  kind: row[2],
  periodEnd: row[3],
  periodWording: row[4],
  agreedDue: agreed.get(row[1]) ?? null,
});

const NONE: readonly never[] = [];

function assembled(
  loans: readonly LoanRow[],
  receipts: readonly ReceiptRow[],
  guarantees: readonly GuaranteeRow[],
  recorded: readonly RecordedAct[],
  agreed: ReadonlyMap<number, string>,
): PortfolioLoan[] {
  const paid = Map.groupBy(receipts, (row) => row[0]);
  const secured = Map.groupBy(guarantees, (row) => row[0]);
  const acts = Map.groupBy(recorded, ({ loanId }) => loanId);
  return loans.map((row) => ({
    id: row[0],
    unitId: row[1],
    issueDate: row[2],
    dueDate: row[3],
    extendedDueDate: row[4],
    fiveLevel: row[5],
    guaranteeMode: row[6],
    sheet: row[7],
    balance: row[8],
    interest: row[9],
    receipts: paid.get(row[0])?.map(receiptOf) ?? NONE,
    guarantees: secured.get(row[0])?.map((each) => guarantorOf(each, agreed)) ?? NONE,
    acts: acts.get(row[0]) ?? NONE,
  }));
}

/** Delivered notices, contacts, signed papers and court cases, in the order of days. */
const actsOf = (db: Pick<ReadDb, 'hot'>, scope: { partyId: number } | { after: number; to: number }): RecordedAct[] =>
  [...noticeActs(db, scope), ...contactActs(db, scope), ...repaymentActs(db, scope), ...caseActs(db, scope)].sort(
    (a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0),
  );

export const loanCount = (db: Pick<ReadDb, 'hot'>): number =>
  db.hot('SELECT count(*) FROM loan').pluck().get() as number;

/** The next loans after `id`; none at the end. */
export function loansAfter(db: Pick<ReadDb, 'hot'>, id: number, most: number): PortfolioLoan[] {
  const loans = db.hot(`${LOAN} WHERE id > ? ORDER BY id LIMIT ?`).raw().all(id, most) as LoanRow[];
  const last = loans.at(-1)?.[0];
  if (last === undefined) return [];
  const receipts = `${RECEIPT} WHERE receipt.loan_id > ? AND receipt.loan_id <= ? ORDER BY receipt.loan_id, received_on, receipt.id`;
  const guarantees = `${GUARANTEE} WHERE loan_id > ? AND loan_id <= ? ORDER BY loan_id, id`;
  return assembled(
    loans,
    db.hot(receipts).raw().all(id, last) as ReceiptRow[],
    db.hot(guarantees).raw().all(id, last) as GuaranteeRow[],
    actsOf(db, { after: id, to: last }),
    extensionConsents(db, { after: id, to: last }),
  );
}

export function householdPortfolio(db: ReadDb, partyId: number): PortfolioLoan[] {
  const theirs = '(SELECT id FROM loan WHERE party_id = ?)';
  const loans = db.hot(`${LOAN} WHERE party_id = ? ORDER BY issue_date, id`).raw().all(partyId) as LoanRow[];
  const receipts = `${RECEIPT} WHERE loan.party_id = ? ORDER BY receipt.loan_id, received_on, receipt.id`;
  const guarantees = `${GUARANTEE} WHERE loan_id IN ${theirs} ORDER BY loan_id, id`;
  return assembled(
    loans,
    db.hot(receipts).raw().all(partyId) as ReceiptRow[],
    db.hot(guarantees).raw().all(partyId) as GuaranteeRow[],
    actsOf(db, { partyId }),
    extensionConsents(db, { partyId }),
  );
}

const OF_HOUSEHOLD = 'JOIN loan ON loan.id = item.loan_id WHERE loan.party_id = ? ORDER BY item.id';

export function radarGuarantors(db: ReadDb, partyId: number): RadarGuarantor[] {
  const sql = `SELECT item.id, item.loan_id AS loanId, (SELECT name FROM party WHERE id = item.party_id) AS name
    FROM guarantee AS item ${OF_HOUSEHOLD}`;
  return db.hot(sql).all(partyId) as RadarGuarantor[];
}

export function radarSecurities(db: ReadDb, partyId: number): RadarSecurity[] {
  const sql = `SELECT item.id, item.loan_id AS loanId, concat_ws(' ', item.kind, item.location) AS name, item.security
    FROM collateral AS item ${OF_HOUSEHOLD}`;
  return db.hot(sql).all(partyId) as RadarSecurity[];
}

/** Contract numbers by loan. */
export function contractsOf(db: ReadDb, partyId: number): Map<number, string> {
  const rows = db.hot('SELECT id, contract_no FROM loan WHERE party_id = ?').raw().all(partyId) as [number, string][];
  return new Map(rows);
}
