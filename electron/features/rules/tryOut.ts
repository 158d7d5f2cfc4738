/** A question to a rule with facts typed on screen; nothing is kept. The same evaluation as everywhere else in the program. */
import type { RuleAnswer } from '@shared/contract/rules.contract';
import { checkDraft } from '@shared/domain/rules/branchVersions';
import { asChangeable } from '@shared/domain/rules/versionDraft';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { refuse } from '@shared/kernel/result';
import { evaluate } from '@shared/rules/evaluation';
import { Inquiry } from '@shared/rules/inquiry';
import type { ReadDb } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import { type RulesInForce, rulesInForce, rulesWithDraft, shippedRules, tracedLine } from './rulesInForce';
import { draftOfRule } from './ruleVersions.repository';
import { questionOf } from './showRule';

export interface TryOutInput {
  readonly id: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly asOf: CalendarDate;
  readonly withDraft: boolean;
}

/** Refusals in order: rule-draft-unknown, rule-draft-faulty. */
async function asIfInForce(db: ReadDb, { id, asOf }: TryOutInput): Promise<RulesInForce> {
  const stored = (await draftOfRule(db, id)) ?? refuse('rule-draft-unknown');
  const { rules } = shippedRules().book;
  const rule = asChangeable(rules.find((each) => each.id === id) ?? refuse('rule-unknown', { rule: id }));
  const faults = rule ? checkDraft(rules, rule, stored.draft, asOf).faults : [];
  if (!rule || faults.length > 0) refuse('rule-draft-faulty', { count: faults.length });
  return rulesWithDraft(db, asOf, id, stored.draft);
}

/** Refusals in order: rule-unknown, rule-draft-unknown, rule-draft-faulty; what the rule itself refuses is an answer. */
export async function tryOut(open: OpenFolder, input: TryOutInput): Promise<RuleAnswer> {
  const { read } = open.store;
  const rules = input.withDraft ? await asIfInForce(read, input) : await rulesInForce(read, input.asOf);
  const rule = rules.book.find(input.id) ?? refuse('rule-unknown', { rule: input.id });
  const inquiry = new Inquiry(rules.book);
  const decision = evaluate(rules.book, questionOf(rule), input.facts, input.asOf, inquiry);
  const trace = inquiry.trace.map((line) => tracedLine(line, rules));
  if (decision.kind === 'needs') return { kind: 'needs', facts: [...decision.facts] };
  if (decision.kind === 'refused') {
    const { code, article, facts } = decision.refusal;
    return { kind: 'refused', code, trace, ...(article && { article }), ...(facts && { facts: { ...facts } }) };
  }
  const { result, warnings, provisional } = decision.value;
  return { kind: 'granted', result: { ...result }, trace, warnings: [...warnings], provisional };
}
