/**
 * What the rules are asked about every loan: the same questions, with the same facts, that a person would put to
 * `rule eval` one by one. A fact that the books do not have stays away, and the answer is `needs-facts`.
 */
import { type CalendarDate, daysBetween } from '../../kernel/calendarDate';
import { rateText, toFen } from '../../kernel/exact';
import { type Fen, yuanText } from '../../kernel/money';
import type { RawFacts } from '../../rules/facts';
import type { Inquiry } from '../../rules/inquiry';
import { FIVE_LEVELS, type FiveLevel, GUARANTEE_MODES } from '../classification/classes';
import { suggestFiveLevel, suggestForm } from '../classification/suggestClass';
import { firstNoticeDue } from '../dunning/firstNotice';
import { limitationOfAction } from '../limitation/action';
import { enforcementPeriod } from '../limitation/enforcement';
import type { LimitationEvent } from '../limitation/events';
import { guaranteeClock, guaranteeEnd, type PeriodWording, wordingText } from '../limitation/guarantee';
import { provisionAmount, provisionRate } from '../provisions/provisions';
import { ARGUABLE_GRADES, SAFE_GRADES } from './grades';
import { judgedOn, judgmentOn, type LoanJudgment } from './judgment';
import {
  borrowerDue,
  claimDue,
  type GuarantorFacts,
  isSettled,
  type PortfolioLoan,
  periodWordingOf,
} from './loanFacts';
import { receiptActs } from './receiptActs';
import { type Act, clockEvents, dueAct, eventsOf } from './recordedAct';

export const RESULT_KINDS = [
  'five-level',
  'four-level',
  'action',
  'guarantee',
  'enforcement',
  'provision',
  'notice',
] as const;
export type ResultKind = (typeof RESULT_KINDS)[number];

export const EVALUATOR_OF: Readonly<Record<ResultKind, string>> = {
  'five-level': 'classification/five-level',
  'four-level': 'classification/four-level',
  action: 'limitation/action',
  guarantee: 'limitation/guarantee',
  enforcement: 'limitation/enforcement',
  provision: 'provision/specific',
  notice: 'dunning/first-due',
};

/** An answer in short, before it is known what it rests on. */
export interface Said {
  readonly word: string | null;
  readonly day: CalendarDate | null;
  readonly arguable?: CalendarDate | null;
  readonly amount?: Fen | null;
}

/** The facts of a question in both forms. */
export interface Facts {
  /** As they go over the wire. */
  readonly raw: () => RawFacts;
  /** The same question without the detour over the wire's form; null: a fact is missing, which the evaluator tells. */
  readonly ask: ((inquiry: Inquiry) => Said) | null;
}

export interface Question {
  readonly kind: ResultKind;
  /** Id of the guarantee; 0 for the loan itself. */
  readonly subject: number;
  /** Equal keys and variants of one kind mean equal facts, so that the answer is sought once; null: facts of its own. */
  readonly key: string | null;
  readonly variant: string;
  readonly facts: Facts;
  /** Where the books leave open which facts hold: those that are better for the bank. */
  readonly arguable: Facts | null;
}

/** Facts that are known. */
function known(facts: Readonly<Record<string, unknown>>): RawFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null));
}

function fiveLevelQuestion(loan: PortfolioLoan, asOf: CalendarDate): Question {
  const due = borrowerDue(loan);
  const { guaranteeMode } = loan;
  const overdue = (from: CalendarDate) => Math.max(0, daysBetween(from, asOf));
  const raw = () =>
    known({ daysOverdue: due === null ? null : overdue(due), guarantee: guaranteeMode, reportingDate: asOf });
  const guarantee = GUARANTEE_MODES.find((mode) => mode === guaranteeMode);
  const ask = (inquiry: Inquiry): Said => {
    const facts = { daysOverdue: overdue(due as CalendarDate), guarantee: guarantee as string };
    return { word: suggestFiveLevel(inquiry, { ...facts, reportingDate: asOf, flags: [] }).class, day: null };
  };
  return {
    kind: 'five-level',
    subject: 0,
    key: due ?? '',
    variant: guaranteeMode ?? '',
    facts: { raw, ask: due === null || guarantee === undefined ? null : ask },
    arguable: null,
  };
}

