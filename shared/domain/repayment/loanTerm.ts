/**
 * Extension (展期) and re-lending (转贷) are asked for under one of the conditions that their article lists, with evidence
 * (B2 §21, §22; REC-08). What the books can tell is judged here; people answer for the rest.
 */
import type { CalendarDate } from '../../kernel/calendarDate';
import { yuanText } from '../../kernel/money';
import type { Refusal } from '../../kernel/result';
import type { Inquiry } from '../../rules/inquiry';
import { versionOn } from '../../rules/ruleBook';
import type { ChecklistRule } from '../../rules/ruleTypes';
import { type AgreedDebt, sumOf, type TypedInstalment, totalOf } from './agreement';

export const TERM_KINDS = ['extension', 'relending'] as const;
export type TermKind = (typeof TERM_KINDS)[number];

/** `in-force`: approved, and the borrower signed the application. */
export const TERM_STATES = ['asked', 'approved', 'refused', 'in-force'] as const;
export type TermState = (typeof TERM_STATES)[number];

const CONDITIONS: Readonly<Record<TermKind, string>> = {
  extension: 'loan/extension-conditions',
  relending: 'loan/relending-conditions',
};
const NEEDS = 'loan/term-needs';
const OFF_BALANCE = 'recovery/off-balance-forms';
/** What each is in the words of B1 §15. */
const OFF_BALANCE_FORM: Readonly<Record<TermKind, string>> = {
  extension: 'restructuring',
  relending: 'borrow-new-repay-old',
};

export interface TermCondition {
  readonly id: string;
  /** In the words of the article. */
  readonly text: string;
  readonly article: string;
  /** Security in kind (物资保证, 抵押, 担保) has to be named. */
  readonly needsSecurity: boolean;
  /** Part of the debt has to be paid already. */
  readonly needsPayment: boolean;
}

/** In the order of the article. */
export function conditionsOf(
  inquiry: Inquiry,
  kind: TermKind,
  day: CalendarDate,
): { readonly conditions: readonly TermCondition[]; readonly article: string } {
  const { article } = inquiry.checklist(CONDITIONS[kind], day);
  const items = versionOn((inquiry.book.find(CONDITIONS[kind]) as ChecklistRule).versions, day)?.items ?? [];
  const conditions = items.map(({ id, text, article: own }): TermCondition => {
    const { gives } = inquiry.row(NEEDS, day, { condition: `${kind}-${id}` });
    return {
      ...{ id, text, article: own ?? article },
      needsSecurity: gives.security === true,
      needsPayment: gives.payment === true,
    };
  });
  return { conditions, article };
}

export interface TermDraft {
  readonly kind: TermKind;
  /** null: none of the listed conditions holds. */
  readonly condition: string | null;
  readonly security: string | null;
  /** What shows that the condition holds: a fact in words, or files. */
  readonly facts: string | null;
  readonly files: number;
  readonly newDueOn: CalendarDate;
  readonly instalments: readonly TypedInstalment[];
}

/** What the books say of the loan on the day. */
export interface TermLoan {
  readonly sheet: 'on' | 'off';
  /** With extensions. */
  readonly dueOn: CalendarDate | null;
  readonly debt: AgreedDebt;
  /** Paid on it so far, fen. */
  readonly paid: number;
}

function conditionProblem(inquiry: Inquiry, draft: TermDraft, loan: TermLoan, today: CalendarDate): Refusal | null {
  const { conditions, article } = conditionsOf(inquiry, draft.kind, today);
  const chosen = conditions.find(({ id }) => id === draft.condition);
  if (!chosen)
    return { code: 'condition-unmet', article, facts: { conditions: conditions.map(({ text }) => text).join('；') } };
  if (!draft.facts && draft.files === 0) return { code: 'condition-evidence-missing', article: chosen.article };
  if (chosen.needsSecurity && !draft.security) return { code: 'condition-needs-security', article: chosen.article };
  if (chosen.needsPayment && loan.paid <= 0) return { code: 'condition-needs-payment', article: chosen.article };
  return null;
}

function planProblem({ newDueOn, instalments }: TermDraft, { debt }: TermLoan, today: CalendarDate): Refusal | null {
  const wrong = instalments.findIndex(
    ({ dueOn, ...parts }, index) =>
      dueOn <= (instalments[index - 1]?.dueOn ?? today) || dueOn > newDueOn || sumOf(parts) <= 0,
  );
  if (wrong >= 0) return { code: 'schedule-dates-wrong', facts: { instalment: wrong + 1 } };
  const planned = totalOf(instalments);
  const missing = { principal: debt.principal - planned.principal, interest: debt.interest - planned.interest };
  if (missing.principal === 0 && missing.interest === 0) return null;
  const facts = { principal: yuanText(missing.principal), interest: yuanText(missing.interest) };
  return { code: 'schedule-sum-wrong', facts };
}

/** A loan off the balance sheet is recovered in money only; null: it is on it, or no such rule is in force. */
export function offBalanceProblem(
  inquiry: Inquiry,
  kind: TermKind,
  sheet: 'on' | 'off',
  today: CalendarDate,
): Refusal | null {
  if (sheet === 'on') return null;
  const { gives, article } = inquiry.row(OFF_BALANCE, today, { form: OFF_BALANCE_FORM[kind] });
  return gives.allowed === true ? null : { code: 'off-balance-money-only', article };
}

/** An extension is asked for until the due date, re-lending after it. */
export function timeProblem(
  inquiry: Inquiry,
  kind: TermKind,
  dueOn: CalendarDate,
  today: CalendarDate,
): Refusal | null {
  const { article } = inquiry.checklist(CONDITIONS[kind], today);
  if (kind === 'extension' && today > dueOn) return { code: 'extension-after-due', article, facts: { dueOn } };
  if (kind === 'relending' && today <= dueOn) return { code: 'relending-before-due', article, facts: { dueOn } };
  return null;
}

/**
 * The first that stands in the way, in order: nothing-owed, off-balance-money-only, term-due-unknown, extension-after-due |
 * relending-before-due {dueOn}, condition-unmet {conditions}, condition-evidence-missing, condition-needs-security,
 * condition-needs-payment (each with its article), term-date-wrong {dueOn}, schedule-dates-wrong, schedule-sum-wrong.
 */
export function termProblem(inquiry: Inquiry, draft: TermDraft, loan: TermLoan, today: CalendarDate): Refusal | null {
  const { dueOn } = loan;
  if (sumOf(loan.debt) <= 0) return { code: 'nothing-owed' };
  const off = offBalanceProblem(inquiry, draft.kind, loan.sheet, today);
  if (off) return off;
  if (dueOn === null) return { code: 'term-due-unknown' };
  const time = timeProblem(inquiry, draft.kind, dueOn, today);
  if (time) return time;
  const condition = conditionProblem(inquiry, draft, loan, today);
  if (condition) return condition;
  const least = dueOn > today ? dueOn : today;
  if (draft.newDueOn <= least) return { code: 'term-date-wrong', facts: { dueOn: least } };
  return planProblem(draft, loan, today);
}
