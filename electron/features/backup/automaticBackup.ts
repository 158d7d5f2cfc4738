/** Backups nobody has to think of: one a day after sign-in, and one at the end when something changed (APP-03). */
import { isDue } from '@shared/domain/backup/generations';
import { RefusalError } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import { listGenerations } from '../../platform/backup/generationFolder';
import { faultText } from '../../platform/faultText';
import type { Services } from '../../services';
import { createBackup } from './createBackup';

const silent = () => {};

/** Nobody waits for it; its failure is in the status. */
export function backUpAfterSignIn(services: Services): void {
  void backUpIfDue(services);
}

/**
 * After sign-in in a window. The actor is whoever signed in: the backup is the program's act, and needs
 * no right of his. A failure is kept for the status and the log file, and disturbs nothing else.
 */
export async function backUpIfDue(services: Services): Promise<void> {
  const { session, clock, backups } = services;
  const open = session.open;
  if (!open || open.store.readOnly || open.hasTemporaryPassword || services.program !== 'window' || backups.running)
    return;
  const [newest] = listGenerations(open.folder.backups);
  if (isDue(newest?.manifest.at ?? null, clock.now().toISOString())) await attempt(services, open, 'automatic');
}

/** Before the folder is closed for good. `signal` ends it when the computer or the person cannot wait. */
export async function backUpAtExit(services: Services, signal: AbortSignal): Promise<void> {
  const open = services.session.open;
  const aborted = new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  await Promise.race([services.backups.settled(), aborted]);
  if (signal.aborted) return;
  if (open && !open.store.readOnly && hasChanged(open)) await attempt(services, open, 'exit', signal);
}

/** Signing in, locking and backing up themselves change nothing that would have to be saved. */
function hasChanged(open: OpenFolder): boolean {
  const [newest] = listGenerations(open.folder.backups);
  if (!newest) return true;
  const seen = newest.manifest.head?.seq ?? 0;
  const sql = `SELECT 1 FROM audit_entry WHERE id > ? AND action NOT LIKE 'session.%' AND action NOT LIKE 'backup.%' LIMIT 1`;
  return open.store.read.hot(sql).get(seen) !== undefined;
}

async function attempt(
  services: Services,
  open: OpenFolder,
  reason: 'automatic' | 'exit',
  signal?: AbortSignal,
): Promise<void> {
  try {
    await createBackup(services, open, reason, silent, signal);
  } catch (error) {
    if (['AbortError', 'TimeoutError'].includes((error as { name?: string }).name ?? '')) return;
    if (error instanceof RefusalError) services.backups.lastFailure = error.refusal;
    services.log(`backup ${reason} ${error instanceof RefusalError ? error.refusal.code : faultText(error)}`);
  }
}
