/** The data folder and files that are whole or not there. */
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeFileAtomic } from '../../../electron/platform/atomicFile';
import {
  announceHolder,
  dataFolder,
  isDataFolder,
  prepareEmpty,
  readHolder,
  refuseNetworkPath,
} from '../../../electron/platform/dataFolder';

const root = mkdtempSync(join(tmpdir(), 'qingshou-folder-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A folder with these files; a name with a slash lies in a folder of its own. */
function folderWith(name: string, files: readonly string[]): ReturnType<typeof dataFolder> {
  mkdirSync(join(root, name));
  for (const file of files) writeFileAtomic(join(root, name, file), Buffer.from(file));
  return dataFolder(join(root, name));
}

describe('a new data folder', () => {
  it('begins in an absent or empty directory', () => {
    for (const folder of [dataFolder(join(root, 'absent')), folderWith('empty', [])]) {
      prepareEmpty(folder);
      expect(readdirSync(folder.root)).toEqual(['files']);
      expect(isDataFolder(folder)).toBe(false);
    }
  });

  it('begins again where a set-up was interrupted', () => {
    const folder = folderWith('interrupted', ['keys.json.new', 'qingshou.db.new', 'qingshou.db.new-wal']);
    mkdirSync(folder.files);
    prepareEmpty(folder);
    expect(readdirSync(folder.root)).toEqual(['files']);
    const named = folderWith('interrupted-late', ['keys.json', 'qingshou.db.new']);
    prepareEmpty(named);
    expect(readdirSync(named.root)).toEqual(['files']);
  });

  it.each([
    ['somebody’s files', ['论文.docx'], 'folder-not-empty'],
    ['a folder named files that holds something', ['files/照片.jpg'], 'folder-not-empty'],
    ['the keys and papers of a folder whose database is missing', ['keys.json', 'files/ab/abcd'], 'folder-not-empty'],
    ['the keys of a folder whose database is missing', ['keys.json'], 'folder-not-empty'],
    ['a data folder', ['keys.json', 'qingshou.db'], 'setup-exists'],
    ['a database without keys', ['qingshou.db'], 'setup-exists'],
  ])('never takes the place of %s', (name, files, code) => {
    const folder = folderWith(name, files);
    expect(() => prepareEmpty(folder)).toThrow(code);
    for (const file of files) expect(readFileSync(join(folder.root, file), 'utf8')).toBe(file);
  });

  it('is not made on a network share', () => {
    for (const path of ['\\\\server\\share\\qs', '//server/share'])
      expect(() => refuseNetworkPath(path)).toThrow('folder-network');
    for (const path of ['D:\\清收', '\\\\?\\D:\\清收', '/home/x']) refuseNetworkPath(path);
  });
});

describe('the holder', () => {
  it('is announced and read; a damaged note counts as none', () => {
    const folder = folderWith('held', []);
    expect(readHolder(folder)).toBeNull();
    const holder = { program: 'window', pid: 7, since: '2026-11-22T02:30:00.000Z', workstation: 'pc' } as const;
    announceHolder(folder, holder);
    expect(readHolder(folder)).toEqual(holder);
    writeFileSync(folder.holder, '{');
    expect(readHolder(folder)).toBeNull();
  });
});

describe('a file written whole', () => {
  it('replaces the old one and leaves nothing beside it', () => {
    const path = join(root, 'whole', 'deep', 'file.bin');
    writeFileAtomic(path, Buffer.from('old'));
    writeFileAtomic(path, Buffer.alloc(3_000_000, 7));
    expect(readFileSync(path).equals(Buffer.alloc(3_000_000, 7))).toBe(true);
    expect(readdirSync(join(root, 'whole', 'deep'))).toEqual(['file.bin']);
  });

  it('that cannot be written leaves the old one as it was', () => {
    const path = join(root, 'whole', 'kept.bin');
    writeFileAtomic(path, Buffer.from('old'));
    // In the way of the rename: a folder of the temporary name cannot be opened as a file.
    mkdirSync(`${path}.part`);
    expect(() => writeFileAtomic(path, Buffer.from('new'))).toThrow();
    expect(readFileSync(path, 'utf8')).toBe('old');
  });

  it('is for its owner only', { skip: process.platform === 'win32' }, async () => {
    const path = join(root, 'private.bin');
    writeFileAtomic(path, Buffer.from('x'));
    chmodSync(root, 0o700);
    const { statSync } = await import('node:fs');
    expect(statSync(path).mode & 0o077).toBe(0);
  });
});
