/** A rule as people read it: versions with both their ends, articles, gists, and the rows as they were written. */
import { addDays } from '@shared/kernel/calendarDate';
import { type Exact, rateText } from '@shared/kernel/exact';
import { yuanText } from '@shared/kernel/money';
import type { Evaluator } from '@shared/rules/evaluation';
import type { Rule, RuleStatus, TableRow, TierRow } from '@shared/rules/ruleTypes';

export interface RuleVersionView {
  readonly from: string;
  /** Last day; null while there is no later version. Derived from the next start, never written by hand. */
  readonly until: string | null;
  readonly document: string;
  readonly article: string;
  readonly gist: string;
  readonly status: RuleStatus;
  readonly checkedOn: string;
  readonly note: string | null;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface RuleView {
  readonly id: string;
  readonly title: string;
  readonly kind: Rule['kind'];
  readonly layer: Rule['layer'];
  readonly selectedBy: Rule['selectedBy'];
  readonly file: string;
  /** The facts that `rule eval` asks for; null for a rule that other rules consult. */
  readonly facts: readonly { readonly name: string; readonly expected: string; readonly optional: boolean }[] | null;
  readonly versions: readonly RuleVersionView[];
}

export function describeRule(rule: Rule, asked: Evaluator | null): RuleView {
  const facts = asked
    ? Object.entries(asked.facts).map(([name, type]) => ({ name, expected: type.expected, optional: !!type.absent }))
    : null;
  const { id, title, kind, layer, selectedBy, file } = rule;
  const bodies = bodiesOf(rule);
  const versions = rule.versions.map((version, index): RuleVersionView => {
    const next = rule.versions[index + 1];
    return {
      from: version.from,
      until: version.ends ?? (next ? addDays(next.from, -1) : null),
      document: version.document,
      article: version.article,
      gist: version.gist,
      status: version.status,
      checkedOn: version.checkedOn,
      note: version.note,
      body: bodies[index] as Readonly<Record<string, unknown>>,
    };
  });
  return { id, title, kind, layer, selectedBy, file, facts, versions };
}

function bodiesOf(rule: Rule): readonly Readonly<Record<string, unknown>>[] {
  switch (rule.kind) {
    case 'value':
      return rule.versions.map(({ values }) => ({ values }));
    case 'tiers':
      return rule.versions.map(({ rows, cap }) => ({
        rows: rows.map(tierRow),
        ...(cap === null ? {} : { cap: yuanText(cap) }),
      }));
    case 'table':
      return rule.versions.map(({ rows }) => ({ inputs: Object.keys(rule.inputs), rows: rows.map(tableRow) }));
    case 'calendar':
      return rule.versions.map(({ off, work }) => ({ off: [...off], work: [...work] }));
    case 'checklist':
      return rule.versions.map(({ items }) => ({ items }));
  }
}

const shown = (value: Exact | null): string | null => (value === null ? null : rateText(value));

const tierRow = (row: TierRow) => ({
  label: row.label,
  upTo: shown(row.upTo),
  flat: yuanText(row.flat),
  rate: shown(row.rate),
});

const tableRow = (row: TableRow) => ({
  label: row.label,
  when: Object.fromEntries(Object.entries(row.when).map(([name, condition]) => [name, condition.written])),
  gives: row.gives,
  ...(row.article === null ? {} : { article: row.article }),
});
