/** LIT-01: every field, column, option, chapter and finding of the report has its words in the three languages. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FIELDS } from '@shared/domain/litigation/preLitigationReport/catalogue';
import { describe, expect, it } from 'vitest';
import { reasonFieldOf, SECTIONS } from '../../../../renderer/features/documents/reportForm';

const root = resolve(import.meta.dirname, '../../../..');
const LANGUAGES = ['zh-CN', 'zh-TW', 'en'] as const;

function texts(language: string, namespace: string): (path: string) => unknown {
  const tree = JSON.parse(readFileSync(join(root, 'resources/locales', language, `${namespace}.json`), 'utf8'));
  return (path) => path.split('.').reduce((part: unknown, key) => (part as Record<string, unknown>)?.[key], tree);
}

/** Codes as checkReport writes them: quoted lower-case words with hyphens. */
function missingCodes(): string[] {
  const source = readFileSync(join(root, 'shared/domain/litigation/preLitigationReport/checkReport.ts'), 'utf8');
  return [...new Set([...source.matchAll(/'([a-z]+(?:-[a-z]+)+)'/g)].map((match) => match[1] as string))];
}

const fieldKeys = FIELDS.map((field) => `preLitigationReport.fields.${field.id}`);
const columnKeys = FIELDS.flatMap((field) =>
  (field.columns ?? []).map((column) => `preLitigationReport.columns.${field.id}.${column.id}`),
);
const choiceKeys = FIELDS.flatMap((field) => [
  ...(field.options ?? []).map((option) => `choice.${field.id}.${option}`),
  ...(field.columns ?? []).flatMap((column) =>
    (column.options ?? []).map((option) => `choice.${field.id}.${column.id}.${option}`),
  ),
]);
const sectionKeys = SECTIONS.flatMap((section) => [
  `preLitigationReport.sections.${section}`,
  `preLitigationReport.shortSections.${section}`,
]);

describe.each(LANGUAGES)('LIT-01 words of the report in %s', (language) => {
  const litigation = texts(language, 'litigation');
  const documents = texts(language, 'documents');
  const without = (keys: readonly string[], find: (key: string) => unknown): string[] =>
    keys.filter((key) => typeof find(key) !== 'string');

  it('has a label for every field', () => expect(without(fieldKeys, litigation)).toEqual([]));
  it('has a heading for every column', () => expect(without(columnKeys, litigation)).toEqual([]));
  it('has words for every option', () => expect(without(choiceKeys, litigation)).toEqual([]));
  it('names every chapter', () => expect(without(sectionKeys, litigation)).toEqual([]));
  it('has a sentence for every finding', () =>
    expect(
      without(
        missingCodes().map((code) => `missing.${code}`),
        documents,
      ),
    ).toEqual([]));
  it('says of every part of the file how it is repaired', () => {
    const source = readFileSync(join(root, 'shared/domain/litigation/preLitigationReport/checkReport.ts'), 'utf8');
    const parts = ['party', 'loans', 'collateral'].filter((part) => source.includes(`'${part}'`));
    expect(parts).toHaveLength(3);
    expect(
      without(
        parts.map((part) => `repair.${part}`),
        documents,
      ),
    ).toEqual([]);
  });
});

describe('LIT-01 what the editor knows of the form', () => {
  const ids = FIELDS.map((field) => field.id as string);

  it('finds codes in the check', () => {
    expect(missingCodes()).toEqual(expect.arrayContaining(['field-missing', 'security-not-claimed', 'appraisal-old']));
  });

  it('names a reason field that exists for every value typed for now', () => {
    const reasons = ids.map(reasonFieldOf).filter((reason) => reason !== null);
    expect(reasons.length).toBeGreaterThan(10);
    expect(reasons.filter((reason) => !ids.includes(reason))).toEqual([]);
  });

  it('has no label for a field or column that does not exist', () => {
    const tree = JSON.parse(readFileSync(join(root, 'resources/locales/zh-CN/litigation.json'), 'utf8'));
    const { fields, hints, columns } = tree.preLitigationReport;
    const strange = [...Object.keys(fields), ...Object.keys(hints), ...Object.keys(columns)].filter(
      (id) => !ids.includes(id),
    );
    expect(strange).toEqual([]);
  });
});
