/**
 * The limitation radar of a household (REC-05): one line per signatory and per security, each with what runs, when it ends in
 * the safe and in the arguable reading, the acts behind it, and what would keep or restore it. Limitation is a defence: an
 * expired one is a risk; only the end of a guarantee period extinguishes (民法典 192, 693).
 */
import type { CalendarDate } from '../../kernel/calendarDate';
import type { Answer } from '../../rules/evaluation';
import { evaluate } from '../../rules/evaluation';
import type { RawFacts } from '../../rules/facts';
import { Inquiry, type TraceLine, type Warning } from '../../rules/inquiry';
import type { RuleBook } from '../../rules/ruleBook';
import type { LimitationStep } from '../limitation/clock';
import { type EnforcementFacts, enforcementPeriod } from '../limitation/enforcement';
import { mortgageEnd } from '../limitation/mortgage';
import { type Way, waysToKeep, waysToRestore } from '../limitation/ways';
import { findEvaluator } from '../rules/evaluators';
import { guarantorWays } from './guarantorWays';
import { borrowerDue, isSettled, type PortfolioLoan } from './loanFacts';
import {
  actionQuestion,
  borrowerActs,
  EVALUATOR_OF,
  guaranteeQuestion,
  guarantorActs,
  type Question,
} from './questions';
import type { Act } from './recordedAct';
import type { Verdict } from './verdicts';

/** A bar: from its start to its end, or without end while something halts it. */
export interface Span {
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
}

export interface RadarLine {
  readonly key: string;
  readonly loanId: number;
  /** judgment: the period for enforcing what a court decided; it takes the place of the claim's own limitation. */
  readonly role: 'borrower' | 'guarantor' | 'security' | 'judgment';
  readonly name: string;
  /** Kind of the guarantee, or what is pledged. */
  readonly detail: string | null;
  readonly verdict: Verdict;
  readonly guaranteePeriod: Span | null;
  readonly limitation: Span | null;
  /** The day that alarms. */
  readonly expiry: CalendarDate | null;
  /** Only where it differs. */
  readonly arguable: CalendarDate | null;
  /** Newest first. */
  readonly acts: readonly Act[];
  readonly keep: readonly Way[];
  readonly restore: readonly Way[];
  readonly steps: readonly LimitationStep[];
  readonly trace: readonly TraceLine[];
  readonly warnings: readonly Warning[];
  readonly provisional: boolean;
  /** Names of missing facts, or the code of a refusal. */
  readonly missing: readonly string[];
  /** What the books leave open and how it was taken. */
  readonly assumed: readonly ('extension-consent' | 'guarantee-contract-date' | 'registered-right')[];
}

export interface RadarGuarantor {
  readonly id: number;
  readonly loanId: number;
  readonly name: string;
}

export interface RadarSecurity {
  readonly id: number;
  readonly loanId: number;
  readonly name: string;
  /** 抵押, 质押; null is unknown. */
  readonly security: string | null;
}

/** Of somebody who owes or secures, beside what a court decided. */
export type SignatoryLine = RadarLine & { readonly role: Exclude<RadarLine['role'], 'judgment'> };

export const isSignatory = (line: RadarLine): line is SignatoryLine => line.role !== 'judgment';

/** A document that can be enforced, for one of the loans that it is about. */
export interface RadarJudgment {
  readonly key: string;
  readonly loanId: number;
  /** Number of the document, or of the case. */
  readonly name: string;
  readonly facts: EnforcementFacts;
}

export interface RadarFacts {
  readonly borrower: string;
  readonly loans: readonly PortfolioLoan[];
  readonly guarantors: readonly RadarGuarantor[];
  readonly securities: readonly RadarSecurity[];
  readonly judgments?: readonly RadarJudgment[];
}

type Base = Omit<RadarLine, 'key' | 'loanId' | 'role' | 'name' | 'detail'>;

const NOTHING: Base = {
  verdict: 'settled',
  guaranteePeriod: null,
  limitation: null,
  expiry: null,
  arguable: null,
  acts: [],
  keep: [],
  restore: [],
  steps: [],
  trace: [],
  warnings: [],
  provisional: false,
  missing: [],
  assumed: [],
};

type Reply = { readonly answer: Answer } | { readonly failed: Base };

