/**
 * Attachments and produced documents: one encrypted file each, named by the SHA-256 of its content.
 * AES-256-GCM with the key of the epoch in which it was written; reading verifies both the tag and the name.
 *
 * `QSF1`: first epoch · `QSF2` + epoch (four bytes, big-endian): any later one. Then IV, tag and the encrypted bytes.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { present } from '@shared/kernel/assert';
import { refuse } from '@shared/kernel/result';
import { writeFileAtomic } from './atomicFile';

/** The attachments' key of one key epoch. */
export interface EpochKey {
  readonly epoch: number;
  /** 32 bytes, the store's own copy: it wipes it. */
  readonly key: Buffer;
}

const FIRST = Buffer.from('QSF1');
const LATER = Buffer.from('QSF2');
const EPOCH_LENGTH = 4;
const IV_LENGTH = 12;
const TAG_LENGTH = 16;

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function headOf(epoch: number): Buffer {
  if (epoch === 1) return FIRST;
  const number = Buffer.alloc(EPOCH_LENGTH);
  number.writeUInt32BE(epoch);
  return Buffer.concat([LATER, number]);
}

/** The epoch of a file and the length of what names it; null for another program's file. */
function readHead(file: Buffer): { epoch: number; length: number } | null {
  const magic = file.subarray(0, FIRST.length);
  if (magic.equals(FIRST)) return { epoch: 1, length: FIRST.length };
  if (!magic.equals(LATER) || file.length < LATER.length + EPOCH_LENGTH) return null;
  return { epoch: file.readUInt32BE(LATER.length), length: LATER.length + EPOCH_LENGTH };
}

export class FileStore {
  readonly #root: string;
  readonly #keys: readonly EpochKey[];

  /** `keys`: every epoch, oldest first; the newest writes. */
  constructor(root: string, keys: readonly EpochKey[]) {
    this.#root = root;
    this.#keys = keys;
  }

  #path(sha256: string): string {
    return join(this.#root, sha256.slice(0, 2), sha256);
  }

  /** Stores the bytes and returns their SHA-256; the same content is stored once. */
  put(bytes: Uint8Array): string {
    const sha256 = sha256Of(bytes);
    if (existsSync(this.#path(sha256)) && this.#intact(sha256)) return sha256;
    const { epoch, key } = present(this.#keys.at(-1), 'a data folder has its first key epoch');
    const head = headOf(epoch);
    const iv = randomBytes(IV_LENGTH);
    const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(associated(epoch, sha256));
    const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
    writeFileAtomic(this.#path(sha256), Buffer.concat([head, iv, cipher.getAuthTag(), body]));
    return sha256;
  }

  /** The bytes, or the refusal `attachment-damaged` when the file is missing or was changed. */
  get(sha256: string): Buffer {
    try {
      const bytes = this.#decrypted(sha256, readFileSync(this.#path(sha256)));
      if (bytes && sha256Of(bytes) === sha256) return bytes;
    } catch {
      // Missing, unreadable or failing its tag: one and the same for whoever needs the paper.
    }
    return refuse('attachment-damaged', { sha256 });
  }

  /** Whether the tag vouches for the stored file, its name included; `get` hashes the content as well. */
  isAuthentic(sha256: string): boolean {
    try {
      const bytes = this.#decrypted(sha256, readFileSync(this.#path(sha256)));
      bytes?.fill(0);
      return bytes !== null;
    } catch {
      return false;
    }
  }

  #decrypted(sha256: string, file: Buffer): Buffer | null {
    const head = readHead(file);
    const found = this.#keys.find((each) => each.epoch === head?.epoch);
    if (!head || !found) return null;
    const [iv, tag] = [head.length, head.length + IV_LENGTH];
    const body = tag + TAG_LENGTH;
    const decipher = createDecipheriv('aes-256-gcm', found.key, file.subarray(iv, tag), { authTagLength: TAG_LENGTH })
      .setAAD(associated(head.epoch, sha256))
      .setAuthTag(file.subarray(tag, body));
    const bytes = decipher.update(file.subarray(body));
    decipher.final();
    return bytes;
  }

  #intact(sha256: string): boolean {
    try {
      this.get(sha256);
      return true;
    } catch {
      return false;
    }
  }

  /** After it the store reads and writes nothing any more. */
  wipe(): void {
    for (const { key } of this.#keys) key.fill(0);
  }
}

/** What the tag vouches for beside the bytes; the first epoch was written without its number. */
const associated = (epoch: number, sha256: string): Buffer => Buffer.from(epoch === 1 ? sha256 : `${epoch} ${sha256}`);
