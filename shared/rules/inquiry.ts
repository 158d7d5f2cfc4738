/**
 * One question to the rule book: every rule that is consulted leaves a line in the trace (RUL-02), in the order in
 * which it was asked. A rule that is not in force on the date refuses with `rule-not-in-force`.
 */
import { assert, present } from '../kernel/assert';
import { addDays, type CalendarDate, epochDay } from '../kernel/calendarDate';
import {
  compare,
  type Exact,
  lesser,
  minus,
  over,
  parseExact,
  plus,
  product,
  times,
  whole,
  ZERO,
} from '../kernel/exact';
import { type Fen, parseFen, yuanText } from '../kernel/money';
import { refuse } from '../kernel/result';
import { rowFits } from './checkRows';
import { layeredOn, type RuleBook, type RuleOf, type VersionOf, versionOn } from './ruleBook';
import type { Cell, RuleKind, RuleStatus, Scalar, TableRow, TierRow, VersionHead } from './ruleTypes';

/** Facts as the trace shows them: amounts as yuan text, everything else as it was given. */
export type TraceInputs = Readonly<Record<string, string | number | boolean | null>>;

export interface TraceLine {
  readonly rule: string;
  /** Start date of the version. */
  readonly version: CalendarDate;
  readonly article: string;
  readonly inputs: TraceInputs;
  readonly row?: string;
  /** Only where the figures are not verified in a primary text. */
  readonly status?: Exclude<RuleStatus, 'verified'>;
}

export interface Warning {
  readonly code: string;
  readonly [fact: string]: unknown;
}

/** The values of a rule with all layers applied; `layers` keeps what each said, national first. */
export interface RuleValues {
  readonly article: string;
  readonly number: (name: string) => number;
  readonly exact: (name: string) => Exact;
  readonly fen: (name: string) => Fen;
  readonly text: (name: string) => string;
  readonly has: (name: string) => boolean;
  readonly layers: readonly { readonly article: string; readonly values: Readonly<Record<string, Scalar>> }[];
}

export interface Slice {
  readonly row: TierRow;
  /** Part of the amount inside the band, in the unit of the amount. */
  readonly from: Exact;
  readonly to: Exact;
  readonly amount: Exact;
}

export interface TiersResult {
  /** Exact fen, the cap applied. */
  readonly amount: Exact;
  readonly slices: readonly Slice[];
  readonly article: string;
}

export interface TableMatch {
  readonly gives: TableRow['gives'];
  readonly article: string;
}

const FEN_PER_YUAN = whole(100);
const CALENDAR_RULE = 'calendar/rest-days';

export const articleOf = (version: VersionHead, row?: { readonly article: string | null }): string =>
  row?.article ?? `${version.document} ${version.article}`;

export class Inquiry {
  readonly trace: TraceLine[] = [];
  readonly #written = new Set<string>();
  readonly warnings: Warning[] = [];
  /** True once an answer rests on a day whose holidays are not published. */
  provisional = false;
  readonly book: RuleBook;

  constructor(book: RuleBook) {
    this.book = book;
  }

  /** The same warning twice says no more than once. */
  warn(code: string, facts: Readonly<Record<string, unknown>> = {}): void {
    const warning = { code, ...facts };
    const written = JSON.stringify(warning);
    if (!this.warnings.some((each) => JSON.stringify(each) === written)) this.warnings.push(warning);
  }

  /**
   * A part of an answer that depends on nothing but `key`. Here it is worked out each time; an inquiry over many questions
   * remembers it with what was consulted.
   */
  once<T>(_part: string, _key: string, answer: () => T): T {
    return answer();
  }

  private rule<K extends RuleKind>(id: string, kind: K): RuleOf<K> {
    const rule = this.book.find(id);
    if (rule?.kind !== kind) return refuse('rule-missing', { rule: id });
    return rule as RuleOf<K>;
  }

