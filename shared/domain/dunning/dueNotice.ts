/** When a notice to one signatory is due (REC-03): before the due date by the regulation, afterwards as often as keeps the claim alive. */
import { addDays, addMonths, type CalendarDate } from '../../kernel/calendarDate';
import { Inquiry, type TraceLine } from '../../rules/inquiry';
import type { RuleBook } from '../../rules/ruleBook';
import { claimDue, type PortfolioLoan } from '../portfolio/loanFacts';
import { firstNoticeDue } from './firstNotice';

/** A notice that was sent to this signatory about this debt. */
export interface SentNotice {
  readonly form: string;
  readonly on: CalendarDate;
  /** Something is known of its arrival: signed, refused, arrived. */
  readonly arrived: boolean;
}

export const DUE_REASONS = ['first-notice', 'never-since-due', 'interval', 'runs-out', 'not-arrived'] as const;
export type DueReason = (typeof DUE_REASONS)[number];

export interface DueNotice {
  readonly on: CalendarDate;
  readonly reason: DueReason;
  /** A reminder before the due date. */
  readonly reminding: boolean;
  readonly trace: readonly TraceLine[];
}

const latest = (sent: readonly SentNotice[]): SentNotice | null =>
  sent.reduce<SentNotice | null>((newest, each) => (newest === null || each.on > newest.on ? each : newest), null);

const reminder = 'DOC-REC-00';
/** Made before the loan fell due by it, and a demand for all of it. */
const CALLING_IN = 'DOC-REC-02A';

function beforeDue(
  inquiry: Inquiry,
  issued: CalendarDate,
  due: CalendarDate,
  today: CalendarDate,
  sent: readonly SentNotice[],
): DueNotice | null {
  const on = firstNoticeDue(inquiry, issued, due, null);
  const done = sent.some((each) => each.on >= on && each.on <= due);
  return done || today > due ? null : { on, reason: 'first-notice', reminding: true, trace: inquiry.trace };
}

/**
 * The next notice to a signatory whose claim runs out on `expiry` (null: nothing runs). Null when the dates are unknown or
 * a reminder was sent and the loan is not due yet. A notice whose receipt is still awaited is not repeated within the quiet days.
 */
export function dueNotice(
  book: RuleBook,
  loan: PortfolioLoan,
  expiry: CalendarDate | null,
  sent: readonly SentNotice[],
  today: CalendarDate,
): DueNotice | null {
  const due = claimDue(loan);
  if (due === null || loan.issueDate === null || due < loan.issueDate) return null;
  const inquiry = new Inquiry(book);
  if (today <= due) return beforeDue(inquiry, loan.issueDate, due, today, sent);
  const rule = inquiry.values('dunning/repeat', today);
  const last = latest(sent.filter((each) => each.form === CALLING_IN || (each.form !== reminder && each.on > due)));
  const { trace } = inquiry;
  const next = (on: CalendarDate, reason: DueReason): DueNotice => ({ on, reason, reminding: false, trace });
  if (last === null) return next(addDays(due, 1), 'never-since-due');
  const quietEnd = addDays(last.on, rule.number('quietDays'));
  if (!last.arrived) return next(quietEnd, 'not-arrived');
  const interval = addMonths(last.on, rule.number('intervalMonths'));
  const lead = expiry === null ? null : addDays(expiry, -rule.number('leadDays'));
  if (lead === null || lead >= interval) return next(interval, 'interval');
  return next(lead > quietEnd ? lead : quietEnd, 'runs-out');
}
