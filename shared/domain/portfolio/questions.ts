/**
 * What the rules are asked about every loan: the same questions, with the same facts, that a person would put to
 * `rule eval` one by one. A fact that the books do not have stays away, and the answer is `needs-facts`.
 */
import { present } from '../../kernel/assert';
import { type CalendarDate, daysBetween } from '../../kernel/calendarDate';
import { rateText, toFen } from '../../kernel/exact';
import { type Fen, yuanText } from '../../kernel/money';
import type { WireResult } from '../../rules/evaluation';
import type { RawFacts } from '../../rules/facts';
import type { Inquiry } from '../../rules/inquiry';
import { FIVE_LEVELS } from '../classification/classes';
import { limitationOfAction } from '../limitation/action';
import { specificProvision } from '../provisions/provisions';
import { borrowerDue, type GuarantorFacts, isSettled, type PortfolioLoan, periodWordingOf } from './loanFacts';
import { ARGUABLE_GRADES, clockEvents, eventsOf, receiptActs, SAFE_GRADES } from './receiptActs';

export const RESULT_KINDS = ['five-level', 'four-level', 'action', 'guarantee', 'provision', 'notice'] as const;
export type ResultKind = (typeof RESULT_KINDS)[number];

export const EVALUATOR_OF: Readonly<Record<ResultKind, string>> = {
  'five-level': 'classification/five-level',
  'four-level': 'classification/four-level',
  action: 'limitation/action',
  guarantee: 'limitation/guarantee',
  provision: 'provision/specific',
  notice: 'dunning/first-due',
};

export interface Question {
  readonly kind: ResultKind;
  /** Id of the guarantee; 0 for the loan itself. */
  readonly subject: number;
  /** Equal keys of one kind mean equal facts, so that the answer need not be sought twice; null: facts of its own. */
  readonly key: string | null;
  readonly facts: () => RawFacts;
  /** The same question without the detour over the wire's form; null: through the evaluator. A test holds both together. */
  readonly ask: ((inquiry: Inquiry) => WireResult) | null;
  /** Where the books leave open which facts hold: those that are better for the bank. */
  readonly arguable: (() => RawFacts) | null;
}

/** Facts that are known. */
function known(facts: Readonly<Record<string, unknown>>): RawFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null));
}

export function fiveLevelQuestion(loan: PortfolioLoan, asOf: CalendarDate): Question {
  const due = borrowerDue(loan);
  const { guaranteeMode: guarantee } = loan;
  const daysOverdue = () => (due === null ? null : Math.max(0, daysBetween(due, asOf)));
  return {
    kind: 'five-level',
    subject: 0,
    key: `${due}|${guarantee}`,
    facts: () => known({ daysOverdue: daysOverdue(), guarantee, reportingDate: asOf }),
    ask: null,
    arguable: null,
  };
}

export function fourLevelQuestion(loan: PortfolioLoan, asOf: CalendarDate): Question {
  const dueDate = borrowerDue(loan);
  return {
    kind: 'four-level',
    subject: 0,
    key: `${dueDate}`,
    facts: () => known({ dueDate, asOf }),
    ask: null,
    arguable: null,
  };
}

export function actionQuestion(loan: PortfolioLoan, asOf: CalendarDate): Question {
  const dueDate = borrowerDue(loan);
  const acts = dueDate === null ? [] : receiptActs(loan.receipts, dueDate);
  const counting = acts.some(({ grade }) => grade !== 'none');
  const facts = (grades: typeof SAFE_GRADES) => () => known({ dueDate, events: eventsOf(acts, grades), asOf });
  const arguable = acts.some(({ grade }) => grade === 'weak') ? facts(ARGUABLE_GRADES) : null;
  const ask = (inquiry: Inquiry) => {
    const events = clockEvents(acts, SAFE_GRADES);
    return { ...limitationOfAction(inquiry, { dueDate: dueDate ?? asOf, instalment: false, events, asOf }) };
  };
  return {
    kind: 'action',
    subject: 0,
    key: counting ? null : `${dueDate}`,
    facts: facts(SAFE_GRADES),
    ask: counting ? ask : null,
    arguable,
  };
}

/**
 * A guarantor who did not agree to an extension in writing keeps his period (民法典 695(2)); whether he did is not in the
 * books: safe is the contract's own due date. The guarantee is taken to be of the day on which the loan was given.
 */
export function guaranteeQuestion(loan: PortfolioLoan, guarantor: GuarantorFacts, asOf: CalendarDate): Question {
  const { issueDate: contractDate, dueDate, extendedDueDate } = loan;
  const periodWording = periodWordingOf(guarantor);
  const { kind } = guarantor;
  const facts = (due: CalendarDate | null) => () =>
    known({ contractDate, dueDate: due, kind, periodWording, events: [], asOf });
  const extended = dueDate !== null && extendedDueDate !== null && extendedDueDate !== dueDate;
  return {
    kind: 'guarantee',
    subject: guarantor.id,
    key: `${contractDate}|${dueDate}|${extendedDueDate}|${kind}|${periodWording}`,
    facts: facts(dueDate ?? extendedDueDate),
    ask: null,
    arguable: extended ? facts(extendedDueDate) : null,
  };
}

function provisionQuestion(fiveLevel: string | null, balance: Fen, asOf: CalendarDate): Question {
  const level = FIVE_LEVELS.find((each) => each === fiveLevel);
  const ask = (inquiry: Inquiry) => {
    const facts = { class: present(level, 'a class is known'), balance, date: asOf, floatPercent: null };
    const { rate, amount } = specificProvision(inquiry, facts);
    return { rate: rateText(rate), amount: yuanText(toFen(amount)) };
  };
  return {
    kind: 'provision',
    subject: 0,
    key: null,
    facts: () => known({ class: fiveLevel, balance: yuanText(balance), date: asOf }),
    ask: level === undefined ? null : ask,
    arguable: null,
  };
}

function noticeQuestion({ issueDate, ...loan }: PortfolioLoan, asOf: CalendarDate): Question {
  const dueDate = loan.extendedDueDate ?? loan.dueDate;
  return {
    kind: 'notice',
    subject: 0,
    key: `${issueDate}|${dueDate}`,
    facts: () => known({ issueDate, dueDate, asOf }),
    ask: null,
    arguable: null,
  };
}

/** Everything that is asked about a loan on `asOf`; nothing once it is settled. Provisions stand behind the balance sheet only. */
export function questionsOf(loan: PortfolioLoan, asOf: CalendarDate): Question[] {
  if (isSettled(loan)) return [];
  const asked = [
    fiveLevelQuestion(loan, asOf),
    fourLevelQuestion(loan, asOf),
    actionQuestion(loan, asOf),
    noticeQuestion(loan, asOf),
  ];
  if (loan.sheet === 'on' && loan.balance > 0) asked.push(provisionQuestion(loan.fiveLevel, loan.balance, asOf));
  for (const guarantor of loan.guarantees) asked.push(guaranteeQuestion(loan, guarantor, asOf));
  return asked;
}
