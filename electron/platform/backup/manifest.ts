/**
 * What a backup says about itself: `manifest.json`, small and without personal data, and `attachments.json` beside it. The
 * manifest carries its own checksum and the SHA-256 of every other file, so that each byte of a backup can be proved
 * without a key.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BACKUP_REASONS, isGenerationId } from '@shared/domain/backup/generations';
import { refuse } from '@shared/kernel/result';
import { z } from 'zod';
import { writeFileAtomic } from '../atomicFile';

export const MANIFEST = 'manifest.json';
export const ATTACHMENTS = 'attachments.json';
export const DATABASE = 'qingshou.db';

/** Files of a data folder that are copied as they are; only those that exist. */
export const BESIDE = ['keys.json', 'keys.backup.json', 'anchors.json'] as const;

/** A manifest is a few kilobytes; a larger one was not made by us. */
const LARGEST_MANIFEST = 1024 * 1024;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const size = z.number().int().min(0);

const fileEntry = z.strictObject({ name: z.enum([DATABASE, ATTACHMENTS, ...BESIDE]), size, sha256 });

const manifestShape = z.strictObject({
  format: z.literal(1),
  id: z.string().refine(isGenerationId),
  /** ISO instant of the snapshot. */
  at: z.iso.datetime(),
  reason: z.enum(BACKUP_REASONS),
  program: z.string().max(40),
  schema: size,
  /** Rows by table. */
  counts: z.record(z.string(), size),
  /** The last row of the log; null when it has none. */
  head: z.strictObject({ seq: size, mac: z.string() }).nullable(),
  files: z.array(fileEntry),
  attachments: z.strictObject({ count: size, bytes: size, missing: size }),
});
export type Manifest = z.infer<typeof manifestShape>;

/** `[name, bytes of the encrypted file, their SHA-256]`; the name is the SHA-256 of the content. */
const attachmentShape = z.tuple([sha256, size, sha256]);
export type AttachmentEntry = z.infer<typeof attachmentShape>;

export const digestOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** Bytes of everything that belongs to the backup, the manifest aside. */
export const bytesOf = (manifest: Manifest): number =>
  manifest.files.reduce((sum, file) => sum + file.size, manifest.attachments.bytes);

export function manifestText(manifest: Manifest): string {
  const body = JSON.stringify(manifest);
  return `${JSON.stringify({ checksum: digestOf(body), body })}\n`;
}

/** Refuses `backup-damaged` {file}. */
export function parseManifest(text: string): Manifest {
  try {
    const { checksum, body } = JSON.parse(text) as { checksum: string; body: string };
    if (digestOf(body) === checksum) return manifestShape.parse(JSON.parse(body));
  } catch {
    // Said below, in the same words for whatever does not fit.
  }
  return refuse('backup-damaged', { file: MANIFEST });
}

/** Refuses `backup-damaged` {file}. */
export function parseAttachments(text: string): AttachmentEntry[] {
  try {
    return z.array(attachmentShape).parse(JSON.parse(text));
  } catch {
    return refuse('backup-damaged', { file: ATTACHMENTS });
  }
}

export function writeManifest(dir: string, manifest: Manifest): void {
  writeFileAtomic(join(dir, MANIFEST), Buffer.from(manifestText(manifest)));
}

/** Refuses `backup-damaged`. */
export function readManifest(dir: string): Manifest {
  return parseManifest(smallText(join(dir, MANIFEST)));
}

function smallText(path: string): string {
  try {
    const bytes = readFileSync(path);
    if (bytes.length <= LARGEST_MANIFEST) return bytes.toString('utf8');
  } catch {
    // Said below.
  }
  return refuse('backup-damaged', { file: MANIFEST });
}
