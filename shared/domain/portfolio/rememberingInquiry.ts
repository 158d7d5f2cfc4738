/**
 * The inquiry of a run over many loans: what a rule says on a date is looked up once and remembered, and the trace is kept as
 * references (rule, version, row) without the facts of the single loan. The domain functions do not know the difference;
 * a test holds both ways against each other, loan by loan.
 */
import { addDays, type CalendarDate } from '../../kernel/calendarDate';
import { RefusalError } from '../../kernel/result';
import { rowFits } from '../../rules/checkRows';
import { Inquiry, type RuleValues, type TableMatch, type TraceInputs, type TraceLine } from '../../rules/inquiry';
import { type RuleBook, versionOn } from '../../rules/ruleBook';
import type { Cell } from '../../rules/ruleTypes';

interface Remembered<T> {
  readonly value: T;
  readonly references: readonly string[];
}

/** What was refused is remembered as well: making an error anew costs more than the answer. */
type Kept<T> = Remembered<T> | RefusalError;

export const referenceOf = ({ rule, version, row }: TraceLine): string =>
  row === undefined ? `${rule}@${version}` : `${rule}@${version}#${row}`;

/** A trace as it grows: whoever consults the same things in the same order comes to the same place. */
class TraceSoFar {
  /** Each reference once, in the order in which they were met. */
  readonly references: readonly string[];
  readonly text: string;
  readonly #all: Map<string, TraceSoFar>;
  readonly #next = new Map<readonly string[], TraceSoFar>();

  constructor(references: readonly string[] = [], all = new Map<string, TraceSoFar>()) {
    this.references = references;
    this.text = references.join('; ');
    this.#all = all.set(this.text, this);
  }

  /** `met` is always the same list for the same thing. */
  after(met: readonly string[]): TraceSoFar {
    const known = this.#next.get(met);
    if (known) return known;
    const references = [...new Set([...this.references, ...met])];
    const next = this.#all.get(references.join('; ')) ?? new TraceSoFar(references, this.#all);
    this.#next.set(met, next);
    return next;
  }
}

type Cells = Readonly<Record<string, Cell>>;

interface KnownTable {
  /** Equal keys of one version fit the same rows. */
  readonly keyOf: (facts: Cells, date: CalendarDate | null) => string;
  readonly matches: Map<CalendarDate | null, Map<string, Kept<TableMatch[]>>>;
}

/** The words of the facts, or which rows they fit where a fact may be any number or day. */
function keyOfTable(book: RuleBook, id: string): KnownTable['keyOf'] {
  const rule = book.find(id);
  if (rule?.kind !== 'table') return () => '';
  const { inputs, versions } = rule;
  const names = Object.keys(inputs);
  if (Object.values(inputs).every(({ type }) => type === 'enum' || type === 'boolean'))
    return (facts) => names.reduce((key, name) => (key === '' ? `${facts[name]}` : `${key}|${facts[name]}`), '');
  return (facts, date) =>
    (versionOn(versions, date)?.rows ?? []).reduce((key, row) => key + (rowFits(row, facts) ? '+' : '-'), '');
}

interface PartOfAnswer {
  readonly value: unknown;
  readonly references: readonly string[];
  readonly provisional: boolean;
}

export class RememberingInquiry extends Inquiry {
  readonly #values = new Map<string, Map<CalendarDate | null, Kept<RuleValues | null>>>();
  readonly #changes = new Map<string, readonly CalendarDate[]>();
  readonly #tables = new Map<string, KnownTable>();
  readonly #rolls = new Map<CalendarDate, ReturnType<Inquiry['roll']>>();
  readonly #parts = new Map<string, Map<string, PartOfAnswer>>();
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

  #meet<T>(kept: Kept<T>): T {
    if (kept instanceof RefusalError) throw kept;
    this.#at = this.#at.after(kept.references);
    return kept.value;
  }

  #ask<T>(question: (inquiry: Inquiry) => T): Kept<T> {
    const inquiry = new Inquiry(this.book);
    try {
      return { value: question(inquiry), references: inquiry.trace.map(referenceOf) };
    } catch (error) {
      if (error instanceof RefusalError) return error;
      throw error;
    }
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

  override once<T>(part: string, key: string, answer: () => T): T {
    const byKey = this.#parts.get(part) ?? keep(this.#parts, part, new Map());
    const { value, references, provisional } = byKey.get(key) ?? keepRoom(byKey, key, this.#apart(answer));
    this.#at = this.#at.after(references);
    this.provisional ||= provisional;
    return value as T;
  }

  /** An answer as if it were a question of its own. */
  #apart(answer: () => unknown): PartOfAnswer {
    const [at, provisional] = [this.#at, this.provisional];
    this.restart();
    const part = { value: answer(), references: this.#at.references, provisional: this.provisional };
    this.#at = at;
    this.provisional = provisional;
    return part;
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
    const table =
      this.#tables.get(id) ?? keep(this.#tables, id, { keyOf: keyOfTable(this.book, id), matches: new Map() });
    const since = this.#lastChange(id, date);
    const ofVersion = table.matches.get(since) ?? keep(table.matches, since, new Map());
    const key = table.keyOf(facts, date);
    const known =
      ofVersion.get(key) ??
      keep(
        ofVersion,
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

/** Answers that are remembered of one part: a million loans must not keep a million of them. */
const MOST_KNOWN = 100_000;

export function keepRoom<K, V>(memory: Map<K, V>, key: K, value: V): V {
  if (memory.size >= MOST_KNOWN) memory.clear();
  return keep(memory, key, value);
}

function keep<K, V>(memory: Map<K, V>, key: K, value: V): V {
  memory.set(key, value);
  return value;
}
