/** Receipts of money as the rules ask for them: of some loans, or of a household; those of a loan in the order of days. */
import type { ReceiptFacts } from '@shared/domain/portfolio/receiptActs';
import type { ReadDb } from '../../database/store';

/** Rows come as plain lists and are named here: a run over all loans asks for millions, and named rows cost as much as reading. */
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

const RECEIPT = `SELECT receipt.loan_id, receipt.receipt_no, received_on, receipt.principal, receipt.interest, method, voucher_no,
    reverses_no, payer IS NULL OR payer = party.name
  FROM receipt JOIN loan ON loan.id = receipt.loan_id JOIN party ON party.id = loan.party_id`;
const ORDER = 'ORDER BY receipt.loan_id, received_on, receipt.id';

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

/** By loan: of a household, or of the loans with `after < id <= to`. */
export function receiptsByLoan(
  db: Pick<ReadDb, 'hot'>,
  scope: { readonly partyId: number } | { readonly after: number; readonly to: number },
): ReadonlyMap<number, ReceiptFacts[]> {
  const rows = (
    'partyId' in scope
      ? db.hot(`${RECEIPT} WHERE loan.party_id = ? ${ORDER}`).raw().all(scope.partyId)
      : db
          .hot(`${RECEIPT} WHERE receipt.loan_id > ? AND receipt.loan_id <= ? ${ORDER}`)
          .raw()
          .all(scope.after, scope.to)
  ) as ReceiptRow[];
  const byLoan = new Map<number, ReceiptFacts[]>();
  for (const row of rows) {
    const known = byLoan.get(row[0]);
    if (known) known.push(receiptOf(row));
    else byLoan.set(row[0], [receiptOf(row)]);
  }
  return byLoan;
}
