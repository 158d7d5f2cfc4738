/**
 * A version of the branch as it is edited: a table of texts. Which rules may have one, what an editor begins with, and how
 * the texts become the pack form that the engine checks like any other file (RUL-03).
 */
import { compare, parseExact, ZERO } from '../../kernel/exact';
import type { JsonValue } from '../../rules/packText';
import type { Rule, Scalar, TableInput, TableRule, ValueRule } from '../../rules/ruleTypes';

/** One line of a table: conditions and results by column, as typed; an empty condition fits everything. */
export interface DraftRow {
  readonly when: Readonly<Record<string, string>>;
  readonly gives: Readonly<Record<string, string>>;
}

export interface VersionDraft {
  /** First day in force. */
  readonly from: string;
  /** The branch's own paper and its article. */
  readonly document: string;
  readonly article: string;
  readonly gist: string;
  /** Of a value rule: by name. A value that is left empty stays as the rule says. */
  readonly values: Readonly<Record<string, string>>;
  /** Of a decision table. */
  readonly rows: readonly DraftRow[];
}

/** tighten: values of law and regulation, in the strict direction only; replace: what the branch itself lays down. */
export type Change = 'tighten' | 'replace';

/** How the branch may change a rule; null: not at all (tables of the law, tariffs, calendars, checklists). */
export function changeOf(rule: Rule): Change | null {
  if (rule.kind === 'table') return rule.layer === 'regulation' ? 'replace' : null;
  if (rule.kind !== 'value' || rule.layer === 'branch' || rule.tightens !== null) return null;
  if (Object.keys(rule.tighter).length > 0) return 'tighten';
  return rule.layer === 'regulation' ? 'replace' : null;
}

/** A rule that has versions of the branch. */
export type ChangeableRule = ValueRule | TableRule;
export const asChangeable = (rule: Rule): ChangeableRule | null =>
  changeOf(rule) === null ? null : (rule as ChangeableRule);

/** What a result column or a value takes. `words`: codes that the program knows; anything else would mean nothing to it. */
export interface DraftColumn {
  readonly name: string;
  readonly type: 'number' | 'amount' | 'decimal' | 'boolean' | 'word' | 'text';
  readonly words: readonly string[];
  /** Every row, or the value, is filled. */
  readonly required: boolean;
  /** For a value: which direction is stricter. */
  readonly tighter: 'less' | 'more' | null;
}

const CODE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

function columnType(values: readonly Scalar[]): DraftColumn['type'] {
  if (values.every((value) => typeof value === 'number')) return 'number';
  if (values.every((value) => typeof value === 'boolean')) return 'boolean';
  const texts = values.map(String);
  // 0.05 may be a rate, 150.00 is an amount.
  if (texts.every((text) => /^\d+\.\d{2}$/.test(text) && !text.startsWith('0.'))) return 'amount';
  if (texts.every((text) => parseExact(text) !== null)) return 'decimal';
  return texts.every((text) => CODE.test(text)) ? 'word' : 'text';
}

function columnOf(
  name: string,
  values: readonly Scalar[],
  more: Pick<DraftColumn, 'required' | 'tighter'>,
): DraftColumn {
  const type = columnType(values);
  return { name, type, words: type === 'word' ? [...new Set(values.map(String))] : [], ...more };
}

/** The columns that a version of the branch fills: the values that are open to it, or the results of the table. */
export function draftColumns(rule: ChangeableRule): DraftColumn[] {
  if (rule.kind === 'value') {
    const isTightened = changeOf(rule) === 'tighten';
    const names = [...new Set(rule.versions.flatMap((version) => Object.keys(version.values)))];
    return names
      .filter((name) => !isTightened || rule.tighter[name] !== undefined)
      .map((name) => {
        const values = rule.versions.flatMap((version) => version.values[name] ?? []);
        return columnOf(name, values, { required: !isTightened, tighter: rule.tighter[name] ?? null });
      });
  }
  const rows = rule.versions.flatMap((version) => version.rows);
  const names = [...new Set(rows.flatMap((row) => Object.keys(row.gives)))];
  return names.map((name) => {
    const values = rows.flatMap((row) => row.gives[name] ?? []);
    return columnOf(name, values, { required: values.length === rows.length, tighter: null });
  });
}

