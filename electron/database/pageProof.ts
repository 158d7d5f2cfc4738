/**
 * Proves single pages of the encrypted file without SQLite, to tell a wrong key from a damaged beginning. Format of
 * SQLite3 Multiple Ciphers' ChaCha20-Poly1305: 4,096 bytes, of which the last 32 are nonce (16) and tag (16); the
 * one-time keys come from the nonce, its last word mixed with the page number (tests compare with real files).
 */
import { createCipheriv } from 'node:crypto';

export const PAGE_SIZE = 4096;
const BODY = PAGE_SIZE - 32;
const TAG = PAGE_SIZE - 16;
/** The first page's header is in the clear up to here. */
const CLEAR = 24;
/** Where the first page says how many pages the file has. */
const PAGE_COUNT = 28;

/** Bytes of the file from an offset; fewer at its end. */
export type ReadAt = (at: number, length: number) => Buffer;

function chacha20(key: Uint8Array, nonce: Buffer, counter: number, bytes: Buffer): Buffer {
  const start = Buffer.alloc(16);
  start.writeUInt32LE(counter >>> 0, 0);
  nonce.copy(start, 4, 0, 12);
  return createCipheriv('chacha20', key, start).update(bytes);
}

const littleEndian = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`);

/** RFC 8439 §2.5; slow, for a handful of pages. */
function poly1305(message: Buffer, key: Buffer): bigint {
  const r = littleEndian(key.subarray(0, 16)) & 0x0ffffffc0ffffffc0ffffffc0fffffffn;
  const prime = (1n << 130n) - 5n;
  let sum = 0n;
  for (let at = 0; at < message.length; at += 16) {
    const block = message.subarray(at, at + 16);
    sum = ((sum + littleEndian(block) + (1n << BigInt(8 * block.length))) * r) % prime;
  }
  return (sum + littleEndian(key.subarray(16, 32))) & ((1n << 128n) - 1n);
}

function oneTimeKeys(page: Buffer, number: number, key: Buffer): { keys: Buffer; nonce: Buffer; counter: number } {
  const nonce = page.subarray(BODY, TAG);
  const counter = (nonce.readUInt32LE(12) ^ number) >>> 0;
  return { keys: chacha20(key, nonce, counter, Buffer.alloc(64)), nonce, counter };
}

/** Whether page `number` (from 1) was written with this key and not changed since. */
function isSound(page: Buffer, number: number, key: Buffer): boolean {
  if (page.length < PAGE_SIZE) return false;
  const { keys } = oneTimeKeys(page, number, key);
  return poly1305(page.subarray(0, TAG), keys) === littleEndian(page.subarray(TAG));
}

/** How many pages are looked at: a file whose every sampled page is damaged is beyond telling. */
const SAMPLES = 24;

/** Whether the key fits the file at all. */
export function keyFitsAnyPage(size: number, read: ReadAt, key: Buffer): boolean {
  const pages = Math.floor(size / PAGE_SIZE);
  const step = Math.max(1, Math.floor(pages / SAMPLES));
  for (let number = 1; number <= pages; number += step)
    if (isSound(read((number - 1) * PAGE_SIZE, PAGE_SIZE), number, key)) return true;
  return false;
}

/** Whether a sound first page promises more pages than the file has. */
export function isCutShort(size: number, read: ReadAt, key: Buffer): boolean {
  const first = read(0, PAGE_SIZE);
  if (!isSound(first, 1, key)) return false;
  const { keys, nonce, counter } = oneTimeKeys(first, 1, key);
  const clear = chacha20(keys.subarray(32), nonce, counter + 1, first.subarray(CLEAR, BODY));
  return clear.readUInt32BE(PAGE_COUNT - CLEAR) * PAGE_SIZE > size;
}
