/** One rule in full: its versions with their rows, what other layers say beside it, its facts, and its draft if there is one. */
import { type RuleChange, type RuleDetail, type RuleDraft, ruleBody } from '@shared/contract/rules.contract';
import { checkDraft } from '@shared/domain/rules/branchVersions';
import { directQuestion } from '@shared/domain/rules/directQuestion';
import { draftFrom } from '@shared/domain/rules/draftPack';
import { findEvaluator } from '@shared/domain/rules/evaluators';
import { factInputs } from '@shared/domain/rules/factInput';
import {
  asChangeable,
  type ChangeableRule,
  changeOf,
  type DraftColumn,
  draftShape,
} from '@shared/domain/rules/versionDraft';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { refuse } from '@shared/kernel/result';
import type { Evaluator } from '@shared/rules/evaluation';
import type { Rule } from '@shared/rules/ruleTypes';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import { localDay } from '../../platform/clock';
import { describeRule } from '../../rules/describeRule';
import { type RulesInForce, rulesToRead, shippedRules } from './rulesInForce';
import { draftOfRule, preparersOf } from './ruleVersions.repository';

export const questionOf = (rule: Rule): Evaluator => findEvaluator(rule.id) ?? directQuestion(rule);

const versionsOf = (rule: Rule, rules: RulesInForce): RuleDetail['versions'] =>
  describeRule(rule, null).versions.map(({ body, ...version }) => ({
    ...version,
    layer: rules.layerOf(rule, version.from),
    body: ruleBody.parse({ kind: rule.kind, ...body }),
  }));

function beside(rule: Rule, rules: RulesInForce): RuleDetail['beside'] {
  const base = rule.kind === 'value' && rule.tightens !== null ? rules.book.find(rule.tightens) : null;
  const others = [...(base ? [base] : []), ...rules.book.narrowings(rule.id)];
  return others.map((other) => ({
    id: other.id,
    title: other.title,
    layer: other.layer,
    says: versionsOf(other, rules),
  }));
}

async function draftView(db: ReadDb, rule: ChangeableRule): Promise<RuleDraft | null> {
  const stored = await draftOfRule(db, rule.id);
  if (!stored) return null;
  const { id, rev, draft, savedAt, returned } = stored;
  const { faults } = checkDraft(shippedRules().book.rules, rule, draft, localDay(savedAt));
  return {
    id,
    rev,
    draft: { ...draft, values: { ...draft.values }, rows: draft.rows.map((row) => ({ ...row })) },
    faults: [...faults],
    preparedBy: await preparersOf(db, id),
    savedAt,
    returned,
  };
}

async function changeView(db: ReadDb, rule: Rule, asOf: CalendarDate): Promise<RuleChange | null> {
  // The shipped rule: a version of the branch is checked against it, and begins with what is in force now.
  const shipped = asChangeable(shippedRules().book.find(rule.id) ?? rule);
  const current = asChangeable(rule);
  const how = changeOf(rule);
  if (!shipped || !current || !how) return null;
  const { values, inputs, columns } = draftShape(shipped);
  const columnView = (column: DraftColumn) => ({ ...column, words: [...column.words] });
  const start = draftFrom(current, asOf);
  return {
    how,
    values: values.map(columnView),
    columns: columns.map(columnView),
    inputs: inputs.map(([name, { type, values: words }]) => ({ name, type, words: [...words] })),
    start: { ...start, values: { ...start.values }, rows: start.rows.map((row) => ({ ...row })) },
    draft: await draftView(db, shipped),
  };
}

/** Refusal: rule-unknown. */
export async function showRule(open: OpenFolder, input: { id: string; asOf: CalendarDate }): Promise<RuleDetail> {
  const { read } = open.store;
  const rules = await rulesToRead(read);
  const rule = rules.book.find(input.id) ?? refuse('rule-unknown', { rule: input.id });
  const { id, title, kind, layer, selectedBy, file } = rule;
  const facts = factInputs(questionOf(rule).facts).map(({ words, columns, ...fact }) => ({
    ...fact,
    words: [...words],
    columns: columns.map((column) => ({ ...column, words: [...column.words] })),
  }));
  const change = await changeView(read, rule, input.asOf);
  const versions = versionsOf(rule, rules);
  return { id, title, kind, layer, selectedBy, file, versions, beside: beside(rule, rules), facts, change };
}
