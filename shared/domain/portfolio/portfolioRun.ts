/**
 * All rules over many loans. Every answer is that of the same computations that `rule eval` asks; equal questions are asked once,
 * and the rules are looked up once (performance.md P7).
 */
import { present } from '../../kernel/assert';
import type { CalendarDate } from '../../kernel/calendarDate';
import { type Decision, granted, needs, RefusalError } from '../../kernel/result';
import type { Evaluator } from '../../rules/evaluation';
import { evaluate } from '../../rules/evaluation';
import type { RuleBook } from '../../rules/ruleBook';
import { findEvaluator } from '../rules/evaluators';
import type { PortfolioLoan } from './loanFacts';
import { NOTHING_OWN, type Outcome, type Own, ownOf, READ, withoutAnswer } from './outcome';
import {
  EVALUATOR_OF,
  type Facts,
  type Question,
  questionsOf,
  RESULT_KINDS,
  type ResultKind,
  type Said,
} from './questions';
import { keepRoom, RememberingInquiry, referenceOf } from './rememberingInquiry';

/** Equal outcomes of one kind are the same object. */
export interface NumberedOutcome extends Outcome {
  /** From 1. */
  readonly number: number;
}

export interface LoanResult extends Own {
  readonly kind: ResultKind;
  readonly subject: number;
  readonly outcome: NumberedOutcome;
}

type Found = Own & Pick<LoanResult, 'outcome'>;

const EVALUATORS = Object.fromEntries(
  RESULT_KINDS.map((kind) => [kind, present(findEvaluator(EVALUATOR_OF[kind]), `${kind} has its question`)]),
) as Readonly<Record<ResultKind, Evaluator>>;

const memories = <T>() =>
  Object.fromEntries(RESULT_KINDS.map((kind) => [kind, new Map()])) as Readonly<Record<ResultKind, Map<string, T>>>;

/** The decision; refusals that are thrown are decisions as well. */
function decided(work: () => Decision<Said>): Decision<Said> {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    const { code, facts: names } = error.refusal;
    if (code === 'needs-facts' && Array.isArray(names?.names)) return needs(names.names as string[]);
    return { kind: 'refused', refusal: error.refusal };
  }
}

export class PortfolioRun {
  readonly #inquiry: RememberingInquiry;
  readonly #asOf: CalendarDate;
  readonly #known = memories<Map<string, Found>>();
  readonly #outcomes = memories<NumberedOutcome[]>();
  #numbers = 0;

  constructor(book: RuleBook, asOf: CalendarDate) {
    this.#inquiry = new RememberingInquiry(book);
    this.#asOf = asOf;
  }

  /** Every answer about one loan. */
  resultsOf(loan: PortfolioLoan): LoanResult[] {
    return questionsOf(loan, this.#asOf).map((question) => {
      const { outcome, day, arguableDay, amount } = this.#answer(question);
      return { kind: question.kind, subject: question.subject, outcome, day, arguableDay, amount };
    });
  }

  #answer(question: Question): Found {
    const { kind, key, variant } = question;
    if (key === null) return this.#seek(question);
    const variants = this.#known[kind];
    const known = variants.get(variant) ?? keepRoom(variants, variant, new Map());
    return known.get(key) ?? keepRoom(known, key, this.#seek(question));
  }

  #seek({ kind, facts, arguable }: Question): Found {
    const inquiry = this.#inquiry;
    inquiry.restart();
    const safe = this.#hear(kind, facts);
    if (safe.kind !== 'granted') return { ...NOTHING_OWN, outcome: this.#same(kind, withoutAnswer(safe)) };
    const { soFar, provisional } = inquiry;
    const other = arguable === null ? null : this.#hear(kind, arguable);
    // A better reading that is refused leaves nothing behind.
    const heard = other?.kind === 'granted' ? inquiry : { soFar, provisional };
    const { word } = safe.value;
    const found = { word, refusal: null, provisional: heard.provisional, trace: heard.soFar.text };
    const { day, arguableDay, amount } = ownOf(safe.value, other?.kind === 'granted' ? other.value : null);
    return { outcome: this.#same(kind, found), day, arguableDay, amount };
  }

  #same(kind: ResultKind, found: Outcome): NumberedOutcome {
    const { word, refusal, provisional, trace } = found;
    const outcomes = this.#outcomes[kind];
    const ofTrace = outcomes.get(trace) ?? keepRoom(outcomes, trace, []);
    for (const known of ofTrace)
      if (known.word === word && known.provisional === provisional && known.refusal === refusal) return known;
    this.#numbers += 1;
    const numbered = { ...found, number: this.#numbers };
    ofTrace.push(numbered);
    return numbered;
  }

  #hear(kind: ResultKind, { raw, ask }: Facts): Decision<Said> {
    const inquiry = this.#inquiry;
    return decided(() => {
      if (ask !== null) return granted(ask(inquiry));
      const decision = EVALUATORS[kind].evaluate(inquiry, raw());
      return decision.kind === 'granted' ? granted(READ[kind](decision.value)) : decision;
    });
  }
}

/** The same answer by single evaluations, as `rule eval` gives them. */
export function singleOutcome(book: RuleBook, { kind, facts, arguable }: Question): Own & { outcome: Outcome } {
  const ask = ({ raw }: Facts) => evaluate(book, EVALUATORS[kind], raw());
  const safe = ask(facts);
  if (safe.kind !== 'granted') return { ...NOTHING_OWN, outcome: withoutAnswer(safe) };
  const other = arguable === null ? null : ask(arguable);
  const answers = other?.kind === 'granted' ? [safe.value, other.value] : [safe.value];
  const [said, better = null] = answers.map(({ result }) => READ[kind](result)) as [Said, Said?];
  const references = answers.flatMap(({ trace }) => trace.map(referenceOf));
  const outcome = {
    word: said.word,
    refusal: null,
    provisional: answers.some(({ provisional }) => provisional),
    trace: [...new Set(references)].join('; '),
  };
  return { outcome, ...ownOf(said, better) };
}
