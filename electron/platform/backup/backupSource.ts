/**
 * A backup as a thing to read: the folder of a generation or a single file. Whoever reads it gets bytes that were compared with
 * the manifest, or a refusal; names come from the manifest alone, never from what lies about.
 */
import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { RefusalError, refuse } from '@shared/kernel/result';
import { isPlainPath } from '../writablePath';
import { fileSlices, type Report } from './copyFile';
import { poolPath } from './generationFolder';
import {
  ATTACHMENTS,
  type AttachmentEntry,
  bytesOf,
  MANIFEST,
  type Manifest,
  parseAttachments,
  readManifest,
} from './manifest';
import type { RawSource } from './rawSource';
import { openZip } from './zipSource';

/** Receives the verified slices of one file. */
export type Sink = (name: string, slices: AsyncIterable<Uint8Array>) => Promise<unknown>;

const drain: Sink = async (_name, slices) => {
  for await (const _slice of slices) {
    // Reading is the whole purpose.
  }
};

const attachmentName = (name: string): string => `files/${name.slice(0, 2)}/${name}`;

/** Refuses `backup-unreadable` {path} for what is no backup at all, `backup-damaged` {file} for one that is broken. */
export async function openSource(path: string): Promise<RawSource> {
  const stat = isPlainPath(path) ? statSync(path, { throwIfNoEntry: false }) : undefined;
  if (stat?.isFile()) return openZip(path);
  if (stat?.isDirectory() && existsSync(join(path, MANIFEST))) return folderSource(path);
  return refuse('backup-unreadable', { path });
}

function folderSource(dir: string): RawSource {
  const manifest = readManifest(dir);
  const pathOf = (name: string) =>
    name.startsWith('files/') ? poolPath(dirname(dir), name.slice(name.lastIndexOf('/') + 1)) : join(dir, name);
  return { manifest, open: (name) => fileSlices(pathOf(name)), close: () => {} };
}

/** One small file of the backup, verified. Refuses `backup-damaged`. */
export async function readSmall(source: RawSource, name: Manifest['files'][number]['name']): Promise<Buffer | null> {
  const entry = source.manifest.files.find((file) => file.name === name);
  if (!entry) return null;
  const parts: Uint8Array[] = [];
  await readOne(source, { path: name, size: entry.size, sha256: entry.sha256 }, async (_name, slices) => {
    for await (const slice of slices) parts.push(Buffer.from(slice));
  });
  return Buffer.concat(parts);
}

/** Refuses `backup-damaged`. */
async function readAttachmentList(source: RawSource): Promise<AttachmentEntry[]> {
  const bytes = await readSmall(source, ATTACHMENTS);
  const entries = bytes ? parseAttachments(bytes.toString('utf8')) : [];
  if (entries.length !== source.manifest.attachments.count) refuse('backup-damaged', { file: ATTACHMENTS });
  return entries;
}

/**
 * Every byte of the backup against its manifest; `sink` gets each file as it is read and must not keep one that was not read to
 * its end. Refuses `backup-damaged` {file}. Rejects with the signal's reason.
 */
export async function readSource(
  source: RawSource,
  report: (done: number, total: number) => void,
  sink: Sink = drain,
  signal?: AbortSignal,
): Promise<void> {
  const total = bytesOf(source.manifest);
  let done = 0;
  const read: Report = (bytes) => {
    signal?.throwIfAborted();
    done += bytes;
    report(done, total);
  };
  for (const file of source.manifest.files) await readOne(source, { ...file, path: file.name }, sink, read);
  for (const [name, size, sha256] of await readAttachmentList(source)) {
    await readOne(source, { path: attachmentName(name), size, sha256 }, sink, read);
  }
}

interface Expected {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

/** Failures that come from the backup itself, as against those of the place it is written to. */
const UNREADABLE = new Set(['ENOENT', 'EISDIR', 'EIO', 'ENOTDIR']);

async function readOne(source: RawSource, expected: Expected, sink: Sink, report: Report = () => {}): Promise<void> {
  await sink(expected.path, verified(source, expected, report));
}

async function* verified(source: RawSource, expected: Expected, report: Report): AsyncGenerator<Uint8Array> {
  const damaged = () => refuse('backup-damaged', { file: expected.path });
  const hash = createHash('sha256');
  let size = 0;
  try {
    for await (const slice of await source.open(expected.path)) {
      size += slice.length;
      if (size > expected.size) damaged();
      hash.update(slice);
      report(slice.length);
      yield slice;
    }
  } catch (error) {
    if (!(error instanceof RefusalError) && UNREADABLE.has((error as { code?: string }).code ?? '')) damaged();
    throw error;
  }
  if (size !== expected.size || hash.digest('hex') !== expected.sha256) damaged();
}
