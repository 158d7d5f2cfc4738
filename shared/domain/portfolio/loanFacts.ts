/** What the books say about a loan, as far as the rules of the whole portfolio ask for it. Nothing is guessed: null is unknown. */
import type { CalendarDate } from '../../kernel/calendarDate';
import type { Fen } from '../../kernel/money';
import { earlierOf } from '../limitation/calledIn';
import type { GuaranteeKind, PeriodWording } from '../limitation/guarantee';
import type { LoanJudgment } from './judgment';
import type { ReceiptFacts } from './receiptActs';
import type { RecordedAct } from './recordedAct';

export interface GuarantorFacts {
  readonly id: number;
  readonly kind: GuaranteeKind | 'unstated';
  /** As the contract or the list gives it. */
  readonly periodEnd: CalendarDate | null;
  readonly periodWording: string | null;
  /** Due date of an extension to which he agreed in writing; absent or null: he agreed to none. */
  readonly agreedDue?: CalendarDate | null;
}

export interface PortfolioLoan {
  readonly id: number;
  readonly unitId: number;
  readonly issueDate: CalendarDate | null;
  /** As the contract has it. */
  readonly dueDate: CalendarDate | null;
  readonly extendedDueDate: CalendarDate | null;
  /** Day on which a notice that calls in the whole loan arrived; absent or null: none did. */
  readonly calledInOn?: CalendarDate | null;
  /** The class that was decided. */
  readonly fiveLevel: string | null;
  readonly guaranteeMode: string | null;
  readonly sheet: 'on' | 'off';
  readonly balance: Fen;
  /** Both on and off the balance sheet. */
  readonly interest: Fen;
  /** In the order of days. */
  readonly receipts: readonly ReceiptFacts[];
  /** Delivered notices and contacts, of the borrower and of each guarantor, in the order of days. */
  readonly acts: readonly RecordedAct[];
  readonly guarantees: readonly GuarantorFacts[];
  /** What courts decided; in the order of the cases. */
  readonly judgments: readonly LoanJudgment[];
}

/** Nothing is owed any more: no class, no deadline. */
export const isSettled = (loan: Pick<PortfolioLoan, 'balance' | 'interest'>): boolean =>
  loan.balance <= 0 && loan.interest <= 0;

/** The day on which the borrower had to pay, his own extension counted. */
export const borrowerDue = (loan: PortfolioLoan): CalendarDate | null => loan.extendedDueDate ?? loan.dueDate;

/** The day since which the whole loan can be demanded: the due date, or the day on which it was called in before. */
export function claimDue(loan: PortfolioLoan): CalendarDate | null {
  const due = borrowerDue(loan);
  return due === null ? null : earlierOf(due, loan.calledInOn);
}

const NUMERALS = '一二三四五六七八九十';

/** 1 to 99 in digits or Chinese numerals (两 is two). */
function numberOf(text: string): number | null {
  if (/^\d{1,3}$/.test(text)) return Number(text);
  const plain = text.replace('两', '二');
  const digit = (character: string) => NUMERALS.indexOf(character) + 1;
  if (/^[一二三四五六七八九十]$/.test(plain)) return digit(plain);
  const tens = /^([一二三四五六七八九])?十([一二三四五六七八九])?$/.exec(plain);
  if (!tens) return null;
  return (tens[1] ? digit(tens[1]) : 1) * 10 + (tens[2] ? digit(tens[2]) : 0);
}

/**
 * The agreed guarantee period. null when the books do not say, or say something that this reads no period from: a person has to
 * look at the contract.
 */
export function periodWordingOf(guarantor: Pick<GuarantorFacts, 'periodEnd' | 'periodWording'>): PeriodWording | null {
  if (guarantor.periodEnd !== null) return { kind: 'date', date: guarantor.periodEnd };
  const written = guarantor.periodWording?.replace(/\s/g, '') ?? '';
  if (/(?:还清|清偿|结清|付清|偿清)[^。]*(?:为?止|之日)/.test(written)) return { kind: 'until-cleared' };
  if (/未约定|没有约定|无约定|未载明/.test(written)) return { kind: 'none' };
  const span = /([\d一二两三四五六七八九十]{1,3})(年|个月)/.exec(written);
  const length = span ? numberOf(span[1] as string) : null;
  return length === null ? null : { kind: 'months', months: span?.[2] === '年' ? length * 12 : length };
}
