/**
 * Attachments and produced documents: one encrypted file each, named by the SHA-256 of its content.
 * AES-256-GCM with a key derived from the database key; reading verifies both the tag and the name.
 */
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { refuse } from '@shared/kernel/result';
import { writeFileAtomic } from './atomicFile';

const MAGIC = Buffer.from('QSF1');
const IV_LENGTH = 12;
const TAG_LENGTH = 16;

export class FileStore {
  readonly #root: string;
  readonly #key: Buffer;

  constructor(root: string, databaseKey: Buffer) {
    this.#root = root;
    this.#key = Buffer.from(hkdfSync('sha256', databaseKey, Buffer.alloc(0), 'qingshou attachments', 32));
  }

  #path(sha256: string): string {
    return join(this.#root, sha256.slice(0, 2), sha256);
  }

  /** Stores the bytes and returns their SHA-256; the same content is stored once. */
  put(bytes: Uint8Array): string {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (existsSync(this.#path(sha256)) && this.#intact(sha256)) return sha256;
    const iv = randomBytes(IV_LENGTH);
    const cipher = createCipheriv('aes-256-gcm', this.#key, iv).setAAD(Buffer.from(sha256));
    const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
    writeFileAtomic(this.#path(sha256), Buffer.concat([MAGIC, iv, cipher.getAuthTag(), body]));
    return sha256;
  }

  /** The bytes, or the refusal `attachment-damaged` when the file is missing or was changed. */
  get(sha256: string): Buffer {
    try {
      const file = readFileSync(this.#path(sha256));
      const iv = file.subarray(MAGIC.length, MAGIC.length + IV_LENGTH);
      const tag = file.subarray(MAGIC.length + IV_LENGTH, MAGIC.length + IV_LENGTH + TAG_LENGTH);
      const decipher = createDecipheriv('aes-256-gcm', this.#key, iv, { authTagLength: TAG_LENGTH })
        .setAAD(Buffer.from(sha256))
        .setAuthTag(tag);
      const body = file.subarray(MAGIC.length + IV_LENGTH + TAG_LENGTH);
      const bytes = Buffer.concat([decipher.update(body), decipher.final()]);
      if (createHash('sha256').update(bytes).digest('hex') === sha256) return bytes;
    } catch {
      // Missing, unreadable or failing its tag: one and the same for whoever needs the paper.
    }
    return refuse('attachment-damaged', { sha256 });
  }

  #intact(sha256: string): boolean {
    try {
      this.get(sha256);
      return true;
    } catch {
      return false;
    }
  }
}
