/** The short form of an answer, as a portfolio keeps it: a word, a day, an amount, and which rules said so. */
import type { CalendarDate } from '../../kernel/calendarDate';
import { type Fen, parseFen } from '../../kernel/money';
import type { Decision } from '../../kernel/result';
import type { WireResult } from '../../rules/evaluation';
import type { ResultKind, Said } from './questions';

/** What many loans may have in common. `provisional`: rests on a day whose holidays are not published. */
export interface Outcome {
  /** Class, form, status, or rate; null where the answer is only a day. */
  readonly word: string | null;
  /** Code of the refusal, or `needs-facts`. */
  readonly refusal: string | null;
  readonly provisional: boolean;
  /** References of the trace of both readings; of `needs-facts` the names of the facts, of a refusal nothing. */
  readonly trace: string;
}

/** What belongs to one loan alone. */
export interface Own {
  readonly day: CalendarDate | null;
  /** Only where the reading that is better for the bank differs. */
  readonly arguableDay: CalendarDate | null;
  readonly amount: Fen | null;
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function fenOf(value: unknown): Fen | null {
  const fen = typeof value === 'string' ? parseFen(value) : null;
  return typeof fen === 'number' ? fen : null;
}

/** The short form of what goes over the wire. */
export const READ: Readonly<Record<ResultKind, (result: WireResult) => Said>> = {
  'five-level': (result) => ({ word: textOf(result.class), day: null }),
  'four-level': (result) => ({ word: textOf(result.form), day: null }),
  action: (result) => ({
    word: textOf(result.status),
    day: textOf(result.expiry),
    arguable: textOf(result.arguableExpiry),
  }),
  guarantee: (result) => ({
    word: textOf(result.status),
    day: textOf(result.limitationExpiry === undefined ? result.periodEnd : result.limitationExpiry),
    arguable: textOf(result.arguableEnd),
  }),
  provision: (result) => ({ word: textOf(result.rate), day: null, amount: fenOf(result.amount) }),
  enforcement: (result) => ({
    word: textOf(result.status),
    day: textOf(result.expiry),
    arguable: textOf(result.arguableExpiry),
  }),
  notice: (result) => ({ word: null, day: textOf(result.noticeDue) }),
};

/** `other`: what was said to the facts that are better for the bank, where the books leave them open. */
export function ownOf(said: Said, other: Said | null): Own {
  const later = (other ?? said).arguable ?? (other === null ? null : other.day);
  return {
    day: said.day,
    arguableDay: later !== null && said.day !== null && later > said.day ? later : null,
    amount: said.amount ?? null,
  };
}

export const NOTHING_OWN: Own = { day: null, arguableDay: null, amount: null };

/** An answer that is none. */
export function withoutAnswer(decision: Exclude<Decision<unknown>, { kind: 'granted' }>): Outcome {
  const nothing = { word: null, provisional: false };
  return decision.kind === 'needs'
    ? { ...nothing, refusal: 'needs-facts', trace: decision.facts.join(', ') }
    : { ...nothing, refusal: decision.refusal.code, trace: '' };
}
