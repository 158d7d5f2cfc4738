/**
 * Reads parts of a zip held in memory. Sizes are checked against the central directory before anything is inflated,
 * and each part against its declared size and CRC while it is. Nothing is ever unpacked to disk.
 */

import { crc32, createInflateRaw } from 'node:zlib';
import { damagedUnless, fileRefused } from './fileFault';
import { LIMITS } from './tableSource';

interface Entry {
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END64 = 0x06064b50;
const UNSET = 0xffffffff;

/** Part names compare without case and with forward slashes (OPC; some writers use the other slash). */
const partKey = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

export class ZipArchive {
  private readonly entries = new Map<string, Entry>();

  /** Refuses `file-truncated`, `file-encrypted`, `file-too-large`. */
  constructor(private readonly bytes: Buffer) {
    const { at, count } = this.directory();
    let next = at;
    for (let i = 0; i < count; i++) next = this.readEntry(next);
    this.refuseBombs();
  }

  has(name: string): boolean {
    return this.entries.has(partKey(name));
  }

  /**
   * The part's bytes as they are inflated. Refuses `file-too-large` above `limit` bytes, and `file-truncated` at the first
   * byte more than declared or at a wrong checksum.
   */
  async *stream(name: string, limit: number = LIMITS.unpacked): AsyncGenerator<Buffer> {
    const entry = this.entry(name);
    if (entry.size > limit) fileRefused('file-too-large', { limitMb: limit / 1024 / 1024 });
    let size = 0;
    let crc = 0;
    for await (const chunk of this.inflated(entry)) {
      size += chunk.length;
      damagedUnless(size <= entry.size);
      crc = crc32(chunk, crc);
      yield chunk;
    }
    damagedUnless(size === entry.size && crc === entry.crc);
  }

  private entry(name: string): Entry {
    const entry = this.entries.get(partKey(name));
    damagedUnless(entry);
    return entry;
  }

  private inflated(entry: Entry): AsyncIterable<Buffer> | Iterable<Buffer> {
    damagedUnless(this.bytes.readUInt32LE(entry.offset) === LOCAL);
    const start =
      entry.offset + 30 + this.bytes.readUInt16LE(entry.offset + 26) + this.bytes.readUInt16LE(entry.offset + 28);
    damagedUnless(start + entry.packed <= this.bytes.length);
    const data = this.bytes.subarray(start, start + entry.packed);
    if (entry.method === 0) return [data];
    if (entry.method !== 8) fileRefused('file-type');
    const inflate = createInflateRaw({ chunkSize: 256 * 1024 });
    inflate.end(data);
    return inflate;
  }

  /** Where the central directory starts, and its number of entries. */
  private directory(): { at: number; count: number } {
    const { bytes } = this;
    // The end record is followed by a comment of at most 65,535 bytes.
    const lowest = Math.max(0, bytes.length - 22 - 0xffff);
    let end = bytes.length - 22;
    while (end >= lowest && bytes.readUInt32LE(end) !== END) end--;
    damagedUnless(end >= lowest && end >= 0);
    const count = bytes.readUInt16LE(end + 10);
    const at = bytes.readUInt32LE(end + 16);
    if (at !== UNSET && count !== 0xffff) return { at, count };
    // Zip64: a locator in front of the end record names the larger record.
    const large = Number(bytes.readBigUInt64LE(end - 20 + 8));
    damagedUnless(bytes.readUInt32LE(large) === END64);
    return { at: Number(bytes.readBigUInt64LE(large + 48)), count: Number(bytes.readBigUInt64LE(large + 32)) };
  }

  private readEntry(at: number): number {
    const { bytes } = this;
    damagedUnless(bytes.readUInt32LE(at) === CENTRAL);
    if ((bytes.readUInt16LE(at + 8) & 1) === 1) fileRefused('file-encrypted');
    const nameLength = bytes.readUInt16LE(at + 28);
    const extraLength = bytes.readUInt16LE(at + 30);
    const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    const [size, packed, offset] = largeFields(
      [bytes.readUInt32LE(at + 24), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)],
      extra,
    );
    this.entries.set(partKey(bytes.toString('utf8', at + 46, at + 46 + nameLength)), {
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed,
      size,
      offset,
    });
    return at + 46 + nameLength + extraLength + bytes.readUInt16LE(at + 32);
  }

  private refuseBombs(): void {
    let size = 0;
    let packed = 0;
    for (const entry of this.entries.values()) {
      size += entry.size;
      packed += entry.packed;
    }
    // Entries that share their packed bytes add up to more than the file.
    damagedUnless(packed <= this.bytes.length);
    if (size > LIMITS.unpacked || (size > LIMITS.ratioFrom && size > packed * LIMITS.ratio)) {
      fileRefused('file-too-large', { limitMb: LIMITS.unpacked / 1024 / 1024 });
    }
  }
}

/** Size, packed size and offset; those that do not fit 32 bits stand in the extra field 0x0001, in this order. */
function largeFields(fields: [number, number, number], extra: Buffer): [number, number, number] {
  if (!fields.includes(UNSET)) return fields;
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let next = at + 4;
    const large = fields.map((field) => {
      if (field !== UNSET) return field;
      next += 8;
      return Number(extra.readBigUInt64LE(next - 8));
    });
    return large as [number, number, number];
  }
  return fields;
}
