/** The container of legacy Office files (MS-CFB): enough to list its streams and to read one. */

import { damagedUnless } from './fileFault';

const SIGNATURE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** Higher sector numbers mark ends and free sectors. */
const MAX_SECTOR = 0xfffffffa;
const SMALL_SECTOR = 64;

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly start: number;
  readonly size: number;
}

export const isOle2 = (bytes: Buffer): boolean => bytes.subarray(0, 8).equals(SIGNATURE);

export class Ole2File {
  private readonly sectorSize: number;
  private readonly fat: number[];
  private readonly entries: readonly Entry[];

  constructor(private readonly bytes: Buffer) {
    const shift = bytes.readUInt16LE(30);
    damagedUnless(shift === 9 || shift === 12);
    this.sectorSize = 1 << shift;
    this.fat = this.readFat();
    this.entries = directory(this.chain(bytes.readUInt32LE(48)));
  }

  has(name: string): boolean {
    return this.entries.some((entry) => entry.type === 2 && entry.name === name);
  }

  /** The bytes of a stream; refuses `file-truncated` when some of its sectors are missing. */
  read(name: string): Buffer {
    const entry = this.entries.find((candidate) => candidate.type === 2 && candidate.name === name);
    damagedUnless(entry && entry.size <= this.bytes.length);
    const small = entry.size < this.bytes.readUInt32LE(56);
    const data = small ? this.smallChain(entry.start) : this.chain(entry.start);
    damagedUnless(data.length >= entry.size);
    return data.subarray(0, entry.size);
  }

  private sector(index: number): Buffer {
    const from = (index + 1) * this.sectorSize;
    damagedUnless(index < MAX_SECTOR && from < this.bytes.length);
    return this.bytes.subarray(from, from + this.sectorSize);
  }

  private chain(start: number): Buffer {
    return Buffer.concat(followed(start, this.fat).map((index) => this.sector(index)));
  }

  private smallChain(start: number): Buffer {
    const root = this.entries.find((entry) => entry.type === 5);
    damagedUnless(root);
    const data = this.chain(root.start);
    const table = numbers(this.chain(this.bytes.readUInt32LE(60)));
    return Buffer.concat(
      followed(start, table).map((index) => data.subarray(index * SMALL_SECTOR, (index + 1) * SMALL_SECTOR)),
    );
  }

  /** The allocation table: its first 109 sectors are named in the header, the others in a chain of their own. */
  private readFat(): number[] {
    const { bytes } = this;
    const sectors = numbers(bytes.subarray(76, 512));
    const perSector = this.sectorSize / 4;
    let next = bytes.readUInt32LE(68);
    for (let guard = bytes.readUInt32LE(72); guard > 0 && next < MAX_SECTOR; guard--) {
      const more = numbers(this.sector(next));
      sectors.push(...more.slice(0, perSector - 1));
      next = more.at(-1) ?? MAX_SECTOR;
      damagedUnless(sectors.length <= bytes.length / this.sectorSize + 2 * perSector);
    }
    return sectors.filter((index) => index < MAX_SECTOR).flatMap((index) => numbers(this.sector(index)));
  }
}

/** Sector numbers from `start` to the end of its chain; a chain longer than its table runs in a circle. */
function followed(start: number, table: readonly number[]): number[] {
  const chain: number[] = [];
  for (let index = start; index < MAX_SECTOR; index = table[index] as number) {
    damagedUnless(index < table.length && chain.length <= table.length);
    chain.push(index);
  }
  return chain;
}

function numbers(bytes: Buffer): number[] {
  return Array.from({ length: bytes.length >> 2 }, (_, index) => bytes.readUInt32LE(index * 4));
}

function directory(bytes: Buffer): Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at + 128 <= bytes.length; at += 128) {
    const nameLength = Math.max(0, Math.min(64, bytes.readUInt16LE(at + 64)) - 2);
    entries.push({
      name: bytes.toString('utf16le', at, at + nameLength),
      type: bytes.readUInt8(at + 66),
      start: bytes.readUInt32LE(at + 116),
      size: bytes.readUInt32LE(at + 120),
    });
  }
  return entries;
}
