/**
 * Money received, recorded by hand (REC-10, REC-11): checked against the household's account, spread over its loans, and
 * posted with whatever it changes in receipts that come after it. The balances of the ledger are not touched.
 */
import type { ReceiptInput } from '@shared/contract/receipts.contract';
import { decideReceipt, numbered, type ReceiptAnswer, type ReceiptDraft } from '@shared/domain/receipts/decideReceipt';
import { type OpenAccount, openAccount } from '@shared/domain/receipts/openAccount';
import { postings } from '@shared/domain/receipts/postings';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { yuanText } from '@shared/kernel/money';
import { RefusalError, refuse } from '@shared/kernel/result';
import type { AuditNote, ReadDb, WriteTx } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { rulesInForce } from '../rules/rulesInForce';
import { householdBooks } from './account.repository';
import { insertPayment, insertShares, lookalikes, post } from './receipts.repository';

export function draftOf(input: ReceiptInput): ReceiptDraft {
  const { receivedOn: on, amount, costsOwed, designation, accrued, bookedOn, voucherNo, form, collectors } = input;
  return {
    on,
    amount,
    costsOwed,
    designation,
    accrued,
    bookedOn,
    voucherNo,
    form,
    collectors,
    doubleReason: input.doubleReason,
  };
}

export interface Decided {
  readonly open: OpenAccount;
  readonly answer: ReceiptAnswer;
}

/** Refusals: household-unknown, loan-unknown, rule-not-in-force. */
export async function decide(db: ReadDb, today: CalendarDate, input: ReceiptInput): Promise<Decided> {
  const books = householdBooks(db, input.household);
  if (books.loans.length === 0) refuse('household-unknown');
  const known = new Set(books.loans.map(({ id }) => id));
  const named = [...(input.designation?.parts ?? []), ...input.accrued];
  if (named.some(({ loanId }) => !known.has(loanId))) refuse('loan-unknown');
  const { book } = await rulesInForce(db, today);
  const open = openAccount(books);
  const like = lookalikes(db, input.household, input.receivedOn, input.amount);
  const facts = { today, ledgerDay: open.ledgerDay, account: open.account, lookalikes: like, numbers: open.numbers };
  return { open, answer: decideReceipt(book, draftOf(input), facts) };
}

export interface Recorded {
  readonly id: number;
  readonly number: string;
  /** Lines of other receipts that had to be adjusted. */
  readonly adjusted: number;
}

/** In the transaction of whoever books it. Refusals in order: household-unknown, loan-unknown, rule-not-in-force, those of decideReceipt. */
export async function bookReceipt(
  tx: WriteTx,
  today: CalendarDate,
  input: ReceiptInput,
): Promise<{ result: Recorded; audit: AuditNote }> {
  const decided = await decide(tx, today, input);
  const { answer } = decided;
  const [problem] = answer.problems;
  if (problem) throw new RefusalError(problem);
  const payment = draftOf(input);
  const { id, number } = insertPayment(tx, today, {
    ...input,
    payment,
    trace: answer.trace,
  });
  const found = postings(decided.open.posted, numbered(answer, id));
  post(tx, today, { cause: 'payment', id }, found);
  insertShares(tx, id, input.collectors);
  const adjusted = found.filter(({ kind }) => kind === 'adjustment').length;
  const detail = { number, on: input.receivedOn, amount: yuanText(input.amount), voucher: input.voucherNo, adjusted };
  const audit = {
    action: 'receipts.record',
    objectKind: 'receipt',
    objectId: number,
    householdId: input.household,
    detail,
  };
  return { result: { id, number, adjusted }, audit };
}

/** Refusals: those of bookReceipt, then request-conflict. */
export async function recordReceipt(
  { clock }: Services,
  open: OpenFolder,
  { requestId, ...input }: ReceiptInput & { requestId: string },
): Promise<Recorded> {
  const repeatable = { id: requestId, procedure: 'receipts.record', input };
  return open.store.write(open.actor, (tx) => bookReceipt(tx, clock.today(), input), repeatable);
}
