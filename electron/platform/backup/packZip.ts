/** Packs a backup into one self-contained file: a zip whose entries are stored, since encrypted bytes do not shrink. */
import { statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { openSource, readSource } from './backupSource';
import { writeWholeFile } from './copyFile';
import { MANIFEST, manifestText } from './manifest';
import type { RawSource } from './rawSource';

type ReportOf = (done: number, total: number) => void;

/** Written whole or not at all, then read again byte by byte; the size. Refuses `backup-damaged` {file}. */
export async function packZip(
  dir: string,
  target: string,
  report: { pack: ReportOf; verify: ReportOf },
): Promise<number> {
  const source = await openSource(dir);
  try {
    await writeWholeFile(target, await zipOf(source, report.pack));
  } finally {
    source.close();
  }
  try {
    await verifyBackup(target, report.verify);
  } catch (error) {
    await rm(target, { force: true });
    throw error;
  }
  return statSync(target).size;
}

/** Every byte of a folder or file against its manifest. */
export async function verifyBackup(path: string, report: ReportOf): Promise<void> {
  const source = await openSource(path);
  try {
    await readSource(source, report);
  } finally {
    source.close();
  }
}

/** Entries in the order of the manifest; each file is opened when its turn comes and verified as it passes. */
async function zipOf(source: RawSource, report: ReportOf): Promise<AsyncIterable<Uint8Array>> {
  const zip = new ZipFile();
  // The same time everywhere: the same generation gives the same file.
  const plain = { compress: false, mtime: new Date(source.manifest.at), mode: 0o100600, forceDosTimestamp: true };
  zip.addBuffer(Buffer.from(manifestText(source.manifest)), MANIFEST, plain);
  const fed = readSource(source, report, async (name, slices) => {
    // The zip reads on while the next slice is made: it must own its bytes.
    const stream = Readable.from(owned(slices), { objectMode: false });
    zip.addReadStream(stream, name, plain);
    await new Promise<void>((resolve, reject) => stream.once('close', resolve).once('error', reject));
  }).then(() => zip.end());
  const output = zip.outputStream as Readable;
  fed.catch((error) => output.destroy(error));
  zip.on('error', (error) => output.destroy(error as Error));
  return output as AsyncIterable<Uint8Array>;
}

async function* owned(slices: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  for await (const slice of slices) yield Buffer.from(slice);
}
