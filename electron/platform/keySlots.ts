/**
 * Who can open the folder: a key pair for each user, whose private half is wrapped by his password, and one more behind
 * the recovery code. The database key is sealed to the public halves, so that a new database key reaches everybody
 * without anybody's password.
 */
import { createHash, randomBytes } from 'node:crypto';
import { STANDARD_COST } from './kdfCost';
import {
  type Box,
  derive,
  hex,
  isBox,
  isHex,
  isSealedBox,
  type KdfCost,
  newKeyPair,
  passwordKey,
  type RawKeyPair,
  type SealedBox,
  seal,
  unhex,
  unseal,
  unwrap,
  wrap,
} from './keySealing';

/** A database key and the file that it opens. */
export interface DatabaseKey {
  /** The first sixteen bytes of the database file (its cipher salt), hex: another after every change of the key. */
  readonly database: string;
  /** 32 bytes; whoever holds it wipes it. */
  readonly key: Buffer;
}

interface SealedKey extends SealedBox {
  readonly database: string;
}

export interface Slot {
  readonly kind: 'user' | 'recovery';
  /** The user's name; empty for the recovery code. */
  readonly name: string;
  /** Null for the recovery code, whose 160 bits need no slowing down. */
  readonly cost: KdfCost | null;
  readonly salt: string;
  readonly publicKey: string;
  readonly privateKey: Box;
  /** One; two while the key is being changed. */
  readonly sealed: readonly SealedKey[];
  /** SHA-256 over the rest, against damage; secrets are guarded by their own tags. */
  readonly checksum: string;
}

export interface KeyFile {
  readonly slots: readonly Slot[];
}

/** What a secret opened; `pair` and `keys` are to be wiped. */
export interface OpenedSlot {
  readonly slot: Slot;
  readonly pair: RawKeyPair;
  readonly keys: readonly DatabaseKey[];
}

/** Proves later that a password was used before, and tells nothing else about it. */
export interface PasswordVerifier {
  readonly salt: string;
  readonly cost: KdfCost;
  readonly verifier: string;
}

export interface UserSlot {
  readonly slot: Slot;
  readonly verifier: PasswordVerifier;
}

const SALT_LENGTH = 16;
const MARK_LENGTH = 16;
const MOST_MEMORY = 1_048_576;
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

type Unsummed = Omit<Slot, 'checksum'>;

const wrapIdentity = ({ kind, name, cost, publicKey }: Omit<Unsummed, 'sealed' | 'salt' | 'privateKey'>) =>
  `qingshou slot ${JSON.stringify([kind, name, cost?.memory, cost?.passes, publicKey])}`;
const sealIdentity = ({ kind, name, publicKey }: Pick<Slot, 'kind' | 'name' | 'publicKey'>, database: string) =>
  `qingshou key ${JSON.stringify([kind, name, publicKey, database])}`;

function checksumOf(slot: Unsummed): string {
  const { kind, name, cost, salt, publicKey, privateKey, sealed } = slot;
  const boxes = sealed.map((box) => [box.database, box.ephemeral, box.iv, box.tag, box.data]);
  const { iv, tag, data } = privateKey;
  const text = JSON.stringify([kind, name, cost?.memory, cost?.passes, salt, publicKey, iv, tag, data, boxes]);
  return createHash('sha256').update(text).digest('hex');
}

const summed = (slot: Unsummed): Slot => ({ ...slot, checksum: checksumOf(slot) });

const isWithin = (value: unknown, least: number, most: number) =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= most;

/** A damaged slot counts as none, so that it can neither open wrongly nor keep the others from opening. */
export function isSound(slot: Slot | null | undefined): slot is Slot {
  if (!slot || typeof slot !== 'object' || typeof slot.name !== 'string') return false;
  if (slot.kind !== 'user' && slot.kind !== 'recovery') return false;
  const { cost, sealed } = slot;
  const isPayable = isWithin(cost?.memory, 8, MOST_MEMORY) && isWithin(cost?.passes, 1, 100);
  if (slot.kind === 'user' ? !isPayable : cost !== null) return false;
  if (!isHex(slot.salt, SALT_LENGTH) || !isHex(slot.publicKey, 32) || !isBox(slot.privateKey)) return false;
  if (!Array.isArray(sealed)) return false;
  if (!sealed.every((box) => isSealedBox(box) && isHex(box.database, MARK_LENGTH))) return false;
  return slot.checksum === checksumOf(slot);
}

const findSlot = (file: KeyFile, kind: Slot['kind'], name: string): Slot | undefined =>
  file.slots.find((slot) => slot.kind === kind && slot.name === name && isSound(slot));

export const hasUserSlot = (file: KeyFile, name: string): boolean => findSlot(file, 'user', name) !== undefined;

const sealedKeys = (owner: Pick<Slot, 'kind' | 'name' | 'publicKey'>, keys: readonly DatabaseKey[]): SealedKey[] =>
  keys.map(({ database, key }) => ({ database, ...seal(key, owner.publicKey, sealIdentity(owner, database)) }));

function wrapPair(owner: Pick<Slot, 'kind' | 'name' | 'cost' | 'salt'>, pair: RawKeyPair, wrappingKey: Buffer) {
  const head = { ...owner, publicKey: pair.publicKey };
  return { ...head, privateKey: wrap(pair.privateKey, wrappingKey, wrapIdentity(head)) };
}

