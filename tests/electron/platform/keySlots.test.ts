/** Key slots: everybody gets in with his own secret and nobody with anything else (R13). */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RefusalError } from '@shared/kernel/result';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { twinOf } from '../../../electron/platform/dataFolder';
import { STANDARD_COST } from '../../../electron/platform/kdfCost';
import { isHealthy, readKeyFile, writeKeyFile } from '../../../electron/platform/keyFile';
import { newKeyPair } from '../../../electron/platform/keySealing';
import {
  type KeyFile,
  makeRecoverySlot,
  makeUserSlot,
  type OpenedSlot,
  openWithPassword,
  openWithRecoveryCode,
  prevailingCost,
  resealed,
  rewrap,
  type Slot,
  wasPassword,
  withSlot,
} from '../../../electron/platform/keySlots';

const CHEAP = { memory: 64, passes: 1 };
const OWN = { database: 'a'.repeat(32), key: randomBytes(32) };
const folder = mkdtempSync(join(tmpdir(), 'qingshou-keys-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = join(folder, 'keys.json');

let file: KeyFile;
let code: [string, string];
beforeAll(async () => {
  const recovery = makeRecoverySlot([OWN]);
  code = recovery.code;
  file = { slots: [recovery.slot] };
  file = withSlot(file, (await makeUserSlot('张三', 'Mima-2026', CHEAP, [OWN])).slot);
  file = withSlot(file, (await makeUserSlot('lisi', 'Caf\u00e9-2026', CHEAP, [OWN])).slot);
});
beforeEach(() => writeKeyFile(path, file));

const slotOf = (name: string): Slot => file.slots.find((slot) => slot.name === name) as Slot;
const keyOf = (opened: OpenedSlot | null): Buffer | null => opened?.keys[0]?.key ?? null;
const byPassword = async (read: KeyFile, name = '张三', password = 'Mima-2026') =>
  keyOf(await openWithPassword(read, name, password));
const byCode = (read: KeyFile, typed = code.join('')) => keyOf(openWithRecoveryCode(read, typed));

describe('passwords', () => {
  it('open with the right one only, each user with his own', async () => {
    expect(await byPassword(file)).toEqual(OWN.key);
    expect(await byPassword(file, 'lisi', 'Caf\u00e9-2026')).toEqual(OWN.key);
    for (const wrong of ['mima-2026', 'Mima-2026 ', '', 'Caf\u00e9-2026'])
      expect(await byPassword(file, '张三', wrong)).toBeNull();
  });

  it('are the same however the input method composes them (NFC)', async () => {
    expect(await byPassword(file, 'lisi', 'Cafe\u0301-2026')).toEqual(OWN.key);
  });

  it('of nobody open nothing', async () => {
    expect(await byPassword(file, 'wangwu', 'Mima-2026')).toBeNull();
    expect(await byPassword({ slots: [] }, '张三', 'Mima-2026')).toBeNull();
  });

  it('are changed by wrapping anew: the same key pair, the other slots untouched', async () => {
    const opened = (await openWithPassword(file, '张三', 'Mima-2026')) as OpenedSlot;
    const made = await rewrap(opened, 'Xin-Mima-2026');
    const changed = withSlot(file, made.slot);
    expect(made.slot).toMatchObject({ publicKey: slotOf('张三').publicKey, sealed: slotOf('张三').sealed });
    expect(changed.slots.filter((slot) => slot.name !== '张三')).toEqual(file.slots.filter((s) => s.name !== '张三'));
    expect(await byPassword(changed)).toBeNull();
    expect(await byPassword(changed, '张三', 'Xin-Mima-2026')).toEqual(OWN.key);
    expect([await wasPassword('Xin-Mima-2026', made.verifier), await wasPassword('Mima-2026', made.verifier)]).toEqual([
      true,
      false,
    ]);
  });

  it('cost at least 64 MiB, an unknown name as much as the dearest', async () => {
    expect(STANDARD_COST.memory).toBeGreaterThanOrEqual(65_536);
    const dearer = withSlot(file, (await makeUserSlot('dear', 'Mima-2026', { memory: 64, passes: 3 }, [OWN])).slot);
    expect(prevailingCost(dearer)).toEqual({ memory: 64, passes: 3 });
  });
});

describe('a new database key', () => {
  const next = { database: 'b'.repeat(32), key: randomBytes(32) };

  it('reaches everybody without his password, beside the old one or alone', async () => {
    const both = { slots: file.slots.map((slot) => resealed(slot, slot.publicKey, [OWN, next])) };
    const alone = { slots: file.slots.map((slot) => resealed(slot, slot.publicKey, [next])) };
    expect((await openWithPassword(both, '张三', 'Mima-2026'))?.keys).toEqual([OWN, next]);
    expect(openWithRecoveryCode(both, code.join('-'))?.keys).toEqual([OWN, next]);
    expect((await openWithPassword(alone, 'lisi', 'Caf\u00e9-2026'))?.keys).toEqual([next]);
    expect(openWithRecoveryCode(alone, code.join('-'))?.keys).toEqual([next]);
  });

  it('sealed to a key that another put into the file opens for nobody', async () => {
    const forged = withSlot(file, resealed(slotOf('张三'), newKeyPair().publicKey, [next]));
    expect((await openWithPassword(forged, '张三', 'Mima-2026'))?.keys).toEqual([]);
  });

  it('of another file or another person does not pass', async () => {
    const stolen = { ...slotOf('lisi'), sealed: slotOf('张三').sealed };
    const renamed = { ...slotOf('lisi'), name: 'wangwu' };
    for (const slot of [resealed(stolen, stolen.publicKey, []), renamed])
      expect(await byPassword({ slots: [slot] }, slot.name, 'Caf\u00e9-2026')).toBeNull();
  });
});

describe('the recovery code', () => {
  it('has 160 bits in two halves and opens as it was printed', () => {
    for (const half of code) expect(half).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(byCode(file, code.join('-'))).toEqual(OWN.key);
    expect(byCode(file, code.join('\n'))).toEqual(OWN.key);
  });

  it('forgives what people write for 0 and 1, lower case and missing hyphens', () => {
    // Codes that hold both digits turn up at once; each is tried as people would write it down.
    let tried = 0;
    while (tried < 5) {
      const fresh = makeRecoverySlot([OWN]);
      const printed = fresh.code.join('-');
      if (!printed.includes('0') || !printed.includes('1')) continue;
      tried += 1;
      const own: KeyFile = { slots: [fresh.slot] };
      expect(byCode(own, printed.replaceAll('0', 'O').replaceAll('1', 'I'))).toEqual(OWN.key);
      expect(byCode(own, printed.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l'))).toEqual(OWN.key);
      expect(byCode(own, printed.replaceAll('-', ' ').toLowerCase())).toEqual(OWN.key);
    }
  });

  it('does not open with a wrong character, a half, the halves exchanged or nothing', () => {
    const whole = code.join('');
    const last = whole.at(-1) === 'Z' ? 'Y' : 'Z';
    for (const wrong of [whole.slice(0, -1) + last, code[0], code[1] + code[0], ''])
      expect(byCode(file, wrong)).toBeNull();
  });
});

describe('R13 damage', () => {
  const damaged = (bytes: Buffer, at: number): Buffer => {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] as number) ^ 1;
    return changed;
  };
  const everybodyGetsIn = async () => {
    expect(isHealthy(path)).toBe(false);
    const read = readKeyFile(path);
    expect(await byPassword(read)).toEqual(OWN.key);
    expect(await byPassword(read, 'lisi', 'Caf\u00e9-2026')).toEqual(OWN.key);
    expect(byCode(read)).toEqual(OWN.key);
  };

  it('of one slot in both files leaves the others open', async () => {
    const broken = { ...slotOf('张三'), checksum: '0'.repeat(64) };
    writeKeyFile(path, withSlot(file, broken));
    const read = readKeyFile(path);
    expect([await byPassword(read), byCode(read)]).toEqual([null, OWN.key]);
    expect(await byPassword(read, 'lisi', 'Caf\u00e9-2026')).toEqual(OWN.key);
  });

  it('of different bytes in the two files is made good from each other', async () => {
    const bytes = readFileSync(path);
    // A letter of a value, and a quote without which the file is no JSON any more.
    for (const [one, other] of [
      [bytes.indexOf('lisi') + 1, bytes.indexOf('张三') + 1],
      [bytes.indexOf('lisi') - 1, bytes.indexOf('张三') - 1],
    ] as const) {
      writeFileSync(path, damaged(bytes, one));
      writeFileSync(twinOf(path), damaged(bytes, other));
      await everybodyGetsIn();
    }
  });

  it('of the first file, or its loss, is made good by the twin', () => {
    for (const text of [
      '',
      '{',
      '[]',
      'null',
      '{"version":1,"slots":[]}',
      '{"version":2}',
      '{"version":2,"slots":[{}]}',
    ]) {
      writeFileSync(path, text);
      expect(readKeyFile(path)).toEqual(file);
    }
    rmSync(path);
    expect(readKeyFile(path)).toEqual(file);
  });

  it('a whole first file governs: who was taken out of it does not come back from the twin', () => {
    const twin = readFileSync(twinOf(path));
    writeKeyFile(path, { slots: file.slots.filter(({ name }) => name !== 'lisi') });
    writeFileSync(twinOf(path), twin);
    expect(readKeyFile(path).slots.map((slot) => slot.name)).not.toContain('lisi');
  });

  it('a price that nobody can pay is not tried', async () => {
    for (const cost of [{ memory: 0, passes: 1 }, { memory: 1e15, passes: 1 }, { passes: 1 }, 7, 'x', null]) {
      const slot = { ...slotOf('张三'), cost } as unknown as Slot;
      expect(await byPassword({ slots: [slot] })).toBeNull();
    }
  });

  it('a tag cut short does not pass for the whole one', async () => {
    const cut = (slot: Slot): Slot =>
      resealed({ ...slot, privateKey: { ...slot.privateKey, tag: slot.privateKey.tag.slice(0, 8) } }, slot.publicKey, [
        OWN,
      ]);
    const cutFile = { slots: file.slots.map(cut) };
    expect([await byPassword(cutFile), byCode(cutFile)]).toEqual([null, null]);
  });

  it('of both whole files is said as such (key-slot-missing)', () => {
    for (const text of ['', '{', '[]', 'null', '{"version":1,"slots":[]}', '{"version":2}']) {
      writeFileSync(path, text);
      writeFileSync(twinOf(path), text);
      expect(() => readKeyFile(path)).toThrow(RefusalError);
    }
    expect(() => readKeyFile(join(folder, 'nowhere.json'))).toThrow('key-slot-missing');
  });

  it('the files hold neither key nor code', () => {
    const text = readFileSync(path, 'utf8') + readFileSync(twinOf(path), 'utf8');
    for (const secret of [OWN.key.toString('hex'), OWN.key.toString('base64'), code[0], code[1], 'Mima'])
      expect(text).not.toContain(secret);
  });
});
