/** The short form of an answer, as a portfolio keeps it: a word, a day, an amount, and which rules said so. */
import type { CalendarDate } from '../../kernel/calendarDate';
import { type Fen, parseFen } from '../../kernel/money';
import type { Decision } from '../../kernel/result';
import type { WireResult } from '../../rules/evaluation';
import type { ResultKind } from './questions';

/** `provisional`: rests on a day whose holidays are not published. */
export interface Outcome {
  /** Class, form, or status; null where the answer is only a day. */
  readonly word: string | null;
  readonly day: CalendarDate | null;
  /** Only where the reading that is better for the bank differs. */
  readonly arguableDay: CalendarDate | null;
  readonly amount: Fen | null;
  /** Code of the refusal, or `needs-facts`. */
  readonly refusal: string | null;
  readonly provisional: boolean;
  /** References of the trace of both readings; of `needs-facts` the names of the facts, of a refusal nothing. */
  readonly trace: string;
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function fenOf(value: unknown): Fen | null {
  const fen = typeof value === 'string' ? parseFen(value) : null;
  return typeof fen === 'number' ? fen : null;
}

interface Said {
  readonly word: string | null;
  readonly day: CalendarDate | null;
  readonly arguable?: CalendarDate | null;
  readonly amount?: Fen | null;
}

const READ: Readonly<Record<ResultKind, (result: WireResult) => Said>> = {
  'five-level': (result) => ({ word: textOf(result.class), day: null }),
  'four-level': (result) => ({ word: textOf(result.form), day: null }),
  action: (result) => ({
    word: textOf(result.status),
    day: textOf(result.expiry),
    arguable: textOf(result.arguableExpiry),
  }),
  guarantee: (result) => ({
    word: textOf(result.status),
    day: textOf(result.limitationExpiry ?? result.periodEnd),
  }),
  provision: (result) => ({ word: textOf(result.rate), day: null, amount: fenOf(result.amount) }),
  notice: (result) => ({ word: null, day: textOf(result.noticeDue) }),
};

/** What a question brought, and the references of what was consulted. */
export interface Heard {
  readonly decision: Decision<WireResult>;
  readonly references: readonly string[];
  /** The references as one text. */
  readonly text: string;
  readonly provisional: boolean;
}

/** `arguable`: the answer to the facts that are better for the bank, where the books leave them open. */
export function outcomeOf(kind: ResultKind, { decision, ...safe }: Heard, arguable: Heard | null): Outcome {
  const nothing = { word: null, day: null, arguableDay: null, amount: null, provisional: false, trace: '' };
  if (decision.kind === 'needs') return { ...nothing, refusal: 'needs-facts', trace: decision.facts.join(', ') };
  if (decision.kind === 'refused') return { ...nothing, refusal: decision.refusal.code };
  const said = READ[kind](decision.value);
  const heard = arguable?.decision.kind === 'granted' ? arguable : null;
  const other = arguable?.decision.kind === 'granted' ? READ[kind](arguable.decision.value) : said;
  const later = other.arguable ?? (heard ? other.day : null);
  return {
    word: said.word,
    day: said.day,
    arguableDay: later !== null && said.day !== null && later > said.day ? later : null,
    amount: said.amount ?? null,
    refusal: null,
    provisional: safe.provisional || heard?.provisional === true,
    trace: heard === null ? safe.text : [...new Set([...safe.references, ...heard.references])].join('; '),
  };
}
