/**
 * Money that a case brought in (B4 §20, LIT-10): booked in full and at once, or found missing; and the interest for delayed
 * performance of what was adjudged. Amounts are fen.
 */
import type { CalendarDate } from '../../kernel/calendarDate';
import { toFen } from '../../kernel/exact';
import type { Fen } from '../../kernel/money';
import { RefusalError } from '../../kernel/result';
import { Inquiry, type TraceLine } from '../../rules/inquiry';
import type { RuleBook } from '../../rules/ruleBook';
import { periodEnd } from '../deadlines/period';
import { delayedPerformance } from '../interest/delayedPerformance';
import { isRecordAct } from './acts';
import { type CaseFile, claimedOf } from './caseFile';
import { effectOf } from './effect';

/** A receipt of the bank's books that belongs to an act of the case by which money came. */
export interface CaseReceipt {
  readonly act: string;
  readonly paymentId: number;
  readonly number: string;
  readonly receivedOn: CalendarDate;
  readonly bookedOn: CalendarDate;
  readonly amount: Fen;
  /** Part that reduced the principal that the debtor owes. */
  readonly principal: Fen;
}

const BRINGS_MONEY: readonly string[] = ['money-received', 'bankruptcy-distributed'];

export interface BookedMoney {
  readonly act: string;
  readonly on: CalendarDate | null;
  readonly amount: Fen;
  readonly booked: Fen;
  /** Last day on which it is booked at once. */
  readonly dueOn: CalendarDate | null;
  readonly state: 'booked' | 'late' | 'missing' | 'waiting';
}

/**
 * Each act by which money came, against the receipts that book it. At once: by the end of the next working day. What an
 * imported ledger tells was booked before this program and has no link.
 */
export function bookedMoney(
  book: RuleBook,
  { acts }: Pick<CaseFile, 'acts'>,
  receipts: readonly CaseReceipt[],
  today: CalendarDate,
): BookedMoney[] {
  const inquiry = new Inquiry(book);
  return acts
    .filter((act) => BRINGS_MONEY.includes(act.kind) && !isRecordAct(act))
    .map(({ key, on, detail }) => {
      const own = receipts.filter(({ act }) => act === key);
      const amount = detail.amount ?? 0;
      const booked = own.reduce((sum, receipt) => sum + receipt.amount, 0);
      const dueOn = on === null ? null : periodEnd(inquiry, on, 1, 'working', false);
      const isLate = dueOn !== null && own.some(({ bookedOn }) => bookedOn > dueOn);
      const open = dueOn !== null && today <= dueOn ? 'waiting' : 'missing';
      return { act: key, on, amount, booked, dueOn, state: booked < amount ? open : isLate ? 'late' : 'booked' };
    });
}

export interface DelayInterest {
  readonly base: Fen;
  /** Last day of performance; the next one counts. */
  readonly since: CalendarDate;
  readonly until: CalendarDate;
  /** null: it cannot be computed, `missing` says why. */
  readonly amount: Fen | null;
  readonly missing: string | null;
  readonly segments: readonly { from: CalendarDate; to: CalendarDate; days: number; base: Fen; amount: Fen }[];
  readonly trace: readonly TraceLine[];
}

const ADJUDGES: readonly string[] = [
  'judged',
  'second-judged',
  'retrial-judged',
  'mediated',
  'awarded',
  'certificate-issued',
];

/** Money debt of the document without general interest and costs: the principal claimed, or less where less was adjudged. */
function baseOf(file: CaseFile): Fen {
  const { principal } = claimedOf(file);
  const adjudged = file.acts.findLast(({ kind, detail }) => ADJUDGES.includes(kind) && detail.amount !== undefined);
  return Math.min(principal, adjudged?.detail.amount ?? principal);
}

/** null: nothing that says until when to perform took effect, or it was performed in time. */
export function delayInterest(
  book: RuleBook,
  file: CaseFile,
  receipts: readonly CaseReceipt[],
  today: CalendarDate,
): DelayInterest | null {
  const since = effectOf(file.acts)?.performBy ?? null;
  const performedOn = file.acts.findLast(({ kind }) => kind === 'performed')?.on ?? today;
  const until = performedOn < today ? performedOn : today;
  if (since === null || until <= since) return null;
  const base = baseOf(file);
  let left = base;
  const payments = receipts.flatMap(({ receivedOn: on, principal }) => {
    const part = Math.min(Math.max(principal, 0), left);
    left -= part;
    return part > 0 ? [{ on, principal: part }] : [];
  });
  const inquiry = new Inquiry(book);
  const facts = { base, performanceDue: since, payments, until, highestLoanRate: null };
  try {
    const found = delayedPerformance(inquiry, facts);
    const segments = found.segments.map(({ amount, ...segment }) => ({ ...segment, amount: toFen(amount) }));
    const amount = toFen(found.amount);
    return { base, since, until, amount, missing: null, segments, trace: inquiry.trace };
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    return { base, since, until, amount: null, missing: error.refusal.code, segments: [], trace: inquiry.trace };
  }
}
