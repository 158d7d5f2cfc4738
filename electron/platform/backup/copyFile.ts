/** Copies bytes in slices and hashes them on the way; the source is read while its neighbour is still being written. */
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

export const SLICE = 1024 * 1024;

export type Report = (bytes: number) => void;

export interface Copied {
  readonly size: number;
  readonly sha256: string;
}

/** Writes what comes, as it comes, to a new file and flushes it; `target` must not exist. */
export async function writeSlices(target: string, slices: AsyncIterable<Uint8Array>): Promise<Copied> {
  const out = await open(target, 'wx', 0o600);
  try {
    const hash = createHash('sha256');
    let size = 0;
    let writing: Promise<unknown> = Promise.resolve();
    try {
      for await (const slice of slices) {
        await writing;
        writing = writeWhole(out, slice, size);
        // Its failure is met by the next await; until then it must not count as unhandled.
        writing.catch(() => {});
        hash.update(slice);
        size += slice.length;
      }
    } finally {
      await writing;
    }
    await out.sync();
    return { size, sha256: hash.digest('hex') };
  } finally {
    await out.close();
  }
}

async function writeWhole(out: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await out.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

/** The slices of an open descriptor from its beginning to `size`; two buffers, because one may still be on its way out. */
export async function* slicesOf(
  read: (buffer: Buffer, length: number, position: number) => Promise<number>,
  size: number,
): AsyncGenerator<Buffer> {
  const buffers = [Buffer.allocUnsafe(SLICE), Buffer.allocUnsafe(SLICE)] as const;
  for (let position = 0, turn = 0; position < size; turn = 1 - turn) {
    const buffer = buffers[turn as 0 | 1];
    const wanted = Math.min(SLICE, size - position);
    const length = await read(buffer, wanted, position);
    if (length === 0) throw new Error('the file ended before its size');
    yield buffer.subarray(0, length);
    position += length;
  }
}

/** The slices of a file that nobody else holds; how it ends tells whether it was as long as it said. */
export async function* fileSlices(path: string): AsyncGenerator<Buffer> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const read = async (buffer: Buffer, length: number, position: number) =>
      (await file.read(buffer, 0, length, position)).bytesRead;
    yield* slicesOf(read, size);
  } finally {
    await file.close();
  }
}

export async function hashFile(path: string, report: Report = () => {}): Promise<Copied> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const slice of fileSlices(path)) {
    hash.update(slice);
    size += slice.length;
    report(slice.length);
  }
  return { size, sha256: hash.digest('hex') };
}

/** Copies a file whole or not at all: another name, flush, rename. */
export async function copyWhole(source: string, target: string): Promise<Copied> {
  return writeWholeFile(target, fileSlices(source));
}

/** Gives the slices their name only when all of them are on the disk; an unfinished one is removed. */
export async function writeWholeFile(target: string, slices: AsyncIterable<Uint8Array>): Promise<Copied> {
  mkdirSync(dirname(target), { recursive: true });
  const part = `${target}.part`;
  try {
    await rm(part, { force: true });
    const copied = await writeSlices(part, slices);
    await rename(part, target);
    return copied;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
