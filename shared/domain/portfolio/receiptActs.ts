/**
 * Receipts as acts of the debtor. Only what he paid himself, or what the bank lawfully took from his account, shows that he
 * performs (时效规定 8(1)(3), 14); money from a court, a guarantor or a thing sold says nothing of his will.
 */
import type { CalendarDate } from '../../kernel/calendarDate';
import type { Fen } from '../../kernel/money';
import type { Grade, GradeReason } from './grades';
import { type Act, dueAct } from './recordedAct';

export interface ReceiptFacts {
  readonly receiptNo: string;
  readonly on: CalendarDate;
  readonly principal: Fen;
  readonly interest: Fen;
  readonly method: string | null;
  readonly voucherNo: string | null;
  /** Number of the receipt that this one takes back. */
  readonly reverses: string | null;
  /** The payer is the borrower, or nobody is named. */
  readonly paidByBorrower: boolean;
}

const NO_ACTS_OF_THE_DEBTOR: readonly (readonly [method: RegExp, reason: GradeReason])[] = [
  [/法院|执行|拍卖/, 'court'],
  [/代偿|担保人|保证人/, 'guarantor-paid'],
  [/变现|处置/, 'asset-sold'],
];

function gradeOf(receipt: ReceiptFacts, isReversed: boolean): readonly [Grade, GradeReason] {
  if (isReversed || receipt.reverses !== null) return ['none', 'reversed'];
  if (receipt.principal <= 0 && receipt.interest <= 0) return ['none', 'nothing-paid'];
  const other = NO_ACTS_OF_THE_DEBTOR.find(([method]) => method.test(receipt.method ?? ''));
  if (other) return ['none', other[1]];
  if (!receipt.paidByBorrower) return ['weak', 'paid-by-other'];
  return receipt.voucherNo === null ? ['medium', 'voucher-unrecorded'] : ['strong', 'voucher'];
}

/** In the order of the receipts. */
export function receiptActs(receipts: readonly ReceiptFacts[], dueDate: CalendarDate): Act[] {
  const reversed = new Set(receipts.flatMap(({ reverses }) => reverses ?? []));
  return receipts.map((receipt): Act => {
    const [grade, reason] = gradeOf(receipt, reversed.has(receipt.receiptNo));
    const kind = /扣[划收款]/.test(receipt.method ?? '')
      ? 'account-deduction'
      : receipt.principal > 0
        ? 'part-payment'
        : 'interest-payment';
    const { on, receiptNo: sourceNo, voucherNo: evidence } = receipt;
    return dueAct({ kind, on, evidence, content: null, grade, reason, source: 'receipt', sourceNo }, dueDate);
  });
}
