/** Attachments by content: what goes in comes out, or is refused; the disk gives nothing away (R7, R12; ARC-02). */
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FileStore } from '../../../electron/platform/fileStore';

const root = mkdtempSync(join(tmpdir(), 'qingshou-files-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const KEY = randomBytes(32);
const FIRST = { epoch: 1, key: KEY };
const store = new FileStore(root, [FIRST]);
const pathOf = (sha256: string) => join(root, sha256.slice(0, 2), sha256);
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('attachments', () => {
  it.each([0, 1, 15, 16, 17, 100_000])('of %i bytes come back as they went in, named by their content', (length) => {
    const bytes = randomBytes(length);
    const name = store.put(bytes);
    expect(name).toBe(sha(bytes));
    expect(store.get(name).equals(bytes)).toBe(true);
  });

  it('of the same content are stored once', () => {
    const bytes = Buffer.from('同一份文件');
    const name = store.put(bytes);
    const before = statSync(pathOf(name));
    expect(store.put(Buffer.from('同一份文件'))).toBe(name);
    expect(statSync(pathOf(name)).ino).toBe(before.ino);
    expect(readdirSync(join(root, name.slice(0, 2))).filter((file) => file.startsWith(name))).toEqual([name]);
  });

  it('cannot be read on the disk, nor with another key', () => {
    const text = '杨𠮷 512226194403189114 奉节县永安镇';
    const name = store.put(Buffer.from(text.repeat(50)));
    const bytes = readFileSync(pathOf(name));
    for (const planted of ['杨𠮷', '512226194403189114', '永安镇']) expect(bytes.includes(planted)).toBe(false);
    expect(() => new FileStore(root, [{ epoch: 1, key: randomBytes(32) }]).get(name)).toThrow('attachment-damaged');
  });

  it('changed in any byte, cut, swapped or gone are refused, never half given', () => {
    const bytes = Buffer.from('证据材料'.repeat(20));
    const name = store.put(bytes);
    const sound = readFileSync(pathOf(name));
    for (let at = 4; at < sound.length; at += 1) {
      const changed = Buffer.from(sound);
      changed[at] = (changed[at] as number) ^ 1;
      writeFileSync(pathOf(name), changed);
      expect(() => store.get(name)).toThrow('attachment-damaged');
    }
    for (const length of [0, 3, 10, 20, 32, sound.length - 1]) {
      writeFileSync(pathOf(name), sound);
      truncateSync(pathOf(name), length);
      expect(() => store.get(name)).toThrow('attachment-damaged');
    }
    const other = store.put(Buffer.from('另一份'));
    writeFileSync(pathOf(name), readFileSync(pathOf(other)));
    expect(() => store.get(name)).toThrow('attachment-damaged');
    rmSync(pathOf(name));
    expect(() => store.get(name)).toThrow('attachment-damaged');
  });

  it('that were damaged are made whole by storing them again', () => {
    const bytes = Buffer.from('重新存入');
    const name = store.put(bytes);
    writeFileSync(pathOf(name), 'x');
    expect(store.put(bytes)).toBe(name);
    expect(store.get(name).equals(bytes)).toBe(true);
  });

  it('of before a change of the key stay readable; later ones name their epoch and need its key', () => {
    const before = store.put(Buffer.from('换钥之前'));
    const second = { epoch: 2, key: randomBytes(32) };
    const both = new FileStore(root, [FIRST, second]);
    const after = both.put(Buffer.from('换钥之后'));
    expect([both.get(before).toString(), both.get(after).toString()]).toEqual(['换钥之前', '换钥之后']);
    expect(readFileSync(pathOf(after)).subarray(0, 8)).toEqual(Buffer.from('QSF2\0\0\0\x02', 'latin1'));
    expect(() => store.get(after)).toThrow('attachment-damaged');
    const moved = readFileSync(pathOf(after));
    moved.writeUInt32BE(1, 4);
    writeFileSync(pathOf(after), moved);
    expect(() => both.get(after)).toThrow('attachment-damaged');
  });

  it('cannot be read once the keys are wiped', () => {
    const own = { epoch: 1, key: Buffer.from(KEY) };
    const wiped = new FileStore(root, [own]);
    const name = wiped.put(Buffer.from('锁定'));
    wiped.wipe();
    expect(own.key.every((byte) => byte === 0)).toBe(true);
    expect(() => wiped.get(name)).toThrow('attachment-damaged');
  });
});
