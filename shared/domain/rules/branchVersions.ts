/**
 * Versions of the branch in force beside the shipped rules: each is checked like a pack file (every fault at its cell),
 * and approved ones become part of the book that answers (RUL-03, architecture §3).
 */
import { checkRule } from '../../rules/checkRule';
import { readPackText } from '../../rules/packText';
import { RuleBook } from '../../rules/ruleBook';
import type { PackFault, Rule, ValueRule } from '../../rules/ruleTypes';
import { branchRuleId, cellPlaces, packOf } from './draftPack';
import {
  asChangeable,
  type ChangeableRule,
  cellProblem,
  changeOf,
  type DraftColumn,
  draftShape,
  type VersionDraft,
} from './versionDraft';

/** `row` from 0; null where the fault concerns the head, a value, or the table as a whole. `field`: `when.x`, `gives.x`, `from` … */
export interface CellFault {
  readonly code: PackFault['code'];
  readonly detail: string;
  readonly row: number | null;
  readonly field: string | null;
}

export interface CheckedDraft {
  /** With the draft as its only version; null when it has faults. */
  readonly rule: Rule | null;
  readonly faults: readonly CellFault[];
}

const FILE = 'branch';
const HEAD = ['from', 'document', 'article', 'gist'] as const;

/** Where the lines of a pack written by `packOf` are on screen. */
function placesOf(
  text: string,
  rule: ChangeableRule,
  draft: VersionDraft,
): Map<number, Pick<CellFault, 'row' | 'field'>> {
  const read = readPackText(text);
  const places = new Map<number, Pick<CellFault, 'row' | 'field'>>();
  if (!read.ok) return places;
  const put = (path: string, row: number | null, field: string | null) =>
    places.set(read.lineOf(`versions.0.${path}`), { row, field });
  for (const { path, row, field } of cellPlaces(rule, draft)) put(path, row, field);
  for (const name of HEAD) put(name, null, name);
  for (const list of ['rows', 'items', 'off', 'work']) put(list, null, null);
  return places;
}

/** Texts that do not fit their column, before the engine looks at the whole. */
function columnFaults(rule: ChangeableRule, draft: VersionDraft): CellFault[] {
  const { values, columns } = draftShape(rule);
  const fault = (row: number | null, field: string | null, problem: string): CellFault => ({
    code: problem === 'missing' || problem === 'values' || problem === 'rows' ? 'field-missing' : 'field-invalid',
    detail: problem,
    row,
    field,
  });
  const of = (
    row: number | null,
    texts: Readonly<Record<string, string>>,
    among: readonly DraftColumn[],
    prefix = '',
  ) =>
    among.flatMap((column) => {
      const problem = cellProblem(texts[column.name] ?? '', column);
      return problem ? [fault(row, prefix + column.name, problem)] : [];
    });
  const faults = [
    ...of(null, draft.values, values),
    ...draft.rows.flatMap(({ gives }, row) => of(row, gives, columns, 'gives.')),
  ];
  for (const name of HEAD) if (draft[name].trim() === '') faults.push(fault(null, name, 'missing'));
  const isEmpty = Object.values(draft.values).every((text) => text.trim() === '');
  if (rule.kind === 'value' && isEmpty) faults.push(fault(null, null, 'values'));
  if (rule.kind !== 'value' && draft.rows.length === 0) faults.push(fault(null, null, 'rows'));
  return faults;
}

/** A year whose arrangement ships with the program takes no other. */
function knownYear(rule: ChangeableRule, { from }: VersionDraft): CellFault[] {
  const isKnown = rule.kind === 'calendar' && rule.versions.some((version) => version.from === from);
  return isKnown ? [{ code: 'versions-overlap', detail: 'year', row: null, field: 'from' }] : [];
}

/** Values that are looser than the rule they narrow, one at a time so that each is told at its cell. */
function looseValues(rules: readonly Rule[], rule: ValueRule, own: Rule): CellFault[] {
  if (own.kind !== 'value' || own.tightens === null) return [];
  return Object.entries(own.versions[0]?.values ?? {}).flatMap(([name, value]) => {
    const alone = { ...own, versions: own.versions.map((version) => ({ ...version, values: { [name]: value } })) };
    const base = rules.filter((each) => each.id === rule.id);
    return RuleBook.of([...base, alone]).faults.map(({ code, detail }) => ({ code, detail, row: null, field: name }));
  });
}

/** Every fault of a draft at its cell; the rule when there is none. `rule` is changeable. */
export function checkDraft(
  rules: readonly Rule[],
  rule: ChangeableRule,
  draft: VersionDraft,
  day: string,
): CheckedDraft {
  const early = [...columnFaults(rule, draft), ...knownYear(rule, draft)];
  if (early.length > 0) return { rule: null, faults: early };
  const text = JSON.stringify(packOf(rule, draft, day), null, 1);
  const layer = changeOf(rule) === 'tighten' ? 'branch' : rule.layer;
  const checked = checkRule(FILE, layer, text);
  if (!checked.ok) {
    const places = placesOf(text, rule, draft);
    const faults = checked.faults.map(({ line, code, detail }) => {
      const place = places.get(line) ?? { row: null, field: null };
      // `rows` itself and its first row may share a line: a gap or an overlap belongs to the table as a whole.
      const whole = rule.kind === 'table' && (code === 'rows-gap' || code === 'rows-overlap');
      return { code, detail, ...(whole ? { row: null, field: null } : place) };
    });
    return { rule: null, faults };
  }
  const loose = rule.kind === 'value' ? looseValues(rules, rule, checked.rule) : [];
  return loose.length > 0 ? { rule: null, faults: loose } : { rule: checked.rule, faults: [] };
}

/** A version that was approved. */
export interface ApprovedVersion {
  readonly ruleId: string;
  readonly draft: VersionDraft;
  /** The day on which it was last saved. */
  readonly savedOn: string;
}

export interface WithBranch {
  readonly rules: readonly Rule[];
  /** `<rule id> <from>` of every version that the branch made. */
  readonly own: ReadonlySet<string>;
  /** Approved versions that no longer fit the rules as they are now; they do not answer. */
  readonly faults: readonly PackFault[];
}

/** The own version in its place among the others; one of the same day takes the place of what was there. */
function merged(rule: Rule, own: Rule): Rule {
  const starts = new Set(own.versions.map(({ from }) => from));
  const versions = [...rule.versions.filter(({ from }) => !starts.has(from)), ...own.versions];
  versions.sort((a, b) => (a.from < b.from ? -1 : 1));
  return { ...rule, versions } as Rule;
}

/** The shipped rules with the versions of the branch among them, in the order of their approval. */
export function withBranchVersions(rules: readonly Rule[], approved: readonly ApprovedVersion[]): WithBranch {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const own = new Set<string>();
  const faults: PackFault[] = [];
  for (const { ruleId, draft, savedOn } of approved) {
    const rule = rules.find((each) => each.id === ruleId);
    const changeable = rule ? asChangeable(rule) : null;
    const checked = changeable ? checkDraft(rules, changeable, draft, savedOn) : null;
    const fault = (code: PackFault['code'], detail: string) =>
      faults.push({ file: branchRuleId(ruleId), line: 1, code, detail });
    if (checked === null) fault('rule-unknown', `${ruleId} takes no version of the branch`);
    for (const each of checked?.faults ?? []) fault(each.code, each.detail);
    const made = checked?.rule;
    if (!made) continue;
    const before = byId.get(made.id);
    byId.set(made.id, before ? merged(before, made) : made);
    own.add(`${made.id} ${draft.from}`);
  }
  return { rules: [...byId.values()], own, faults };
}
