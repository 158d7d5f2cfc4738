/** The thread that does one heavy job of a backup and ends (backupJobs.ts starts it). */
import { parentPort, workerData } from 'node:worker_threads';
import { present } from '@shared/kernel/assert';
import { RefusalError } from '@shared/kernel/result';
import { type JobReply, type JobRequest, runDirectly } from './backupJobs';
import type { StageReport } from './stageReport';

const port = present(parentPort, 'backupWorker runs as a thread');
const { name, input } = workerData as JobRequest;

/** A person sees no more than a few steps a second. */
const EVERY_MS = 100;

let last = 0;
const report: StageReport = (...progress) => {
  const now = performance.now();
  if (now - last < EVERY_MS) return;
  last = now;
  port.postMessage({ progress } satisfies JobReply);
};

async function answer(): Promise<JobReply> {
  try {
    return { ok: await runDirectly(name, input as never, report) };
  } catch (error) {
    if (error instanceof RefusalError) return { refusal: error.refusal };
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

port.postMessage(await answer());
