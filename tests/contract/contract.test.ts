/** The contract is complete: every entry has its rights, its schemas, its handler and its sentences. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { DOOR_REFUSALS } from '@shared/contract/entry';
import { PERMISSIONS } from '@shared/domain/users/roles';
import { describe, expect, test } from 'vitest';
import { router } from '../../electron/router';
import { ENTRIES as entries } from '../support/contractEntries';

const names = entries.map((entry) => entry.path);

function handlerAt(path: string): unknown {
  return path.split('.').reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], router);
}

describe('every entry of the contract', () => {
  test.each(entries)('$path has a right, an output and a handler (ORG-02)', ({ path, meta, hasOutput }) => {
    expect(['public', 'signed-in', ...Object.keys(PERMISSIONS)]).toContain(meta.access);
    expect(hasOutput).toBe(true);
    expect(handlerAt(path)).toBeDefined();
  });

  test.each(entries)('$path names only queries that exist as stale', ({ meta }) => {
    for (const prefix of meta.invalidates) {
      expect(names.some((name) => name === prefix || name.startsWith(`${prefix}.`))).toBe(true);
    }
  });

  test('queries make nothing stale', () => {
    const odd = entries.filter(({ meta }) => meta.kind === 'query' && meta.invalidates.length > 0);
    expect(odd.map((entry) => entry.path)).toEqual([]);
  });
});

test.each(['zh-CN', 'zh-TW', 'en'])(
  'every refusal has its sentence in %s (RUL-02: a refusal says what and why)',
  (language) => {
    const file = resolve(import.meta.dirname, `../../resources/locales/${language}/errors.json`);
    const sentences = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { title?: string } | undefined>;
    const codes = new Set([...DOOR_REFUSALS, ...entries.flatMap(({ meta }) => meta.refusals)]);
    const silent = [...codes].filter((code) => !sentences[code]?.title);
    expect(silent).toEqual([]);
  },
);