function reply(book: RuleBook, { kind }: Question, facts: RawFacts): Reply {
  const asked = findEvaluator(EVALUATOR_OF[kind]);
  const decision = asked && evaluate(book, asked, facts);
  if (decision?.kind === 'granted') return { answer: decision.value };
  if (decision?.kind === 'needs') return { failed: { ...NOTHING, verdict: 'needs-facts', missing: decision.facts } };
  const code = decision?.refusal.code ?? 'rule-missing';
  return { failed: { ...NOTHING, verdict: 'refused', missing: [code] } };
}

const dayOf = (value: unknown): CalendarDate | null => (typeof value === 'string' ? value : null);
const later = (day: CalendarDate | null, than: CalendarDate | null) =>
  day !== null && than !== null && day > than ? day : null;

const VERDICT_OF: Readonly<Record<string, Verdict>> = {
  running: 'running',
  restored: 'restored',
  expired: 'defence-risk',
  'barred-by-maximum': 'barred',
};

const isIdle = ({ reason }: LimitationStep) => reason.startsWith('no-effect:');

/** An act that the clock passed over came too late. */
function judged(act: Act, steps: readonly LimitationStep[]): Act {
  const passed = steps.some((step) => isIdle(step) && step.from === act.on && step.reason === `no-effect:${act.kind}`);
  return passed && act.grade !== 'none' ? { ...act, grade: 'none', reason: 'after-expiry' } : act;
}

/** Whether the safe day itself rests on holidays that are not published; an answer also says so for its arguable one. */
const isProvisional = (book: RuleBook, day: CalendarDate | null): boolean =>
  day !== null && !new Inquiry(book).roll(day).published;

function borrowerLine(book: RuleBook, loan: PortfolioLoan, asOf: CalendarDate): Base {
  if (isSettled(loan)) return NOTHING;
  const question = actionQuestion(loan, asOf);
  const safe = reply(book, question, question.facts.raw());
  if ('failed' in safe) return safe.failed;
  const other = question.arguable === null ? safe : reply(book, question, question.arguable.raw());
  const { result, trace, warnings, provisional } = safe.answer;
  const steps = result.steps as LimitationStep[];
  const arguable = 'answer' in other ? other.answer.result : result;
  const expiry = dayOf(result.expiry);
  const status = VERDICT_OF[String(result.status)] ?? 'refused';
  const current = steps.findLast((step) => !isIdle(step));
  const acts = borrowerActs(loan, borrowerDue(loan) ?? asOf);
  const isOver = status === 'defence-risk' || status === 'barred';
  return {
    ...NOTHING,
    verdict: expiry === null ? 'halted' : status,
    limitation: current ? { from: current.from, to: expiry } : null,
    expiry,
    arguable: later(dayOf(arguable.arguableExpiry ?? arguable.expiry), expiry),
    acts: acts.map((act) => judged(act, steps)).toReversed(),
    keep: isOver ? [] : waysToKeep(book, asOf),
    restore: isOver ? waysToRestore(book, asOf) : [],
    steps,
    trace,
    warnings,
    provisional: provisional && isProvisional(book, expiry),
  };
}

function guarantorLine(book: RuleBook, loan: PortfolioLoan, id: number, asOf: CalendarDate): Base {
  const guarantor = loan.guarantees.find((each) => each.id === id);
  if (isSettled(loan) || guarantor === undefined) return NOTHING;
  const question = guaranteeQuestion(loan, guarantor, asOf);
  const safe = reply(book, question, question.facts.raw());
  if ('failed' in safe) return safe.failed;
  const other = question.arguable === null ? safe : reply(book, question, question.arguable.raw());
  const { result, trace, warnings, provisional } = safe.answer;
  const arguable = 'answer' in other ? other.answer.result : result;
  const periodEnd = dayOf(result.periodEnd);
  const debtEnd = dayOf(result.limitationExpiry);
  const steps = result.steps as LimitationStep[];
  const lost = result.status === 'expired' && debtEnd === null;
  const ways = guarantorWays(book, String(loan.issueDate), String(result.kind), asOf);
  const start = dayOf(loan.dueDate) ?? steps[0]?.from ?? asOf;
  return {
    ...NOTHING,
    verdict: lost ? 'lost' : (VERDICT_OF[String(result.status)] ?? 'refused'),
    guaranteePeriod: { from: start, to: periodEnd },
    limitation: debtEnd === null ? null : { from: steps.at(-1)?.from ?? start, to: debtEnd },
    expiry: debtEnd ?? periodEnd,
    arguable: later(dayOf(arguable.limitationExpiry ?? arguable.periodEnd), debtEnd ?? periodEnd),
    acts: guarantorActs(loan, id).toReversed(),
    keep: lost ? [] : ways.keep,
    restore: lost ? ways.restore : [],
    steps,
    trace,
    warnings,
    provisional,
    assumed: ['guarantee-contract-date', ...(question.arguable === null ? [] : (['extension-consent'] as const))],
  };
}

