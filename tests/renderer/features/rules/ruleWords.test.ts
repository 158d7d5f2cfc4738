/** RUL-02: whatever the rules name, warn of or refuse has its words: nobody reads a code of the program on screen. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { directQuestion } from '@shared/domain/rules/directQuestion';
import { evaluators } from '@shared/domain/rules/evaluators';
import { type CellInput, factInputs } from '@shared/domain/rules/factInput';
import { evaluate } from '@shared/rules/evaluation';
import type { Rule } from '@shared/rules/ruleTypes';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { RuleShelf } from '../../../../electron/rules/ruleShelf';
import { startI18n } from '../../../../renderer/i18n/i18n';
import { type RuleWords, useRuleWords } from '../../../../renderer/ui/ruleWords';
import { SAMPLES } from '../../../unit/rules/support/samples';

const root = join(import.meta.dirname, '../../../..');
const texts = (namespace: string) =>
  JSON.parse(readFileSync(join(root, `resources/locales/zh-CN/${namespace}.json`), 'utf8'));
const { fact, word, row, warning, topic } = texts('rules') as Record<string, Record<string, string>>;
const errors = texts('errors') as Record<string, unknown>;
const { book } = new RuleShelf().current;

/** Everything that is looked up, with the first rule that brings it. */
const names = new Map<string, string>();
const codes = new Map<string, string>();
const labels = new Map<string, string>();
const meet = (into: Map<string, string>, name: string, where: string) => into.has(name) || into.set(name, where);

function meetValue(value: unknown, where: string): void {
  if (typeof value === 'string' && /^[a-z][a-z0-9-]*$/.test(value)) meet(codes, value, where);
  else if (Array.isArray(value)) for (const each of value) meetValue(each, where);
  else if (value !== null && typeof value === 'object')
    for (const [name, part] of Object.entries(value)) meetField(name, part, where);
}

function meetField(name: string, value: unknown, where: string): void {
  if (/^[a-z]/i.test(name)) meet(names, name, where);
  meetValue(value, where);
}

const meetInput = ({ name, words }: Pick<CellInput, 'name' | 'words'>, where: string) => meetField(name, words, where);

function meetRule(rule: Rule): void {
  if (rule.kind === 'table' || rule.kind === 'tiers')
    for (const { rows } of rule.versions) for (const { label } of rows) meet(labels, label, rule.id);
  if (rule.kind === 'value') for (const { values } of rule.versions) meetValue(values, rule.id);
  if (rule.kind !== 'table') return;
  for (const [name, { values }] of Object.entries(rule.inputs)) meetField(name, values, rule.id);
  for (const { rows } of rule.versions) for (const { gives } of rows) meetValue(gives, rule.id);
}

for (const asked of [...evaluators, ...book.rules.map(directQuestion)])
  for (const input of factInputs(asked.facts)) {
    meetInput(input, asked.id);
    for (const column of input.columns) meetInput(column, asked.id);
  }
for (const rule of book.rules) meetRule(rule);
for (const asked of evaluators) {
  const answer = evaluate(book, asked, SAMPLES[asked.id] ?? {}, '2026-11-22');
  if (answer.kind === 'granted') meetValue(answer.value.result, asked.id);
}

/** The words as a component in simplified Chinese gets them. */
function chineseWords(): RuleWords {
  startI18n('zh-CN');
  const got: RuleWords[] = [];
  function Reader() {
    got.push(useRuleWords());
    return null;
  }
  renderToStaticMarkup(createElement(Reader));
  return got[0] as RuleWords;
}

/** The pure rules in source: what a pattern captures, with the file. */
function inSource(pattern: RegExp, ...folders: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const file of folders.flatMap((folder) => globSync(`shared/${folder}/**/*.ts`, { cwd: root })))
    for (const match of readFileSync(join(root, file), 'utf8').matchAll(pattern)) meet(found, match[1] as string, file);
  return found;
}

/** Where the evaluators and what they call live. */
const RULE_CODE = [
  'rules',
  ...[
    'classification',
    'courtFees',
    'deadlines',
    'interest',
    'limitation',
    'provisions',
    'repayment',
    'rewards',
    'rules',
  ].map((folder) => `domain/${folder}`),
];

const missing = (found: ReadonlyMap<string, string>, known: Readonly<Record<string, unknown>>) =>
  [...found].filter(([name]) => known[name] === undefined).map(([name, where]) => `${name} (${where})`);

describe('RUL-02 words of the rules', () => {
  test('every fact, value, column and result has its name', () => {
    expect(names.size).toBeGreaterThan(300);
    expect(missing(names, fact ?? {})).toEqual([]);
  });

  test('every code among them has its word', () => {
    expect(codes.size).toBeGreaterThan(300);
    expect(missing(codes, word ?? {})).toEqual([]);
  });

  test('every row that can be hit is told without Latin words', () => {
    expect(labels.size).toBeGreaterThan(300);
    const words = chineseWords();
    const latin = [...labels].filter(([label]) => /[a-z]/i.test(words.row(label)));
    expect(latin.map(([label, where]) => `${label}: ${words.row(label)} (${where})`)).toEqual([]);
  });

  test('every row with words of its own is in a rule', () => {
    expect(Object.keys(row ?? {}).filter((label) => !labels.has(label))).toEqual([]);
  });

  test('every warning that an evaluator can give has its sentence', () => {
    const warned = inSource(/\.warn\(\s*'([a-z-]+)'/g, ...RULE_CODE);
    expect(warned.size).toBeGreaterThan(15);
    expect(missing(warned, warning ?? {})).toEqual([]);
  });

  test('every refusal of the rules has its sentence, and so have missing facts', () => {
    const refused = inSource(/\brefused?\(\s*'([a-z-]+)'/g, ...RULE_CODE);
    expect(refused.size).toBeGreaterThan(5);
    expect(missing(refused.set('needs-facts', 'rules'), errors)).toEqual([]);
  });

  test('every reason and status that a limitation is told with has its word', () => {
    const told = inSource(
      /(?:(?:[rR]eason|status): |LimitationStatus = .*)'([a-z-]+)'/g,
      'domain/limitation',
      'domain/repayment',
    );
    expect(missing(told, word ?? {})).toEqual([]);
  });

  test('every finding on an identifier has its word', () => {
    const found = inSource(/'((?:id|uscc|case)-(?!number')[a-z0-9-]+)'/g, 'domain/parties');
    expect(missing(found, word ?? {})).toEqual([]);
  });

  test('every topic of the tree has its name', () => {
    const topics = new Map(book.rules.map(({ id }) => [id.split('/')[0] as string, id]));
    expect(missing(topics, topic ?? {})).toEqual([]);
  });
});
