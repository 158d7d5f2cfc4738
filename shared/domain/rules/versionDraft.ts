/**
 * A version of the branch as it is edited: a table of texts. Which rules may have one, and what its cells take (RUL-03);
 * how the texts become a pack that the engine checks stands in draftPack.ts.
 */
import { compare, parseExact, ZERO } from '../../kernel/exact';
import type {
  CalendarRule,
  ChecklistRule,
  Rule,
  Scalar,
  TableInput,
  TableRule,
  TiersRule,
  ValueRule,
} from '../../rules/ruleTypes';

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
  /** Single values by name. One that is left empty stays as the rule says. */
  readonly values: Readonly<Record<string, string>>;
  /** Rows of a decision table, bands of a tariff, items of a checklist, days of a calendar. */
  readonly rows: readonly DraftRow[];
}

/**
 * tighten: values of law and regulation, in the strict direction only; replace: what the branch itself lays down; year:
 * the holidays of a year that the program does not know yet.
 */
export type Change = 'tighten' | 'replace' | 'year';

/** How the branch may change a rule; null: not at all (tables, tariffs and checklists of the law). */
export function changeOf(rule: Rule): Change | null {
  if (rule.kind === 'calendar') return 'year';
  if (rule.kind !== 'value') return rule.layer === 'regulation' ? 'replace' : null;
  if (rule.layer === 'branch' || rule.tightens !== null) return null;
  if (Object.keys(rule.tighter).length > 0) return 'tighten';
  return rule.layer === 'regulation' ? 'replace' : null;
}

/** A rule that has versions of the branch. */
export type ChangeableRule = ValueRule | TableRule | TiersRule | ChecklistRule | CalendarRule;
export const asChangeable = (rule: Rule): ChangeableRule | null => (changeOf(rule) === null ? null : rule);

/** What a cell takes; `days` is `MM-DD` or `MM-DD..MM-DD`. */
export const COLUMN_TYPES = ['number', 'amount', 'decimal', 'boolean', 'word', 'text', 'days'] as const;
export type ColumnType = (typeof COLUMN_TYPES)[number];

/** `words`: codes that the program knows; anything else would mean nothing to it. */
export interface DraftColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly words: readonly string[];
  /** Every row, or the value, is filled. */
  readonly required: boolean;
  /** For a value: which direction is stricter. */
  readonly tighter: 'less' | 'more' | null;
}

/** What an editor shows of a version: single values, and rows of conditions and results. */
export interface DraftShape {
  readonly values: readonly DraftColumn[];
  readonly inputs: readonly (readonly [name: string, input: TableInput])[];
  readonly columns: readonly DraftColumn[];
}

const CODE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

function columnType(values: readonly Scalar[]): ColumnType {
  if (values.every((value) => typeof value === 'number')) return 'number';
  if (values.every((value) => typeof value === 'boolean')) return 'boolean';
  const texts = values.map(String);
  // 0.05 may be a rate, 150.00 is an amount.
  if (texts.every((text) => /^\d+\.\d{2}$/.test(text) && !text.startsWith('0.'))) return 'amount';
  if (texts.every((text) => parseExact(text) !== null)) return 'decimal';
  return texts.every((text) => CODE.test(text)) ? 'word' : 'text';
}

/** A column of a rule's own values, typed after them. */
function columnOf(
  name: string,
  values: readonly Scalar[],
  more: Pick<DraftColumn, 'required' | 'tighter'>,
): DraftColumn {
  const type = columnType(values);
  return { name, type, words: type === 'word' ? [...new Set(values.map(String))] : [], ...more };
}

const fixed = (name: string, type: ColumnType, required: boolean, words: readonly string[] = []): DraftColumn => ({
  name,
  type,
  words,
  required,
  tighter: null,
});

function valueColumns(rule: ValueRule): DraftColumn[] {
  const isTightened = changeOf(rule) === 'tighten';
  const names = [...new Set(rule.versions.flatMap((version) => Object.keys(version.values)))];
  return names
    .filter((name) => !isTightened || rule.tighter[name] !== undefined)
    .map((name) => {
      const values = rule.versions.flatMap((version) => version.values[name] ?? []);
      return columnOf(name, values, { required: !isTightened, tighter: rule.tighter[name] ?? null });
    });
}

function resultColumns(rule: TableRule): DraftColumn[] {
  const rows = rule.versions.flatMap((version) => version.rows);
  const names = [...new Set([...Object.keys(rule.outputs), ...rows.flatMap((row) => Object.keys(row.gives))])];
  return names.map((name) => {
    // Where a pack writes an empty text, nothing is given.
    const values = rows.flatMap(({ gives: { [name]: value = '' } }) => (value === '' ? [] : [value]));
    const words = rule.outputs[name];
    // A column that may say `none` may be left empty.
    if (words) return fixed(name, 'word', values.length === rows.length && !words.includes('none'), words);
    return columnOf(name, values, { required: values.length === rows.length, tighter: null });
  });
}

/** Whether nothing is due on the days of a row, or work makes up for a holiday. */
const DAY_KINDS = ['off', 'work'] as const;

const ROWS: Readonly<Record<'tiers' | 'checklist' | 'calendar', readonly DraftColumn[]>> = {
  tiers: [fixed('upTo', 'decimal', false), fixed('flat', 'amount', false), fixed('rate', 'decimal', false)],
  checklist: [fixed('text', 'text', true), fixed('article', 'text', false), fixed('id', 'text', false)],
  calendar: [fixed('dates', 'days', true), fixed('dayKind', 'word', true, DAY_KINDS)],
};

export function draftShape(rule: ChangeableRule): DraftShape {
  switch (rule.kind) {
    case 'value':
      return { values: valueColumns(rule), inputs: [], columns: [] };
    case 'table':
      return { values: [], inputs: Object.entries(rule.inputs), columns: resultColumns(rule) };
    case 'tiers':
      return { values: [fixed('cap', 'amount', false)], inputs: [], columns: ROWS.tiers };
    default:
      return { values: [], inputs: [], columns: ROWS[rule.kind] };
  }
}

/** What is wrong with a text for its column; null when it is right. */
export function cellProblem(text: string, column: DraftColumn): 'missing' | ColumnType | null {
  const value = text.trim();
  if (value === '') return column.required ? 'missing' : null;
  const fits: Readonly<Record<ColumnType, () => boolean>> = {
    number: () => /^-?\d{1,9}(\.\d{1,6})?$/.test(value),
    amount: () => /^\d{1,13}(\.\d{1,2})?$/.test(value),
    decimal: () => {
      const exact = parseExact(value);
      return exact !== null && compare(exact, ZERO) >= 0;
    },
    boolean: () => ['true', 'false'].includes(value),
    word: () => column.words.includes(value),
    text: () => true,
    days: () => /^\d{2}-\d{2}(\.\.\d{2}-\d{2})?$/.test(value),
  };
  return fits[column.type]() ? null : column.type;
}
