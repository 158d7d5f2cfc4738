/**
 * A single backup file: a zip whose entries are stored, not packed, so there is nothing to inflate. Only the names a backup may
 * have are accepted, each once, and all of them together cannot be larger than the file.
 */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { RefusalError, refuse } from '@shared/kernel/result';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { ATTACHMENTS, BESIDE, bytesOf, DATABASE, MANIFEST, type Manifest, parseManifest } from './manifest';
import type { RawSource } from './rawSource';

const NAMES: ReadonlySet<string> = new Set([MANIFEST, DATABASE, ATTACHMENTS, ...BESIDE]);
const ATTACHMENT = /^files\/([0-9a-f]{2})\/\1[0-9a-f]{62}$/;
const STORED = 0;
const LARGEST_MANIFEST = 1024 * 1024;

/** Refuses `backup-unreadable` {path} when it is no zip, `backup-damaged` {file} when it is a broken or foreign one. */
export async function openZip(path: string): Promise<RawSource> {
  const zip = await openPlain(path);
  try {
    const entries = await readEntries(zip);
    const open = (name: string) => openEntry(zip, entries, name);
    const manifest = await readZipManifest(open, entries.get(MANIFEST));
    // Entries that lie over one another would be the only way to make much out of little.
    if (bytesOf(manifest) > statSync(path).size) refuse('backup-damaged', { file: MANIFEST });
    return { manifest, open, close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function openPlain(path: string): Promise<ZipFile> {
  let looksLikeZip = false;
  try {
    looksLikeZip = startsAsZip(path);
    return await openPromise(path, { lazyEntries: true, autoClose: false, strictFileNames: true });
  } catch {
    return refuse(looksLikeZip ? 'backup-damaged' : 'backup-unreadable', { path, file: 'zip' });
  }
}

function startsAsZip(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(4);
    return readSync(file, head, 0, 4, 0) === 4 && head.readUInt32LE(0) === 0x04034b50;
  } finally {
    closeSync(file);
  }
}

/** The whole directory; refuses at the first entry that a backup does not have. */
async function readEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      const { fileName } = entry;
      const isOurs = NAMES.has(fileName) || ATTACHMENT.test(fileName);
      const isPlain = entry.compressionMethod === STORED && entry.compressedSize === entry.uncompressedSize;
      if (!isOurs || !isPlain || entry.isEncrypted() || entries.has(fileName))
        refuse('backup-damaged', { file: 'zip' });
      entries.set(fileName, entry);
    }
  } catch (error) {
    throw asDamage(error, 'zip');
  }
  return entries;
}

async function* openEntry(zip: ZipFile, entries: ReadonlyMap<string, Entry>, name: string): AsyncGenerator<Uint8Array> {
  const entry = entries.get(name);
  if (!entry) refuse('backup-damaged', { file: name });
  try {
    yield* (await zip.openReadStreamPromise(entry)) as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw asDamage(error, name);
  }
}

async function readZipManifest(open: RawSource['open'], entry: Entry | undefined): Promise<Manifest> {
  if (!entry || entry.uncompressedSize > LARGEST_MANIFEST) refuse('backup-damaged', { file: MANIFEST });
  const parts: Uint8Array[] = [];
  for await (const part of await open(MANIFEST)) parts.push(part);
  return parseManifest(Buffer.concat(parts).toString('utf8'));
}

/** The library's own errors carry no code and mean a broken file; the system's do, and refusals are said already. */
function asDamage(error: unknown, file: string): unknown {
  const isOurs = error instanceof RefusalError || typeof (error as { code?: unknown }).code === 'string';
  return isOurs ? error : new RefusalError({ code: 'backup-damaged', facts: { file } });
}
