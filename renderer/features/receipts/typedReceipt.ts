/** A receipt as it is being typed, what of it is still missing, and what it says to the contract; pure. */
import type { ReceiptAccount, ReceiptInput } from '@shared/contract/receipts.contract';
import type { Channel, RecoveryForm } from '@shared/domain/receipts/channels';
import { equalShares, parsePercent, percentText, WHOLE_PPM } from '@shared/domain/receipts/shares';
import { isReason } from '@shared/domain/users/reason';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { Fen } from '@shared/kernel/money';

export interface TypedCollector {
  /** Tells the lines apart while they have no name. */
  readonly key: number;
  readonly name: string;
  /** Percent text. */
  readonly share: string;
}

/** Amounts by loan id. */
export type ByLoan = Readonly<Record<string, Fen | null>>;

export interface TypedReceipt {
  readonly receivedOn: CalendarDate | null;
  /** null: as `bookedOn` proposes. */
  readonly bookedOn: CalendarDate | null;
  readonly amount: Fen | null;
  readonly costsOwed: Fen | null;
  readonly voucherNo: string;
  /** null: the borrower. */
  readonly payer: string | null;
  readonly channel: Channel;
  readonly form: RecoveryForm;
  readonly isDesignated: boolean;
  readonly note: string;
  readonly parts: ByLoan;
  readonly accrued: ByLoan;
  readonly collectors: readonly TypedCollector[];
  readonly doubleReason: string;
  readonly remark: string;
}

export const EMPTY_RECEIPT: TypedReceipt = {
  receivedOn: null,
  bookedOn: null,
  amount: null,
  costsOwed: null,
  voucherNo: '',
  payer: null,
  channel: 'cash',
  form: 'money',
  isDesignated: false,
  note: '',
  parts: {},
  accrued: {},
  collectors: [{ key: 1, name: '', share: '100' }],
  doubleReason: '',
  remark: '',
};

type Account = Pick<ReceiptAccount, 'borrower' | 'today' | 'ledgerDay'>;

export const receivedOn = (typed: TypedReceipt, { today }: Account): CalendarDate => typed.receivedOn ?? today;

/** Money that came before the ledger's day and is not in it is booked when it is recorded. */
export function bookedOn(typed: TypedReceipt, account: Account): CalendarDate {
  const on = receivedOn(typed, account);
  return typed.bookedOn ?? (on > account.ledgerDay ? on : account.today);
}

/** Sum of the shares that can be read, in millionths. */
export const sharesSum = (collectors: readonly TypedCollector[]): number =>
  collectors.reduce((sum, { share }) => sum + (parsePercent(share) ?? 0), 0);

/** Equal parts for everybody who is named; what does not divide goes to the first. */
export function sharedEqually(collectors: readonly TypedCollector[]): TypedCollector[] {
  const parts = equalShares(collectors.length);
  return collectors.map((each, index) => ({ ...each, share: percentText(parts[index] ?? 0) }));
}

/** One more line, with what the others leave for it. */
export function withAnother(collectors: readonly TypedCollector[]): TypedCollector[] {
  const left = WHOLE_PPM - sharesSum(collectors);
  const key = 1 + Math.max(0, ...collectors.map((each) => each.key));
  return [...collectors, { key, name: '', share: left > 0 ? percentText(left) : '' }];
}

/** An unknown due date is the last to be served. */
const NEVER = '9999-12-31';

const entries = (amounts: ByLoan): [number, Fen][] =>
  Object.entries(amounts).flatMap(([id, fen]): [number, Fen][] =>
    fen === null || fen <= 0 ? [] : [[Number(id), fen]],
  );

/** The case that brought money in: its own loans are what the money repays, whatever else the household owes. */
export interface OfCase {
  readonly id: number;
  readonly loans: readonly number[];
  /** Why the money goes to them, as the receipt says it. */
  readonly note: string;
}

export const emptyReceipt = (ofCase: OfCase | null): TypedReceipt =>
  ofCase === null ? EMPTY_RECEIPT : { ...EMPTY_RECEIPT, channel: 'court', isDesignated: true, note: ofCase.note };

/** Until somebody types it: each loan of the case takes what is owed on it, the one due first before the others. */
export function withCaseParts(
  typed: TypedReceipt,
  { loans }: Pick<ReceiptAccount, 'loans'>,
  ofCase: OfCase | null,
): TypedReceipt {
  if (ofCase === null || !typed.isDesignated || Object.keys(typed.parts).length > 0) return typed;
  let left = (typed.amount ?? 0) - Math.max(0, typed.costsOwed ?? 0);
  const claimed = loans.filter(({ id }) => ofCase.loans.includes(id));
  const parts = claimed
    .toSorted((a, b) => ((a.dueDate ?? NEVER) < (b.dueDate ?? NEVER) ? -1 : 1))
    .map(({ id, owed }): [string, Fen] => {
      const part = Math.max(0, Math.min(left, owed.principal + owed.interest + (typed.accrued[id] ?? 0)));
      left -= part;
      return [String(id), part];
    });
  return { ...typed, parts: Object.fromEntries(parts) };
}

/** What only a person can fill in, in the order of the form: the save button names the first. */
export function missing(typed: TypedReceipt): ('amount' | 'voucherNo' | 'payer' | 'note' | 'parts' | 'share')[] {
  return [
    ...(typed.amount === null || typed.amount <= 0 ? (['amount'] as const) : []),
    ...(typed.voucherNo.trim() === '' ? (['voucherNo'] as const) : []),
    ...(typed.payer !== null && typed.payer.trim() === '' ? (['payer'] as const) : []),
    ...(typed.isDesignated && typed.note.trim() === '' ? (['note'] as const) : []),
    ...(typed.isDesignated && entries(typed.parts).length === 0 ? (['parts'] as const) : []),
    ...(typed.collectors.some(({ share }) => parsePercent(share) === null) ? (['share'] as const) : []),
  ];
}

/** Stands for a text that is not typed yet, so that the rest can be tried. */
const PENDING = '…';

/** null until there is an amount to try. */
export function inputOf(typed: TypedReceipt, household: number, account: Account): ReceiptInput | null {
  if (typed.amount === null || typed.amount <= 0) return null;
  const parts = entries(typed.parts).map(([loanId, amount]) => ({ loanId, amount }));
  const reason = typed.doubleReason.trim();
  return {
    household,
    receivedOn: receivedOn(typed, account),
    bookedOn: bookedOn(typed, account),
    amount: typed.amount,
    costsOwed: Math.max(0, typed.costsOwed ?? 0),
    voucherNo: typed.voucherNo.trim() || PENDING,
    payer: (typed.payer ?? account.borrower).trim() || PENDING,
    channel: typed.channel,
    form: typed.form,
    designation: typed.isDesignated && parts.length > 0 ? { note: typed.note.trim() || PENDING, parts } : null,
    accrued: entries(typed.accrued).map(([loanId, interest]) => ({ loanId, interest })),
    collectors: typed.collectors.flatMap(({ name, share }) => {
      const ppm = parsePercent(share);
      return name.trim() === '' || ppm === null ? [] : [{ name: name.trim(), ppm }];
    }),
    doubleReason: isReason(reason) ? reason : null,
    remark: typed.remark.trim() || null,
  };
}
