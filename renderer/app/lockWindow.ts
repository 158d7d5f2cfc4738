/** Locking from the page's side: what was typed goes to the core, then the core locks and throws this page away. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { call } from '../api/client';
import { isStale } from '../api/invalidation';
import { flushSavers } from '../ui/draftSaver';
import { keptForms } from './keptForms';
import { heardRotation } from './rotation';

/**
 * Longest wait for what was typed to be saved: milliseconds on a healthy computer, more on one that is busy. The core waits
 * a little longer before it locks by itself (electron/features/users/lockWindow.ts).
 */
const PATIENCE_MS = 8_000;
/** A page that is still here this long after the lock will not be thrown away. */
const RELOAD_MS = 5_000;
/** Covers everything at once, dialogs included (app.css): nobody reads on while the rest is saved. */
const COVERED = 'qs-locking';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function handIn(): Promise<void> {
  const forms = keptForms();
  const keep = Object.keys(forms).length > 0 ? call('window.keepTyped', forms) : null;
  await Promise.all([flushSavers(), keep]);
}

async function lockWindow(): Promise<void> {
  // Fields that settle on leaving settle now; what they typed reaches the savers with the next turn.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  await pause(0);
  document.body.classList.add(COVERED);
  // Whatever cannot be handed in keeps nobody from locking.
  await Promise.race([handIn().catch(() => {}), pause(PATIENCE_MS)]);
  await call('session.lock', undefined);
}

let locking = false;

/** Locks once, however often it is asked for. */
export function useLock(): () => void {
  const client = useQueryClient();
  return useCallback(() => {
    if (locking) return;
    locking = true;
    void lockWindow()
      .catch(() => {})
      .then(() => pause(RELOAD_MS))
      .finally(() => {
        // Still here: the core could not be reached, or has no window to reload. Show what it says of itself.
        locking = false;
        document.body.classList.remove(COVERED);
        void client.invalidateQueries({ predicate: ({ queryKey }) => isStale(queryKey, ['session']) });
      });
  }, [client]);
}

/**
 * Follows what the core tells its windows for as long as the page lives: its wish to lock (idle, Windows locked, going to
 * sleep), and how far a change of keys is.
 */
export function useNotices(): void {
  const lock = useLock();
  useEffect(() => {
    const gone = new AbortController();
    const follow = async (): Promise<void> => {
      const notices = await call('window.notices', undefined, gone.signal);
      for await (const notice of notices) {
        if (notice.kind === 'locking') lock();
        else heardRotation(notice.part);
      }
    };
    // Without its line the page still locks: the core does it after some seconds and reloads the page.
    follow().catch(() => {});
    return () => gone.abort();
  }, [lock]);
}
