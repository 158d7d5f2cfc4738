/** Key slots: everybody gets in with his own secret and nobody with anything else (R13). */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RefusalError } from '@shared/kernel/result';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type KeyFile,
  openWithPassword,
  openWithRecoveryCode,
  readKeyFile,
  recoverySlot,
  STANDARD_COST,
  userSlot,
  withSlot,
  writeKeyFile,
} from '../../../electron/platform/keySlots';

const CHEAP = { memory: 64, passes: 1 };
const KEY = randomBytes(32);
const folder = mkdtempSync(join(tmpdir(), 'qingshou-keys-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = join(folder, 'keys.json');

let file: KeyFile;
let code: [string, string];
beforeAll(async () => {
  const recovery = recoverySlot(KEY);
  code = recovery.code;
  file = { version: 1, slots: [recovery.slot] };
  file = withSlot(file, await userSlot('张三', 'Mima-2026', KEY, CHEAP));
  file = withSlot(file, await userSlot('lisi', 'Caf\u00e9-2026', KEY, CHEAP));
  writeKeyFile(path, file);
});

describe('passwords', () => {
  it('open with the right one only, each user with his own', async () => {
    expect(await openWithPassword(file, '张三', 'Mima-2026')).toEqual(KEY);
    expect(await openWithPassword(file, 'lisi', 'Caf\u00e9-2026')).toEqual(KEY);
    for (const wrong of ['mima-2026', 'Mima-2026 ', '', 'Caf\u00e9-2026'])
      expect(await openWithPassword(file, '张三', wrong)).toBeNull();
  });

  it('are the same however the input method composes them (NFC)', async () => {
    expect(await openWithPassword(file, 'lisi', 'Cafe\u0301-2026')).toEqual(KEY);
  });

  it('of nobody open nothing', async () => {
    expect(await openWithPassword(file, 'wangwu', 'Mima-2026')).toBeNull();
    expect(await openWithPassword({ version: 1, slots: [] }, '张三', 'Mima-2026')).toBeNull();
  });

  it('do not open under another name: the slot is bound to its owner', async () => {
    const renamed = {
      ...file,
      slots: file.slots.map((slot) => (slot.name === 'lisi' ? { ...slot, name: 'wangwu' } : slot)),
    };
    expect(await openWithPassword(renamed, 'wangwu', 'Caf\u00e9-2026')).toBeNull();
  });

  it('are changed by writing the slot anew; the others stay', async () => {
    const changed = withSlot(file, await userSlot('张三', 'Xin-Mima-2026', KEY, CHEAP));
    expect(changed.slots).toHaveLength(file.slots.length);
    expect(await openWithPassword(changed, '张三', 'Mima-2026')).toBeNull();
    expect(await openWithPassword(changed, '张三', 'Xin-Mima-2026')).toEqual(KEY);
    expect(await openWithPassword(changed, 'lisi', 'Caf\u00e9-2026')).toEqual(KEY);
  });

  it('cost at least 64 MiB to try', () => {
    expect(STANDARD_COST.memory).toBeGreaterThanOrEqual(65_536);
  });
});

describe('the recovery code', () => {
  it('has 160 bits in two halves and opens as it was printed', () => {
    for (const half of code) expect(half).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(openWithRecoveryCode(file, code.join('-'))).toEqual(KEY);
    expect(openWithRecoveryCode(file, code.join('\n'))).toEqual(KEY);
  });

  it('forgives what people write for 0 and 1, lower case and missing hyphens', () => {
    // Codes that hold both digits turn up at once; each is tried as people would write it down.
    let tried = 0;
    while (tried < 5) {
      const fresh = recoverySlot(KEY);
      const printed = fresh.code.join('-');
      if (!printed.includes('0') || !printed.includes('1')) continue;
      tried += 1;
      const own: KeyFile = { version: 1, slots: [fresh.slot] };
      expect(openWithRecoveryCode(own, printed.replaceAll('0', 'O').replaceAll('1', 'I'))).toEqual(KEY);
      expect(openWithRecoveryCode(own, printed.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l'))).toEqual(KEY);
      expect(openWithRecoveryCode(own, printed.replaceAll('-', ' ').toLowerCase())).toEqual(KEY);
    }
  });

  it('does not open with a wrong character, a half or nothing', () => {
    const whole = code.join('');
    const last = whole.at(-1) === 'Z' ? 'Y' : 'Z';
    for (const wrong of [whole.slice(0, -1) + last, code[0], code[1] + code[0], ''])
      expect(openWithRecoveryCode(file, wrong)).toBeNull();
  });
});

describe('R13 damage', () => {
  /** A changed key file: never the key by a wrong way, never a crash; what is said is a refusal or a wrong secret. */
  async function opens(
    text: string,
    how: (read: KeyFile) => Promise<Buffer | null> | Buffer | null,
  ): Promise<Buffer | null> {
    writeFileSync(path, text);
    try {
      return await how(readKeyFile(path));
    } catch (error) {
      if (error instanceof RefusalError && error.refusal.code === 'key-slot-missing') return null;
      throw error;
    }
  }
  const byPassword = (read: KeyFile) => openWithPassword(read, '张三', 'Mima-2026');
  const byCode = (read: KeyFile) => openWithRecoveryCode(read, code.join(''));

  const replaced = (text: string, at: number, by: string) => `${text.slice(0, at)}${by}${text.slice(at + 1)}`;

  it('of any byte of the recovery slot closes it', async () => {
    const [recovery] = file.slots;
    const text = JSON.stringify({ version: 1, slots: [recovery] }, null, 1);
    const opened: string[] = [];
    for (let at = 0; at < text.length; at += 1) {
      const old = text[at] as string;
      if (/\s/.test(old)) continue;
      const other = /[0-9a-f]/.test(old) ? ((Number.parseInt(old, 16) + 1) % 16).toString(16) : '~';
      for (const by of new Set([other, 'z']))
        if (await opens(replaced(text, at, by), byCode)) opened.push(`${text.slice(at - 12, at + 4)} with ${by}`);
    }
    expect(opened).toEqual([]);
  });

  it('of any digit of a password slot closes it', async () => {
    const slot = file.slots.find((each) => each.name === '张三') as Record<string, unknown> & KeyFile['slots'][number];
    const opened: string[] = [];
    for (const field of ['salt', 'iv', 'tag', 'wrapped']) {
      const value = slot[field] as string;
      for (let at = 0; at < value.length; at += 1) {
        const other = ((Number.parseInt(value[at] as string, 16) + 1) % 16).toString(16);
        const changed = { version: 1, slots: [{ ...slot, [field]: replaced(value, at, other) }] };
        if (await opens(JSON.stringify(changed), byPassword)) opened.push(`${field} ${at}`);
      }
    }
    expect(opened).toEqual([]);
  });

  it('of a password slot’s price closes it, without trying to pay any price', async () => {
    const slot = file.slots.find((each) => each.name === '张三');
    for (const cost of [
      { memory: 65, passes: 1 },
      { memory: 0, passes: 1 },
      { memory: 1e15, passes: 1 },
      { passes: 1 },
      7,
      'x',
    ])
      expect(await opens(JSON.stringify({ version: 1, slots: [{ ...slot, cost }] }), byPassword)).toBeNull();
  });

  it('of one slot leaves the others open', async () => {
    const damaged = {
      ...file,
      slots: file.slots.map((slot) => (slot.name === '张三' ? { ...slot, tag: 'zz', salt: '' } : slot)),
    };
    const text = JSON.stringify(damaged);
    expect([await opens(text, byPassword), await opens(text, byCode)]).toEqual([null, KEY]);
    expect(await openWithPassword(damaged, 'lisi', 'Caf\u00e9-2026')).toEqual(KEY);
  });

  it('a tag cut short does not pass for the whole one', async () => {
    const cut = { ...file, slots: file.slots.map((slot) => ({ ...slot, tag: slot.tag.slice(0, 8) })) };
    const text = JSON.stringify(cut);
    expect([await opens(text, byPassword), await opens(text, byCode)]).toEqual([null, null]);
  });

  it('of the whole file is said as such (key-slot-missing)', () => {
    for (const text of ['', '{', '[]', 'null', '{"version":2,"slots":[]}', '{"version":1}']) {
      writeFileSync(path, text);
      expect(() => readKeyFile(path)).toThrow('key-slot-missing');
    }
    expect(() => readKeyFile(join(folder, 'nowhere.json'))).toThrow('key-slot-missing');
  });

  it('the file holds neither key nor code', () => {
    writeKeyFile(path, file);
    const text = readFileSync(path, 'utf8');
    for (const secret of [KEY.toString('hex'), KEY.toString('base64'), code[0], code[1], 'Mima'])
      expect(text).not.toContain(secret);
  });
});
