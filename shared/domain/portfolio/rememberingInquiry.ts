/**
 * The inquiry of a run over many loans: what a rule says on a date is looked up once and remembered, and the trace is kept as
 * references (rule, version, row) without the facts of the single loan. The domain functions do not know the difference;
 * a test holds both ways against each other, loan by loan.
 */
import { addDays, type CalendarDate } from '../../kernel/calendarDate';
import { Inquiry, type RuleValues, type TableMatch, type TraceInputs, type TraceLine } from '../../rules/inquiry';
import type { RuleBook } from '../../rules/ruleBook';
import type { Cell } from '../../rules/ruleTypes';

interface Remembered<T> {
  readonly value: T;
  readonly references: readonly string[];
}

export const referenceOf = ({ rule, version, row }: TraceLine): string =>
  row === undefined ? `${rule}@${version}` : `${rule}@${version}#${row}`;

/** A trace as it grows: whoever consults the same things in the same order comes to the same place. */
export class TraceSoFar {
  /** Each reference once, in the order in which they were met. */
  readonly references: readonly string[];
  readonly text: string;
  readonly #next = new Map<readonly string[], TraceSoFar>();

  constructor(references: readonly string[] = []) {
    this.references = references;
    this.text = references.join('; ');
  }

  /** `met` is always the same list for the same thing. */
  after(met: readonly string[]): TraceSoFar {
    const known = this.#next.get(met);
    if (known) return known;
    const added = [...new Set(met)].filter((reference) => !this.references.includes(reference));
    const next = added.length === 0 ? this : new TraceSoFar([...this.references, ...added]);
    this.#next.set(met, next);
    return next;
  }
}

export class RememberingInquiry extends Inquiry {
  readonly #values = new Map<string, Map<CalendarDate | null, Remembered<RuleValues | null>>>();
  readonly #changes = new Map<string, readonly CalendarDate[]>();
  readonly #tables = new Map<string, Map<string, Remembered<TableMatch[]>>>();
  readonly #rolls = new Map<CalendarDate, ReturnType<Inquiry['roll']>>();
  readonly #start = new TraceSoFar();
  #at = this.#start;

  /** Begins another question; what the rules say stays remembered. */
  restart(): void {
    this.#at = this.#start;
    this.provisional = false;
  }

  /** What was consulted since the last start. */
  get soFar(): TraceSoFar {
    return this.#at;
  }

  #meet<T>({ value, references }: Remembered<T>): T {
    this.#at = this.#at.after(references);
    return value;
  }

  #ask<T>(question: (inquiry: Inquiry) => T): Remembered<T> {
    const inquiry = new Inquiry(this.book);
    return { value: question(inquiry), references: inquiry.trace.map(referenceOf) };
  }

  /** The last day on or before `date` on which another version of the rule, or of one that narrows it, began or ended. */
  #lastChange(id: string, date: CalendarDate | null): CalendarDate | null {
    if (date === null) return null;
    const changes = this.#changes.get(id) ?? keep(this.#changes, id, changesOf(this.book, id));
    let last = '';
    for (const change of changes) {
      if (change > date) break;
      last = change;
    }
    return last;
  }

  override warn(): void {
    // A run keeps results; whoever opens one asks again and reads the warnings.
  }

  override valuesInForce(id: string, date: CalendarDate | null, _inputs?: TraceInputs): RuleValues | null {
    const since = this.#lastChange(id, date);
    const byDate = this.#values.get(id) ?? keep(this.#values, id, new Map());
    const known =
      byDate.get(since) ??
      keep(
        byDate,
        since,
        this.#ask((inquiry) => inquiry.valuesInForce(id, date)),
      );
    return this.#meet(known);
  }

  override table(id: string, date: CalendarDate | null, facts: Readonly<Record<string, Cell>>): TableMatch[] {
    let key = this.#lastChange(id, date) ?? '';
    for (const name in facts) key += `|${facts[name]}`;
    const byFacts = this.#tables.get(id) ?? keep(this.#tables, id, new Map());
    const known =
      byFacts.get(key) ??
      keep(
        byFacts,
        key,
        this.#ask((inquiry) => inquiry.table(id, date, facts)),
      );
    return this.#meet(known);
  }

  override roll(date: CalendarDate): ReturnType<Inquiry['roll']> {
    return this.#rolls.get(date) ?? keep(this.#rolls, date, super.roll(date));
  }
}

function changesOf(book: RuleBook, id: string): CalendarDate[] {
  const rule = book.find(id);
  const versions = [...(rule?.versions ?? []), ...book.narrowings(id).flatMap((each) => each.versions)];
  const days = versions.flatMap(({ from, ends }) => (ends === null ? [from] : [from, addDays(ends, 1)]));
  return [...new Set(days)].sort();
}

function keep<K, V>(memory: Map<K, V>, key: K, value: V): V {
  memory.set(key, value);
  return value;
}
