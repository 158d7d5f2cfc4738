/**
 * Where the heavy parts of backing up run: copying, hashing, reading a copy through. The window gives each to a thread of its own
 * so that nobody waits for it (P12); the command line and tests work directly.
 */
import { Worker } from 'node:worker_threads';
import { type Refusal, RefusalError } from '@shared/kernel/result';
import { JOBS } from './jobTable';
import type { Stage, StageReport } from './stageReport';

export type JobName = keyof typeof JOBS;
export type JobInput<N extends JobName> = Parameters<(typeof JOBS)[N]>[0];
export type JobOutput<N extends JobName> = Awaited<ReturnType<(typeof JOBS)[N]>>;

/** Runs a job to its end; rejects with the refusal it ended in, or with the signal's reason. */
export type RunJob = <N extends JobName>(
  name: N,
  input: JobInput<N>,
  report: StageReport,
  signal?: AbortSignal,
) => Promise<JobOutput<N>>;

/** A thread's `workerData`. */
export interface JobRequest {
  readonly name: JobName;
  readonly input: unknown;
}

export type JobReply =
  | { readonly progress: readonly [Stage, number, number | null] }
  | { readonly ok: unknown }
  | { readonly refusal: Refusal }
  | { readonly error: string };

type AnyJob = (input: unknown, report: StageReport) => Promise<unknown>;

/** Works in the calling thread; a signal stops it at its next report. */
export const runDirectly: RunJob = async (name, input, report, signal) => {
  signal?.throwIfAborted();
  const checked: StageReport = (...progress) => {
    signal?.throwIfAborted();
    report(...progress);
  };
  return (await (JOBS[name] as AnyJob)(input, checked)) as never;
};

/** `url`: the built backupWorker.js. Each job gets a thread that ends with it, and with it the key it was given. */
export function runInThread(url: URL): RunJob {
  return (name, input, report, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      // Descriptors of the database are opened elsewhere and stay open; the thread must not close what it did not open.
      const worker = new Worker(url, { workerData: { name, input } satisfies JobRequest, name: 'backup' });
      const stop = () => {
        reject(signal?.reason);
        void worker.terminate();
      };
      signal?.addEventListener('abort', stop, { once: true });
      worker.on('message', (reply: JobReply) => {
        if ('progress' in reply) report(...reply.progress);
        else if ('ok' in reply) resolve(reply.ok as never);
        else reject('refusal' in reply ? new RefusalError(reply.refusal) : new Error(reply.error));
      });
      worker.on('error', reject);
      worker.on('exit', () => {
        signal?.removeEventListener('abort', stop);
        reject(new Error('the backup thread ended without an answer'));
      });
    });
}
