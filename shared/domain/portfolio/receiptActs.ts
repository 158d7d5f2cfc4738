/**
 * Receipts as acts of the debtor. Only what he paid himself, or what the bank lawfully took from his account, shows that he
 * performs (时效规定 8(1)(3), 14); money from a court, a guarantor or a thing sold says nothing of his will.
 */
import type { CalendarDate } from '../../kernel/calendarDate';
import type { Fen } from '../../kernel/money';
import type { RawFacts } from '../../rules/facts';
import type { EventKind, LimitationEvent } from '../limitation/events';

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

/** From a sure interruption to none. `weak` counts in the arguable reading only. */
export const GRADES = ['strong', 'medium', 'weak', 'none'] as const;
export type Grade = (typeof GRADES)[number];

export const GRADE_REASONS = [
  'voucher',
  'voucher-unrecorded',
  'paid-by-other',
  'reversed',
  'court',
  'guarantor-paid',
  'asset-sold',
  'nothing-paid',
  'before-due',
  'after-expiry',
] as const;
export type GradeReason = (typeof GRADE_REASONS)[number];

export interface ReceiptAct {
  readonly kind: EventKind;
  readonly on: CalendarDate;
  readonly receiptNo: string;
  readonly voucherNo: string | null;
  readonly grade: Grade;
  readonly reason: GradeReason;
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

/** A debt is restarted by what was done after it fell due; before, nothing runs that could be interrupted. */
export function receiptActs(receipts: readonly ReceiptFacts[], dueDate: CalendarDate): ReceiptAct[] {
  const reversed = new Set(receipts.flatMap(({ reverses }) => reverses ?? []));
  return receipts.map((receipt): ReceiptAct => {
    const [grade, reason] = gradeOf(receipt, reversed.has(receipt.receiptNo));
    const early = receipt.on < dueDate && grade !== 'none';
    const kind = /扣[划收款]/.test(receipt.method ?? '')
      ? 'account-deduction'
      : receipt.principal > 0
        ? 'part-payment'
        : 'interest-payment';
    return {
      kind,
      on: receipt.on,
      receiptNo: receipt.receiptNo,
      voucherNo: receipt.voucherNo,
      grade: early ? 'none' : grade,
      reason: early ? 'before-due' : reason,
    };
  });
}

/** Acts as facts of a limitation question. */
export const eventsOf = (acts: readonly ReceiptAct[], grades: readonly Grade[]): RawFacts[] =>
  acts
    .filter(({ grade }) => grades.includes(grade))
    .map(({ kind, on, voucherNo }) => ({ kind, on, ...(voucherNo === null ? {} : { evidence: voucherNo }) }));

/** The same acts as the clock takes them. */
export const clockEvents = (acts: readonly ReceiptAct[], grades: readonly Grade[]): LimitationEvent[] =>
  acts
    .filter(({ grade }) => grades.includes(grade))
    .map(({ kind, on, voucherNo }) => ({ kind, on, against: null, evidence: voucherNo, content: null, level: null }));

export const SAFE_GRADES: readonly Grade[] = ['strong', 'medium'];
export const ARGUABLE_GRADES: readonly Grade[] = ['strong', 'medium', 'weak'];
