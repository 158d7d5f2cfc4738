/**
 * Whether a receipt may be recorded, and what it comes to. Everything that stands in the way is found at once, so that
 * the form can show it; the command refuses with the first, in this order:
 * date-future, booked-date-wrong, receipt-in-ledger, receipt-before-loan, designation-mismatch, collectors-missing,
 * collector-twice, collectors-not-100, receipt-twice, receipt-looks-double, off-balance-money-only, receipt-exceeds-debt,
 * later-receipt-exceeds-debt.
 */
import { present } from '../../kernel/assert';
import type { CalendarDate } from '../../kernel/calendarDate';
import { yuanGrouped } from '../../kernel/money';
import type { Refusal } from '../../kernel/result';
import { Inquiry, type TraceLine } from '../../rules/inquiry';
import { type RuleBook, versionOn } from '../../rules/ruleBook';
import type { VersionHead } from '../../rules/ruleTypes';
import type { RecoveryForm } from './channels';
import { type Account, lentBy, type Payment, type Replayed, replay, type Spread } from './replay';
import { type Collector, sharesFault } from './shares';
import { totalOwed } from './standing';

export interface ReceiptDraft extends Omit<Payment, 'id'> {
  readonly bookedOn: CalendarDate;
  readonly voucherNo: string;
  readonly form: RecoveryForm;
  readonly collectors: readonly Collector[];
  /** Why a receipt of the same day and amount is another one. */
  readonly doubleReason: string | null;
}

/** A receipt of the same household, day and amount. */
export interface Lookalike {
  readonly number: string;
  readonly voucherNo: string | null;
}

export interface ReceiptFacts {
  readonly today: CalendarDate;
  /** The newest day whose ledger is in the books: what was booked until then is in the balances. */
  readonly ledgerDay: CalendarDate;
  readonly account: Account;
  readonly lookalikes: readonly Lookalike[];
  /** Receipt numbers of the payments that are replayed. */
  readonly numbers: ReadonlyMap<number, string>;
}

export interface ReceiptAnswer {
  readonly problems: readonly Refusal[];
  readonly replayed: Replayed;
  readonly spread: Spread;
  readonly trace: readonly TraceLine[];
}

/** Higher than any number that the database gives: the receipt that is being written comes last on its day. */
const NEW_ID = Number.MAX_SAFE_INTEGER;
const OFF_BALANCE = 'recovery/off-balance-forms';

function dateProblems({ on, bookedOn }: ReceiptDraft, { today, ledgerDay, account }: ReceiptFacts): Refusal[] {
  if (on > today) return [{ code: 'date-future' }];
  if (bookedOn < on || bookedOn > today) return [{ code: 'booked-date-wrong' }];
  if (bookedOn <= ledgerDay) return [{ code: 'receipt-in-ledger', facts: { ledgerDay } }];
  return account.loans.some((loan) => lentBy(loan, on)) ? [] : [{ code: 'receipt-before-loan', facts: { on } }];
}

function designationProblems(draft: ReceiptDraft, { account }: ReceiptFacts): Refusal[] {
  if (!draft.designation) return [];
  const { parts } = draft.designation;
  const named = new Set(parts.map(({ loanId }) => loanId));
  const isLater = account.loans.some((loan) => named.has(loan.id) && !lentBy(loan, draft.on));
  if (isLater) return [{ code: 'receipt-before-loan', facts: { on: draft.on } }];
  const asked = parts.reduce((sum, { amount }) => sum + amount, 0);
  const difference = draft.amount - Math.min(draft.amount, draft.costsOwed) - asked;
  const fits = difference === 0 && named.size === parts.length;
  return fits ? [] : [{ code: 'designation-mismatch', facts: { difference: yuanGrouped(difference) } }];
}

function doubleProblems({ voucherNo, doubleReason }: ReceiptDraft, { lookalikes }: ReceiptFacts): Refusal[] {
  const same = lookalikes.find((each) => each.voucherNo === voucherNo);
  if (same) return [{ code: 'receipt-twice', facts: { number: same.number } }];
  const [like] = lookalikes;
  return like && doubleReason === null ? [{ code: 'receipt-looks-double', facts: { number: like.number } }] : [];
}

/** B1 §15: loans off the balance sheet are brought down by money only. */
function formProblems(
  inquiry: Inquiry,
  { form, on }: ReceiptDraft,
  spread: Spread,
  { account }: ReceiptFacts,
): Refusal[] {
  const reached = new Set(spread.lines.map(({ loanId }) => loanId));
  const isOff = account.loans.some(({ id, sheet }) => sheet === 'off' && reached.has(id));
  const rule = inquiry.book.find(OFF_BALANCE);
  if (!isOff || !versionOn<VersionHead>(rule?.versions ?? [], on)) return [];
  const { gives, article } = inquiry.row(OFF_BALANCE, on, { form });
  return gives.allowed === true ? [] : [{ code: 'off-balance-money-only', article }];
}

function overpaid(spread: Spread, { spreads }: Replayed, numbers: ReadonlyMap<number, string>): Refusal[] {
  if (spread.rest > 0) {
    const debt = [...spread.before.values()].reduce((sum, standing) => sum + totalOwed(standing), 0);
    return [{ code: 'receipt-exceeds-debt', facts: { debt: yuanGrouped(debt), rest: yuanGrouped(spread.rest) } }];
  }
  const later = [...spreads.values()].find(({ rest }) => rest > 0);
  if (!later) return [];
  const number = present(numbers.get(later.paymentId), 'a replayed payment has its number');
  return [{ code: 'later-receipt-exceeds-debt', facts: { number, rest: yuanGrouped(later.rest) } }];
}

/** The spread of the new receipt, and of all others after it has come. It names loans of the household only. Refuses rule-not-in-force. */
export function decideReceipt(book: RuleBook, draft: ReceiptDraft, facts: ReceiptFacts): ReceiptAnswer {
  const { account, numbers } = facts;
  const payments = [...account.payments, { ...draft, id: NEW_ID }];
  const replayed = replay(book, { ...account, payments });
  const spread = present(replayed.spreads.get(NEW_ID), 'the new receipt was replayed');
  const inquiry = new Inquiry(book);
  const shares = sharesFault(draft.collectors);
  const problems = [
    ...dateProblems(draft, facts),
    ...designationProblems(draft, facts),
    ...(shares ? [shares] : []),
    ...doubleProblems(draft, facts),
    ...formProblems(inquiry, draft, spread, facts),
    ...overpaid(spread, replayed, numbers),
  ];
  return { problems, replayed, spread, trace: [...spread.trace, ...inquiry.trace] };
}

/** The replay under the number that the new receipt was given. */
export function numbered({ replayed, spread }: ReceiptAnswer, id: number): ReadonlyMap<number, Spread> {
  const spreads = new Map(replayed.spreads);
  spreads.delete(NEW_ID);
  return spreads.set(id, { ...spread, paymentId: id });
}
