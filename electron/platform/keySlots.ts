/**
 * The database key, wrapped once per user by his password (Argon2id) and once by the recovery code.
 * Lives in `keys.json` beside the database; contains nothing that opens it without a secret.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hashRaw } from '@node-rs/argon2';
import { refuse } from '@shared/kernel/result';
import { writeFileAtomic } from './atomicFile';

export interface KdfCost {
  /** KiB. */
  readonly memory: number;
  readonly passes: number;
}

/** 64 MiB, three passes: about 0.2 s on an office computer. */
export const STANDARD_COST: KdfCost = { memory: 65_536, passes: 3 };

interface Slot {
  readonly kind: 'user' | 'recovery';
  readonly name: string;
  readonly cost: KdfCost | null;
  readonly salt: string;
  readonly iv: string;
  readonly tag: string;
  readonly wrapped: string;
}

export interface KeyFile {
  readonly version: 1;
  readonly slots: readonly Slot[];
}

const IV_LENGTH = 12;
const TAG_LENGTH = 16;
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const unhex = (text: string) => Buffer.from(text, 'hex');
const identity = (kind: string, name: string) => Buffer.from(`qingshou slot ${kind} ${name}`);

function wrap(
  kind: Slot['kind'],
  name: string,
  cost: KdfCost | null,
  salt: Buffer,
  wrappingKey: Buffer,
  key: Buffer,
): Slot {
  const iv = randomBytes(IV_LENGTH);
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, iv).setAAD(identity(kind, name));
  const wrapped = Buffer.concat([cipher.update(key), cipher.final()]);
  return { kind, name, cost, salt: hex(salt), iv: hex(iv), tag: hex(cipher.getAuthTag()), wrapped: hex(wrapped) };
}

const isHex = (text: unknown, bytes: number) =>
  typeof text === 'string' && text.length === 2 * bytes && /^[0-9a-f]*$/.test(text);

const isWithin = (value: unknown, least: number, most: number) =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= most;

/** A damaged slot counts as none, so that it can neither open wrongly nor keep the others from opening. */
function isSound(slot: Slot): boolean {
  const { cost } = slot;
  const isPayable = cost === null || (isWithin(cost?.memory, 8, 4_194_304) && isWithin(cost?.passes, 1, 100));
  const parts: [unknown, number][] = [
    [slot.salt, 16],
    [slot.iv, IV_LENGTH],
    [slot.tag, TAG_LENGTH],
    [slot.wrapped, 32],
  ];
  return isPayable && parts.every(([text, bytes]) => isHex(text, bytes));
}

const findSlot = (file: KeyFile, kind: Slot['kind'], name: string): Slot | undefined =>
  file.slots.find((slot) => slot.kind === kind && slot.name === name && isSound(slot));

/** The tag's length is fixed: a shorter one would pass as soon as its few bytes fit. */
function unwrap(slot: Slot, wrappingKey: Buffer): Buffer | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', wrappingKey, unhex(slot.iv), { authTagLength: TAG_LENGTH })
      .setAAD(identity(slot.kind, slot.name))
      .setAuthTag(unhex(slot.tag));
    return Buffer.concat([decipher.update(unhex(slot.wrapped)), decipher.final()]);
  } catch {
    return null;
  }
}

/** Argon2id is the library's default variant. */
async function passwordKey(password: string, salt: Buffer, cost: KdfCost): Promise<Buffer> {
  return hashRaw(password.normalize('NFC'), {
    memoryCost: cost.memory,
    timeCost: cost.passes,
    parallelism: 1,
    outputLen: 32,
    salt,
  });
}

function recoveryKey(code: string, salt: Buffer): Buffer {
  const normal = code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return Buffer.from(hkdfSync('sha256', normal, salt, 'qingshou recovery', 32));
}

export async function userSlot(name: string, password: string, key: Buffer, cost: KdfCost): Promise<Slot> {
  const salt = randomBytes(16);
  return wrap('user', name, cost, salt, await passwordKey(password, salt, cost), key);
}

/** A new recovery code of 160 bits in two halves of 16 characters, with its slot. */
export function recoverySlot(key: Buffer): { slot: Slot; code: [string, string] } {
  const characters = [...randomBytes(32)].map((byte) => CROCKFORD[byte & 31]);
  const half = (from: number) =>
    [0, 4, 8, 12].map((at) => characters.slice(from + at, from + at + 4).join('')).join('-');
  const code: [string, string] = [half(0), half(16)];
  const salt = randomBytes(16);
  return { slot: wrap('recovery', '', null, salt, recoveryKey(code.join(''), salt), key), code };
}

export function readKeyFile(path: string): KeyFile {
  try {
    const file = JSON.parse(readFileSync(path, 'utf8')) as KeyFile;
    if (file.version === 1 && Array.isArray(file.slots)) return file;
  } catch {
    // Falls through: a folder without its key file cannot be opened, and must say so.
  }
  return refuse('key-slot-missing', { file: path });
}

export function writeKeyFile(path: string, file: KeyFile): void {
  writeFileAtomic(path, Buffer.from(`${JSON.stringify(file, null, 1)}\n`));
}

export function withSlot(file: KeyFile, slot: Slot): KeyFile {
  const others = file.slots.filter((other) => other.kind !== slot.kind || other.name !== slot.name);
  return { ...file, slots: [...others, slot] };
}

/** The database key, or null: an unknown user costs the same time as a wrong password. */
export async function openWithPassword(file: KeyFile, name: string, password: string): Promise<Buffer | null> {
  const slot = findSlot(file, 'user', name);
  const cost = slot?.cost ?? STANDARD_COST;
  const wrappingKey = await passwordKey(password, slot ? unhex(slot.salt) : randomBytes(16), cost);
  return slot ? unwrap(slot, wrappingKey) : null;
}

export function openWithRecoveryCode(file: KeyFile, code: string): Buffer | null {
  const slot = findSlot(file, 'recovery', '');
  return slot ? unwrap(slot, recoveryKey(code, unhex(slot.salt))) : null;
}
