/** rule list, rule show, rule eval: the rules without a data folder and without signing in. */
import { readFileSync } from 'node:fs';
import { findEvaluator } from '@shared/domain/rules/evaluators';
import { isCalendarDate } from '@shared/kernel/calendarDate';
import { type Refusal, refuse } from '@shared/kernel/result';
import { type Answer, evaluate, toWire } from '@shared/rules/evaluation';
import type { RawFacts } from '@shared/rules/facts';
import { shippedRules } from '../features/rules/rulesInForce';
import { sentenceOf } from '../platform/sentences';
import { describeRule, type RuleView } from '../rules/describeRule';
import type { LoadedRules } from '../rules/ruleShelf';
import type { CliContext, CommonOptions } from './context';
import { EXIT, printJson, say, UsageError } from './output';

/** Faulty files are told, the rest works (RUL-05). */
function rules(): LoadedRules {
  const loaded = shippedRules();
  for (const { file, line, code, detail, standsIn } of loaded.faults) {
    const effect = standsIn ? '暂用此文件最近一次正确的内容' : '此文件的规则暂不可用';
    say(`规则文件有误 ${file}:${line} ${code} ${detail}（${effect}）`);
  }
  return loaded;
}

const versionLine = (view: RuleView) =>
  view.versions.map((version) => `${version.from} ${version.document} ${version.article}`).join('；');

export async function ruleList(_context: CliContext, options: CommonOptions): Promise<void> {
  const views = rules().book.rules.map((rule) => describeRule(rule, findEvaluator(rule.id)));
  if (options.json) printJson(views.map(({ versions, ...view }) => ({ ...view, versions: versions.map(head) })));
  else for (const view of views) process.stdout.write(`${view.id}\t${view.title}\t${versionLine(view)}\n`);
}

/** A version without its rows: the list is for finding a rule, `rule show` for reading it. */
function head(version: RuleView['versions'][number]): Record<string, unknown> {
  const { body: _, ...rest } = version;
  return rest;
}

export async function ruleShow(_context: CliContext, options: CommonOptions, id: string): Promise<void> {
  const rule = rules().book.find(id) ?? refuse('rule-unknown', { rule: id });
  const view = describeRule(rule, findEvaluator(id));
  if (options.json) printJson(view);
  else process.stdout.write(`${JSON.stringify(view, null, 2)}\n`);
}

interface EvalOptions extends CommonOptions {
  readonly facts?: string;
  readonly asOf?: string;
  readonly batch?: string;
}

type Reply = Answer | { readonly refusal: object };

export async function ruleEval(_context: CliContext, options: EvalOptions, id?: string): Promise<number> {
  if (options.batch !== undefined) {
    if (id !== undefined || options.facts !== undefined) throw new UsageError('--batch 不与规则编号或 --facts 同用');
    const questions = readJson(options.batch);
    if (!Array.isArray(questions)) throw new UsageError('--batch 需要一个数组');
    const loaded = rules();
    printReply(
      questions.map((each) => answerMember(loaded, each, options.asOf)),
      options,
    );
    return EXIT.done;
  }
  if (id === undefined || options.facts === undefined)
    throw new UsageError('需要规则编号和 --facts FILE|-，或 --batch');
  if (options.asOf !== undefined && !isCalendarDate(options.asOf)) throw new UsageError('--as-of 需要 YYYY-MM-DD');
  const facts = readJson(options.facts);
  if (!isObject(facts)) throw new UsageError('--facts 需要一个 JSON 对象');
  const reply = answer(rules(), id, facts, options.asOf);
  printReply(reply, options);
  if (!('refusal' in reply)) return EXIT.done;
  say((reply.refusal as { message: string }).message);
  return EXIT.refused;
}

function printReply(reply: Reply | readonly Reply[], options: CommonOptions): void {
  if (options.json) printJson(reply);
  else process.stdout.write(`${JSON.stringify(reply, null, 2)}\n`);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path === '-' ? 0 : path, 'utf8').replace(/^\uFEFF/, ''));
  } catch {
    throw new UsageError(`文件无法读取或不是 JSON：${path}`);
  }
}

/** One member of a batch; a member that is no question is refused in its place, the others are answered. */
function answerMember(loaded: LoadedRules, member: unknown, asOf: string | undefined): Reply {
  if (!isObject(member) || typeof member.id !== 'string' || !isObject(member.facts ?? {}))
    return withMessage({ code: 'question-invalid' });
  const day = member.asOf ?? asOf;
  if (day !== undefined && typeof day !== 'string')
    return withMessage({ code: 'fact-invalid', facts: { fact: 'asOf', expected: 'YYYY-MM-DD' } });
  return answer(loaded, member.id, (member.facts ?? {}) as RawFacts, day);
}

function answer(loaded: LoadedRules, id: string, facts: RawFacts, asOf: string | undefined): Reply {
  const asked = findEvaluator(id);
  if (asked === null) return withMessage({ code: 'rule-unknown', facts: { rule: id } });
  const reply = toWire(evaluate(loaded.book, asked, facts, asOf));
  return 'refusal' in reply ? withMessage(reply.refusal) : reply;
}

/** A list of names is the missing facts of `needs-facts`. */
function withMessage(refusal: Omit<Refusal, 'facts'> & { readonly facts?: unknown }): Reply {
  const { code, facts } = refusal;
  const message = Array.isArray(facts)
    ? `${sentenceOf(code)}（${facts.join('、')}）`
    : sentenceOf(code, facts as Readonly<Record<string, unknown>> | undefined);
  return { refusal: { ...refusal, message } };
}