  private inForce<K extends RuleKind>(rule: RuleOf<K>, date: CalendarDate | null): VersionOf<K> {
    const version = versionOn<VersionOf<K>>(rule.versions as readonly VersionOf<K>[], date);
    return version ?? refuse('rule-not-in-force', { rule: rule.id, date });
  }

  /** Two equal lines say no more than one. */
  private note(
    rule: string,
    version: VersionHead,
    inputs: TraceInputs,
    row?: string,
    article = articleOf(version),
  ): void {
    const line: TraceLine = {
      rule,
      version: version.from,
      article,
      inputs,
      ...(row === undefined ? {} : { row }),
      ...(version.status === 'verified' ? {} : { status: version.status }),
    };
    const written = JSON.stringify(line);
    if (this.#written.has(written)) return;
    this.#written.add(written);
    this.trace.push(line);
  }

  values(id: string, date: CalendarDate | null, inputs: TraceInputs = {}): RuleValues {
    return this.valuesInForce(id, date, inputs) ?? refuse('rule-not-in-force', { rule: id, date });
  }

  /**
   * Values of a value rule, or null when it is not in force; of several layers the strictest wins, and each layer that
   * speaks is traced.
   */
  valuesInForce(id: string, date: CalendarDate | null, inputs: TraceInputs = {}): RuleValues | null {
    const rule = this.rule(id, 'value');
    const layers = layeredOn(this.book, rule, date);
    const base = layers[0];
    if (base === undefined) return null;
    for (const layer of layers) this.note(layer.rule.id, layer.version, inputs);
    const merged: Record<string, Scalar> = Object.assign({}, ...layers.map(({ version }) => version.values));
    // A middle layer may be stricter than the lowest one: the strictest of all holds.
    for (const { version } of layers)
      for (const [name, value] of Object.entries(version.values))
        if (stricter(value, merged[name] as Scalar, rule.tighter[name])) merged[name] = value;
    return {
      ...readers(id, merged),
      article: articleOf(base.version),
      layers: layers.map(({ version }) => ({ article: articleOf(version), values: version.values })),
    };
  }

  /**
   * Progressive bands over `amount` (exact fen). Bounds are yuan, or shares of `base` (exact fen) where it is given.
   * The trace names the band that the whole amount reaches.
   */
  tiers(id: string, date: CalendarDate | null, amount: Exact, inputs: TraceInputs, base?: Exact): TiersResult {
    const rule = this.rule(id, 'tiers');
    const version = this.inForce(rule, date);
    const unit = base ?? FEN_PER_YUAN;
    const slices: Slice[] = [];
    let from: Exact = ZERO;
    for (const row of version.rows) {
      const bound = row.upTo === null ? amount : times(row.upTo, unit);
      const to = lesser(amount, bound);
      slices.push({ row, from, to, amount: plus(whole(row.flat), times(row.rate, minus(to, from))) });
      from = to;
      if (row.upTo !== null && compare(amount, bound) <= 0) break;
    }
    const reached = present(slices.at(-1), 'a tariff has rows');
    this.note(id, version, inputs, reached.row.label);
    const total = slices.reduce((sum, slice) => plus(sum, slice.amount), ZERO);
    const capped = version.cap === null ? total : lesser(total, whole(version.cap));
    return { amount: capped, slices, article: articleOf(version) };
  }

  /** The rows of a decision table that fit `facts`; one for `unique` and `first`, any number for `all`. */
  table(id: string, date: CalendarDate | null, facts: Readonly<Record<string, Cell>>): TableMatch[] {
    const rule = this.rule(id, 'table');
    const version = this.inForce(rule, date);
    const inputs: Record<string, string | number | boolean> = {};
    for (const [name, input] of Object.entries(rule.inputs)) {
      const cell = facts[name];
      assert(cell !== undefined, `the table ${id} was given its input ${name}`);
      inputs[name] = input.type === 'money' ? yuanText(cell as Fen) : cell;
    }
    const fitting = version.rows.filter((row) => rowFits(row, facts));
    const rows = rule.hit === 'all' ? fitting : fitting.slice(0, 1);
    for (const row of rows) this.note(id, version, inputs, row.label, articleOf(version, row));
    return rows.map((row) => ({ gives: row.gives, article: articleOf(version, row) }));
  }

  /** The one row of a table without gaps. */
  row(id: string, date: CalendarDate | null, facts: Readonly<Record<string, Cell>>): TableMatch {
    return present(this.table(id, date, facts)[0], `the table ${id} has a row for all facts`);
  }

  /** Ids of a checklist, in the order of its items, and its article. */
  checklist(id: string, date: CalendarDate | null): { readonly ids: ReadonlySet<string>; readonly article: string } {
    const version = this.inForce(this.rule(id, 'checklist'), date);
    this.note(id, version, {});
    return { ids: new Set(version.items.map((item) => item.id)), article: articleOf(version) };
  }

  /** Ids of a checklist. */
  items(id: string, date: CalendarDate | null): ReadonlySet<string> {
    return this.checklist(id, date).ids;
  }

  /**
   * Whether nothing is due on `date`: weekends and published holidays, but not make-up workdays (CAL-01, CAL-04).
   * A year without a published arrangement is judged by its weekends and makes the answer provisional (CAL-08).
   */
  isRestDay(date: CalendarDate): boolean {
    const { rests, published } = this.restsOn(date);
    if (!published) this.provisional = true;
    return rests;
  }

  private restsOn(date: CalendarDate): { readonly rests: boolean; readonly published: boolean } {
    const weekday = (epochDay(date) + 4) % 7;
    const weekend = weekday === 0 || weekday === 6;
    const year = versionOn(this.rule(CALENDAR_RULE, 'calendar').versions, date);
    if (year === null) return { rests: weekend, published: false };
    return { rests: year.off.has(date) || (weekend && !year.work.has(date)), published: true };
  }

  /** As `rolled`, for a day on the way to the answer: whether its year is published is told, not kept. */
  roll(date: CalendarDate): { readonly day: CalendarDate; readonly published: boolean } {
    for (let day = date, published = true; ; day = addDays(day, 1)) {
      const today = this.restsOn(day);
      published &&= today.published;
      if (!today.rests) return { day, published };
    }
  }

  /** `date`, or the first day after it on which something can be done (民法典 203, 民诉法 85). */
  rolled(date: CalendarDate): CalendarDate {
    const { day, published } = this.roll(date);
    if (!published) this.provisional = true;
    return day;
  }
}

function stricter(value: Scalar, than: Scalar, tighter: 'less' | 'more' | undefined): boolean {
  const [a, b] = [parseExact(String(value)), parseExact(String(than))];
  if (!tighter || a === null || b === null) return false;
  return tighter === 'less' ? compare(a, b) < 0 : compare(a, b) > 0;
}

/** Typed access; a value of another kind than the code expects is a mistake of the pack that tests must meet. */
function readers(id: string, values: Readonly<Record<string, Scalar>>) {
  const value = (name: string) => present(values[name], `the rule ${id} has the value ${name}`);
  return {
    has: (name: string) => values[name] !== undefined,
    text: (name: string) => String(value(name)),
    number: (name: string) => {
      const number = value(name);
      assert(typeof number === 'number', `${id}: ${name} is a number`);
      return number;
    },
    exact: (name: string) => present(parseExact(String(value(name))), `${id}: ${name} is a decimal`),
    fen: (name: string) => {
      const fen = parseFen(String(value(name)));
      assert(typeof fen === 'number', `${id}: ${name} is an amount`);
      return fen;
    },
  };
}

/** `principal × rate × days / basis`, exact fen. */
export const accrued = (principal: Fen, rate: Exact, days: number, basis: number): Exact =>
  over(product(whole(principal), rate, whole(days)), whole(basis));
