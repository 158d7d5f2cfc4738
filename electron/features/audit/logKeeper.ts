/** The log of an open folder outside its database: anchors, and what verifying it has shown since sign-in. */
import { setTimeout } from 'node:timers/promises';
import type { LogFault, Verification } from '@shared/contract/audit.contract';
import type { Head } from '@shared/domain/audit/chain';
import type { Store } from '../../database/store';
import type { Clock } from '../../platform/clock';
import type { DataFolder } from '../../platform/dataFolder';
import { Anchors, type LogAlarm } from './anchors';
import { verifyLog } from './verifyLog';

/** After a sign-in the first screens come first. */
const BACKGROUND_DELAY_MS = 3_000;

interface VerifyChoices {
  /** Anchors that somebody kept elsewhere. */
  readonly anchors?: readonly Head[];
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
  /** The caller holds the readers' side already (queries of the door do). */
  readonly isReading?: boolean;
}

export class LogKeeper {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #stop = new AbortController();
  readonly anchors: Anchors;
  #running: { done: number; total: number } | null = null;
  #last: Verification | null = null;

  /** `ownDir`: the program's own folder of this user; null: anchors lie in the data folder only. */
  constructor(store: Store, folder: DataFolder, ownDir: string | null, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
    this.anchors = new Anchors(store, folder, ownDir, clock);
  }

  get running(): { done: number; total: number } | null {
    return this.#running;
  }

  get last(): Verification | null {
    return this.#last;
  }

  /** At sign-in, before anything is written. With an alarm the folder is opened for reading only. */
  examine(): LogAlarm | null {
    return this.anchors.examine();
  }

  /** The folder may be written: from here on anchors follow the log. */
  keep(): void {
    this.anchors.keep();
  }

  async verify(choices: VerifyChoices = {}): Promise<{ verification: Verification; faults: LogFault[] }> {
    const signal = AbortSignal.any([this.#stop.signal, ...(choices.signal ? [choices.signal] : [])]);
    const own = this.anchors.read();
    const onProgress = (done: number, total: number) => {
      this.#running = { done, total };
      choices.onProgress?.(done, total);
    };
    try {
      const checked = await verifyLog(this.#store, {
        anchors: [...own, ...(choices.anchors ?? [])],
        reading: choices.isReading ? (work) => work() : (work) => this.#store.reading(work),
        onProgress,
        signal,
        at: this.#clock.now().toISOString(),
      });
      this.#last = checked.verification;
      return checked;
    } finally {
      this.#running = null;
    }
  }

  /**
   * After sign-in, while people work; ends by itself when the folder is locked. A broken log is an alarm: the folder is only
   * read from then on, until an administrator has accepted the break or restored a backup.
   */
  async verifyInBackground(): Promise<void> {
    try {
      await setTimeout(BACKGROUND_DELAY_MS, undefined, { signal: this.#stop.signal });
      const { fault } = (await this.verify()).verification;
      if (fault) await this.#store.reading(async () => this.#store.raise({ code: 'log-broken', facts: { ...fault } }));
    } catch (error) {
      if (!this.#stop.signal.aborted) throw error;
    }
  }

  /** After an accepted break or a restored backup: earlier anchors are about another log. */
  beginAnew(): void {
    this.anchors.beginAnew();
    this.anchors.keep();
  }

  /** Before the database is closed. */
  stop(): void {
    this.#stop.abort();
  }

  /** After the last entry, the database may be closed: the head is anchored. Under an alarm the anchors are its evidence. */
  seal(): void {
    if (!this.#store.readOnly) this.anchors.write();
  }
}
