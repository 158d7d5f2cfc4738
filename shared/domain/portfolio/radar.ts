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
import { enforcementPeriod } from '../limitation/enforcement';
import { mortgageEnd } from '../limitation/mortgage';
import { type Way, waysToEnforce, waysToKeep, waysToRestore } from '../limitation/ways';
import { findEvaluator } from '../rules/evaluators';
import { guarantorWays } from './guarantorWays';
import { judgedOn, judgmentOn, type LoanJudgment } from './judgment';
import { borrowerDue, claimDue, isSettled, type PortfolioLoan } from './loanFacts';
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
  readonly role: 'borrower' | 'guarantor' | 'security';
  readonly name: string;
  /** Number of the court's document: what runs is the period for enforcing it. null: the claim's own clock runs. */
  readonly judgment: string | null;
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
  readonly assumed: readonly ('called-in' | 'extension-consent' | 'guarantee-contract-date' | 'registered-right')[];
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

export interface RadarFacts {
  readonly borrower: string;
  readonly loans: readonly PortfolioLoan[];
  readonly guarantors: readonly RadarGuarantor[];
  readonly securities: readonly RadarSecurity[];
}

type Base = Omit<RadarLine, 'key' | 'loanId' | 'role' | 'name' | 'detail'>;

const NOTHING: Base = {
  judgment: null,
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

/** Before its due date: which of the two days counts is disputed. */
const isCalledIn = (loan: PortfolioLoan): boolean => claimDue(loan) !== borrowerDue(loan);

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
  const decided = judgmentOn(loan, null);
  if (decided) return judgmentLine(book, decided, borrowerActs(loan, claimDue(loan) ?? asOf), asOf);
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
  const acts = borrowerActs(loan, claimDue(loan) ?? asOf);
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
    assumed: isCalledIn(loan) ? ['called-in'] : [],
  };
}

function guarantorLine(book: RuleBook, loan: PortfolioLoan, id: number, asOf: CalendarDate): Base {
  const guarantor = loan.guarantees.find((each) => each.id === id);
  if (isSettled(loan) || guarantor === undefined) return NOTHING;
  const decided = judgmentOn(loan, id);
  if (decided) return judgmentLine(book, decided, guarantorActs(loan, id), asOf);
  const question = guaranteeQuestion(loan, guarantor, asOf);
  const safe = reply(book, question, question.facts.raw());
  if ('failed' in safe) return safe.failed;
  const other = question.arguable === null ? safe : reply(book, question, question.arguable.raw());
  const { result, trace, warnings, provisional } = safe.answer;
  const arguable = 'answer' in other ? other.answer.result : result;
  const periodEnd = dayOf(result.periodEnd);
  const debtEnd = dayOf(result.limitationExpiry);
  const steps = result.steps as LimitationStep[];
  const isHalted = result.limitationExpiry === null;
  const expiry = isHalted ? null : (debtEnd ?? periodEnd);
  const lost = result.status === 'expired' && debtEnd === null;
  const ways = guarantorWays(book, String(loan.issueDate), String(result.kind), asOf);
  const start = steps[0]?.from ?? asOf;
  return {
    ...NOTHING,
    verdict: lost ? 'lost' : isHalted ? 'halted' : (VERDICT_OF[String(result.status)] ?? 'refused'),
    guaranteePeriod: { from: start, to: periodEnd },
    limitation: debtEnd === null ? null : { from: steps.at(-1)?.from ?? start, to: debtEnd },
    expiry,
    arguable: later(dayOf(arguable.arguableEnd ?? arguable.limitationExpiry ?? arguable.periodEnd), expiry),
    acts: guarantorActs(loan, id).toReversed(),
    keep: lost ? [] : ways.keep,
    restore: lost ? ways.restore : [],
    steps,
    trace,
    warnings,
    provisional,
    assumed: [
      'guarantee-contract-date',
      ...(question.arguable === null ? [] : (['extension-consent'] as const)),
      ...(isCalledIn(loan) ? (['called-in'] as const) : []),
    ],
  };
}

/** The period for applying for enforcement; late is a risk, for the debtor has to object (解释 481). `own`: acts of whom it binds. */
function judgmentLine(book: RuleBook, judgment: LoanJudgment, own: readonly Act[], asOf: CalendarDate): Base {
  const inquiry = new Inquiry(book);
  const { expiry, status, arguableExpiry, steps } = enforcementPeriod(inquiry, judgedOn(judgment, asOf));
  const from = steps.findLast((step) => !isIdle(step))?.from ?? asOf;
  const begun = steps[0]?.from ?? asOf;
  const verdict = expiry === null ? 'halted' : (VERDICT_OF[status] ?? 'refused');
  return {
    ...NOTHING,
    judgment: judgment.name,
    verdict,
    limitation: { from, to: expiry },
    expiry,
    arguable: later(arguableExpiry ?? null, expiry),
    acts: own.filter(({ on }) => on >= begun).toReversed(),
    keep: verdict === 'running' ? waysToEnforce(book, asOf) : [],
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
  // Once the debt is judged the mortgage lasts as long as the judgment can be enforced (担保制度解释 44).
  const debt = judged ?? main;
  if (debt.verdict === 'settled' || debt.verdict === 'needs-facts' || debt.verdict === 'refused') return debt;
  const inquiry = new Inquiry(book);
  const enforced = judged === null ? {} : { enforcementExpiry: judged.expiry };
  const expiry = mortgageEnd(inquiry, { expiry: main.expiry, ...enforced }, asOf);
  const arguable = judged || main.arguable === null ? null : mortgageEnd(inquiry, { expiry: main.arguable }, asOf);
  return {
    ...debt,
    limitation: debt.limitation && { from: debt.limitation.from, to: expiry },
    expiry,
    arguable: later(arguable, expiry),
    acts: [],
    trace: [...inquiry.trace, ...debt.trace],
    provisional: debt.provisional || inquiry.provisional,
    assumed: [...debt.assumed, ...(security === '质押' ? (['registered-right'] as const) : [])],
  };
}

/** Lines of each loan together: the borrower, those who guarantee, what is pledged. */
export function limitationRadar(book: RuleBook, facts: RadarFacts, asOf: CalendarDate): RadarLine[] {
  return facts.loans.flatMap((loan) => {
    const main = borrowerLine(book, loan, asOf);
    const of = ({ loanId }: { readonly loanId: number }) => loanId === loan.id;
    const decided = loan.judgments.findLast(({ guaranteeId }) => guaranteeId === null);
    const judged = decided === undefined || isSettled(loan) ? null : judgmentLine(book, decided, [], asOf);
    return [
      { key: `b${loan.id}`, loanId: loan.id, role: 'borrower', name: facts.borrower, detail: null, ...main } as const,
      ...facts.guarantors.filter(of).map(({ id, name }): RadarLine => {
        const detail = loan.guarantees.find((each) => each.id === id)?.kind ?? null;
        const line = guarantorLine(book, loan, id, asOf);
        return { key: `g${id}`, loanId: loan.id, role: 'guarantor', name, detail, ...line };
      }),
      ...facts.securities.filter(of).map(({ id, name, security }): RadarLine => {
        const line = securityLine(book, main, security, judged, asOf);
        return { key: `s${id}`, loanId: loan.id, role: 'security', name, detail: security, ...line };
      }),
    ];
  });
}
