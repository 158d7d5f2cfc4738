/** Questions to the shipped rules, as the command line asks them, without a process. */
import { findEvaluator } from '@shared/domain/rules/evaluators';
import { present } from '@shared/kernel/assert';
import { type Answer, evaluate, toWire } from '@shared/rules/evaluation';
import { readPackFiles, rulesFolder } from '../../../../electron/rules/packFiles';
import { loadRules } from '../../../../electron/rules/ruleShelf';

export const shipped = loadRules(readPackFiles(rulesFolder()));

export type Facts = Readonly<Record<string, unknown>>;

/** The answer or the refusal. */
export function ask(id: string, facts: Facts, asOf?: string) {
  return toWire(evaluate(shipped.book, present(findEvaluator(id), `the question ${id} exists`), facts, asOf));
}

/** The answer; fails the test on a refusal. */
export function answer(id: string, facts: Facts, asOf?: string): Answer {
  const reply = ask(id, facts, asOf);
  if ('refusal' in reply) throw new Error(`${id} was refused: ${JSON.stringify(reply.refusal)}`);
  return reply;
}

export const result = (id: string, facts: Facts, asOf?: string) => answer(id, facts, asOf).result;

/** Code of the refusal; null when there is an answer. */
export function refusalOf(id: string, facts: Facts): { code: string; facts?: unknown } | null {
  const reply = ask(id, facts);
  return 'refusal' in reply ? reply.refusal : null;
}

export const warningsOf = (id: string, facts: Facts): string[] => answer(id, facts).warnings.map(({ code }) => code);
