/** Every action that the source writes into the log has its group, and its word in each language (APP-02, APP-01). */

import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ACTION_GROUPS, actionsOf } from '@shared/domain/audit/actions';
import { FAULTS } from '@shared/domain/audit/chain';
import { detailParts } from '@shared/domain/audit/detailParts';
import { LOG_COLUMNS } from '@shared/domain/audit/logTitles';
import { factsLine, logWords, wordOf } from '@shared/domain/audit/logWords';
import { describe, expect, it } from 'vitest';
import {
  EMPTY_FILTER,
  filterAddress,
  isFiltered,
  readFilter,
  withPart,
} from '../../../../renderer/features/audit/auditFilter';

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

it('an exported log is written in the words of its language; what has none keeps its code', () => {
  const words = logWords({
    audit: {
      action: { users: { add: '添加用户' } },
      value: { reason: { idle: '空闲超时' } },
      detail: { reason: '原因' },
    },
    roles: { clerk: '经办员' },
    fields: { phone: '联系电话' },
  });
  expect(wordOf(words, 'action', 'users.add')).toBe('添加用户');
  expect(wordOf(words, 'role', 'clerk')).toBe('经办员');
  expect(wordOf(words, 'action', 'new.act')).toBe('new.act');
  expect(factsLine(words, { reason: 'idle', field: 'phone', other: 1, none: null })).toBe(
    '原因：空闲超时；field：联系电话；other：1',
  );
});
