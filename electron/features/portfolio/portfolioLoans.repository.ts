/** Loans with what hangs on them, as the rules ask for them: some at a time in the order of their ids, or those of a household. */
import type { GuarantorFacts, PortfolioLoan } from '@shared/domain/portfolio/loanFacts';
import type { RadarGuarantor, RadarSecurity } from '@shared/domain/portfolio/radar';
import type { ReceiptFacts } from '@shared/domain/portfolio/receiptActs';
import type { ReadDb } from '../../database/store';

type LoanRow = Omit<PortfolioLoan, 'receipts' | 'guarantees'>;
type ReceiptRow = Omit<ReceiptFacts, 'paidByBorrower'> & { loanId: number; paidByBorrower: 0 | 1 };
type GuaranteeRow = GuarantorFacts & { loanId: number };

const LOAN = `loan.id, issue_date AS issueDate, due_date AS dueDate, extended_due_date AS extendedDueDate,
  five_level AS fiveLevel, guarantee_mode AS guaranteeMode, sheet, balance, interest_on + interest_off AS interest`;

const RECEIPT = `SELECT receipt.loan_id AS loanId, receipt.receipt_no AS receiptNo, received_on AS "on", receipt.principal,
    receipt.interest, method, voucher_no AS voucherNo, reverses_no AS reverses,
    payer IS NULL OR payer = party.name AS paidByBorrower
  FROM receipt JOIN loan ON loan.id = receipt.loan_id JOIN party ON party.id = loan.party_id`;

const GUARANTEE = `SELECT loan_id AS loanId, id, kind, period_end AS periodEnd, period_wording AS periodWording FROM guarantee`;

function assembled(
  loans: readonly LoanRow[],
  receipts: readonly ReceiptRow[],
  guarantees: readonly GuaranteeRow[],
): PortfolioLoan[] {
  const paid = Map.groupBy(receipts, ({ loanId }) => loanId);
  const secured = Map.groupBy(guarantees, ({ loanId }) => loanId);
  return loans.map((loan) => ({
    ...loan,
    receipts: (paid.get(loan.id) ?? []).map((receipt) => ({
      ...receipt,
      paidByBorrower: receipt.paidByBorrower === 1,
    })),
    guarantees: secured.get(loan.id) ?? [],
  }));
}

/** The next loans after `id`; none at the end. */
export function loansAfter(db: ReadDb, id: number, most: number): PortfolioLoan[] {
  const loans = db.hot(`SELECT ${LOAN} FROM loan WHERE id > ? ORDER BY id LIMIT ?`).all(id, most) as LoanRow[];
  const last = loans.at(-1)?.id;
  if (last === undefined) return [];
  const receipts = `${RECEIPT} WHERE receipt.loan_id > ? AND receipt.loan_id <= ? ORDER BY receipt.loan_id, received_on, receipt.id`;
  const guarantees = `${GUARANTEE} WHERE loan_id > ? AND loan_id <= ? ORDER BY loan_id, id`;
  return assembled(
    loans,
    db.hot(receipts).all(id, last) as ReceiptRow[],
    db.hot(guarantees).all(id, last) as GuaranteeRow[],
  );
}

export function householdPortfolio(db: ReadDb, partyId: number): PortfolioLoan[] {
  const theirs = '(SELECT id FROM loan WHERE party_id = ?)';
  const loans = db.hot(`SELECT ${LOAN} FROM loan WHERE party_id = ? ORDER BY issue_date, id`).all(partyId) as LoanRow[];
  const receipts = `${RECEIPT} WHERE loan.party_id = ? ORDER BY receipt.loan_id, received_on, receipt.id`;
  const guarantees = `${GUARANTEE} WHERE loan_id IN ${theirs} ORDER BY loan_id, id`;
  return assembled(
    loans,
    db.hot(receipts).all(partyId) as ReceiptRow[],
    db.hot(guarantees).all(partyId) as GuaranteeRow[],
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