function fourLevelQuestion(loan: PortfolioLoan, asOf: CalendarDate): Question {
  const dueDate = borrowerDue(loan);
  const ask = (inquiry: Inquiry): Said => {
    return { word: suggestForm(inquiry, { dueDate: dueDate as CalendarDate, asOf, flags: [] }).form, day: null };
  };
  return {
    kind: 'four-level',
    subject: 0,
    key: dueDate ?? '',
    variant: '',
    facts: { raw: () => known({ dueDate, asOf }), ask: dueDate === null ? null : ask },
    arguable: null,
  };
}

/** What the borrower did, as far as it is proved: receipts, notices delivered to him, contacts with him. */
export function borrowerActs(loan: PortfolioLoan, dueDate: CalendarDate): Act[] {
  if (loan.receipts.length === 0 && loan.acts.length === 0) return [];
  const recorded = loan.acts.filter(({ guaranteeId }) => guaranteeId === null).map((act) => dueAct(act, dueDate));
  return [...receiptActs(loan.receipts, dueDate), ...recorded].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** What was done with one guarantor; nothing that was done with the borrower or another guarantor (担保制度解释 29). */
export const guarantorActs = (loan: PortfolioLoan, guaranteeId: number): Act[] =>
  loan.acts.filter((act) => act.guaranteeId === guaranteeId);

export function actionQuestion(loan: PortfolioLoan, asOf: CalendarDate): Question {
  const dueDate = borrowerDue(loan);
  const calledInOn = loan.calledInOn ?? null;
  const since = claimDue(loan);
  const acts = since === null ? [] : borrowerActs(loan, since);
  const facts = (grades: typeof SAFE_GRADES): Facts => ({
    raw: () => known({ dueDate, calledInOn, events: eventsOf(acts, grades), asOf }),
    ask: dueDate === null ? null : (inquiry) => asked(inquiry, dueDate, calledInOn, clockEvents(acts, grades), asOf),
  });
  return {
    kind: 'action',
    subject: 0,
    key: acts.some(({ grade }) => grade !== 'none') ? null : (dueDate ?? ''),
    variant: calledInOn ?? '',
    facts: facts(SAFE_GRADES),
    arguable: acts.some(({ grade }) => grade === 'weak') ? facts(ARGUABLE_GRADES) : null,
  };
}

function asked(
  inquiry: Inquiry,
  dueDate: CalendarDate,
  calledInOn: CalendarDate | null,
  events: readonly LimitationEvent[],
  asOf: CalendarDate,
): Said {
  const facts = { dueDate, calledInOn, instalment: false, events, asOf };
  const { status, expiry, arguableExpiry } = limitationOfAction(inquiry, facts);
  return { word: status, day: expiry, arguable: arguableExpiry ?? null };
}

/**
 * A guarantor who did not agree to an extension in writing keeps his period (民法典 695(2)). Where the books have no such
 * agreement of his, safe is the contract's own due date, and of an extension that the ledger names the other is arguable. The guarantee is taken to be of the day on which the loan was given.
 */
export function guaranteeQuestion(loan: PortfolioLoan, guarantor: GuarantorFacts, asOf: CalendarDate): Question {
  const { issueDate: contractDate, dueDate, extendedDueDate, calledInOn = null } = loan;
  const wording = periodWordingOf(guarantor);
  const { kind } = guarantor;
  const acts = guarantorActs(loan, guarantor.id);
  const ask = (inquiry: Inquiry, due: CalendarDate): Said => {
    const facts = { contractDate: contractDate as CalendarDate, calledInOn, wording: wording as PeriodWording };
    const events = clockEvents(acts, SAFE_GRADES, 'all');
    const said = guaranteeClock(inquiry, { ...facts, dueDate: due, kind, events, asOf, guarantor: null });
    return {
      word: said.status,
      day: guaranteeEnd(said),
      arguable: said.arguableEnd ?? null,
    };
  };
  const facts = (due: CalendarDate | null): Facts => ({
    raw: () => {
      const periodWording = wording === null ? null : wordingText(wording);
      return known({
        contractDate,
        dueDate: due,
        calledInOn,
        kind,
        periodWording,
        events: eventsOf(acts, SAFE_GRADES, 'all'),
        asOf,
      });
    },
    ask: contractDate === null || due === null || wording === null ? null : (inquiry) => ask(inquiry, due),
  });
  const safe = guarantor.agreedDue ?? dueDate ?? extendedDueDate;
  const extended = safe !== null && extendedDueDate !== null && extendedDueDate !== safe;
  return {
    kind: 'guarantee',
    subject: guarantor.id,
    key: null,
    variant: '',
    facts: facts(safe),
    arguable: extended ? facts(extendedDueDate) : null,
  };
}

/** Whoever is bound by a judgment owes by it: the period for enforcing it takes the place of his own clock. */
function enforcementQuestion(judgment: LoanJudgment, asOf: CalendarDate): Question {
  const facts = judgedOn(judgment, asOf);
  const { events, ...rest } = facts;
  return {
    kind: 'enforcement',
    subject: judgment.guaranteeId ?? 0,
    key: null,
    variant: '',
    facts: {
      raw: () => known({ ...rest, events: events.map(known) }),
      ask: (inquiry) => {
        const { status, expiry, arguableExpiry } = enforcementPeriod(inquiry, facts);
        return { word: status, day: expiry, arguable: arguableExpiry ?? null };
      },
    },
    arguable: null,
  };
}

/** Until when the borrower, or a guarantor of his, can be made to pay. */
function periodQuestion(loan: PortfolioLoan, guarantor: GuarantorFacts | null, asOf: CalendarDate): Question {
  const judgment = judgmentOn(loan, guarantor?.id ?? null);
  if (judgment !== null) return enforcementQuestion(judgment, asOf);
  return guarantor === null ? actionQuestion(loan, asOf) : guaranteeQuestion(loan, guarantor, asOf);
}

function provisionQuestion(fiveLevel: string | null, balance: Fen, asOf: CalendarDate): Question {
  const level = FIVE_LEVELS.find((each) => each === fiveLevel);
  const ask = (inquiry: Inquiry): Said => {
    const facts = { class: level as FiveLevel, date: asOf, floatPercent: null };
    const { rate, written } = inquiry.once('provision/specific', facts.class, () => {
      const found = provisionRate(inquiry, facts);
      return { rate: found, written: rateText(found) };
    });
    return { word: written, day: null, amount: toFen(provisionAmount(rate, balance)) };
  };
  return {
    kind: 'provision',
    subject: 0,
    key: null,
    variant: '',
    facts: {
      raw: () => known({ class: fiveLevel, balance: yuanText(balance), date: asOf }),
      ask: level === undefined ? null : ask,
    },
    arguable: null,
  };
}

function noticeQuestion({ issueDate, ...loan }: PortfolioLoan, asOf: CalendarDate): Question {
  const dueDate = loan.extendedDueDate ?? loan.dueDate;
  const ask = (inquiry: Inquiry): Said => {
    return { word: null, day: firstNoticeDue(inquiry, issueDate as CalendarDate, dueDate as CalendarDate, asOf) };
  };
  return {
    kind: 'notice',
    subject: 0,
    key: null,
    variant: '',
    facts: { raw: () => known({ issueDate, dueDate, asOf }), ask: issueDate === null || dueDate === null ? null : ask },
    arguable: null,
  };
}

/** Everything that is asked about a loan on `asOf`; nothing once it is settled. Provisions stand behind the balance sheet only. */
export function questionsOf(loan: PortfolioLoan, asOf: CalendarDate): Question[] {
  if (isSettled(loan)) return [];
  const asked = [
    fiveLevelQuestion(loan, asOf),
    fourLevelQuestion(loan, asOf),
    periodQuestion(loan, null, asOf),
    noticeQuestion(loan, asOf),
  ];
  if (loan.sheet === 'on' && loan.balance > 0) asked.push(provisionQuestion(loan.fiveLevel, loan.balance, asOf));
  for (const guarantor of loan.guarantees) asked.push(periodQuestion(loan, guarantor, asOf));
  return asked;
}
