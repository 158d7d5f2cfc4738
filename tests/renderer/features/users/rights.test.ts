/** The table of rights on screen is the declared one, whole, and has words for all of it (ORG-02, S38). */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { contract } from '@shared/contract';
import type { EntryMeta } from '@shared/contract/entry';
import { PERMISSIONS } from '@shared/domain/users/roles';
import { describe, expect, it } from 'vitest';
import { rightsOf, rightsTable } from '../../../../renderer/features/users/rights';

const table = rightsTable();
const shown = table.flatMap(({ entries }) => entries);
const declared = Object.entries(contract).flatMap(([feature, procedures]) =>
  Object.entries(procedures).map(([name, procedure]) => ({
    path: `${feature}.${name}`,
    access: (procedure['~orpc'].meta as EntryMeta).access,
  })),
);

describe('ORG-02 table of rights', () => {
  it('shows every message behind sign-in once, under the right that the door asks for', () => {
    const behind = declared.filter(({ access }) => access !== 'public');
    expect([...shown].sort()).toEqual(behind.map(({ path }) => path).sort());
    for (const { path, access } of behind)
      expect(table.find(({ entries }) => entries.includes(path))?.access).toBe(access);
  });

  it('shows every permission with exactly its roles', () => {
    for (const [id, roles] of Object.entries(PERMISSIONS))
      expect(table.find(({ access }) => access === id)?.roles).toEqual(roles);
  });

  it("shows an administrator's column without any business right", () => {
    const rights = rightsOf(table, ['administrator']).map(({ access }) => access);
    expect(rights).toContain('user.manage');
    const business = /^(ledger|personal-data|import|report|archive)\./;
    expect(rights.filter((access) => business.test(access))).toEqual([]);
  });

  it.each(['zh-CN', 'zh-TW', 'en'])('has words for each right and each message in %s', (language) => {
    const file = resolve(import.meta.dirname, `../../../../resources/locales/${language}/users.json`);
    const words = JSON.parse(readFileSync(file, 'utf8')) as { permission: unknown; entry: unknown };
    const wordAt = (tree: unknown, path: string): unknown =>
      path.split('.').reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], tree);
    const wordless = [
      ...table.filter(({ access }) => typeof wordAt(words.permission, access) !== 'string').map(({ access }) => access),
      ...shown.filter((entry) => typeof wordAt(words.entry, entry) !== 'string'),
    ];
    expect(wordless).toEqual([]);
  });
});
