/** Which form fits an addressee's debt as it stands (documents.md §4.3): asked of the rule `dunning/notice-form`. */
import type { CalendarDate } from '../../kernel/calendarDate';
import { Inquiry, type TraceLine } from '../../rules/inquiry';
import type { RuleBook } from '../../rules/ruleBook';
import type { GuaranteeKind } from '../limitation/guarantee';
import { claimDue, type PortfolioLoan } from '../portfolio/loanFacts';
import type { RadarLine } from '../portfolio/radar';
import { NOTICE_FORMS, type NoticeForm, type NoticeState } from './noticeFacts';

export interface DecidedForm extends NoticeState {
  readonly trace: readonly TraceLine[];
}

const STATE_OF: Readonly<Record<string, 'running' | 'expired' | 'lost'>> = {
  running: 'running',
  halted: 'running',
  restored: 'running',
  'defence-risk': 'expired',
  barred: 'expired',
  lost: 'lost',
};

const isForm = (word: string): word is NoticeForm => NOTICE_FORMS.some((form) => form === word);

const DEAD = /死亡|身故/;

export const isDead = (status: string | null): boolean => DEAD.test(status ?? '');

/** Words of a party's status that stop every notice: somebody else has to be written to. */
const STOPS: readonly (readonly [status: RegExp, reason: string])[] = [
  [DEAD, 'addressee-dead'],
  [/破产/, 'addressee-bankrupt'],
];

/** The kind by contract, or by the law of the contract's day where the contract says nothing (GUA-01, 02). */
export function guaranteeKindOf(
  inquiry: Inquiry,
  kind: GuaranteeKind | 'unstated',
  contractDate: CalendarDate | null,
): GuaranteeKind {
  if (kind !== 'unstated') return kind;
  return inquiry.values('limitation/guarantee-kind', contractDate).text('unstated') as GuaranteeKind;
}

function roleOf(inquiry: Inquiry, loan: PortfolioLoan, line: RadarLine): string {
  if (line.role === 'borrower') return 'borrower';
  if (line.role === 'security') return 'owner';
  const kind = (line.detail ?? 'unstated') as GuaranteeKind | 'unstated';
  return `${guaranteeKindOf(inquiry, kind, loan.issueDate)}-guarantor`;
}

function dueOf(loan: PortfolioLoan, due: CalendarDate, { today, reminding, isPlanMissed }: FormDay): string {
  if (reminding) return 'before';
  // A plan that stands spreads the debt, so that only what was missed of it is asked for.
  if (isPlanMissed) return 'interest-overdue';
  if (today > due) return 'after';
  return loan.interest > 0 ? 'interest-overdue' : 'before';
}

/** When, and what is asked for. */
export interface FormDay {
  readonly today: CalendarDate;
  /** The reminder before the due date is wanted. */
  readonly reminding: boolean;
  /** Instalments of a plan of this loan are overdue while the rest is not due. */
  readonly isPlanMissed: boolean;
}

/**
 * The form for one line of the radar; null with a reason when none may be sent. A reminder before the due date goes first:
 * the regulation asks for it whether or not interest is owed (`reminding`).
 */
export function noticeFormOf(
  book: RuleBook,
  loan: PortfolioLoan,
  line: RadarLine,
  status: string | null,
  day: FormDay,
): DecidedForm | null {
  if (line.verdict === 'settled') return null;
  const base = { loanId: loan.id, verdict: line.verdict, expiry: line.expiry };
  const without = (reason: string): DecidedForm => ({ ...base, form: null, reason, article: null, trace: line.trace });
  const stop = STOPS.find(([word]) => word.test(status ?? ''));
  if (stop) return without(stop[1]);
  const due = claimDue(loan);
  const state = STATE_OF[line.verdict];
  if (due === null || loan.issueDate === null) return without('date-missing');
  if (state === undefined)
    return without(line.missing.includes('periodWording') ? 'period-unknown' : 'limitation-unknown');
  const inquiry = new Inquiry(book);
  const isOpen = line.role === 'borrower' && state === 'running';
  const asked = { ...day, isPlanMissed: day.isPlanMissed && isOpen };
  const facts = { role: roleOf(inquiry, loan, line), due: dueOf(loan, due, asked), state };
  const { gives, article } = inquiry.row('dunning/notice-form', day.today, facts);
  const word = String(gives.form);
  const trace = [...inquiry.trace, ...line.trace];
  if (isForm(word)) return { ...base, form: word, reason: null, article, trace };
  return { ...base, form: null, reason: String(gives.reason), article, trace };
}
