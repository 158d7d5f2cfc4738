/** ORG-04 every kind of request has a rule that names levels for all facts, and its words. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { COLUMNS } from '@shared/domain/approvals/authority';
import { levelOfWord } from '@shared/domain/approvals/levels';
import { present } from '@shared/kernel/assert';
import type { Rule, Scalar } from '@shared/rules/ruleTypes';
import { describe, expect, test } from 'vitest';
import { SHIPPED } from '../../../../electron/features/approvals/kinds';
import { RuleShelf } from '../../../../electron/rules/ruleShelf';

const { book } = new RuleShelf().current;
const LANGUAGES = ['zh-CN', 'zh-TW', 'en'] as const;

/** What each row of each version gives. */
function givenBy(rule: Rule): Readonly<Record<string, Scalar>>[] {
  if (rule.kind === 'value') return rule.versions.map(({ values }) => values);
  return rule.kind === 'table' ? rule.versions.flatMap(({ rows }) => rows.map(({ gives }) => gives)) : [];
}

describe.each(SHIPPED)('ORG-04 the kind $id', ({ id, authority }) => {
  test('has a rule whose every row names known levels, and one that names at least one', () => {
    const rows = givenBy(present(book.find(authority.rule), `the rule ${authority.rule}`));
    const columns = authority.columns ?? COLUMNS;
    const paths = rows.map((gives) => columns.flatMap((column) => levelOfWord(String(gives[column] ?? '')) ?? []));
    expect(Math.max(...paths.map((levels) => levels.length))).toBeGreaterThan(0);
  });

  test.each(LANGUAGES)('has its word in %s', (language) => {
    const file = resolve(import.meta.dirname, `../../../../resources/locales/${language}/approvals.json`);
    const words = JSON.parse(readFileSync(file, 'utf8')) as { kind: Record<string, string> };
    expect(words.kind[id] ?? '').not.toBe('');
  });
});

test('no two kinds share an id: stored requests find theirs by it', () => {
  expect(new Set(SHIPPED.map(({ id }) => id)).size).toBe(SHIPPED.length);
});
