/**
 * A draft in the form of a pack file, so that the engine checks it like any other; and the way back: what an editor begins
 * with. Every cell knows its place in the pack, for the faults.
 */
import { rateText, ZERO } from '../../kernel/exact';
import { yuanText } from '../../kernel/money';
import type { JsonValue } from '../../rules/packText';
import type { CalendarRule, Scalar, TableInput, TableRule, TierRow, VersionHead } from '../../rules/ruleTypes';
import {
  type ChangeableRule,
  cellProblem,
  changeOf,
  type DraftColumn,
  type DraftRow,
  draftShape,
  type VersionDraft,
} from './versionDraft';

/** A version that tightens stands beside its rule under an id of its own. */
export const branchRuleId = (id: string): string => `branch/${id}`;

type Texts = Readonly<Record<string, string>>;

const scalarOf = (text: string, column: DraftColumn): Scalar => {
  const value = text.trim();
  if (cellProblem(value, column) !== null) return value;
  if (column.type === 'number') return Number(value);
  return column.type === 'boolean' ? value === 'true' : value;
};

/** A condition as typed → as a pack writes it; words of a list stand apart by spaces or commas. */
function conditionOf(text: string, { type }: TableInput): JsonValue {
  const value = text.trim();
  if (type === 'boolean') return value === 'true' ? true : value === 'false' ? false : value;
  if (type !== 'enum') return value;
  return value.split(/[\s,，、]+/);
}

/** The filled texts of a row or of the values in pack form. */
const filled = (texts: Texts, form: (name: string, text: string) => JsonValue) =>
  Object.fromEntries(
    Object.entries(texts)
      .filter(([, text]) => text.trim() !== '')
      .map(([name, text]) => [name, form(name, text)]),
  );

/** Filled texts by the types of their columns; a text without a column stays for the engine to complain of. */
function typed(texts: Texts, columns: readonly DraftColumn[]) {
  const byName = new Map(columns.map((column) => [column.name, column]));
  return filled(texts, (name, text) => {
    const column = byName.get(name);
    return column ? scalarOf(text, column) : text;
  });
}

/** Days of one kind, in the order of their rows. */
const daysOf = (rows: readonly DraftRow[], kind: string): string[] =>
  rows.filter(({ gives }) => gives.dayKind === kind).map(({ gives }) => (gives.dates ?? '').trim());

/** An item that the branch adds needs no code of its own: nothing in the program looks for it. */
const itemId = ({ gives }: DraftRow, index: number): string => gives.id?.trim() || `own-${index + 1}`;

/** Where the rule writes an empty text for nothing, so does the draft: the program looks for the column. */
function tableRow({ when, gives }: DraftRow, rule: TableRule, columns: readonly DraftColumn[]): JsonValue {
  const conditions = filled(when, (name, text) => {
    const input = rule.inputs[name];
    return input ? conditionOf(text, input) : text;
  });
  const rows = rule.versions.flatMap((version) => version.rows);
  const blanks = columns.filter(({ name }) => rows.some((row) => row.gives[name] === '')).map(({ name }) => [name, '']);
  // By entries: an object that has a `then` is mistaken for a promise.
  return Object.fromEntries([
    ['when', conditions],
    ['then', { ...Object.fromEntries(blanks), ...typed(gives, columns) }],
  ]);
}

/** What a version of the kind lays down. */
function bodyOf(rule: ChangeableRule, draft: VersionDraft): { [key: string]: JsonValue } {
  const { values, columns } = draftShape(rule);
  const { rows } = draft;
  switch (rule.kind) {
    case 'value':
      return { values: typed(draft.values, values) };
    case 'tiers':
      return { rows: rows.map(({ gives }) => typed(gives, columns)), ...typed(draft.values, values) };
    case 'table':
      return { rows: rows.map((row) => tableRow(row, rule, columns)) };
    case 'checklist':
      return { items: rows.map((row, index) => ({ ...typed(row.gives, columns), id: itemId(row, index) })) };
    case 'calendar':
      // The year after it is unknown again.
      return { ends: `${draft.from.slice(0, 4)}-12-31`, off: daysOf(rows, 'off'), work: daysOf(rows, 'work') };
  }
}

/** What the pack says of the rule beside its versions. */
function headOf(rule: ChangeableRule): { [key: string]: JsonValue } {
  const { id, title, kind, selectedBy } = rule;
  if (rule.kind === 'value' && changeOf(rule) === 'tighten')
    return { id: branchRuleId(id), title, kind, selectedBy, tightens: id };
  const head = { id, title, kind, selectedBy };
  if (rule.kind === 'tiers') return { ...head, input: rule.input };
  if (rule.kind !== 'table') return head;
  const inputs = Object.entries(rule.inputs).map(([name, { type, values }]) => [
    name,
    type === 'enum' ? [...values] : type,
  ]);
  const outputs = Object.entries(rule.outputs).map(([name, words]) => [name, [...words]]);
  return { ...head, hit: rule.hit, inputs: Object.fromEntries(inputs), outputs: Object.fromEntries(outputs) };
}

