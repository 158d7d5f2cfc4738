/** Conditions that were ticked for a limited step are read by whoever approves it, in every language (REC-14). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const RESOURCES = join(import.meta.dirname, '../../../../resources');
const read = (path: string) => JSON.parse(readFileSync(join(RESOURCES, path), 'utf8'));
const LISTS = ['newspaper-fields', 'protected-accounts'] as const;

test.each(['zh-CN', 'zh-TW', 'en'])('REC-14 every condition of a checklist has words in %s', (language) => {
  const words = read(`locales/${language}/approvals.json`).condition;
  for (const list of LISTS)
    for (const { items } of read(`rules/national/collection-conduct/${list}.json`).versions)
      for (const { id, text } of items)
        expect(words[id], id).toEqual(language === 'zh-CN' ? text : expect.stringMatching(/./));
});
