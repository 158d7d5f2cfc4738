/** What the program remembers about backups while it runs: where heavy jobs run, whether one is being made, why the last failed. */
import { type Refusal, refuse } from '@shared/kernel/result';
import type { RunJob } from './backupJobs';

export class Backups {
  readonly run: RunJob;
  #making: Promise<unknown> | null = null;
  /** Of the automatic ones, until one succeeds. */
  lastFailure: Refusal | null = null;

  constructor(run: RunJob) {
    this.run = run;
  }

  get running(): boolean {
    return this.#making !== null;
  }

  /** One at a time. Refuses `backup-running`. */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    if (this.#making) refuse('backup-running');
    const making = work();
    this.#making = making;
    try {
      return await making;
    } finally {
      this.#making = null;
    }
  }

  /** Waits for the one that is being made, however it ends. */
  async settled(): Promise<void> {
    await this.#making?.catch(() => {});
  }
}
