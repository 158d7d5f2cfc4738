/** The windows as the core sees them: who is told before a lock, and whose page was locked. */
import { setTimeout as wait } from 'node:timers/promises';
import type { RotationPart } from '@shared/domain/users/rotation';

/** Sent before a lock, so that windows hand in what was typed. */
export interface LockNotice {
  readonly kind: 'locking';
  /** `person`: by key or button · `idle`: nobody was there · `system`: Windows was locked or goes to sleep. */
  readonly reason: 'person' | 'idle' | 'system';
}

/** The folder gets a new key: this part begins; null: it is over. */
export interface RotationNotice {
  readonly kind: 'rotating';
  readonly part: RotationPart | null;
}

export type WindowNotice = LockNotice | RotationNotice;

export interface LockedUser {
  readonly name: string;
  readonly display: string;
}

export class Windows {
  readonly #listeners = new Set<(notice: WindowNotice) => void>();
  #locking: Promise<void> | null = null;
  #afterLock = () => {};
  #asked: LockNotice['reason'] | null = null;
  #locked: { readonly folder: string; readonly user: LockedUser } | null = null;

  /** Why the core wants to lock, while it waits for its windows: one of them then locks for that reason, not for its own. */
  get asked(): LockNotice['reason'] | null {
    return this.#asked;
  }

  /** Tells the windows and waits until one of them has locked, at most `patience` milliseconds; not at all when none listens. */
  async announce(notice: LockNotice, patience: number): Promise<void> {
    if (this.#listeners.size === 0) return;
    const over = new AbortController();
    const locked = new Promise<void>((resolve) => {
      this.#afterLock = resolve;
    });
    this.#asked = notice.reason;
    this.tell(notice);
    await Promise.race([locked, wait(patience, undefined, { signal: over.signal }).catch(() => {})]);
    over.abort();
    this.#asked = null;
  }

  tell(notice: WindowNotice): void {
    for (const listener of this.#listeners) listener(notice);
  }

  /** Runs a lock unless one is under way: a long import holds it up, and idle polls go on meanwhile. */
  lockOnce(lock: () => Promise<void>): Promise<void> {
    this.#locking ??= lock().finally(() => {
      this.#locking = null;
      this.#afterLock();
    });
    return this.#locking;
  }

  /** Whose page this was before the lock; known until the program ends, for this folder only. */
  lockedUser(folder: string): LockedUser | null {
    return this.#locked?.folder === folder ? this.#locked.user : null;
  }

  locked(folder: string, user: LockedUser): void {
    this.#locked = { folder, user };
  }

  /** The notices from now on, until the window is gone. */
  async *listen(signal?: AbortSignal): AsyncGenerator<WindowNotice> {
    const waiting: WindowNotice[] = [];
    let wake = () => {};
    const hear = (notice: WindowNotice) => {
      waiting.push(notice);
      wake();
    };
    const end = () => wake();
    this.#listeners.add(hear);
    signal?.addEventListener('abort', end);
    try {
      while (!signal?.aborted) {
        const notice = waiting.shift();
        if (notice) yield notice;
        else {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
    } finally {
      this.#listeners.delete(hear);
      signal?.removeEventListener('abort', end);
    }
  }
}
