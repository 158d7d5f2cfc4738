/** Whether a disk can take so many bytes; said before the work and after a write that failed for it. */
import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { RefusalError, refuse } from '@shared/kernel/result';
import { writeFailure } from '../writablePath';

/** Left free for the program itself, whose own writing must not fail because of a backup. */
const RESERVE = 32 * 1024 * 1024;

/** Bytes that this user may still write where `path` lies or will lie. */
function freeAt(path: string): number {
  if (!existsSync(path)) return freeAt(dirname(path));
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
}

const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024);

/** Bytes for programs, megabytes for the sentence. */
const spaceFacts = (needed: number, free: number) => ({
  needed,
  free,
  neededMb: megabytes(needed),
  freeMb: megabytes(free),
});

/** Refuses `backup-no-space` {needed, free} in bytes. */
export function refuseNoSpace(path: string, needed: number): void {
  const free = freeAt(path);
  if (free < needed + RESERVE) refuse('backup-no-space', spaceFacts(needed + RESERVE, free));
}

/** What a failure while writing below `path` is called; `needed`: bytes of the whole. */
export function copyFailure(path: string, needed: number, error: unknown): unknown {
  const code = (error as { code?: string }).code ?? '';
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new RefusalError({ code: 'backup-no-space', facts: spaceFacts(needed + RESERVE, freeAt(path)) });
  return writeFailure(path, error);
}