/** What is wrong with a text for its column; null when it is right. */
export function cellProblem(text: string, column: DraftColumn): 'missing' | DraftColumn['type'] | null {
  if (text.trim() === '') return column.required ? 'missing' : null;
  const fits: Readonly<Record<DraftColumn['type'], () => boolean>> = {
    number: () => /^-?\d{1,9}(\.\d{1,6})?$/.test(text.trim()),
    amount: () => /^\d{1,13}(\.\d{1,2})?$/.test(text.trim()),
    decimal: () => {
      const value = parseExact(text.trim());
      return value !== null && compare(value, ZERO) >= 0;
    },
    boolean: () => ['true', 'false'].includes(text.trim()),
    word: () => column.words.includes(text.trim()),
    text: () => true,
  };
  return fits[column.type]() ? null : column.type;
}

const scalarOf = (text: string, { type }: DraftColumn): Scalar => {
  const value = text.trim();
  if (type === 'number' && cellProblem(value, { type, words: [], required: true, name: '', tighter: null }) === null)
    return Number(value);
  return type === 'boolean' && (value === 'true' || value === 'false') ? value === 'true' : value;
};

/** A condition as typed → as a pack writes it; words of a list stand apart by spaces or commas. */
function conditionOf(text: string, { type }: TableInput): JsonValue {
  const value = text.trim();
  if (type === 'boolean') return value === 'true' ? true : value === 'false' ? false : value;
  if (type !== 'enum') return value;
  return value.split(/[\s,，、]+/);
}

/** The filled texts of a row or of the values in pack form. */
const filled = (texts: Readonly<Record<string, string>>, form: (name: string, text: string) => JsonValue) =>
  Object.fromEntries(
    Object.entries(texts)
      .filter(([, text]) => text.trim() !== '')
      .map(([name, text]) => [name, form(name, text)]),
  );

/** The pack that holds the draft as its only version. `checkedOn`: the day on which it was saved. */
export function packOf(rule: ChangeableRule, draft: VersionDraft, checkedOn: string): JsonValue {
  const columns = new Map(draftColumns(rule).map((column) => [column.name, column]));
  const scalar = (name: string, text: string): JsonValue => {
    const column = columns.get(name);
    return column ? scalarOf(text, column) : text;
  };
  const { from, document, article, gist } = draft;
  const version = { from, document, article, gist, status: 'verified', checkedOn };
  const head = { title: rule.title, kind: rule.kind, selectedBy: rule.selectedBy };
  if (rule.kind === 'value') {
    const versions = [{ ...version, values: filled(draft.values, scalar) }];
    if (changeOf(rule) === 'replace') return { ...head, id: rule.id, versions };
    return { ...head, id: branchRuleId(rule.id), tightens: rule.id, versions };
  }
  const inputs = Object.fromEntries(
    Object.entries(rule.inputs).map(([name, input]) => [name, input.type === 'enum' ? [...input.values] : input.type]),
  );
  const condition = (name: string, text: string): JsonValue => {
    const input = rule.inputs[name];
    return input ? conditionOf(text, input) : text;
  };
  // By entries: an object that has a `then` is mistaken for a promise.
  const rows = draft.rows.map(({ when, gives }) =>
    Object.fromEntries([
      ['when', filled(when, condition)],
      ['then', filled(gives, scalar)],
    ]),
  );
  return { ...head, id: rule.id, hit: rule.hit, inputs, versions: [{ ...version, rows }] };
}

/** A version that tightens stands beside its rule under an id of its own. */
export const branchRuleId = (id: string): string => `branch/${id}`;

const texts = (values: Readonly<Record<string, Scalar>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));

/** What an editor begins with: the version of the rule that holds on `from`, else its last one, without its source. */
export function draftFrom(rule: ChangeableRule, from: string): VersionDraft {
  const head = { from, document: '', article: '', gist: '' };
  const index = rule.versions.findLastIndex((version) => version.from <= from);
  if (rule.kind === 'value') {
    const open = new Set(draftColumns(rule).map(({ name }) => name));
    const values = texts(rule.versions.at(index)?.values ?? {});
    const kept = Object.fromEntries(Object.entries(values).filter(([name]) => open.has(name)));
    return { ...head, values: kept, rows: [] };
  }
  const rows = (rule.versions.at(index)?.rows ?? []).map((row) => ({
    when: Object.fromEntries(Object.entries(row.when).map(([name, condition]) => [name, condition.written])),
    gives: texts(row.gives),
  }));
  return { ...head, values: {}, rows };
}
