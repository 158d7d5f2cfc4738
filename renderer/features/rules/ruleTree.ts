/** The rules as a tree: by document and article, by topic, by how sure they are; and what of it a search leaves. */
import type { RuleSource, RuleSummary } from '@shared/contract/rules.contract';

export const GROUPINGS = ['source', 'topic', 'status'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface RuleNode {
  readonly key: string;
  readonly label: string;
  /** The rule that the line stands for; null for a heading, or an article without a rule. */
  readonly rule: RuleSummary | null;
  /** Why an article has no rule. */
  readonly none: string | null;
  readonly children: readonly RuleNode[];
}

export interface TreeWords {
  readonly topic: (topic: string) => string;
  readonly status: (status: string) => string;
  readonly branch: string;
}

/** Two characters and more search (LOAN-05 is the same habit); less shows everything. */
const wanted = (text: string): string => ([...text.trim()].length >= 2 ? text.trim().toLowerCase() : '');

const matches = (text: string, ...places: readonly string[]): boolean =>
  text === '' || places.some((place) => place.toLowerCase().includes(text));

const leaf = (parent: string, rule: RuleSummary, label = rule.title): RuleNode => ({
  key: `${parent}|${rule.id}`,
  label,
  rule,
  none: null,
  children: [],
});

const heading = (key: string, label: string, children: readonly RuleNode[]): RuleNode[] =>
  children.length > 0 ? [{ key, label, rule: null, none: null, children }] : [];

const byTitle = (a: RuleNode, b: RuleNode) => a.label.localeCompare(b.label, 'zh-CN');

/** `litigation/…` and what the branch made of it belong to one topic. */
const topicOf = (id: string): string => id.replace(/^branch\//, '').split('/')[0] ?? '';

function articleNodes(source: RuleSource, byId: ReadonlyMap<string, RuleSummary>, text: string): RuleNode[] {
  return source.articles.flatMap(({ article, gist, rules, none }) => {
    const key = `${source.document}|${article}`;
    const label = `${article} ${gist}`;
    const isHit = matches(text, article, gist);
    const found = rules.flatMap((id) => byId.get(id) ?? []);
    const shown = found.filter((rule) => isHit || matches(text, rule.title, rule.id, rule.words));
    if (found.length === 0) return isHit ? [{ key, label, rule: null, none, children: [] }] : [];
    const [only] = shown;
    if (found.length === 1 && only) return [leaf(key, only, `${article} ${only.title}`)];
    return heading(
      key,
      label,
      shown.map((rule) => leaf(key, rule)),
    );
  });
}

function grouped(
  rules: readonly RuleSummary[],
  groupOf: (rule: RuleSummary) => string,
  word: (group: string) => string,
) {
  const groups = [...new Set(rules.map(groupOf))];
  return groups.flatMap((group) => {
    const own = rules.filter((rule) => groupOf(rule) === group);
    return heading(group, word(group), own.map((rule) => leaf(group, rule)).toSorted(byTitle));
  });
}

const STATUS_ORDER = ['unconfirmed', 'secondary', 'verified', 'not-in-force'];
const statusOf = ({ version }: RuleSummary): string => version?.status ?? 'not-in-force';

export interface TreeInput {
  readonly rules: readonly RuleSummary[];
  readonly sources: readonly RuleSource[];
  readonly grouping: Grouping;
  readonly search: string;
  readonly words: TreeWords;
}

export function ruleTree({ rules, sources, grouping, search, words }: TreeInput): RuleNode[] {
  const text = wanted(search);
  const hits = rules.filter((rule) => matches(text, rule.title, rule.id, rule.words));
  if (grouping === 'topic') return grouped(hits, ({ id }) => topicOf(id), words.topic).toSorted(byTitle);
  if (grouping === 'status')
    return grouped(hits, statusOf, words.status).toSorted(
      (a, b) => STATUS_ORDER.indexOf(a.key) - STATUS_ORDER.indexOf(b.key),
    );
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const own = hits.filter(({ layer }) => layer === 'branch');
  return [
    ...heading(
      'branch',
      words.branch,
      own.map((rule) => leaf('branch', rule)),
    ),
    ...sources.flatMap((source) => {
      const isWhole = text !== '' && matches(text, source.document, source.title);
      return heading(source.document, source.document, articleNodes(source, byId, isWhole ? '' : text));
    }),
  ];
}

/** Every line of the tree. */
export const flatNodes = (nodes: readonly RuleNode[]): RuleNode[] =>
  nodes.flatMap((node) => [node, ...flatNodes(node.children)]);

/** How many rules the tree shows, each once. */
export const rulesIn = (nodes: readonly RuleNode[]): number =>
  new Set(flatNodes(nodes).flatMap(({ rule }) => rule?.id ?? [])).size;
