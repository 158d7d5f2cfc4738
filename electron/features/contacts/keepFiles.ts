/** Recordings, photographs and papers of a contact, kept by their content before the entry is written. */
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import { asFileFault } from '../../platform/sheets/fileFault';
import { isPlainPath } from '../../platform/writablePath';
import type { KeptFile } from './contacts.repository';

const MOST_BYTES = 50 * 1024 * 1024;

function keep({ files }: OpenFolder, path: string): KeptFile {
  const name = basename(path);
  if (!isPlainPath(path)) refuse('file-unreadable', { name });
  try {
    const { size } = statSync(path);
    if (size > MOST_BYTES) refuse('attachment-too-large', { limit: MOST_BYTES / 1024 / 1024 });
    const bytes = readFileSync(path);
    return { name, sha256: files.put(bytes), byteLength: bytes.length };
  } catch (error) {
    throw asFileFault(error, name);
  }
}

/** Refuses file-unreadable {name, reason}, attachment-too-large {limit, in MB}. */
export const keepFiles = (open: OpenFolder, paths: readonly string[]): KeptFile[] =>
  paths.map((path) => keep(open, path));
