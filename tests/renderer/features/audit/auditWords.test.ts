/** Every action that the source writes into the log has its group, and its word in each language (APP-02, APP-01). */
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ACTION_GROUPS, actionsOf } from '@shared/domain/audit/actions';
import { FAULTS } from '@shared/domain/audit/chain';
import { LOG_COLUMNS } from '@shared/domain/audit/logTitles';
import { describe, expect, it } from 'vitest';
import {
  EMPTY_FILTER,
  filterAddress,
  isFiltered,
  readFilter,
  withPart,
} from '../../../../renderer/features/audit/auditFilter';
import { detailParts } from '../../../../renderer/features/audit/detailParts';

const root = resolve(import.meta.dirname, '../../../..');
const KNOWN = actionsOf(ACTION_GROUPS);

/** Literals of the source that stand where an action is expected. */
const written = globSync('electron/**/*.ts', { cwd: root }).flatMap((file) =>
  [...readFileSync(resolve(root, file), 'utf8').matchAll(/(?:\baction: |\bauditOf\(|\bnote\()'(\w+\.\w+)'/g)].map(
    (match) => match[1] as string,
  ),
);

function words(language: string): Record<string, unknown> {
  return JSON.parse(readFileSync(resolve(root, `resources/locales/${language}/audit.json`), 'utf8'));
}

function wordAt(tree: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], tree);
}

describe('APP-02 words of the log', () => {
  it('groups every action of the source once', () => {
    expect(written.length).toBeGreaterThan(20);
    expect([...new Set(written)].filter((action) => !KNOWN.includes(action))).toEqual([]);
    expect(new Set(KNOWN).size).toBe(KNOWN.length);
  });

  it.each(['zh-CN', 'zh-TW', 'en'])('has every action, group, fault and column in %s', (language) => {
    const tree = words(language);
    const wanted = [
      ...KNOWN.map((action) => `action.${action}`),
      ...ACTION_GROUPS.map((group) => `group.${group}`),
      ...FAULTS.map((fault) => `fault.${fault}`),
      ...LOG_COLUMNS.map((column) => `column.${column}`),
    ];
    expect(wanted.filter((key) => typeof wordAt(tree, key) !== 'string')).toEqual([]);
  });
});

describe('the log’s filter in the address', () => {
  it('leaves out what nobody can have meant', () => {
    expect(readFilter({ user: 'li', groups: ['reveal'], from: '2026-11-01' })).toEqual({
      user: 'li',
      groups: ['reveal'],
      from: '2026-11-01',
    });
    expect(readFilter({ groups: ['nothing'] })).toEqual(EMPTY_FILTER);
    expect(readFilter('x')).toEqual(EMPTY_FILTER);
  });

  it('is empty when its last part is taken away', () => {
    const one = withPart(EMPTY_FILTER, 'text', '〔2026〕');
    expect([isFiltered(one), filterAddress(one)]).toEqual([true, one]);
    const none = withPart(one, 'text', '');
    expect([none, isFiltered(none), filterAddress(none)]).toEqual([EMPTY_FILTER, false, undefined]);
  });
});

it('facts of an entry are read as texts, checksums left out of a line', () => {
  expect(detailParts({ users: ['a', 'b'], sha256: 'x', counts: { rows: 1 }, nothing: null, empty: '' })).toEqual([
    { key: 'users', value: 'a、b' },
    { key: 'counts', value: '{"rows":1}' },
  ]);
});
