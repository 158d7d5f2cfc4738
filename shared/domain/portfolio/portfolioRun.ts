/**
 * All rules over many loans. Every answer is that of the same evaluator that `rule eval` asks; equal questions are asked once,
 * and the rules are looked up once (performance.md P7).
 */
import { present } from '../../kernel/assert';
import type { CalendarDate } from '../../kernel/calendarDate';
import { type Decision, granted, needs, RefusalError } from '../../kernel/result';
import type { Evaluator, WireResult } from '../../rules/evaluation';
import { evaluate } from '../../rules/evaluation';
import type { RawFacts } from '../../rules/facts';
import type { RuleBook } from '../../rules/ruleBook';
import { findEvaluator } from '../rules/evaluators';
import type { PortfolioLoan } from './loanFacts';
import { type Heard, type Outcome, outcomeOf } from './outcome';
import { EVALUATOR_OF, type Question, questionsOf, RESULT_KINDS, type ResultKind } from './questions';
import { RememberingInquiry, referenceOf } from './rememberingInquiry';

export interface LoanResult extends Outcome {
  readonly kind: ResultKind;
  readonly subject: number;
}

const EVALUATORS = Object.fromEntries(
  RESULT_KINDS.map((kind) => [kind, present(findEvaluator(EVALUATOR_OF[kind]), `${kind} has its question`)]),
) as Readonly<Record<ResultKind, Evaluator>>;

/** The decision; refusals that are thrown are decisions as well. */
function decided(work: () => Decision<WireResult>): Decision<WireResult> {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    const { code, facts: names } = error.refusal;
    if (code === 'needs-facts' && Array.isArray(names?.names)) return needs(names.names as string[]);
    return { kind: 'refused', refusal: error.refusal };
  }
}

/** Answers remembered per kind: a million loans must not keep a million of them. */
const MOST_KNOWN = 100_000;

export class PortfolioRun {
  readonly #inquiry: RememberingInquiry;
  readonly #asOf: CalendarDate;
  readonly #known: Readonly<Record<ResultKind, Map<string, Outcome>>>;

  constructor(book: RuleBook, asOf: CalendarDate) {
    this.#inquiry = new RememberingInquiry(book);
    this.#asOf = asOf;
    this.#known = Object.fromEntries(RESULT_KINDS.map((kind) => [kind, new Map()])) as never;
  }

  /** Every answer about one loan. */
  resultsOf(loan: PortfolioLoan): LoanResult[] {
    return questionsOf(loan, this.#asOf).map((question) => {
      const { kind, subject } = question;
      return { kind, subject, ...this.#answer(question) };
    });
  }

  #answer(question: Question): Outcome {
    const { kind, key } = question;
    if (key === null) return this.#seek(question);
    const known = this.#known[kind].get(key);
    if (known) return known;
    const found = this.#seek(question);
    if (this.#known[kind].size >= MOST_KNOWN) this.#known[kind].clear();
    this.#known[kind].set(key, found);
    return found;
  }

  #seek({ kind, facts, ask, arguable }: Question): Outcome {
    const evaluated = (raw: RawFacts) => EVALUATORS[kind].evaluate(this.#inquiry, raw);
    const safe = this.#hear(() => (ask === null ? evaluated(facts()) : granted(ask(this.#inquiry))));
    return outcomeOf(kind, safe, arguable === null ? null : this.#hear(() => evaluated(arguable())));
  }

  #hear(question: () => Decision<WireResult>): Heard {
    this.#inquiry.restart();
    const decision = decided(question);
    const { soFar, provisional } = this.#inquiry;
    return { decision, references: soFar.references, text: soFar.text, provisional };
  }
}

/** The same answer by single evaluations, as `rule eval` gives them. */
export function singleOutcome(book: RuleBook, { kind, facts, arguable }: Question): Outcome {
  const ask = (raw: RawFacts): Heard => {
    const decision = evaluate(book, EVALUATORS[kind], raw);
    if (decision.kind !== 'granted') return { decision, references: [], text: '', provisional: false };
    const { result, trace, provisional } = decision.value;
    const references = [...new Set(trace.map(referenceOf))];
    return { decision: granted(result), references, text: references.join('; '), provisional };
  };
  return outcomeOf(kind, ask(facts()), arguable === null ? null : ask(arguable()));
}