/** The period for applying for enforcement; late is a risk, for the debtor has to object (解释 481). */
function judgmentLine(book: RuleBook, { facts }: RadarJudgment, asOf: CalendarDate): Base {
  const inquiry = new Inquiry(book);
  const { expiry, status, arguableExpiry, steps } = enforcementPeriod(inquiry, facts);
  const from = steps.findLast((step) => !isIdle(step))?.from ?? asOf;
  return {
    ...NOTHING,
    verdict: expiry === null ? 'halted' : (VERDICT_OF[status] ?? 'refused'),
    limitation: { from, to: expiry },
    expiry,
    arguable: later(arguableExpiry ?? null, expiry),
    steps,
    trace: inquiry.trace,
    warnings: inquiry.warnings,
    provisional: inquiry.provisional,
  };
}

/** A mortgage goes with its main debt; of pledges the books do not say who has the thing: taken as registered, which is safe. */
function securityLine(
  book: RuleBook,
  main: Base,
  security: string | null,
  judged: Base | null,
  asOf: CalendarDate,
): Base {
  if (main.verdict === 'settled' || main.verdict === 'needs-facts' || main.verdict === 'refused') return main;
  const inquiry = new Inquiry(book);
  // Once the debt is judged the mortgage lasts as long as the judgment can be enforced (担保制度解释 44).
  const enforced = judged === null ? {} : { enforcementExpiry: judged.expiry };
  const expiry = mortgageEnd(inquiry, { expiry: main.expiry, ...enforced }, asOf);
  const arguable = judged || main.arguable === null ? null : mortgageEnd(inquiry, { expiry: main.arguable }, asOf);
  return {
    ...main,
    limitation: main.limitation && { from: main.limitation.from, to: expiry },
    expiry,
    arguable: later(arguable, expiry),
    acts: [],
    trace: [...inquiry.trace, ...main.trace],
    provisional: main.provisional || inquiry.provisional,
    assumed: security === '质押' ? ['registered-right'] : [],
  };
}

/** Lines of each loan together: the borrower, what was judged, those who guarantee, what is pledged. */
export function limitationRadar(book: RuleBook, facts: RadarFacts, asOf: CalendarDate): RadarLine[] {
  return facts.loans.flatMap((loan) => {
    const main = borrowerLine(book, loan, asOf);
    const of = ({ loanId }: { readonly loanId: number }) => loanId === loan.id;
    const judgments = isSettled(loan) ? [] : (facts.judgments ?? []).filter(of);
    const judged = judgments.map((each) => ({ each, line: judgmentLine(book, each, asOf) }));
    const newest = judged.at(-1)?.line ?? null;
    return [
      { key: `b${loan.id}`, loanId: loan.id, role: 'borrower', name: facts.borrower, detail: null, ...main } as const,
      ...judged.map(({ each: { key, name }, line }): RadarLine => {
        return { key, loanId: loan.id, role: 'judgment', name, detail: null, ...line };
      }),
      ...facts.guarantors.filter(of).map(({ id, name }): RadarLine => {
        const detail = loan.guarantees.find((each) => each.id === id)?.kind ?? null;
        const line = guarantorLine(book, loan, id, asOf);
        return { key: `g${id}`, loanId: loan.id, role: 'guarantor', name, detail, ...line };
      }),
      ...facts.securities.filter(of).map(({ id, name, security }): RadarLine => {
        const line = securityLine(book, main, security, newest, asOf);
        return { key: `s${id}`, loanId: loan.id, role: 'security', name, detail: security, ...line };
      }),
    ];
  });
}