/** The pack that holds the draft as its only version. `checkedOn`: the day on which it was saved. */
export function packOf(rule: ChangeableRule, draft: VersionDraft, checkedOn: string): JsonValue {
  const { from, document, article, gist } = draft;
  const version = { from, document, article, gist, status: 'verified', checkedOn, ...bodyOf(rule, draft) };
  return { ...headOf(rule), versions: [version] };
}

/** A place in the version of the pack and the cell it came from; `row` null: the head or a value. */
export interface CellPlace {
  readonly path: string;
  readonly row: number | null;
  readonly field: string | null;
}

/** Days of a kind stand in a list of their own, in the order of their rows. */
function dayPlaces(rows: readonly DraftRow[]): CellPlace[] {
  const counted: Record<string, number> = {};
  return rows.map(({ gives: { dayKind = '' } }, row) => {
    const index = counted[dayKind] ?? 0;
    counted[dayKind] = index + 1;
    return { path: `${dayKind}.${index}`, row, field: 'gives.dates' };
  });
}

function rowPlaces(rule: ChangeableRule, { when, gives }: DraftRow, row: number): CellPlace[] {
  const path = `${rule.kind === 'checklist' ? 'items' : 'rows'}.${row}`;
  const inside = rule.kind === 'table' ? `${path}.then` : path;
  return [
    { path, row, field: null },
    ...Object.keys(when).map((name) => ({ path: `${path}.when.${name}`, row, field: `when.${name}` })),
    ...Object.keys(gives).map((name) => ({ path: `${inside}.${name}`, row, field: `gives.${name}` })),
  ];
}

/** Where the cells of a draft are in `packOf`. */
export function cellPlaces(rule: ChangeableRule, { values, rows }: VersionDraft): CellPlace[] {
  const own = Object.keys(values).map((name) => ({
    path: rule.kind === 'value' ? `values.${name}` : name,
    row: null,
    field: name,
  }));
  const inRows = rule.kind === 'calendar' ? dayPlaces(rows) : rows.flatMap((each, row) => rowPlaces(rule, each, row));
  return [...inRows, ...own];
}

const texts = (values: Readonly<Record<string, Scalar>>): Texts =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));

const row = (gives: Texts, when: Texts = {}): DraftRow => ({ when, gives });

/** A band; what is nothing stays empty, but one of the two stands there. */
function bandRow({ upTo, flat, rate }: TierRow): DraftRow {
  const share = rate.n === ZERO.n ? '' : rateText(rate);
  const fixed = flat === 0 && share !== '' ? '' : yuanText(flat);
  return row({ upTo: upTo === null ? '' : rateText(upTo), flat: fixed, rate: share });
}

/** The first year without an arrangement; its days are typed from the notice. */
const nextYear = ({ versions }: CalendarRule): string => `${Number(versions.at(-1)?.from.slice(0, 4)) + 1}-01-01`;

const versionAt = <V extends VersionHead>(versions: readonly V[], from: string): V | undefined =>
  versions.at(versions.findLastIndex((version) => version.from <= from));

/** What an editor begins with: the version of the rule that holds on `from`, else its last one, without its source. */
export function draftFrom(rule: ChangeableRule, from: string): VersionDraft {
  const blank = { from, document: '', article: '', gist: '', values: {}, rows: [] };
  switch (rule.kind) {
    case 'value': {
      const open = new Set(draftShape(rule).values.map(({ name }) => name));
      const values = texts(versionAt(rule.versions, from)?.values ?? {});
      return { ...blank, values: Object.fromEntries(Object.entries(values).filter(([name]) => open.has(name))) };
    }
    case 'tiers': {
      const version = versionAt(rule.versions, from);
      const cap = version?.cap ?? null;
      return { ...blank, values: cap === null ? {} : { cap: yuanText(cap) }, rows: version?.rows.map(bandRow) ?? [] };
    }
    case 'table': {
      const written = (when: TableRule['versions'][number]['rows'][number]['when']) =>
        Object.fromEntries(Object.entries(when).map(([name, condition]) => [name, condition.written]));
      const rows = versionAt(rule.versions, from)?.rows ?? [];
      return { ...blank, rows: rows.map(({ when, gives }) => row(texts(gives), written(when))) };
    }
    case 'checklist': {
      const items = versionAt(rule.versions, from)?.items ?? [];
      return { ...blank, rows: items.map(({ id, text, article }) => row({ id, text, article: article ?? '' })) };
    }
    case 'calendar':
      return { ...blank, from: nextYear(rule) };
  }
}
