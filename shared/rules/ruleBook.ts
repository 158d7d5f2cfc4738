/** All rules in force, found by id and date. Built once from checked rules; whole-pack mistakes are told here. */
import type { CalendarDate } from '../kernel/calendarDate';
import { compare, parseExact } from '../kernel/exact';
import {
  LAYERS,
  type PackFault,
  type Rule,
  type RuleKind,
  type Scalar,
  type ValueRule,
  type ValueVersion,
  type VersionHead,
} from './ruleTypes';

export type RuleOf<K extends RuleKind> = Extract<Rule, { kind: K }>;
export type VersionOf<K extends RuleKind> = RuleOf<K>['versions'][number];

/** The version that holds on `date`; null before the first and after an end. `null` as date asks for the last version. */
export function versionOn<V extends VersionHead>(versions: readonly V[], date: CalendarDate | null): V | null {
  if (date === null) return versions.at(-1) ?? null;
  // Halving: a calendar has a version for each year, and a run over all loans asks for millions of days.
  let [low, high] = [0, versions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((versions[middle] as V).from <= date) low = middle + 1;
    else high = middle;
  }
  const found = versions[low - 1];
  return found !== undefined && (found.ends === null || date <= found.ends) ? found : null;
}

/** Whether `value` is looser than `base` for the bank; values that are no numbers may only be equal. */
function loosens(value: Scalar, base: Scalar, tighter: 'less' | 'more' | undefined): boolean {
  const [own, other] = [parseExact(String(value)), parseExact(String(base))];
  if (tighter === undefined || own === null || other === null) return value !== base;
  return tighter === 'less' ? compare(own, other) > 0 : compare(own, other) < 0;
}

const overlap = (a: VersionHead, aNext: CalendarDate | undefined, b: VersionHead, bNext: CalendarDate | undefined) =>
  (aNext === undefined || b.from < aNext) && (bNext === undefined || a.from < bNext);

export class RuleBook {
  private readonly byId = new Map<string, Rule>();
  private readonly narrowing = new Map<string, ValueRule[]>();

  private constructor(rules: readonly Rule[]) {
    for (const rule of rules) {
      if (rule.kind === 'value' && rule.tightens !== null)
        this.narrowing.set(rule.tightens, [...(this.narrowing.get(rule.tightens) ?? []), rule]);
      this.byId.set(rule.id, rule);
    }
  }

  /** A book, or the faults that only show when all files are seen together. */
  static of(rules: readonly Rule[]): { readonly book: RuleBook; readonly faults: readonly PackFault[] } {
    const faults: PackFault[] = [];
    const seen = new Map<string, Rule>();
    for (const rule of rules) {
      const earlier = seen.get(rule.id);
      if (earlier) faults.push({ file: rule.file, line: 1, code: 'id-duplicate', detail: `also in ${earlier.file}` });
      seen.set(rule.id, rule);
    }
    for (const rule of rules)
      if (rule.kind === 'value' && rule.tightens !== null)
        faults.push(...checkNarrowing(rule, seen.get(rule.tightens)));
    return { book: new RuleBook(rules), faults };
  }

  get rules(): readonly Rule[] {
    return [...this.byId.values()];
  }

  find(id: string): Rule | null {
    return this.byId.get(id) ?? null;
  }

  /** The rules of lower layers that narrow `id`, highest layer first. */
  narrowings(id: string): readonly ValueRule[] {
    const rules = this.narrowing.get(id) ?? [];
    return [...rules].sort((a, b) => LAYERS.indexOf(a.layer) - LAYERS.indexOf(b.layer));
  }
}

/** Only a lower layer may narrow, only values that the base opens, and only in the base's direction. */
function checkNarrowing(rule: ValueRule, base: Rule | undefined): PackFault[] {
  const fault = (line: number, code: PackFault['code'], detail: string): PackFault[] => [
    { file: rule.file, line, code, detail },
  ];
  if (base?.kind !== 'value') return fault(1, 'rule-unknown', `tightens: no value rule "${rule.tightens}"`);
  if (LAYERS.indexOf(rule.layer) <= LAYERS.indexOf(base.layer))
    return fault(1, 'loosens', `${rule.layer} does not stand below ${base.layer}`);
  return rule.versions.flatMap((version, index) =>
    base.versions.flatMap((other, at) => {
      if (!overlap(version, rule.versions[index + 1]?.from, other, base.versions[at + 1]?.from)) return [];
      return Object.entries(version.values).flatMap(([name, value]) => {
        const open = other.values[name];
        if (open === undefined) return fault(version.line, 'input-unknown', `"${name}" is no value of ${base.id}`);
        if (!loosens(value, open, base.tighter[name])) return [];
        return fault(
          version.line,
          'loosens',
          `${name}: ${value} is looser than ${open} of ${base.id} from ${other.from}`,
        );
      });
    }),
  );
}

/** One layer's say on the values of a rule. */
export interface LayeredVersion {
  readonly rule: ValueRule;
  readonly version: ValueVersion;
}

/** The versions of all layers that hold on `date`, national first; empty when the base is not in force. */
export function layeredOn(book: RuleBook, rule: ValueRule, date: CalendarDate | null): LayeredVersion[] {
  const base = versionOn(rule.versions, date);
  if (base === null) return [];
  const below = book.narrowings(rule.id).flatMap((each) => {
    const version = versionOn(each.versions, date);
    return version ? [{ rule: each, version }] : [];
  });
  return [{ rule, version: base }, ...below];
}
