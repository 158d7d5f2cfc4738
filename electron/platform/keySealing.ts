/**
 * What key slots are made of: Argon2id over a password, AES-256-GCM around a secret of 32 bytes, and sealing such a
 * secret to an X25519 public key. Bytes are hex text in what is stored.
 */
import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';

export interface KdfCost {
  /** KiB. */
  readonly memory: number;
  readonly passes: number;
}

/** A secret of 32 bytes under AES-256-GCM. */
export interface Box {
  readonly iv: string;
  readonly tag: string;
  readonly data: string;
}

/** A box whose key comes from an X25519 agreement with a key pair made for it alone. */
export interface SealedBox extends Box {
  readonly ephemeral: string;
}

export interface RawKeyPair {
  /** 32 bytes, hex. */
  readonly publicKey: string;
  /** 32 bytes; whoever holds it wipes it. */
  readonly privateKey: Buffer;
}

const IV_LENGTH = 12;
const TAG_LENGTH = 16;
/** DER of an X25519 key up to its 32 raw bytes (RFC 8410). */
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b656e04220420', 'hex');
const PUBLIC_PREFIX = Buffer.from('302a300506032b656e032100', 'hex');

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
export const unhex = (text: string): Buffer => Buffer.from(text, 'hex');
export const isHex = (text: unknown, bytes: number): boolean =>
  typeof text === 'string' && text.length === 2 * bytes && /^[0-9a-f]*$/.test(text);

export const isBox = (box: Box | null | undefined): boolean =>
  isHex(box?.iv, IV_LENGTH) && isHex(box?.tag, TAG_LENGTH) && isHex(box?.data, 32);
export const isSealedBox = (box: SealedBox | null | undefined): boolean => isBox(box) && isHex(box?.ephemeral, 32);

/** Argon2id (the library's default variant), 32 bytes; however the input method composed the characters. */
export async function passwordKey(password: string, salt: Uint8Array, cost: KdfCost): Promise<Buffer> {
  return hashRaw(password.normalize('NFC'), {
    memoryCost: cost.memory,
    timeCost: cost.passes,
    parallelism: 1,
    outputLen: 32,
    salt,
  });
}

export const derive = (secret: Uint8Array, salt: Uint8Array, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, purpose, 32));

/** `identity` is authenticated: the box opens under no other. */
export function wrap(secret: Uint8Array, key: Uint8Array, identity: string): Box {
  const iv = randomBytes(IV_LENGTH);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(identity));
  const data = Buffer.concat([cipher.update(secret), cipher.final()]);
  return { iv: hex(iv), tag: hex(cipher.getAuthTag()), data: hex(data) };
}

/** Null when the key or anything else does not fit. The tag's length is fixed: a shorter one would pass too easily. */
export function unwrap(box: Box, key: Uint8Array, identity: string): Buffer | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, unhex(box.iv), { authTagLength: TAG_LENGTH })
      .setAAD(Buffer.from(identity))
      .setAuthTag(unhex(box.tag));
    return Buffer.concat([decipher.update(unhex(box.data)), decipher.final()]);
  } catch {
    return null;
  }
}

export function newKeyPair(): RawKeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  return { publicKey: rawPublic(publicKey), privateKey: rawPrivate(privateKey) };
}

export function seal(secret: Uint8Array, publicKey: string, identity: string): SealedBox {
  const ephemeral = generateKeyPairSync('x25519');
  const own = rawPublic(ephemeral.publicKey);
  const key = agreedKey(ephemeral.privateKey, publicKey, own, publicKey);
  const box = { ...wrap(secret, key, identity), ephemeral: own };
  key.fill(0);
  return box;
}

export function unseal(box: SealedBox, pair: RawKeyPair, identity: string): Buffer | null {
  try {
    const privateKey = createPrivateKey({
      key: Buffer.concat([PRIVATE_PREFIX, pair.privateKey]),
      format: 'der',
      type: 'pkcs8',
    });
    const key = agreedKey(privateKey, box.ephemeral, box.ephemeral, pair.publicKey);
    const secret = unwrap(box, key, identity);
    key.fill(0);
    return secret;
  } catch {
    return null;
  }
}

/** The raw result of X25519, for the self-test. */
export function agree(privateKey: Uint8Array, publicKey: string): Buffer {
  const key = createPrivateKey({ key: Buffer.concat([PRIVATE_PREFIX, privateKey]), format: 'der', type: 'pkcs8' });
  return diffieHellman({ privateKey: key, publicKey: publicKeyOf(publicKey) });
}

function agreedKey(privateKey: KeyObject, other: string, ephemeral: string, owner: string): Buffer {
  const shared = diffieHellman({ privateKey, publicKey: publicKeyOf(other) });
  const key = derive(shared, unhex(ephemeral + owner), 'qingshou seal');
  shared.fill(0);
  return key;
}

const publicKeyOf = (raw: string): KeyObject =>
  createPublicKey({ key: Buffer.concat([PUBLIC_PREFIX, unhex(raw)]), format: 'der', type: 'spki' });

const rawPublic = (key: KeyObject): string =>
  hex(key.export({ format: 'der', type: 'spki' }).subarray(PUBLIC_PREFIX.length));
const rawPrivate = (key: KeyObject): Buffer =>
  key.export({ format: 'der', type: 'pkcs8' }).subarray(PRIVATE_PREFIX.length);
