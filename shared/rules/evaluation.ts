/** From a question with raw facts to an answer with its reasons; the form in which it goes over the wire. */
import { type CalendarDate, isCalendarDate } from '../kernel/calendarDate';
import { type Decision, granted, needs, type Refusal, RefusalError, refuse, refused } from '../kernel/result';
import { type FactsOf, type FactTypes, type RawFacts, readFacts } from './facts';
import { Inquiry, type TraceLine, type Warning } from './inquiry';
import type { RuleBook } from './ruleBook';

/** Amounts as yuan text, rates as decimal text, dates as ISO text. */
export type WireResult = Readonly<Record<string, unknown>>;

export interface Answer {
  readonly result: WireResult;
  readonly trace: readonly TraceLine[];
  readonly warnings: readonly Warning[];
  readonly provisional: boolean;
}

/** One question that `rule eval` knows. Its id stays for ever. */
export interface Evaluator {
  readonly id: string;
  readonly facts: FactTypes;
  readonly evaluate: (inquiry: Inquiry, raw: RawFacts) => Decision<WireResult>;
}

const NEEDS = 'needs-facts';

/** For a computation that finds on its way that the other facts make one more necessary. */
export const askFor = (...names: readonly string[]): never => refuse(NEEDS, { names });

/** Facts that may stand with any question without being asked for. */
const COMMON = new Set(['asOf']);

/** Binds a typed computation to its id; `compute` may refuse by throwing a RefusalError. */
export function evaluator<S extends FactTypes>(
  id: string,
  facts: S,
  compute: (inquiry: Inquiry, facts: FactsOf<S>) => WireResult,
): Evaluator {
  return {
    id,
    facts,
    evaluate: (inquiry, raw) => {
      const read = readFacts(facts, raw);
      if (read.kind !== 'granted') return read;
      for (const name of Object.keys(raw))
        if (!Object.hasOwn(facts, name) && !COMMON.has(name)) inquiry.warn('fact-unused', { fact: name });
      return granted(compute(inquiry, read.value));
    },
  };
}

/**
 * Refuses `fact-invalid` (asOf), and whatever the evaluator refuses. `inquiry`: the caller's own, where it also wants the
 * trace that led to a refusal.
 */
export function evaluate(
  book: RuleBook,
  asked: Evaluator,
  raw: RawFacts,
  asOf?: CalendarDate,
  inquiry: Inquiry = new Inquiry(book),
): Decision<Answer> {
  const day = asOf ?? raw.asOf;
  if (day !== undefined && !(typeof day === 'string' && isCalendarDate(day)))
    return refused('fact-invalid', { fact: 'asOf', expected: 'YYYY-MM-DD' });
  try {
    const decision = asked.evaluate(inquiry, day === undefined ? raw : { ...raw, asOf: day });
    if (decision.kind !== 'granted') return decision;
    const { trace, warnings, provisional } = inquiry;
    return granted({ result: decision.value, trace, warnings, provisional });
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    const { code, facts } = error.refusal;
    if (code === NEEDS && Array.isArray(facts?.names)) return needs(facts.names as string[]);
    return { kind: 'refused', refusal: error.refusal };
  }
}

/** A decision as the command line prints it; missing facts are a refusal with the list of their names. */
export function toWire(
  decision: Decision<Answer>,
): Answer | { readonly refusal: Omit<Refusal, 'facts'> & { facts?: unknown } } {
  if (decision.kind === 'granted') return decision.value;
  if (decision.kind === 'refused') return { refusal: decision.refusal };
  return { refusal: { code: NEEDS, facts: decision.facts } };
}
