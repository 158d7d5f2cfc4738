/** Files leave the program to wherever a person likes, but never over the files of the data folder (ORG-06). */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isInside, refuseUnwritable } from '../../../electron/platform/writablePath';
import { router } from '../../../electron/router';
import { makeFolder, type TestFolder } from '../../support/openFolder';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'qs-paths-'));
  mkdirSync(join(root, 'data', 'files'), { recursive: true });
  mkdirSync(join(root, 'data 2'));
  symlinkSync(join(root, 'data'), join(root, 'link'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('a place inside a folder', () => {
  it.each([
    ['data', true],
    ['data/files', true],
    ['data/files/../..', false],
    ['data 2', false],
    ['link/files', true],
    ['.', false],
  ])('%s: %s', (path, inside) => expect(isInside(join(root, path), join(root, 'data'))).toBe(inside));

  it('is no place for a file that leaves the program, by whatever way it is named', () => {
    for (const path of ['data/qingshou.db', 'data/new.xlsx', 'link/keys.json', 'data/files/../x.pdf'])
      expect(() => refuseUnwritable(`${root}/${path}`, join(root, 'data'))).toThrow('path-unwritable');
    refuseUnwritable(join(root, 'data 2', 'x.pdf'), join(root, 'data'));
    expect(() => refuseUnwritable(join(root, 'nowhere', 'x.pdf'), null)).toThrow('path-unwritable');
  });
});

describe('an export over the database', () => {
  let folder: TestFolder;
  beforeAll(async () => {
    folder = await makeFolder();
  });
  afterAll(() => folder.close());

  it('is refused, and the folder is as it was', async () => {
    const client = createRouterClient(router, { context: { services: folder.services } });
    const path = join(folder.dir, 'qingshou.db');
    const [names, keys] = [readdirSync(folder.dir), readFileSync(join(folder.dir, 'keys.json'))];
    const refused = { data: { code: 'path-unwritable', facts: { cause: 'data-folder' } } };
    const sort = { column: 'household' as const, descending: false };
    const ledger = { filter: {}, sort, columns: ['household' as const], titles: ['户号'], reason: '季度检查', path };
    await expect(client.loans.export(ledger)).rejects.toMatchObject(refused);
    await expect(
      client.dunning.exportRegister({ format: 'xlsx', reason: '季度检查', path: join(folder.dir, 'keys.json') }),
    ).rejects.toMatchObject(refused);
    expect(readdirSync(folder.dir)).toEqual(names);
    expect(readFileSync(join(folder.dir, 'keys.json'))).toEqual(keys);
    expect(folder.open.store.sqlite.pragma('quick_check', { simple: true })).toBe('ok');
  });
});