const verifierOf = (wrappingKey: Buffer): string =>
  hex(derive(wrappingKey, Buffer.alloc(0), 'qingshou password verifier'));

/** A new key pair behind a password. */
export async function makeUserSlot(
  name: string,
  password: string,
  cost: KdfCost,
  keys: readonly DatabaseKey[],
): Promise<UserSlot> {
  const pair = newKeyPair();
  const owner = { kind: 'user' as const, name, publicKey: pair.publicKey };
  try {
    return await wrapByPassword(name, password, cost, pair, sealedKeys(owner, keys));
  } finally {
    pair.privateKey.fill(0);
  }
}

/** The same key pair behind a new password; what is sealed to it stays as it is. */
export function rewrap(opened: OpenedSlot, password: string): Promise<UserSlot> {
  const { slot, pair } = opened;
  return wrapByPassword(slot.name, password, slot.cost ?? STANDARD_COST, pair, slot.sealed);
}

async function wrapByPassword(
  name: string,
  password: string,
  cost: KdfCost,
  pair: RawKeyPair,
  sealed: readonly SealedKey[],
): Promise<UserSlot> {
  const salt = hex(randomBytes(SALT_LENGTH));
  const wrappingKey = await passwordKey(password, unhex(salt), cost);
  const slot = summed({ ...wrapPair({ kind: 'user', name, cost, salt }, pair, wrappingKey), sealed });
  const verifier = { salt, cost, verifier: verifierOf(wrappingKey) };
  wrappingKey.fill(0);
  return { slot, verifier };
}

export async function wasPassword(password: string, before: PasswordVerifier): Promise<boolean> {
  const wrappingKey = await passwordKey(password, unhex(before.salt), before.cost);
  const verifier = verifierOf(wrappingKey);
  wrappingKey.fill(0);
  return verifier === before.verifier;
}

/** A new recovery code of 160 bits in two halves of 16 characters, with its slot. */
export function makeRecoverySlot(keys: readonly DatabaseKey[]): { slot: Slot; code: [string, string] } {
  const characters = [...randomBytes(32)].map((byte) => CROCKFORD[byte & 31]);
  const half = (from: number) =>
    [0, 4, 8, 12].map((at) => characters.slice(from + at, from + at + 4).join('')).join('-');
  const code: [string, string] = [half(0), half(16)];
  const pair = newKeyPair();
  const salt = hex(randomBytes(SALT_LENGTH));
  const owner = { kind: 'recovery' as const, name: '', cost: null, salt };
  const slot = summed({
    ...wrapPair(owner, pair, recoveryKey(code.join(''), unhex(salt))),
    sealed: sealedKeys({ ...owner, publicKey: pair.publicKey }, keys),
  });
  pair.privateKey.fill(0);
  return { slot, code };
}

/** As people write it down: without hyphens, in lower case, with O for 0 and I or L for 1. */
function recoveryKey(code: string, salt: Buffer): Buffer {
  const normal = code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return derive(Buffer.from(normal), salt, 'qingshou recovery');
}

/** The slot with these database keys and no others, sealed to a public key that the caller has reason to trust. */
export function resealed(slot: Slot, publicKey: string, keys: readonly DatabaseKey[]): Slot {
  return summed({ ...slot, sealed: sealedKeys({ ...slot, publicKey }, keys) });
}

function openSlot(slot: Slot, wrappingKey: Buffer): OpenedSlot | null {
  const privateKey = unwrap(slot.privateKey, wrappingKey, wrapIdentity(slot));
  wrappingKey.fill(0);
  if (!privateKey) return null;
  const pair: RawKeyPair = { publicKey: slot.publicKey, privateKey };
  const keys = slot.sealed.flatMap((box) => {
    const key = unseal(box, pair, sealIdentity(slot, box.database));
    return key ? [{ database: box.database, key }] : [];
  });
  return { slot, pair, keys };
}

export function wipeOpened(opened: OpenedSlot): void {
  opened.pair.privateKey.fill(0);
  for (const { key } of opened.keys) key.fill(0);
}

/** The highest price that any slot asks: what an unknown name costs too, and new slots. Lowering it closes the slots that have it. */
export function prevailingCost(file: KeyFile): KdfCost {
  const costs = file.slots.flatMap((slot) => (slot.kind === 'user' && slot.cost && isSound(slot) ? [slot.cost] : []));
  const dearest = costs.sort((a, b) => b.memory * b.passes - a.memory * a.passes)[0];
  return dearest ?? STANDARD_COST;
}

/** Null for a wrong password; an unknown user costs the same time. */
export async function openWithPassword(file: KeyFile, name: string, password: string): Promise<OpenedSlot | null> {
  const slot = findSlot(file, 'user', name);
  const cost = slot?.cost ?? prevailingCost(file);
  const wrappingKey = await passwordKey(password, slot ? unhex(slot.salt) : randomBytes(SALT_LENGTH), cost);
  return slot ? openSlot(slot, wrappingKey) : null;
}

export function openWithRecoveryCode(file: KeyFile, code: string): OpenedSlot | null {
  const slot = findSlot(file, 'recovery', '');
  return slot ? openSlot(slot, recoveryKey(code, unhex(slot.salt))) : null;
}

/** `slot` in the place of the one of the same person. */
export function withSlot(file: KeyFile, slot: Slot): KeyFile {
  const others = file.slots.filter((other) => other.kind !== slot.kind || other.name !== slot.name);
  return { slots: [...others, slot] };
}
