/**
 * Who approves, derived from a rule and never chosen (ORG-04, B3 §33): the path of a request, and how far a level may go
 * by itself, so that a refusal can name the limit and the level that can.
 */
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { yuanText } from '@shared/kernel/money';
import { rowFits } from '../../rules/checkRows';
import type { Inquiry } from '../../rules/inquiry';
import { type RuleBook, versionOn } from '../../rules/ruleBook';
import type { Cell, Scalar, TableRule } from '../../rules/ruleTypes';
import { type Level, levelOfWord } from './levels';

/** The rule that names the levels. Without `columns`: those of the authority tables. */
export interface Authority {
  readonly rule: string;
  /** Columns of a decision table or names of a value rule, first level first. */
  readonly columns?: readonly string[];
}

/** The inputs of the rule: amounts in fen, percents as numbers, words. */
export type AuthorityFacts = Readonly<Record<string, Cell>>;

/** Of the authority tables. */
export const COLUMNS = ['level1', 'level2', 'level3', 'level4'];

function levelsIn(word: (column: string) => Scalar | undefined, { columns = COLUMNS }: Authority): Level[] {
  return columns.flatMap((column) => levelOfWord(String(word(column) ?? '')) ?? []);
}

/** Levels in their order; none where the rule asks for no approval. The rule leaves its line in the trace. */
export function pathOf(inquiry: Inquiry, authority: Authority, facts: AuthorityFacts, day: CalendarDate): Level[] {
  if (inquiry.book.find(authority.rule)?.kind === 'value') {
    const values = inquiry.values(authority.rule, day);
    return levelsIn((name) => (values.has(name) ? values.text(name) : undefined), authority);
  }
  const { gives } = inquiry.row(authority.rule, day, facts);
  return levelsIn((column) => gives[column], authority);
}

/** One measure by which a request is beyond a level. Amounts as yuan text. */
export interface Excess {
  /** Input of the rule, e.g. `lossAmount`. */
  readonly fact: string;
  readonly limit: string;
  readonly excess: string;
}

/** The last level is the one that answers for the whole. */
const answering = (rule: TableRule, authority: Authority, facts: AuthorityFacts, day: CalendarDate) => {
  const row = versionOn(rule.versions, day)?.rows.find((each) => rowFits(each, facts));
  return row && levelsIn((column) => row.gives[column], authority).at(-1);
};

/** The highest value of `input` at which `level` answers, the other measures being as small as can be; null: at none. */
function highest(rule: TableRule, authority: Authority, facts: AuthorityFacts, input: string, of: Level, day: string) {
  const least = Object.fromEntries(measures(rule).map((name) => [name, 0]));
  const rows = versionOn(rule.versions, day)?.rows ?? [];
  const probes = rows.flatMap((row) => row.when[input]?.probes ?? []).filter((probe) => Number(probe) >= 0);
  const fitting = probes.filter(
    (probe) => answering(rule, authority, { ...facts, ...least, [input]: probe }, day) === of,
  );
  return fitting.length === 0 ? null : Math.max(...fitting.map(Number));
}

const measures = (rule: TableRule): string[] =>
  Object.entries(rule.inputs).flatMap(([name, { type }]) => (type === 'money' || type === 'number' ? [name] : []));

/**
 * By how much `facts` are beyond what `level` decides by itself; empty when no limit of that level is exceeded, or when
 * it decides nothing of the kind.
 */
export function excessOf(
  book: RuleBook,
  authority: Authority,
  facts: AuthorityFacts,
  level: Level,
  day: CalendarDate,
): Excess[] {
  const rule = book.find(authority.rule);
  if (rule?.kind !== 'table') return [];
  return measures(rule).flatMap((fact) => {
    const limit = highest(rule, authority, facts, fact, level, day);
    const given = Number(facts[fact]);
    if (limit === null || given <= limit) return [];
    const text = (value: number) => (rule.inputs[fact]?.type === 'money' ? yuanText(value) : String(value));
    return [{ fact, limit: text(limit), excess: text(given - limit) }];
  });
}
