/**
 * Reads the write-ahead log without SQLite, which takes a damaged frame for the log's end and drops everything behind it
 * without a word. https://sqlite.org/fileformat2.html#the_write_ahead_log
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const HEADER = 32;
const FRAME_HEADER = 24;
const LITTLE_ENDIAN = 0x377f0682;
/** Frames read at a time. */
const BATCH = 256;

type Sums = [number, number];

function addTo([a, b]: Sums, bytes: Buffer, from: number, to: number, isLittle: boolean): Sums {
  let first = a;
  let second = b;
  for (let at = from; at < to; at += 8) {
    first = (first + (isLittle ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)) + second) >>> 0;
    second = (second + (isLittle ? bytes.readUInt32LE(at + 4) : bytes.readUInt32BE(at + 4)) + first) >>> 0;
  }
  return [first, second];
}

/**
 * How many whole transactions lie behind the first damaged frame. One may be what a power cut left of a write that nobody
 * was told of; a second one was begun only after the first was on the disk: with two, confirmed changes are lost.
 */
export function transactionsBehindDamage(path: string): number {
  const file = openSync(path, 'r');
  try {
    const header = Buffer.alloc(HEADER);
    if (readSync(file, header, 0, HEADER, 0) < HEADER) return 0;
    const isLittle = header.readUInt32BE(0) === LITTLE_ENDIAN;
    const pageSize = header.readUInt32BE(8);
    const frame = FRAME_HEADER + (pageSize >= 512 && pageSize <= 65_536 && pageSize % 512 === 0 ? pageSize : 4096);
    let sums = addTo([0, 0], header, 0, 24, isLittle);
    let isSound = sums[0] === header.readUInt32BE(24) && sums[1] === header.readUInt32BE(28);
    let salts = header.subarray(16, 24);
    let behind = 0;
    for (const { bytes, at } of frames(file, frame)) {
      // With a damaged header the first frame says which generation the log is of.
      if (!isSound && at === HEADER) salts = Buffer.from(bytes.subarray(8, 16));
      const isOurs = bytes.subarray(8, 16).equals(salts);
      if (isSound) {
        sums = addTo(addTo(sums, bytes, 0, 8, isLittle), bytes, FRAME_HEADER, frame, isLittle);
        isSound = isOurs && sums[0] === bytes.readUInt32BE(16) && sums[1] === bytes.readUInt32BE(20);
      }
      if (!isSound && isOurs && bytes.readUInt32BE(4) > 0) behind += 1;
    }
    return behind;
  } finally {
    closeSync(file);
  }
}

/** The frames in order; what is left of a cut one at the end is none. */
function* frames(file: number, length: number): Generator<{ bytes: Buffer; at: number }> {
  const { size } = fstatSync(file);
  const buffer = Buffer.alloc(length * BATCH);
  for (let at = HEADER; at + length <= size; ) {
    const read = readSync(file, buffer, 0, buffer.length, at);
    for (let from = 0; from + length <= read; from += length, at += length)
      yield { bytes: buffer.subarray(from, from + length), at };
    if (read < length) return;
  }
}
