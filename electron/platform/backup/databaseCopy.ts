/**
 * Copies the database file while the program goes on working with it. Between a checkpoint and the next one the file does not
 * change: commits wait in the write-ahead log (frozenFile.ts sees to that).
 *
 * The descriptor is handed in and stays open: closing any descriptor of a file drops the locks that the process holds
 * on it (POSIX), and the database would lie open to a second program.
 */
import { read } from 'node:fs';
import { promisify } from 'node:util';
import { type Copied, type Report, slicesOf, writeSlices } from './copyFile';

const readAt = promisify(read);

/**
 * SQLite locks bytes from 1 GiB on and never uses the page they are in. On Windows they cannot be read by anybody else;
 * zeros take their place everywhere, so that copies are the same on every system.
 */
export const LOCK_BYTE = 0x4000_0000;

export interface OpenDatabaseFile {
  readonly fd: number;
  readonly size: number;
  /** Bytes. */
  readonly pageSize: number;
}

/** `target` must not exist. `lockAt`: where the locked page begins; another place for tests only. */
export async function copyDatabase(
  source: OpenDatabaseFile,
  target: string,
  report: Report,
  lockAt = LOCK_BYTE,
): Promise<Copied> {
  const { fd, size, pageSize } = source;
  const plain = async (buffer: Buffer, length: number, position: number) =>
    (await readAt(fd, buffer, 0, length, position)).bytesRead;
  const slices = slicesOf(
    (buffer, length, position) =>
      lockAt === position ? withoutPage(plain, pageSize, buffer, length, position) : plain(buffer, length, position),
    size,
  );
  return writeSlices(target, counted(slices, report));
}

type Read = (buffer: Buffer, length: number, position: number) => Promise<number>;

/** Slices begin at multiples of their size, so the locked page is always the first of its slice. */
async function withoutPage(plain: Read, page: number, buffer: Buffer, length: number, at: number): Promise<number> {
  const zeros = Math.min(page, length);
  buffer.fill(0, 0, zeros);
  return zeros === length ? length : zeros + (await plain(buffer.subarray(zeros), length - zeros, at + zeros));
}

async function* counted(slices: AsyncIterable<Buffer>, report: Report): AsyncGenerator<Buffer> {
  for await (const slice of slices) {
    yield slice;
    report(slice.length);
  }
}
