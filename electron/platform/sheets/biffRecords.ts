/** Records and strings of the BIFF8 format of Excel 97–2003 (MS-XLS). */

import { damagedUnless } from './fileFault';

export interface BiffRecord {
  readonly id: number;
  readonly data: Buffer;
  /** Offset in the workbook stream, by which sheets are found. */
  readonly offset: number;
}

export const BIFF = {
  formula: 0x006,
  eof: 0x00a,
  dateMode: 0x022,
  filePass: 0x02f,
  continued: 0x03c,
  colInfo: 0x07d,
  boundSheet: 0x085,
  mulRk: 0x0bd,
  richString: 0x0d6,
  xf: 0x0e0,
  mergeCells: 0x0e5,
  sst: 0x0fc,
  labelSst: 0x0fd,
  number: 0x203,
  label: 0x204,
  boolErr: 0x205,
  string: 0x207,
  rk: 0x27e,
  format: 0x41e,
  bof: 0x809,
} as const;

export function readRecords(stream: Buffer): BiffRecord[] {
  const records: BiffRecord[] = [];
  for (let at = 0; at + 4 <= stream.length; ) {
    const id = stream.readUInt16LE(at);
    const length = stream.readUInt16LE(at + 2);
    // The stream may be padded with zeros behind its last record.
    if (id === 0 && length === 0) break;
    damagedUnless(at + 4 + length <= stream.length);
    records.push({ id, data: stream.subarray(at + 4, at + 4 + length), offset: at });
    at += 4 + length;
  }
  return records;
}

/** A number packed into 30 bits. */
export function rkNumber(rk: number): number {
  let value = rk >> 2;
  if ((rk & 2) === 0) {
    const bytes = Buffer.alloc(8);
    bytes.writeInt32LE(rk & ~3, 4);
    value = bytes.readDoubleLE(0);
  }
  return (rk & 1) === 1 ? value / 100 : value;
}

/** Strings that may run on into CONTINUE records, each of which says anew how wide its characters are. */
export class BiffStrings {
  private block = 0;
  private at = 0;

  constructor(private readonly blocks: readonly Buffer[]) {}

  /** A string with a length of two bytes, or one byte where `shortLength`. */
  read(shortLength = false): string {
    const length = shortLength ? this.u8() : this.u16();
    let flags = this.u8();
    const runs = (flags & 8) !== 0 ? this.u16() : 0;
    const phonetic = (flags & 4) !== 0 ? this.u16() + this.u16() * 0x10000 : 0;
    let text = '';
    for (let left = length; left > 0; ) {
      if (this.left === 0) {
        this.nextBlock();
        flags = this.u8();
      }
      const width = (flags & 1) + 1;
      const count = Math.min(left, Math.floor(this.left / width));
      damagedUnless(count > 0);
      text += this.current.toString(width === 2 ? 'utf16le' : 'latin1', this.at, this.at + count * width);
      this.at += count * width;
      left -= count;
    }
    this.skip(runs * 4 + phonetic);
    return text;
  }

  get atEnd(): boolean {
    return this.block === this.blocks.length - 1 && this.left === 0;
  }

  skip(count: number): void {
    for (let left = count; left > 0; ) {
      if (this.left === 0) this.nextBlock();
      const step = Math.min(left, this.left);
      this.at += step;
      left -= step;
    }
  }

  u8(): number {
    if (this.left === 0) this.nextBlock();
    this.at += 1;
    return this.current.readUInt8(this.at - 1);
  }

  u16(): number {
    return this.u8() + this.u8() * 256;
  }

  private get current(): Buffer {
    const block = this.blocks[this.block];
    damagedUnless(block);
    return block;
  }

  private get left(): number {
    return this.current.length - this.at;
  }

  private nextBlock(): void {
    this.block += 1;
    this.at = 0;
    damagedUnless(this.current.length > 0);
  }
}
