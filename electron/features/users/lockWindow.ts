/**
 * Locking with its order: windows hand in what was typed (at most some seconds) → the database is closed and the key wiped
 * → every page is thrown away, so that nothing of the file stays in a window's memory.
 */
import { IDLE_MINUTES, mustLock } from '@shared/domain/users/idleLock';
import type { OpenFolder } from '../../openFolder';
import { faultText } from '../../platform/faultText';
import type { Services } from '../../services';
import { readIdleMinutes, writeIdleMinutes } from './windowSettings.repository';
import type { LockNotice } from './windows';

type LockReason = LockNotice['reason'];

/**
 * How long windows may take to hand in what was typed, in milliseconds: a busy computer needs seconds, and a window hides its
 * content at once. One that does not answer at all is locked after it.
 */
const FLUSH_TIME = 10_000;

export function lockNow(services: Services, reason: LockReason): Promise<void> {
  const { session } = services;
  return session.windows.lockOnce(async () => {
    // An import that is reading its file ends first: its page is covered meanwhile, and its batch is in the list afterwards.
    await session.settled();
    const actor = session.open?.actor;
    await recordLock(services, session.windows.asked ?? reason);
    await session.lock();
    if (actor) session.windows.locked(session.folder.root, { name: actor.name, display: actor.display });
    await services.host.reloadWindows();
  });
}

/** A log that cannot be written keeps nobody from locking. */
async function recordLock(services: Services, reason: LockReason): Promise<void> {
  const open = services.session.open;
  if (!open) return;
  const audit = { action: 'session.lock', objectKind: 'user', objectId: String(open.actor.userId), detail: { reason } };
  try {
    await open.store.write(open.actor, async () => ({ result: null, audit }));
  } catch (error) {
    services.log(`lock not recorded: ${faultText(error)}`);
  }
}

/** Asks the windows first; the first that has handed in its text locks by itself. `patience` in milliseconds. */
export async function lockOnRequest(services: Services, reason: LockReason, patience = FLUSH_TIME): Promise<void> {
  const { session } = services;
  const open = session.open;
  if (!open || session.windows.asked) return;
  await session.windows.announce({ kind: 'locking', reason }, patience);
  // Locked by a window; or somebody else has signed in meanwhile.
  if (session.open?.actor.userId === open.actor.userId) await lockNow(services, reason);
}

/** `idleSeconds`: since the last input anywhere on the computer. */
export async function lockWhenIdle(services: Services, idleSeconds: number): Promise<void> {
  const open = services.session.open;
  if (!open) return;
  // A folder that cannot be read just now is locked as any other.
  const minutes = await readIdleMinutes(open.store.read).catch(() => IDLE_MINUTES.standard);
  if (mustLock(idleSeconds, minutes)) await lockOnRequest(services, 'idle');
}

/** `minutes`: within IDLE_MINUTES (contract); the log keeps the choice before. */
export async function setIdleMinutes(open: OpenFolder, minutes: number): Promise<{ minutes: number }> {
  return open.store.write(open.actor, async (tx) => {
    const before = await readIdleMinutes(tx);
    await writeIdleMinutes(tx, minutes);
    const audit = { action: 'window.setIdleMinutes', objectKind: 'setting', objectId: 'idleMinutes' };
    return { result: { minutes }, audit: { ...audit, detail: { before, after: minutes } } };
  });
}
